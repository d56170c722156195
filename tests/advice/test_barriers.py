"""Barriers: who stands in the way, and who comes first."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice.barriers import Barrier
from tests.advice.conftest import Diagnose, only
from tests.made import Doc, made

HOUSE = {"need": "majority", "votes": {"bloc": 6, "rest": 5}, "date": "2026-06-01"}
SHORT = {"no_deal": 66}
"""Six points short of no deal."""
FAR = {"no_deal": 85}


def bloc(**about: Any) -> Doc:
    """The larger of two blocs, as it differs from somebody who gains ten points."""
    return {"bloc": about, "rest": {"no_deal": 60.5}}


def of_bloc(found: tuple[Barrier, ...]) -> Barrier:
    """The barrier of the larger bloc."""
    return next(barrier for barrier in found if barrier.conversion.who == "bloc")


def test_nobody_who_agrees_is_a_barrier(diagnose: Diagnose) -> None:
    assert diagnose(made()).result.barriers == ()


def test_a_move_in_the_plan_that_lifts_the_red_line_removes_the_barrier(diagnose: Diagnose) -> None:
    people = bloc(no_deal=0, red_lines=[{"price": "high", "unless": ["gift"]}])
    found = diagnose(made(HOUSE, people, {"gift": {"effects": {"bloc": 1}}}), ["gift"])
    assert [b.conversion.who for b in found.result.barriers] == []


def test_those_come_first_whose_conversion_buys_most(diagnose: Diagnose) -> None:
    rule = {"need": "majority", "votes": {"small": 2, "large": 4, "bloc": 5}}
    people = {
        "small": {"no_deal": 85},
        "large": {"no_deal": 85},
        "bloc": {"no_deal": [50, 60, 70]},
    }
    found = diagnose(made(rule, people), certain=False).result.barriers
    assert [b.conversion.who for b in found] == ["large", "small", "bloc"]
    buys = [b.conversion.buys for b in found]
    assert buys == sorted(buys, reverse=True)
    assert buys[0] > 0.3


def test_barriers_to_carrying_out_come_after_those_to_approval(diagnose: Diagnose) -> None:
    gates = {
        "army": {"rule": "soldiers", "implementation": True},
        "house": {"rule": "envoy"},
    }
    people = {"envoy": FAR, "soldiers": FAR}
    document = made(people=people)
    document["sides"]["them"]["gates"] = gates
    found = diagnose(document).result.barriers
    assert [(b.conversion.who, b.implementation) for b in found] == [
        ("envoy", False), ("soldiers", True),
    ]  # fmt: skip


def test_the_share_of_the_votes_is_named_where_votes_are_counted(diagnose: Diagnose) -> None:
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT))).result.barriers)
    assert barrier.votes == pytest.approx(6 / 11)
    assert only(diagnose(made(people={"envoy": SHORT}))).votes is None


def test_objections_and_likes_are_distances_from_best_and_worst(diagnose: Diagnose) -> None:
    envoy = {"values": {"price": {"weight": 1, "low": 100, "high": 30}}, "no_deal": 50}
    barrier = only(diagnose(made(people={"envoy": envoy})))
    assert (barrier.objections, barrier.likes) == ((("price", 70),), ())


def test_barriers_to_one_side_only(diagnose: Diagnose) -> None:
    chief = made(people={"envoy": FAR})
    chief["constituencies"]["chief"]["no_deal"] = 100
    chief["constituencies"]["chief"]["values"]["price"] = {"weight": 1, "low": 100, "high": 0}
    assert {b.conversion.side for b in diagnose(chief).result.barriers} == {"us", "them"}

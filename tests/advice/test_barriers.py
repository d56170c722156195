"""Barriers: each kind by a small made case, and who comes first."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice.barriers import Barrier, Kind
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


def test_who_refuses_an_option_is_a_red_line_whatever_the_margin(diagnose: Diagnose) -> None:
    people = bloc(no_deal=0, red_lines=[{"price": "high"}])
    barrier = of_bloc(diagnose(made(HOUSE, people)).result.barriers)
    assert barrier.kind is Kind.RED_LINE
    assert barrier.shortfall == 0


def test_a_move_in_the_plan_that_lifts_the_red_line_removes_the_barrier(diagnose: Diagnose) -> None:
    people = bloc(no_deal=0, red_lines=[{"price": "high", "unless": ["gift"]}])
    found = diagnose(made(HOUSE, people, {"gift": {"effects": {"bloc": 1}}}), ["gift"])
    assert [b.conversion.who for b in found.result.barriers] == []


def test_a_move_that_would_suffice_but_comes_late_is_a_matter_of_timing(
    diagnose: Diagnose,
) -> None:
    late = {"effects": {"bloc": 8}, "date": "2026-06-02"}
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), {"gift": late})).result.barriers)
    assert barrier.kind is Kind.TIMING
    (help_,) = barrier.helps
    assert (help_.move, help_.points, help_.late, help_.consent) == ("gift", 8, True, False)


def test_a_move_on_the_day_of_the_gate_is_in_time(diagnose: Diagnose) -> None:
    prompt = {"effects": {"bloc": 8}, "date": "2026-06-01", "device": "framing"}
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), {"gift": prompt})).result.barriers)
    assert barrier.kind is Kind.PERCEPTION
    assert [help_.late for help_ in barrier.helps] == [False]


def test_a_late_move_that_would_not_suffice_is_not_a_matter_of_timing(diagnose: Diagnose) -> None:
    late = {"effects": {"bloc": 5}, "date": "2026-06-02"}
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), {"gift": late})).result.barriers)
    assert barrier.kind is not Kind.TIMING


def test_a_promise_that_may_not_be_kept_is_a_matter_of_trust(diagnose: Diagnose) -> None:
    risky = {"effects": {"bloc": 8}, "chance": 0.5}
    document = made(HOUSE, bloc(**SHORT), {"gift": risky})
    barrier = of_bloc(diagnose(document, ["gift"], certain=False).result.barriers)
    assert barrier.kind is Kind.TRUST
    assert barrier.conversion.chance == pytest.approx(0.5, abs=0.05)


def test_a_promise_that_would_not_suffice_if_kept_is_no_matter_of_trust(diagnose: Diagnose) -> None:
    risky = {"effects": {"bloc": 8}, "chance": 0.5}
    document = made(HOUSE, bloc(**FAR), {"gift": risky})
    barrier = of_bloc(diagnose(document, ["gift"], certain=False).result.barriers)
    assert barrier.kind is not Kind.TRUST


def test_a_leader_whose_word_is_what_is_missing_is_an_arbiter(diagnose: Diagnose) -> None:
    people = {"guru": FAR, **bloc(no_deal=55, follows={"guru": {"for": 0, "against": -8}})}
    barrier = of_bloc(diagnose(made(HOUSE, people)).result.barriers)
    assert barrier.kind is Kind.ARBITER
    assert barrier.conversion.cues == {"guru": -8}


def test_a_leader_whose_word_is_not_enough_is_no_arbiter(diagnose: Diagnose) -> None:
    people = {"guru": FAR, **bloc(no_deal=66, follows={"guru": {"for": 0, "against": -3}})}
    assert of_bloc(diagnose(made(HOUSE, people)).result.barriers).kind is not Kind.ARBITER


SPLIT = {"bloc": {"no_deal": 59, "spread": 20}, "rest": {"no_deal": 85}}
"""A bloc for the deal by a point, of whose nine members five are for."""
VOTES = {"bloc": 9, "rest": 2}


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ({"need": "2/3", "votes": VOTES}, Kind.INSTITUTION),
        ({"need": 8, "votes": VOTES}, Kind.INSTITUTION),
        ({"need": "majority", "votes": VOTES, "approval": "3/4"}, Kind.INSTITUTION),
        ({"all": [{"need": "3/4", "votes": VOTES}]}, Kind.INSTITUTION),
        ({"unless": {"need": "1/3", "votes": VOTES}}, Kind.INSTITUTION),
        ({"need": "majority", "votes": VOTES}, Kind.INTERESTS),
    ],
)
def test_a_rule_that_asks_more_than_the_majority_there_is_is_an_institution(
    diagnose: Diagnose, rule: Doc, kind: Kind
) -> None:
    barrier = of_bloc(diagnose(made(rule, SPLIT)).result.barriers)
    assert (barrier.conversion.chance, barrier.conversion.gate_chance) == (1, 0)
    assert barrier.kind is kind


@pytest.mark.parametrize(
    ("device", "kind"),
    [
        ("process_form", Kind.STANDING),
        ("agreement_form", Kind.STANDING),
        ("framing", Kind.PERCEPTION),
        ("statements", Kind.PERCEPTION),
        ("acceptance_speech", Kind.PERCEPTION),
        ("table_conduct", Kind.PERCEPTION),
        ("terms", Kind.INTERESTS),
        ("outside_pressure", Kind.INTERESTS),
    ],
)
def test_a_small_shortfall_is_of_the_kind_of_the_move_that_would_do_most(
    diagnose: Diagnose, device: str, kind: Kind
) -> None:
    moves = {"gift": {"effects": {"envoy": 3}, "device": device}}
    assert only(diagnose(made(people={"envoy": SHORT}, moves=moves))).kind is kind


def test_the_larger_effect_decides_between_process_and_perception(diagnose: Diagnose) -> None:
    def kind(process: float) -> Kind:
        moves = {
            "form": {"effects": {"envoy": process}, "device": "process_form"},
            "words": {"effects": {"envoy": 3}, "device": "framing"},
        }
        return only(diagnose(made(people={"envoy": SHORT}, moves=moves))).kind

    assert (kind(2), kind(4)) == (Kind.PERCEPTION, Kind.STANDING)


def test_a_large_shortfall_is_a_matter_of_interests_whatever_the_moves(diagnose: Diagnose) -> None:
    moves = {"gift": {"effects": {"envoy": 9}, "device": "process_form"}}
    barrier = only(diagnose(made(people={"envoy": FAR}, moves=moves)))
    assert (barrier.kind, barrier.shortfall) == (Kind.INTERESTS, 25)


def test_a_move_of_theirs_is_no_help_of_ours_and_makes_no_kind(diagnose: Diagnose) -> None:
    moves = {"gift": {"by": "them", "effects": {"envoy": 9}, "device": "process_form"}}
    barrier = only(diagnose(made(people={"envoy": SHORT}, moves=moves)))
    assert (barrier.kind, barrier.helps) == (Kind.INTERESTS, ())


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


def test_helps_come_strongest_first_and_late_ones_last(diagnose: Diagnose) -> None:
    moves = {
        "weak": {"effects": {"bloc": 1}},
        "strong": {"effects": {"bloc": 3}},
        "late": {"effects": {"bloc": 5}, "date": "2026-07-01"},
        "trifle": {"effects": {"bloc": 0.4}},
        "harm": {"effects": {"bloc": -4}},
        "asked": {"effects": {"bloc": 2}, "device": "direct_dealing"},
        "granted": {"effects": {"bloc": 1.5}, "device": "joint_action", "consent": "granted"},
    }
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**FAR), moves)).result.barriers)
    assert [(h.move, h.late, h.consent) for h in barrier.helps] == [
        ("strong", False, False),
        ("asked", False, True),
        ("granted", False, False),
        ("weak", False, False),
        ("late", True, False),
    ]


def test_a_move_already_made_is_no_help(diagnose: Diagnose) -> None:
    document = made(people={"envoy": SHORT}, moves={"gift": {"effects": {"envoy": 3}}})
    barrier = only(diagnose(document, ["gift"]))
    assert (barrier.helps, barrier.shortfall) == ((), 3)


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

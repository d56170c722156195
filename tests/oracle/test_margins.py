"""Margins and votes at the corners, worked out by hand."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from tests.oracle.margins import Scene, judged, margin, no_deal, rating
from tests.oracle.outcome import evaluate, stages
from tests.oracle.settle import Doc, settle
from tests.port_lease import PORT_LEASE

GOAL = {"term": 20, "hiring": "goal"}


@pytest.fixture
def lease() -> Doc:
    """The port lease with every judgement at its best."""
    return settle(yaml.safe_load(PORT_LEASE))


@pytest.mark.parametrize(
    ("points", "band", "vote"),
    [
        (-0.0005, 0, "for"),
        (-0.0011, 0, "against"),
        (2.9995, 3, "for"),
        (2.998, 3, "abstain"),
        (-3.0005, 3, "abstain"),
        (-3.002, 3, "against"),
    ],
)
def test_comparisons_lean_a_thousandth_to_the_voter(points: float, band: float, vote: str) -> None:
    """Both ends of the band shift by 0.001 point."""
    assert judged(points, band) == vote


def test_ratings_bend_at_the_points_given() -> None:
    """Straight from 30 at 10 to 100 at 25, and from there to 60 at 40."""
    rated = {"weight": 4, "points": {40: 60, 10: 30, 25: 100}}
    assert [rating(rated, term) for term in (10, 17.5, 25, 35, 40)] == pytest.approx(
        [30, 65, 100, 100 - 80 / 3, 60]
    )


def test_no_deal_may_be_as_good_as_a_deal(lease: Doc) -> None:
    """For the mayor, ten years without a clause are worth 40 % of 100."""
    lease["constituencies"]["mayor"]["no_deal"] = {"term": 10, "hiring": "none"}
    assert no_deal(lease, "mayor") == pytest.approx(40)


def test_members_who_differ_scatter_around_their_bloc(lease: Doc) -> None:
    """Left at 9 with a spread of 12: the lowest two of nine parts fall below zero."""
    stage = stages(lease, GOAL)["2026-11-30"]
    assert stage.parts["left"] == ["against"] * 2 + ["for"] * 7
    assert stage.parts["centre"] == ["for"] * 9
    assert stage.parts["mayor"] == ["for"]


def test_a_crossed_red_line_turns_every_member_and_the_cue(lease: Doc) -> None:
    """The left bloc is against to a man, and the union hears it; its margin is as it was."""
    deal = {"term": 10, "hiring": "none"}
    stage = stages(lease, deal)[None]
    assert stage.parts["left"] == ["against"]
    assert stage.crossed["left"]
    assert stage.margins["left"] == pytest.approx(20 - 45)
    assert stage.margins["union"] == pytest.approx(20 - 75 - 2)
    lifted = stages(lease, deal, ["charter"], works={"charter": False})[None]
    assert not lifted.crossed["left"]


def test_only_visible_gifts_from_the_other_side_are_discounted(lease: Doc) -> None:
    """Harm, hidden moves and one's own side's moves count in full."""
    charter = lease["moves"]["charter"]

    def shift(**changes: Any) -> float:
        doc = copy.deepcopy(lease)
        doc["moves"]["charter"] = charter | changes
        before = Scene(doc, GOAL, [], None, {}, {})
        return margin(Scene(doc, GOAL, ["charter"], None, {}, {}), "union") - margin(
            before, "union"
        )

    assert shift() == pytest.approx(7)
    assert shift(visible=False) == pytest.approx(10)
    assert shift(by="operator") == pytest.approx(10)
    assert shift(effects={"union": -10}) == pytest.approx(-10)


def test_mood_is_shared_by_a_side(lease: Doc) -> None:
    """Four points less for everybody at the operator, nothing for the city."""
    calm = evaluate(lease, GOAL)["margins"]["operator"]["board"]
    tense = evaluate(lease, GOAL, mood={"operator": -4})["margins"]["operator"]["board"]
    shifts = {who: tense[who] - calm[who] for who in calm}
    assert {shifts[who] for who in ("mayor", "left", "centre", "right")} == {0}
    assert [shifts[who] for who in ("director", "fund", "union")] == pytest.approx([-4] * 3)


def test_a_vote_is_pivotal_where_it_decides_a_gate(lease: Doc) -> None:
    """The family's five of nine votes decide the board; in the council nobody does."""
    people = evaluate(lease, GOAL)["constituencies"]
    deciding = {who for who, entry in people.items() if entry["pivotal"]}
    assert deciding == {"mayor", "family", "union"}
    unlikely = evaluate(lease, GOAL | {"term": 10})["constituencies"]
    assert not unlikely["family"]["pivotal"]

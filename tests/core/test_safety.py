"""How little it takes to break a gate that a plan passes."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.safety import Safety, points_to_break, safety
from leveltwo.core.sample import Sample
from tests.board import Doc, board, layout_of

PEOPLE = {"ann": 9.0, "bob": 2.0, "cy": -5.0}
VOTE = {"need": 5, "votes": {"ann": 4, "bob": 3, "cy": 2}}


def safe(doc: Doc) -> dict[str, Safety]:
    """By gate, how safe the treaty is."""
    layout = layout_of(doc)
    return {found.gate: found for found in safety(layout, encode(layout, {"text": "treaty"}))}


def test_a_gate_that_passes_has_votes_and_points_to_lose() -> None:
    """Two votes over the need are three from failing; bob is nearest to indifference."""
    found = safe(board(PEOPLE, {"vote": VOTE}))["vote"]
    assert (found.side, found.votes) == ("them", 3)
    assert found.points == pytest.approx(2.001)
    assert found.bought == {"bob": pytest.approx(2.001)}
    assert found.prices == {"ann": pytest.approx(9.001), "bob": pytest.approx(2.001), "cy": 0}


def test_a_gate_that_fails_has_none() -> None:
    """There is nothing left to break; implementation gates count as gates."""
    gates = {"vote": "cy", "later": {"rule": "ann", "implementation": True}}
    assert set(safe(board(PEOPLE, gates))) == {"signature", "later"}


def test_a_gate_that_nothing_breaks_says_so() -> None:
    """A veto that asks for more votes than there are."""
    never = {"unless": {"need": 3, "votes": {"bob": 1}}}
    found = safe(board(PEOPLE, {"vote": {"any": ["ann", never]}}))["vote"]
    assert (found.votes, found.points, found.bought) == (None, None, {})


def test_the_dearest_stand_first_among_those_bought() -> None:
    """Two must go, and a follower costs what it holds after its leader has gone."""
    people = {"bob": 2.0, "ann": {"margin": 9, "follows": {"bob": {"for": 4, "against": 0}}}}
    found = safe(board(people, {"vote": {"any": ["ann", "bob"]}}))["vote"]
    assert list(found.bought) == ["ann", "bob"]
    assert found.points == pytest.approx(11.002)


def test_draws_say_how_often_a_rival_with_so_much_would_win() -> None:
    """Margins spread evenly around ten: half of them can be had for ten points."""
    people = {"ann": {"margin": 10, "no_deal": [30, 50, 70]}}
    layout = layout_of(board(people, {"vote": "ann"}))
    chosen = encode(layout, {"text": "treaty"})
    points = points_to_break(layout, Sample(2048, 1), chosen)["them", "vote"]
    assert points.shape == (2048,)
    assert np.mean(points > 10) == pytest.approx(0.5, abs=0.02)
    assert np.isfinite(points).all()

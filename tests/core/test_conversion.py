"""What it would buy if somebody came round."""

from __future__ import annotations

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.conversion import Conversion, conversions
from leveltwo.core.sample import Sample
from tests.board import Doc, board, layout_of

CERTAIN = Sample(1, 1, certain=True)
VOTE = {"need": "majority", "votes": {"ann": 1, "bob": 1, "cy": 1}}


def converted(doc: Doc, moves: tuple[str, ...] = ()) -> dict[tuple[str, str], Conversion]:
    """Conversions on the treaty in the certain case, by constituency and gate."""
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"}, moves)
    return {(c.who, c.gate): c for c in conversions(layout, CERTAIN, chosen)}


def test_the_last_vote_missing_buys_everything() -> None:
    """One of two opponents turned makes the majority; ten points do it where nine are missing."""
    found = converted(board({"ann": 5, "bob": -9, "cy": -30}, {"vote": VOTE}))
    bob, cy, ann = (found[who, "vote"] for who in ("bob", "cy", "ann"))
    assert (bob.now, bob.converted, bob.buys, bob.nudged) == (0, 1, 1, 1)
    assert (cy.converted, cy.nudged) == (1, 0)
    assert (ann.converted, ann.chance, bob.chance) == (0, 1, 0)
    assert (bob.gate_chance, bob.gate_converted, bob.margin) == (0, 1, -9)


def test_a_convert_takes_followers_along() -> None:
    """The margin of a leader is worth its cues."""
    bob = {"margin": -3, "follows": {"ann": {"for": 5}}}
    found = converted(board({"ann": -40, "bob": bob, "cy": -1}, {"vote": VOTE}))
    assert found["ann", "vote"].converted == 1
    assert found["bob", "vote"].converted == 0
    assert found["bob", "vote"].cues == {"ann": 0}


def test_a_red_line_is_pardoned_by_conversion_but_not_by_ten_points() -> None:
    """Points alone never lift it."""
    ann = {"margin": 5, "red_lines": [{"text": "treaty"}]}
    found = converted(board({"ann": ann}, {"vote": "ann"}))
    assert (found["ann", "vote"].converted, found["ann", "vote"].nudged) == (1, 0)


def test_an_implementation_gate_is_measured_with_implementation() -> None:
    """Joint chance counts it there, and only there."""
    gates = {"vote": "ann", "work": {"rule": "bob", "implementation": True}}
    found = converted(board({"ann": 5, "bob": -5}, gates))
    assert (found["bob", "work"].now, found["bob", "work"].converted) == (0, 1)
    assert (found["ann", "vote"].now, found["ann", "vote"].converted) == (1, 1)


def test_moves_that_help_and_those_that_come_too_late_are_told_apart() -> None:
    """With what they would add, and nothing of those that add nothing."""
    moves = {
        "gift": {"effects": {"ann": 4}},
        "late": {"effects": {"ann": 6}, "date": "2026-12-01"},
        "other": {"effects": {"envoy": 6}},
    }
    doc = board({"ann": -5}, {"vote": {"rule": "ann", "date": "2026-10-01"}}, moves)
    ann = converted(doc)["ann", "vote"]
    assert ann.effects == {"gift": 4}
    assert ann.late == {"late": 6}


def test_objections_and_likes_are_distances_to_the_best_and_worst_option() -> None:
    """In points of margin, issues where the option is the best left out."""
    ann = converted(board({"ann": -45}, {"vote": "ann"}))["ann", "vote"]
    assert ann.objections == pytest.approx({"text": 25})
    assert ann.likes == {}
    bob = converted(board({"bob": 5}, {"vote": "bob"}))["bob", "vote"]
    assert bob.objections == {}
    assert bob.likes == pytest.approx({"text": 25})

"""Whose vote decides a gate."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import sample
from leveltwo.core.pivots import gate_passes, pivotal
from leveltwo.core.votes import cast
from tests.board import board, layout_of, votes_on


def decides(margins: dict[str, float], gate: object, who: str) -> bool:
    """Whether somebody is pivotal on the treaty in the certain case."""
    table, votes = votes_on(board(margins, {"vote": gate}))
    row = next(g for g in table.layout.gates if g.key == "vote")
    return bool(pivotal(table.layout, votes, row, who)[0])


def test_the_middle_vote_of_three_is_pivotal_when_the_others_split() -> None:
    """And nobody is when the others agree."""
    gate = {"need": "majority", "votes": {"ann": 1, "bob": 1, "cy": 1}}
    assert decides({"ann": 1, "bob": -1, "cy": 5}, gate, "cy")
    assert not decides({"ann": 1, "bob": 1, "cy": -5}, gate, "cy")


def test_a_dictator_always_is_and_an_onlooker_never() -> None:
    """Whatever the others do."""
    gate = {"all": ["ann", {"any": ["bob", "ann"]}]}
    assert decides({"ann": -1, "bob": 1}, gate, "ann")
    assert not decides({"ann": -1, "bob": 1}, gate, "bob")


def test_a_bloc_turns_with_all_its_members() -> None:
    """Nine parts decide what one of them could not."""
    people = {"ann": {"margin": 0.5, "spread": 9}, "bob": -1.0}
    gate = {"need": 8, "votes": {"ann": 9, "bob": 3}}
    table, votes = votes_on(board(people, {"vote": gate}))
    row = next(g for g in table.layout.gates if g.key == "vote")
    assert not gate_passes(table.layout, row, votes.for_, votes.against)[0]
    assert pivotal(table.layout, votes, row, "ann")[0]


def test_the_chance_of_being_pivotal_is_that_of_the_others_splitting() -> None:
    """In each draw just one of the two others must be for (Straffin 1977)."""
    people = {who: {"margin": 0, "no_deal": [30, 50, 70]} for who in ("ann", "bob", "cy")}
    gate = {"need": "majority", "votes": dict.fromkeys(people, 1)}
    layout = layout_of(board(people, {"vote": gate}))
    table = compile_table(layout, sample(layout.case, 512, 1))
    votes = cast(table, encode(layout, {"text": "treaty"}))
    row = next(g for g in layout.gates if g.key == "vote")
    found = pivotal(layout, votes, row, "ann")
    bob, cy = (votes.for_[layout.report_bloc(who)] for who in ("bob", "cy"))
    assert (found == (bob != cy)).all()
    assert np.mean(found) == pytest.approx(0.5, abs=0.05)

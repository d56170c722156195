"""How much a rival is held to have where nobody has said."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.solve.insurance.rival import Rival, Source, rival_of
from tests.board import board, certain_table


def rival(moves: dict[str, Any]) -> Rival:
    """The rival of a board with some moves."""
    table = certain_table(
        board({"ann": 5, "bob": 3, "cy": 1}, {"vote": {"any": ["ann", "bob"]}}, moves)
    )
    theirs = tuple(gate for gate in table.layout.gates if gate.side == "them")
    return rival_of(table, theirs)


def test_it_has_what_the_strongest_move_does_to_one_person_who_is_asked() -> None:
    moves = {
        "gift": {"effects": {"ann": 4, "bob": 4}},
        "insult": {"by": "them", "effects": {"bob": -7, "cy": -30}},
        "stunt": {"effects": {"envoy": 50}},
    }
    found = rival(moves)
    assert found.points == pytest.approx(7)
    assert (found.source, found.move, found.person) == (Source.MOVE, "insult", "bob")


def test_of_equal_moves_the_first_is_named() -> None:
    found = rival({"b": {"effects": {"ann": 4}}, "a": {"effects": {"bob": -4}}})
    assert (found.move, found.person) == ("a", "bob")


def test_where_no_move_does_anything_it_has_the_usual() -> None:
    assert rival({"stunt": {"effects": {"cy": 5}}}) == Rival(10, Source.USUAL)

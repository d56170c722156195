"""The smallest groups whose opposition stops a gate."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from leveltwo.core import blocking
from leveltwo.core.blocking import minimal_groups
from tests.board import board, layout_of
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen
from tests.oracle.rules import passes, standing

PEOPLE = ["ann", "bob", "cy", "di", "eve", "fay"]


def groups(rule: Any, people: list[str] = PEOPLE) -> list[tuple[str, ...]]:
    """The smallest blocking groups of a gate."""
    gate = rule if isinstance(rule, str) else {"rule": rule}
    layout = layout_of(board(dict.fromkeys(people, 1.0), {"vote": gate}))
    return minimal_groups(layout, next(g for g in layout.gates if g.key == "vote"))


def test_a_majority_of_seats_or_the_negotiator_blocks() -> None:
    """Half of nine votes suffices to stop a majority of nine."""
    rule = {"all": ["ann", {"need": "majority", "votes": {"bob": 4, "cy": 3, "di": 2}}]}
    assert groups(rule) == [("ann",), ("bob", "cy"), ("bob", "di"), ("cy", "di")]


def test_a_gate_that_nobody_can_stop_has_none() -> None:
    """Where a group of its blockers does not find the votes."""
    assert groups(
        {"unless": {"need": "majority", "base": "cast", "votes": {"ann": 1}, "quorum": 1}}
    ) == [("ann",)]
    assert groups({"any": [{"need": 2, "votes": {"ann": 2, "bob": 2}}, "ann"]}) == [("ann", "bob")]


@pytest.mark.parametrize("seed", range(60))
def test_groups_are_the_smallest_that_stop_a_random_rule(seed: int) -> None:
    """Against trying every group with the oracle."""
    rule = random_rule(Pen(random.Random(seed), certain=False), PEOPLE[:5], depth=2)
    people = sorted(standing(rule))
    stopping = [
        set(group)
        for size in range(1, len(people) + 1)
        for group in combinations(people, size)
        if not passes(rule, {who: "against" if who in group else "for" for who in people})
    ]
    smallest = [g for g in stopping if not any(other < g for other in stopping)]
    assert sorted(map(sorted, groups(rule))) == sorted(map(sorted, smallest))


def test_members_of_a_bloc_oppose_together() -> None:
    """All nine parts of it."""
    people = {"ann": {"margin": 1.0, "spread": 9}, "bob": 1.0}
    gate = {"need": 3, "votes": {"ann": 3, "bob": 1}}
    layout = layout_of(board(people, {"vote": gate}))
    vote = next(g for g in layout.gates if g.key == "vote")
    assert minimal_groups(layout, vote) == [("ann",)]


def test_the_search_stops_where_there_are_too_many_groups(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of the sizes that could be tried are given."""
    rule = {"need": 4, "votes": dict.fromkeys(PEOPLE, 1)}
    assert len(groups(rule)) == 20
    monkeypatch.setattr(blocking, "MOST", 20)
    assert groups(rule) == []
    assert groups({"all": ["ann", rule]}) == [("ann",)]

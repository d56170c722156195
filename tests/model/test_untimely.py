"""Moves that the arithmetic counts where, by the order of things, they cannot count."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.errors import Severity
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.review import problems
from tests.board import board

EVENTS = {"fair": {"name": "The fair", "date": "2026-03-10"}}
VOTE = {"rule": "ann", "date": "2026-03-10"}
LINE = {"margin": 1, "red_lines": [{"text": "treaty", "unless": ["gift"]}]}
HELP = {"effects": {"ann": 3}}


def warned(gift: dict[str, Any], gate: Any = None, ann: Any = 1, **moves: Any) -> list[str]:
    """What is said of a gift and a gate."""
    made = {"gift": gift, **moves}
    doc = board({"ann": ann, "bob": -1}, {"vote": gate or VOTE, "word": "bob"}, made, events=EVENTS)
    found = list(problems(Negotiation.model_validate(doc)))
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [f"{problem.place}: {problem.message}" for problem in found]


OPENS = (
    "moves.gift: can come on 2026-03-11 at the earliest, after the gate “them.vote” of 2026-03-10; "
    "without a date it counts there all the same: give it a date"
)
FOLLOWS = (
    "moves.gift: comes after the gate “them.vote”, which has no date and so counts it all the "
    "same: give the gate and the move a date"
)


def test_a_move_without_a_date_whose_window_opens_after_a_gate_is_doubted() -> None:
    assert warned({**HELP, "after": ["fair"]}) == [OPENS]


@pytest.mark.parametrize(
    "gift",
    [{"effects": {"ann": -3}}, {"effects": {"bob": 1}, "otherwise": {"ann": 1}, "chance": 0.5}],
)
def test_whoever_it_touches_is_counted(gift: dict[str, Any]) -> None:
    assert warned({**gift, "after": ["fair"]}) == [OPENS]


def test_lifting_a_red_line_counts_as_well() -> None:
    assert warned({"after": ["fair"]}, ann=LINE) == [OPENS]


def test_followers_are_touched_through_those_they_follow() -> None:
    ann = {"margin": 1, "follows": {"bob": {"for": 5}}}
    assert warned({"effects": {"bob": 3}, "after": ["fair"]}, ann=ann) == [OPENS]


@pytest.mark.parametrize(
    "gift",
    [
        {**HELP, "after": ["fair"], "date": "2026-03-12"},
        {**HELP, "before": ["fair"]},
        {"effects": {"bob": 3}, "after": ["fair"]},
    ],
)
def test_no_move_is_doubted_that_has_a_date_or_time_or_touches_nobody_there(gift: Any) -> None:
    assert warned(gift) == []


def test_a_move_that_follows_a_gate_without_a_date_is_doubted_whatever_its_date() -> None:
    for date in ({}, {"date": "2026-03-12"}):
        assert warned({**HELP, **date, "after": ["them.vote"]}, "ann") == [FOLLOWS]


def test_a_move_that_follows_a_gate_through_another_move_is_doubted_too() -> None:
    visit = {"effects": {"bob": 1}, "after": ["them.vote"]}
    assert warned({**HELP, "after": ["visit"]}, "ann", visit=visit) == [FOLLOWS]

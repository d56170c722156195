"""One dimension, single peaks: the voter who decides, and what a monopoly proposer gets.

Positions are in hundredths, so that the grid of 0.05 is one of whole numbers. A voter who is
indifferent abstains (a band far above the tolerance, far below a step of the grid), so that
“for” means strictly better, as in the source.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.solve.result import Status
from tests.published.documents import Doc, document, number, person, side
from tests.published.program import advise, approved

pytestmark = pytest.mark.published

START, STOP, STEP = -40, 240, 5
WIDEST = STOP - START
IDEALS = (-20, 10, 20, 30, 50, 80, 100)
INDIFFERENT = 0.01


def voter(ideal: int, status_quo: int) -> Doc:
    """Value falls with the distance from the ideal; no deal is the status quo."""
    at = {x: 100 * (1 - abs(x - ideal) / WIDEST) for x in (START, ideal, STOP)}
    no_deal = {"position": status_quo}
    return person("voters", no_deal, {"position": {"points": at}}, band=INDIFFERENT)


def vote(ideals: Sequence[int], need: int, status_quo: int = 0) -> Doc:
    """Voters with one vote each, and somebody on the other side who wants it all."""
    voters = {f"voter_{i}": voter(ideal, status_quo) for i, ideal in enumerate(ideals)}
    most = {"position": {"points": {START: 0, STOP: 100}}}
    people = {"setter": person("setter", {"position": status_quo}, most), **voters}
    gate = {"need": need, "votes": dict.fromkeys(voters, 1)}
    sides = {"setter": side("setter"), "voters": side("voter_0", gate)}
    return document(sides, {"position": number(START, STOP, STEP)}, people)


def above(doc: Doc, status_quo: int = 0) -> set[int]:
    """Positions above the status quo that the voters pass."""
    return {int(x) for (x,) in approved(doc, "voters") if int(x) > status_quo}


def between(low: int, high: int) -> set[int]:
    """Grid points strictly between two positions."""
    return {x for x in range(START, STOP + 1, STEP) if low < x < high}


@pytest.mark.parametrize(
    ("need", "end", "points"),
    [(1, 200, 39), (2, 160, 31), (3, 100, 19), (4, 60, 11), (5, 40, 7), (6, 20, 3), (7, 0, 0)],
)
def test_what_passes_lies_between_the_status_quo_and_twice_the_pivots_ideal(
    need: int, end: int, points: int
) -> None:
    """Romer & Rosenthal 1978: with q votes, x > 0 passes iff x < 2t, t the q-th largest ideal."""
    found = above(vote(IDEALS, need))
    assert found == between(0, end)
    assert len(found) == points


@settings(max_examples=30)
@given(st.lists(st.integers(START, 120), min_size=1, max_size=7), st.data())
def test_the_pivots_ideal_decides_whoever_the_voters_are(
    ideals: list[int], data: st.DataObject
) -> None:
    """Romer & Rosenthal 1978: the same, for any ideals and any number of votes needed."""
    need = data.draw(st.integers(1, len(ideals)))
    pivot = sorted(ideals, reverse=True)[need - 1]
    assert above(vote(ideals, need)) == between(0, 2 * pivot)


def test_a_voter_who_is_not_the_pivot_changes_nothing_by_moving() -> None:
    """Romer & Rosenthal 1978: only the pivot's ideal counts while nobody crosses it."""
    moved = (-40, -30, 25, 30, 31, 110, 120)
    assert above(vote(moved, 4)) == above(vote(IDEALS, 4))


@pytest.mark.parametrize(("need", "best"), [(1, 195), (4, 55), (5, 35), (6, 15)])
def test_a_monopoly_proposer_gets_the_farthest_point_that_the_pivot_prefers(
    need: int, best: int
) -> None:
    """Romer & Rosenthal 1978: the point of the win-set nearest to the setter's ideal."""
    advised = advise(vote(IDEALS, need))
    assert advised.status is Status.OPTIMAL
    assert advised.plan is not None
    assert advised.plan.deal == {"position": str(best)}


def test_a_monopoly_proposer_walks_away_where_the_pivot_prefers_the_status_quo() -> None:
    """Romer & Rosenthal 1978: with the pivot's ideal below the status quo, it stays."""
    assert advise(vote(IDEALS, 7)).status is Status.NO_DEAL


@pytest.mark.parametrize(("status_quo", "best"), [(20, 35), (0, 55), (-20, 75), (-40, 95)])
def test_a_worse_status_quo_is_better_for_a_monopoly_proposer(status_quo: int, best: int) -> None:
    """Romer & Rosenthal 1978: from s below the pivot's ideal t, up to (not at) 2t − s passes."""
    advised = advise(vote(IDEALS, 4, status_quo))
    assert advised.plan is not None
    assert advised.plan.deal == {"position": str(best)}

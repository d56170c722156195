"""The cheapest help: whom to help over the line, and whom to leave alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.solve.result import Status
from tests.published.documents import AGREED, TEXT, Doc, document, only, person, side
from tests.published.program import cheapest_help

pytestmark = pytest.mark.published

Helps = Sequence[tuple[float, dict[int, float]]]
"""Moves: the cost of each, and the points it adds to whom."""


def chamber(margins: Sequence[float], votes: Sequence[int], need: float, helps: Helps) -> Doc:
    """Members of a chamber with margins on the only deal, and moves that help some of them."""
    members = {f"m{i}": person("they", 50 - m, only(50)) for i, m in enumerate(margins)}
    weights = {f"m{i}": n for i, n in enumerate(votes)}
    sides = {
        "we": side("giver"),
        "they": side("m0", {"need": need, "votes": weights}),
    }
    moves = {
        f"help_{k}": {
            "by": "we",
            "cost": cost,
            "effects": {f"m{i}": points for i, points in effects.items()},
        }
        for k, (cost, effects) in enumerate(helps)
    }
    people = {"giver": person("we", 0, only(100)), **members}
    return document(sides, TEXT, people, moves)


def one_each(margins: Sequence[float]) -> Helps:
    """A move for each member against, which just makes up its deficit and costs as much."""
    return [(-m, {i: -m}) for i, m in enumerate(margins) if m < 0]


def cheapest(
    margins: Sequence[float], votes: Sequence[int], need: float, helps: Helps
) -> float | None:
    """The least cost over all sets of moves, by trying them all."""
    chosen = np.array(list(product([False, True], repeat=len(helps))))
    effects = np.array([[e.get(i, 0.0) for i in range(len(margins))] for _, e in helps])
    after = np.array(margins) + chosen @ effects
    enough = (after >= 0) @ np.array(votes) >= need
    cost = chosen @ np.array([cost for cost, _ in helps])
    return float(cost[enough].min()) if enough.any() else None


@pytest.mark.parametrize(("need", "cost"), [(3, 0), (4, 2), (5, 5), (6, 10), (7, 19)])
def test_with_one_vote_each_the_smallest_deficits_are_bought(need: int, cost: float) -> None:
    """Snyder 1991: without a rival only the members nearest to indifference are paid."""
    margins = [20, 5, 1, -2, -3, -5, -9]
    found = cheapest_help(chamber(margins, [1] * 7, need, one_each(margins)), AGREED)
    assert found.status is Status.OPTIMAL
    assert found.score is not None
    assert found.plan is not None
    assert found.score.cost == pytest.approx(cost)
    assert found.score.chance == 1
    assert found.plan.moves == tuple(f"help_{k}" for k in range(need - 3))


@settings(max_examples=25)
@given(st.lists(st.integers(-12, 8), min_size=1, max_size=8, unique=True), st.data())
def test_the_cheapest_help_is_the_sum_of_the_smallest_deficits(
    margins: list[int], data: st.DataObject
) -> None:
    """Snyder 1991: the sum of the m smallest deficits, m the votes that are missing."""
    need = data.draw(st.integers(1, len(margins)))
    found = cheapest_help(chamber(margins, [1] * len(margins), need, one_each(margins)), AGREED)
    missing = max(0, need - sum(m >= 0 for m in margins))
    assert found.score is not None
    assert found.score.cost == pytest.approx(sum(sorted(-m for m in margins if m < 0)[:missing]))


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(-12, 4), st.integers(1, 9)), min_size=2, max_size=9), st.data()
)
def test_with_unequal_votes_the_cheapest_help_is_a_knapsack(
    members: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Snyder 1991 with weights: the least cost over all sets of members, by trying them all."""
    margins, votes = zip(*members, strict=True)
    need = data.draw(st.integers(1, sum(votes)))
    helps = one_each(margins) or [(1.0, {0: 1.0})]
    found = cheapest_help(chamber(margins, votes, need, helps), AGREED)
    assert found.score is not None
    assert found.score.cost == pytest.approx(cheapest(margins, votes, need, helps))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_with_moves_that_many_hear_the_cheapest_help_is_found_too(rng: object) -> None:
    """Snyder 1991 with spill-over: as in covering problems, by trying all sets of moves."""
    import random

    assert isinstance(rng, random.Random)
    margins = [rng.randint(-14, 3) for _ in range(6)]
    helps: Helps = [
        (rng.randint(1, 9), {i: rng.randint(-6, 14) for i in rng.sample(range(6), 3)})
        for _ in range(9)
    ]
    need = rng.randint(2, 5)
    found = cheapest_help(chamber(margins, [1] * 6, need, helps), AGREED)
    expected = cheapest(margins, [1] * 6, need, helps)
    assert found.status is (Status.INFEASIBLE if expected is None else Status.OPTIMAL)
    assert (found.score.cost if found.score else None) == pytest.approx(expected)


def test_of_eighteen_members_with_unequal_votes_the_cheapest_are_found() -> None:
    """Snyder 1991 with weights, against all 262,144 sets of members."""
    margins = [-(3 + 7 * i % 19) / 2 for i in range(18)]
    votes = [1 + 5 * i % 11 for i in range(18)]
    helps = one_each(margins)
    need = sum(votes) // 2 + 1
    found = cheapest_help(chamber(margins, votes, need, helps), AGREED)
    assert found.status is Status.OPTIMAL
    assert found.score is not None
    assert found.score.cost == pytest.approx(cheapest(margins, votes, need, helps))

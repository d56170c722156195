"""The frontier of all deals from the fronts of their issues."""

from __future__ import annotations

from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.core.arrays import FloatArray
from leveltwo.core.fronts import front_of_deals
from leveltwo.core.pareto import frontier, unbeaten
from leveltwo.core.space import Pattern, Space


def space_of(sizes: list[int], forbidden: tuple[Pattern, ...] = ()) -> Space:
    """A space of so many options of each issue."""
    first = np.cumsum([0, *sizes[:-1]]).tolist()
    return Space(tuple(sizes), tuple(first), 1 if len(sizes) > 1 else 0, forbidden)


def over_all(space: Space, worth: FloatArray) -> tuple[list[list[int]], FloatArray]:
    """The frontier by listing all deals: options and values."""
    numbers = range(prod(space.sizes))
    allowed = space.allowed(0, space.firsts).ravel()
    options = np.array([space.options(n) for n in numbers if allowed[n]], dtype=np.int64)
    options = options.reshape(-1, len(space.sizes))
    values = np.zeros((len(options), len(worth)))
    for k, first in enumerate(space.columns):
        values += worth[:, first + options[:, k]].T
    on = frontier(values)
    return options[on].tolist(), values[on]


def agrees(space: Space, worth: FloatArray) -> None:
    """The same deals in the same order with the same values, to the last bit."""
    options, values = over_all(space, worth)
    found = front_of_deals(space, worth)
    assert found is not None
    assert found.options.tolist() == options
    assert (found.values == values).all()


@st.composite
def spaces(draw: st.DrawFn) -> Space:
    """Two to five issues with one to four options, and up to three forbidden combinations."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=5))
    patterns = []
    for _ in range(draw(st.integers(0, 3))):
        issues = draw(st.lists(st.integers(0, len(sizes) - 1), min_size=1, max_size=3, unique=True))
        patterns.append(
            tuple(
                (k, draw(st.frozensets(st.integers(0, sizes[k] - 1), min_size=1)))
                for k in sorted(issues)
            )
        )
    return space_of(sizes, tuple(patterns))


@given(spaces(), st.integers(2, 4), st.integers(0, 2**32), st.sampled_from([2, 5, 1_000]))
@settings(max_examples=300)
def test_it_is_the_frontier_over_all_deals(space: Space, sides: int, seed: int, steps: int) -> None:
    """Few values and many ties, or hardly any; whatever is forbidden; to the deal and the bit."""
    rng = np.random.default_rng(seed)
    worth = rng.integers(0, steps + 1, size=(sides, sum(space.sizes))) / 7.0
    agrees(space, worth)


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_sums_that_differ_by_rounding_alone_are_one_point(sides: int) -> None:
    """Thirds, sevenths and billionths, in many orders: the first deal stands for all of them."""
    rng = np.random.default_rng(3)
    sizes = [3] * 6
    worth = rng.integers(0, 3, size=(sides, 18)) / 3 + rng.integers(0, 3, size=(sides, 18)) * 4e-10
    agrees(space_of(sizes), worth)


def test_where_everything_is_forbidden_nothing_is_on_the_frontier() -> None:
    """Nor where each deal is on its own."""
    worth = np.ones((2, 4))
    both = frozenset({0, 1})
    for pattern in ((), ((0, both), (1, both))):
        found = front_of_deals(space_of([2, 2], (pattern,)), worth)
        assert found is not None
        assert len(found.values) == 0


def test_a_front_that_is_too_large_is_given_up() -> None:
    """Four deals, none of which beats another."""
    worth = np.array([[0, 1, 0, 2], [1, 0, 2, 0.0]])
    assert front_of_deals(space_of([2, 2]), worth, most=3) is None
    found = front_of_deals(space_of([2, 2]), worth, most=4)
    assert found is not None
    assert len(found.values) == 4


@pytest.mark.parametrize("sides", [2, 3])
def test_spaces_that_nobody_could_list_have_frontiers_too(sides: int) -> None:
    """Forty issues of three options in whole points: 10**19 deals; its best sums are known."""
    rng = np.random.default_rng(1)
    worth = rng.integers(0, 3, size=(sides, 120)).astype(np.float64)
    found = front_of_deals(space_of([3] * 40), worth)
    assert found is not None
    best = worth.reshape(sides, 40, 3).max(axis=2).sum(axis=1)
    assert (found.values.max(axis=0) == best).all()
    together = worth.sum(axis=0).reshape(40, 3).max(axis=1).sum()
    assert found.values.sum(axis=1).max() == together


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_whoever_is_beaten_clearly_is_left_out_and_nobody_else(sides: int) -> None:
    """Against comparing all pairs."""
    rng = np.random.default_rng(5)
    points = rng.integers(0, 6, size=(500, sides)) + rng.integers(0, 3, size=(500, sides)) * 1e-10
    left = set(unbeaten(points).tolist())
    for i, point in enumerate(points):
        above = (points >= point).all(axis=1)
        clearly = above & (points.sum(axis=1) > point.sum() + 4e-9 * sides)
        same = (points[:i] == point).all(axis=1).any()
        assert (i in left) == (not clearly.any() and not same)

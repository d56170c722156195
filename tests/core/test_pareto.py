"""The frontier of the negotiators' values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.core.arrays import FloatArray
from leveltwo.core.pareto import frontier
from tests.oracle.bargaining import frontier as oracle_frontier

POINTS = st.integers(2, 4).flatmap(
    lambda sides: st.lists(
        st.lists(st.integers(0, 6), min_size=sides, max_size=sides), min_size=1, max_size=40
    )
)


@given(POINTS)
def test_the_frontier_is_what_comparing_all_pairs_leaves(points: list[list[int]]) -> None:
    """For two, three and four negotiators; one deal for each point, the first that has it."""
    values = np.array(points, dtype=np.float64)
    found = frontier(values).tolist()
    vectors = [tuple(points[i]) for i in found]
    assert set(vectors) == oracle_frontier({tuple(map(float, point)) for point in points})
    assert len(vectors) == len(set(vectors))
    assert all(points.index(points[i]) == i for i in found)


def test_deals_stand_by_falling_value_to_the_first() -> None:
    """Ends of the frontier first and last."""
    values = np.array([[0, 9], [5, 5], [4, 4], [9, 0.0]])
    assert frontier(values).tolist() == [3, 1, 0]


@pytest.mark.parametrize("sides", [2, 3])
def test_values_that_differ_by_rounding_are_one_point(sides: int) -> None:
    """Compared after rounding to nine decimals; minus nothing is nothing."""
    values = np.array([[0.1 + 0.2, -1e-12], [0.3, 0.0]])
    padded = np.hstack([values, np.zeros((2, sides - 2))])
    assert len(frontier(padded)) == 1


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_on_a_sphere_nobody_is_dominated_and_halfway_to_the_middle_everybody(sides: int) -> None:
    """However many there are."""
    angles = np.random.default_rng(1).normal(size=(6000, sides))
    outer = np.abs(angles) / np.linalg.norm(angles, axis=1, keepdims=True)
    assert sorted(frontier(np.vstack([outer / 2, outer]))) == list(range(6000, 12000))


def one_by_one(values: FloatArray) -> list[int]:
    """The first deal of every point that no other dominates, by comparing with all others."""
    points = np.round(values, 9) + 0.0
    _, first = np.unique(points, axis=0, return_index=True)
    kept = []
    for i in first.tolist():
        above = (points >= points[i]).all(axis=1) & (points > points[i]).any(axis=1)
        if not above.any():
            kept.append(i)
    return sorted(kept, key=lambda i: tuple(-points[i]))


@pytest.mark.parametrize("sides", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("steps", [4, 30, 1_000_000])
def test_large_sets_agree_with_comparing_one_by_one(sides: int, steps: int) -> None:
    """Few values and many ties, or hardly any; sums of issues, so most deals lie in the middle."""
    rng = np.random.default_rng(sides)
    parts = np.round(rng.uniform(size=(4, 9, sides)) * steps) / steps
    values = np.zeros((1, sides))
    for part in parts:
        values = (values[:, None] + part).reshape(-1, sides)
    assert frontier(values[::3]).tolist() == one_by_one(values[::3])


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_values_that_nearly_touch_are_told_apart_after_rounding_alone(sides: int) -> None:
    """Differences around a billionth, in both directions."""
    rng = np.random.default_rng(7)
    values: FloatArray = 50 + rng.integers(-6, 7, size=(400, sides)) * np.float64(4e-10)
    assert frontier(values).tolist() == one_by_one(values)


def test_of_no_deals_there_is_no_frontier() -> None:
    """Nothing, and one of one."""
    assert frontier(np.empty((0, 2))).tolist() == []
    assert frontier(np.array([[1.0, 2.0]])).tolist() == [0]

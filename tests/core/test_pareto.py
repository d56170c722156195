"""The frontier of the negotiators' values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_large_sets_are_compared_in_chunks() -> None:
    """On a sphere nobody is dominated; halfway to the middle everybody is."""
    angles = np.random.default_rng(1).normal(size=(1500, 3))
    outer = np.abs(angles) / np.linalg.norm(angles, axis=1, keepdims=True)
    assert sorted(frontier(np.vstack([outer / 2, outer]))) == list(range(1500, 3000))

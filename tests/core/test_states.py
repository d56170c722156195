"""States of a dynamic programme."""

from __future__ import annotations

import numpy as np

from leveltwo.core.states import merged, undominated

INF = np.inf


def test_equal_states_keep_the_least_cost_of_every_draw_and_the_first_way_to_it() -> None:
    """States that cannot be reached in any draw are forgotten."""
    states = np.array([[1, 2], [0, 5], [1, 2], [1, 2], [3, 3]])
    cost = np.array([[4, 9], [1, 1], [3, 9], [3, 2], [INF, INF]], dtype=np.float64)
    found, least, way = merged(states, cost)
    assert found.tolist() == [[0, 5], [1, 2]]
    assert least.tolist() == [[1, 1], [3, 2]]
    assert way.tolist() == [[1, 1], [2, 3]]


def test_a_higher_sum_must_be_cheaper_in_some_draw() -> None:
    """Than all lower sums of the same kind; other kinds do not count."""
    states = np.array([[0, 1], [0, 2], [0, 3], [0, 4], [1, 9]])
    cost = np.array([[5, 5], [6, 4], [6, 5], [4, 9], [7, 7]], dtype=np.float64)
    assert undominated(states, cost).tolist() == [True, True, False, True, True]

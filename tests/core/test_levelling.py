"""The least that keeps a coalition of equal votes together against a rival."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.core.levelling import levelled

PEOPLE = st.lists(st.integers(-6, 9), min_size=1, max_size=4)


def cost(height: list[float], counted: int, needed: int, budget: float) -> float:
    """What a coalition takes, all heights checked."""
    after = levelled(np.array(height, dtype=float), counted, needed, budget)
    assert after is not None
    there = np.isfinite(after)
    assert there.sum() == counted
    more = after[there] - np.array(height, dtype=float)[there]
    assert (more >= -1e-9).all()
    assert (after[there] >= 0).all()
    assert np.sort(after[there])[: counted - needed + 1].sum() >= budget - 1e-9
    return float(more.sum())


@pytest.mark.parametrize(("counted", "budgets"), [(5, 5), (6, 3), (7, 7 / 3), (8, 2), (9, 1.8)])
def test_of_nine_who_do_not_care_a_larger_coalition_costs_less(
    counted: int, budgets: float
) -> None:
    """Groseclose & Snyder 1996: (k + 1 + j)/(j + 1) rival budgets for k + 1 + j of 2k + 1."""
    assert cost([0.0] * 9, counted, 5, 60) == pytest.approx(60 * budgets)


def test_only_the_lowest_are_raised_to_one_level() -> None:
    after = levelled(np.array([9.0, 1.0, 2.0, -50.0]), 3, 2, 10)
    assert after is not None
    assert after.tolist() == [9, 5, 5, -np.inf]


def test_who_stands_high_enough_needs_nothing() -> None:
    assert cost([9, 9, 9], 3, 2, 18) == 0
    assert cost([9, 9, -4], 3, 2, 9) == pytest.approx(4)


def test_whoever_no_points_win_cannot_be_counted_on() -> None:
    assert levelled(np.array([3.0, -np.inf]), 2, 1, 5) is None


@given(PEOPLE, st.data())
def test_no_other_heights_of_any_coalition_so_large_cost_less(
    height: list[int], data: st.DataObject
) -> None:
    """Every way to raise people by whole points, tried."""
    needed = data.draw(st.integers(1, len(height)))
    counted = data.draw(st.integers(needed, len(height)))
    budget = data.draw(st.integers(1, 6)) * (counted - needed + 1)
    found = cost([float(h) for h in height], counted, needed, budget)
    options = [(-np.inf, *range(max(h, 0), max(h, 0) + budget + 1)) for h in height]
    best = min(
        sum(a - h for a, h in zip(after, height, strict=True) if a >= 0)
        for after in product(*options)
        if sum(a >= 0 for a in after) == counted
        and sum(sorted(a for a in after if a >= 0)[: counted - needed + 1]) >= budget
    )
    assert found <= best + 1e-9


@given(PEOPLE, st.data())
def test_a_richer_rival_costs_no_less(height: list[int], data: st.DataObject) -> None:
    needed = data.draw(st.integers(1, len(height)))
    budget = data.draw(st.floats(0, 50))
    heights = [float(h) for h in height]
    less = cost(heights, len(height), needed, budget)
    assert less <= cost(heights, len(height), needed, budget + 3) + 1e-9

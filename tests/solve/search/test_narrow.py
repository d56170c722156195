"""Bounding numbers of a partial plan: the same bounds from fewer draws and options."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.solve.aids import aids_of
from leveltwo.solve.bounding import bounding
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import pose
from leveltwo.solve.recipe import FULL
from leveltwo.solve.search.bounds import ledger, passing_worth, who_passes
from leveltwo.solve.search.narrow import narrow, restrict, still_passing
from tests.brute import every_plan, rivals, table_of
from tests.strategies import build


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("floor", [0.0, 0.3])
def test_lost_draws_make_no_difference_to_the_bound(seed: int, floor: float) -> None:
    """They add nothing to what passing is worth."""
    problem = pose(table_of(rivals(random.Random(seed)), 48, seed), Objective(floor=floor))
    exact, bounds = problem.exact, bounding(problem, aids_of(problem))
    domain = problem.allowed.copy()
    domain[0] = [k == seed % 2 for k in range(domain.shape[1])]
    worth = []
    for live in (np.arange(48), still_passing(domain, exact, bounds)):
        less = restrict(domain, live, exact.first_column, bounds)
        room = ledger(exact, less)
        who_passes(domain, less.high, less.low, exact, less, room)
        worth.append(passing_worth(room.passes, less.top, exact.need, less.draws))
        assert len(less.top) == len(live)
        assert less.draws == 48
    assert worth[0] == pytest.approx(worth[1], abs=1e-9)


def test_arrays_are_made_smaller_where_many_draws_are_lost() -> None:
    """And only there, and only if asked."""
    problem = pose(table_of(rivals(random.Random(1)), 48), Objective())
    exact, bounds = problem.exact, bounding(problem, aids_of(problem))
    bounds.high[:, 5:] = -1e6
    assert narrow(problem.allowed, FULL._replace(drop_lost=False), exact, bounds).top.size == 48
    assert narrow(problem.allowed, FULL, exact, bounds).top.size <= 5
    bounds.high[:] = 1e6
    bounds.top[:] = 1.0
    assert narrow(problem.allowed, FULL, exact, bounds).top.size == 48


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_has_margins_beyond_those_of_the_options_left(seed: int) -> None:
    """At the start, and less what its options take."""
    table = table_of(build(random.Random(seed)), 8, seed)
    problem = pose(table, Objective())
    exact, bounds = problem.exact, bounding(problem, aids_of(problem))
    plans = list(every_plan(table.layout, Objective()))[:20]
    domain = np.zeros_like(problem.allowed)
    for chosen in plans:
        domain[np.arange(len(chosen)), chosen] = True
    less = restrict(domain, np.arange(8), exact.first_column, bounds)
    for chosen in plans:
        columns = exact.first_column[:-1] + chosen
        margin = exact.base + exact.gain[columns].sum(axis=0)
        assert (less.high >= margin - less.pad).all()
        assert np.abs(less.high - less.loss[columns].sum(axis=0) - margin).max() < less.pad
        if len(less.low):
            assert (less.low <= margin + less.pad).all()

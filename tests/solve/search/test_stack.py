"""Partial plans on each other."""

from __future__ import annotations

import numpy as np

from leveltwo.solve.aids import aids_of
from leveltwo.solve.bounding import bounding
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.problem import pose
from leveltwo.solve.result import Status
from leveltwo.solve.search.stack import new_stack, open_plans
from tests.board import board, certain_table


def test_the_stack_is_only_as_deep_as_there_is_to_choose() -> None:
    """Moves that may not be used take no room."""
    moves = {f"m{i}": {"by": "them"} for i in range(50)}
    table = certain_table(board({"ann": 1}, {"vote": "ann"}, moves))
    problem = pose(table, Objective())
    bounds = bounding(problem, aids_of(problem))
    assert len(new_stack(problem.allowed, 1.0, bounds).paid) == 4
    assert optimise(table, Objective()).status is Status.OPTIMAL


def test_a_plan_not_looked_at_is_left_as_it_is() -> None:
    """With what it cannot exceed; unless that is no better than the best."""
    problem = pose(certain_table(board({"ann": 1}, {"vote": "ann"})), Objective())
    bounds = bounding(problem, aids_of(problem))
    stack = new_stack(problem.allowed, 7.0, bounds)
    left, limits = open_plans(0, 3.0, stack)
    assert limits.tolist() == [7.0]
    assert np.array_equal(left[0], problem.allowed)
    assert len(open_plans(0, 7.0, stack)[0]) == 0

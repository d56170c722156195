"""Rounds over partial plans: the same whoever works, and nothing lost when broken off."""

from __future__ import annotations

import random
from contextlib import closing

import pytest

from leveltwo.core.crew import Threads
from leveltwo.solve.aids import aids_of
from leveltwo.solve.bounding import bounding, ceiling, order
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.pool import Exploration, Pool
from leveltwo.solve.problem import pose
from leveltwo.solve.recipe import FULL, Recipe
from leveltwo.solve.result import Status
from tests.brute import best, rivals, table_of


@pytest.mark.parametrize("nodes", [None, 500])
@pytest.mark.parametrize("goal", [Goal.VALUE, Goal.CHANCE])
def test_the_result_does_not_depend_on_the_number_of_workers(goal: Goal, nodes: int | None) -> None:
    """Plan, score, bound and even the number of nodes."""
    table = table_of(rivals(random.Random(4), issues=5, moves=8), 64)
    results = [
        optimise(table, Objective(goal=goal), nodes=nodes, crew=Threads(workers))
        for workers in (1, 2, 5)
    ]
    for found in results:
        assert found.chosen is not None
        assert results[0].chosen is not None
        assert found.chosen.tolist() == results[0].chosen.tolist()
        assert (found.score, found.bound, found.nodes) == (
            results[0].score,
            results[0].bound,
            results[0].nodes,
        )


@pytest.mark.parametrize("part", FULL._fields)
@pytest.mark.parametrize("seed", range(4))
def test_every_part_of_the_recipe_may_be_left_out(part: str, seed: int) -> None:
    """The search is slower, the answer the same."""
    table = table_of(rivals(random.Random(seed)), 32, seed)
    found = optimise(table, Objective(), recipe=FULL._replace(**{part: False}))
    assert found.status is Status.OPTIMAL
    assert found.score == pytest.approx(best(table, Objective()), abs=2e-6)


def test_a_round_broken_off_loses_no_partial_plan() -> None:
    """What was not looked into waits on, and the search can be finished."""
    table = table_of(rivals(random.Random(2), issues=6, moves=8), 64)
    problem = pose(table, Objective())
    aids = aids_of(problem)
    bounds = bounding(problem, aids)
    recipe = Recipe(climb=False)
    task = Exploration(problem, bounds, aids, order(problem, bounds), recipe)
    pool = Pool(problem.allowed, ceiling(problem, bounds), 2000)
    score, limits = -1e9, []
    for _ in range(10_000):
        if pool.limit == -float("inf"):
            break
        limits.append(pool.limit)
        with closing(pool.round(task, Threads(1), score, None)) as results:
            for result in results:
                score = max(score, result.score)
                break
    assert score == pytest.approx(optimise(table, Objective()).score, abs=1e-6)
    assert limits == sorted(limits, reverse=True)

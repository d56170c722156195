"""Annealing: changes worked out piece by piece come to what the whole comes to."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest

from leveltwo.core.arrays import IntArray
from leveltwo.solve.kernels import desk, keeps_rules, worth
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.problem import Problem, pose
from leveltwo.solve.schedule import SCHEDULES, lured
from leveltwo.solve.search.anneal import anneal, random_state, scatter, toss
from leveltwo.solve.terrain import terrain
from tests.board import board, certain_table
from tests.brute import best, rivals, table_of
from tests.strategies import build

NEVER = np.zeros(1, dtype=np.bool_)


def random_plan(problem: Problem, seed: int) -> IntArray | None:
    """A plan that keeps the rules, if the first try leads to one."""
    domain = problem.allowed.copy()
    return domain.argmax(axis=1) if scatter(seed, domain, problem.rules) else None


def annealed(
    problem: Problem, seed: int, steps: int, schedule: int = 0
) -> tuple[float, IntArray] | None:
    """What annealing comes to, and the plan."""
    start = random_plan(problem, seed)
    if start is None:
        return None
    found = start.copy()
    plan = lured(SCHEDULES[schedule], problem)
    return (
        anneal(seed, steps, plan, start, found, NEVER, terrain(problem), problem.rules),
        found,
    )


@pytest.mark.parametrize("schedule", range(len(SCHEDULES)))
@pytest.mark.parametrize("seed", range(40))
def test_the_plan_kept_is_worth_what_was_added_up(seed: int, schedule: int) -> None:
    """Cues, red lines, bands, members, gates of gates, rules and floors included."""
    rng = random.Random(seed)
    table = table_of(build(rng), 32, seed)
    goal = rng.choice(list(Goal))
    problem = pose(table, Objective(goal=goal, floor=rng.choice([0.0, 0.3])))
    end = annealed(problem, seed, 300, schedule)
    if end is not None:
        score, found = end
        value, count = worth(found, problem.exact, desk(problem.exact))
        assert keeps_rules(found, problem.rules)
        assert problem.allowed[np.arange(len(found)), found].all()
        if np.isfinite(score):
            assert count >= problem.exact.need
            assert score == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize("seed", range(6))
def test_where_nothing_passes_at_first_there_is_a_slope(seed: int) -> None:
    """A certain case whose gates fail at almost all plans: the best is found all the same."""
    doc = rivals(random.Random(seed), people=6, moves=6)
    for about in doc["constituencies"].values():
        about["no_deal"] = 55
    table = certain_table(doc)
    problem = pose(table, Objective())
    ends = [annealed(problem, chain, 10000, chain % 2) for chain in range(8)]
    assert max(end[0] for end in ends if end) == pytest.approx(best(table, Objective()), abs=1e-3)


def test_a_floor_draws_the_search() -> None:
    """Towards plans that pass often enough, then to the cheapest of them."""
    ann = {"margin": -30, "no_deal": [60, 80, 90]}
    moves = {f"m{i}": {"effects": {"ann": 8 + i}, "cost": 1 + i / 10} for i in range(8)}
    table = table_of(board({"ann": ann}, {"vote": "ann"}, moves), 64)
    asked = Objective(goal=Goal.COST, floor=0.9, deal={"text": "treaty"})
    end = annealed(pose(table, asked), 1, 2000)
    assert end is not None
    assert end[0] == pytest.approx(best(table, asked), abs=1e-5)


def test_a_halt_is_heard() -> None:
    """At the next level; what was found until then is kept."""
    problem = pose(table_of(rivals(random.Random(1)), 32), Objective())
    start = random_plan(problem, 1)
    assert start is not None
    found = np.full(len(start), -1)
    plan = lured(SCHEDULES[0], problem)
    halt = np.ones(1, dtype=np.bool_)
    anneal(1, 10**12, plan, start.copy(), found, halt, terrain(problem), problem.rules)
    assert found.tolist() == start.tolist()


def test_where_nothing_is_open_the_one_plan_is_the_end() -> None:
    """One option, no moves."""
    doc = board({"ann": 3}, {"vote": "ann"})
    problem = pose(certain_table(doc), Objective(deal={"text": "treaty"}))
    end = annealed(problem, 0, 10**12)
    assert end is not None
    assert end[0] == pytest.approx(20)
    assert end[1].tolist() == [1]


@pytest.mark.parametrize("seed", range(20))
def test_plans_scattered_keep_the_rules(seed: int) -> None:
    """Or there is none where the draw led."""
    problem = pose(table_of(build(random.Random(seed)), 2, seed), Objective())
    plans = [random_plan(problem, chain) for chain in range(10)]
    assert any(plan is not None for plan in plans)
    assert all(keeps_rules(plan, problem.rules) for plan in plans if plan is not None)


def test_scattered_plans_are_spread_evenly() -> None:
    """Three by two plans, six thousand draws: each comes about a thousand times."""
    problem = pose(
        certain_table(board({"ann": 1}, {"vote": "ann"}, {"a": {}, "b": {}, "c": {}})),
        Objective(moves=frozenset({"a", "b"})),
    )
    seen = Counter(str(random_plan(problem, seed)) for seed in range(4000))
    assert len(seen) == 8
    assert all(400 < number < 600 for number in seen.values())


def test_random_numbers_fill_the_range() -> None:
    """From 0 to 1, their mean one half."""
    state = random_state(7)
    seen = [toss(state) for _ in range(4000)]
    assert 0 <= min(seen) < 0.01
    assert 0.99 < max(seen) < 1
    assert np.mean(seen) == pytest.approx(0.5, abs=0.02)

"""Whether moves could help: never a wrong no, and a sharp no where nothing else is open."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.table import Table
from leveltwo.solve.aids import MOST_SLOTS, aids_of
from leveltwo.solve.bounding import bounding
from leveltwo.solve.kernels import desk, worth
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import Problem, pose
from leveltwo.solve.search.bounds import ledger, who_passes
from leveltwo.solve.search.help import could_help, purse
from leveltwo.solve.search.stack import new_stack, settle
from tests.board import board, certain_table
from tests.brute import rivals, table_of


def domains(problem: Problem, rng: random.Random) -> BoolArray:
    """A deal, or a part of one, with every move still open."""
    domain = problem.allowed.copy()
    for v, variable in enumerate(problem.layout.variables):
        if not variable.is_move and rng.random() < 0.7:
            domain[v] = False
            domain[v, rng.randrange(len(variable.options))] = True
    return domain


def most(problem: Problem, domain: BoolArray) -> float:
    """What the best plan in a domain comes to, rules apart."""
    options = [np.flatnonzero(row) for row in domain]
    room = desk(problem.exact)
    return max(worth(np.array(plan), problem.exact, room)[0] for plan in product(*options))


def says(problem: Problem, domain: BoolArray, aim: float) -> bool:
    """The answer, from the bounding numbers of the domain."""
    exact, aids = problem.exact, aids_of(problem)
    bounds = bounding(problem, aids)
    stack = new_stack(domain, np.inf, bounds)
    settle(0, stack, exact, bounds)
    room, money = ledger(exact, bounds), purse(len(bounds.tests.start), len(bounds.top), aids)
    who_passes(domain, stack.high[0], stack.low[0], exact, bounds, room)
    least = sum(float(p[d[: len(p)]].min()) for p, d in zip(prices(problem), domain, strict=True))
    return could_help(
        room.high,
        stack.top[0],
        room.surely,
        stack.fixed[0],
        aim + least,
        exact,
        bounds,
        aids,
        money,
    )


def prices(problem: Problem) -> list[FloatArray]:
    """Prices by variable."""
    return np.split(problem.exact.price, problem.exact.first_column[1:-1])


def small(seed: int) -> Problem:
    """A case with few plans."""
    return pose(table_of(rivals(random.Random(seed), issues=2, moves=5), 32, seed), Objective())


@pytest.mark.parametrize("seed", range(25))
def test_a_domain_with_a_better_plan_is_never_given_up(seed: int) -> None:
    """Whatever is open."""
    problem, rng = small(seed), random.Random(seed)
    for _ in range(4):
        domain = domains(problem, rng)
        best = most(problem, domain)
        assert says(problem, domain, best - 1e-4)


def gifts(rng: random.Random) -> Problem:
    """Three voters against a treaty, and gifts that harm nobody."""
    people = {who: -rng.uniform(1, 15) for who in ("ann", "bob", "cat")}
    moves = {
        f"m{i}": {
            "effects": {who: rng.uniform(0.5, 9) for who in rng.sample(sorted(people), 2)},
            "cost": rng.uniform(0.2, 4),
        }
        for i in range(6)
    }
    vote = {"need": "majority", "votes": {"ann": 3, "bob": 2, "cat": 2}}
    return pose(certain_table(board(people, {"vote": vote}, moves)), Objective())


@pytest.mark.parametrize("seed", range(25))
def test_a_deal_without_a_better_set_of_gifts_is_given_up(seed: int) -> None:
    """Where only moves are open, what they must cost is known exactly."""
    problem = gifts(random.Random(seed))
    domain = problem.allowed.copy()
    domain[0] = [k == 1 for k in range(domain.shape[1])]
    best = max(most(problem, domain), 0.0)
    assert not says(problem, domain, best + 1e-5)
    assert best == 0 or says(problem, domain, best - 1e-5)


def table_with(helpers: int) -> Table:
    """One voter whom many small gifts help."""
    moves = {f"m{i}": {"effects": {"ann": 1 + i / 10}, "cost": 0.3} for i in range(helpers)}
    return certain_table(board({"ann": -7}, {"vote": "ann"}, moves))


def test_a_voter_with_very_many_helpers_takes_bounded_room() -> None:
    """Some of the helpers are then taken to help anyway."""
    problem = pose(table_with(20), Objective())
    aids = aids_of(problem)
    assert aids.slots <= MOST_SLOTS
    assert aids.most_bits < 20
    assert says(problem, problem.allowed, 10.0)


def test_a_problem_without_priced_help_is_never_given_up() -> None:
    """There is nothing to charge for."""
    problem = pose(certain_table(board({"ann": 1}, {"vote": "ann"})), Objective())
    assert says(problem, problem.allowed, 1000.0)

"""Climbing to good plans."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.evaluation import scores
from leveltwo.solve import local
from leveltwo.solve.kernels import keeps_rules
from leveltwo.solve.local import climbs
from leveltwo.solve.objective import Objective
from leveltwo.solve.pace import Pace
from leveltwo.solve.problem import pose
from tests.board import board, certain_table
from tests.brute import rivals, table_of
from tests.strategies import build


@pytest.mark.parametrize("seed", range(12))
def test_every_climb_ends_at_a_plan_worth_what_it_says(seed: int) -> None:
    """That keeps the rules and reaches the floor, and that no single change improves."""
    table = table_of(build(random.Random(seed)), 32, seed)
    asked = Objective(floor=0.25)
    problem = pose(table, asked)
    for score, chosen in climbs(problem, (), seed, Pace()):
        assert keeps_rules(chosen, problem.rules)
        found = scores(table, [chosen])[0]
        assert found.chance >= 0.25
        assert score == pytest.approx(found.value, abs=2e-6)
        for v in range(len(chosen)):
            for k in np.flatnonzero(problem.allowed[v]):
                other = chosen.copy()
                other[v] = k
                if keeps_rules(other, problem.rules):
                    near = scores(table, [other])[0]
                    assert near.chance < 0.25 or near.value <= found.value + 2e-6


def test_climbs_repeat() -> None:
    """The same seed, the same plans; another seed, other random starts."""
    problem = pose(table_of(rivals(random.Random(1)), 32), Objective())

    def ends(seed: int) -> list[list[int]]:
        return [chosen.tolist() for _, chosen in climbs(problem, (), seed, Pace())]

    assert ends(1) == ends(1)
    assert len(ends(1)) <= local.STARTS


def test_plans_to_start_from_that_are_no_plans_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those that break a rule, or use what may not be used."""
    monkeypatch.setattr(local, "STARTS", 0)
    moves = {
        "gift": {"effects": {"ann": 5}, "excludes": ["card"]},
        "card": {},
        "call": {"device": "direct_dealing"},
    }
    problem = pose(certain_table(board({"ann": 1}, {"vote": "ann"}, moves)), Objective())
    plan = {name: np.zeros(4, dtype=np.int64) for name in ("good", "broken", "asking")}
    index = problem.layout.index
    plan["broken"][[index["move:gift"], index["move:card"]]] = 1
    plan["asking"][index["move:call"]] = 1
    assert list(climbs(problem, (plan["broken"], plan["asking"]), 0, Pace())) == []
    assert len(list(climbs(problem, (plan["good"],), 0, Pace()))) == 1
    assert not plan["good"].any()


def test_climbing_stops_when_time_is_up() -> None:
    """In the middle of a climb, with what was reached."""
    problem = pose(table_of(rivals(random.Random(1)), 64), Objective())
    found = list(climbs(problem, (), 0, Pace(until=0.0)))
    assert len(found) <= 1


def test_where_the_rules_leave_nothing_there_is_nowhere_to_start() -> None:
    """A deal that the rules forbid."""
    never = [{"never": {"text": "treaty"}}]
    doc = board({"ann": 1}, {"vote": "ann"}, constraints=never)
    problem = pose(certain_table(doc), Objective(deal={"text": "treaty"}))
    assert list(climbs(problem, (), 0, Pace())) == []


def test_a_climb_towards_a_floor_has_a_direction() -> None:
    """Two gifts are needed in turn before the floor is reached at all."""
    ann = {"margin": -10, "no_deal": [40, 50, 70]}
    moves = {f"m{i}": {"effects": {"ann": 8}, "cost": 1} for i in range(4)}
    doc = board({"ann": ann}, {"vote": "ann"}, moves)
    table = table_of(doc, 64)
    asked = Objective(floor=0.9, deal={"text": "treaty"})
    assert [score for score, _ in climbs(pose(table, asked), (), 0, Pace())]

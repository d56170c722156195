"""Climbing to good plans."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.crew import Threads
from leveltwo.core.evaluation import scores
from leveltwo.solve import local
from leveltwo.solve.kernels import keeps_rules
from leveltwo.solve.local import climbs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.pace import Pace
from leveltwo.solve.problem import pose
from tests.board import board, certain_table
from tests.brute import best, rivals, table_of
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
    """The same seed, the same plans."""
    problem = pose(table_of(rivals(random.Random(1)), 32), Objective())

    def ends(seed: int) -> list[list[int]]:
        return [chosen.tolist() for _, chosen in climbs(problem, (), seed, Pace())]

    assert ends(1) == ends(1)


@pytest.mark.parametrize("seed", range(4))
def test_the_number_of_workers_changes_nothing(seed: int) -> None:
    """One, two or three threads: the same plans in the same order."""
    problem = pose(table_of(rivals(random.Random(seed)), 32, seed), Objective())

    def ends(crew: Threads | None) -> list[tuple[float, list[int]]]:
        found = climbs(problem, (), seed, Pace(), crew=crew)
        return [(score, chosen.tolist()) for score, chosen in found]

    alone = ends(None)
    assert alone
    assert all(ends(Threads(workers)) == alone for workers in (1, 2, 3))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    "asked",
    [Objective(), Objective(floor=0.4), Objective(goal=Goal.CHANCE)],
    ids=["value", "floor", "chance"],
)
def test_the_best_plan_of_a_small_case_is_reached(seed: int, asked: Objective) -> None:
    """As brute force finds it."""
    table = table_of(rivals(random.Random(seed)), 32, seed)
    most = best(table, asked)
    found = [score for score, _ in climbs(pose(table, asked), (), seed, Pace())]
    assert max(found, default=-np.inf) == pytest.approx(most, abs=2e-6)


@pytest.mark.parametrize("seed", range(12))
def test_the_best_plan_is_reached_whatever_a_case_holds(seed: int) -> None:
    """Cues, red lines, bands, members, gates of gates, rules."""
    table = table_of(build(random.Random(seed)), 32, seed)
    found = [score for score, _ in climbs(pose(table, Objective()), (), seed, Pace())]
    assert max(found) == pytest.approx(best(table, Objective()), abs=2e-6)


def test_a_short_effort_is_one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """And more effort goes on from there in the same way, unless all chains agree."""
    problem = pose(table_of(rivals(random.Random(1), issues=9), 32), Objective())
    monkeypatch.setattr(local, "_settled", lambda *_: False)
    short = [chosen.tolist() for _, chosen in climbs(problem, (), 0, Pace(), effort=0)]
    longer = [chosen.tolist() for _, chosen in climbs(problem, (), 0, Pace(), effort=1)]
    assert len(short) == local.STARTS < len(longer)
    assert longer[: len(short)] == short


def test_rounds_go_on_while_they_find_something_better(monkeypatch: pytest.MonkeyPatch) -> None:
    """And end when a round finds nothing better, if enough of its chains agree."""
    problem = pose(table_of(rivals(random.Random(1), issues=9), 32), Objective())
    ends = iter([1.0, 2.0, 3.0, 3.0, 3.0])
    monkeypatch.setattr(local, "_round", lambda *_: iter([(next(ends), np.zeros(1))]))
    monkeypatch.setattr(local, "AGREE", 1)
    assert [score for score, _ in climbs(problem, (), 0, Pace(), effort=9)] == [1, 2, 3, 3]


def test_chains_that_all_agree_or_outnumber_the_plans_are_enough() -> None:
    """One short round."""
    few = pose(table_of(rivals(random.Random(1), issues=2, moves=1), 32), Objective())
    assert len(list(climbs(few, (), 0, Pace()))) == local.STARTS


def test_a_floor_that_no_chain_reaches_is_given_up() -> None:
    """After the second round: whether there is such a plan is for the search to say."""
    table = table_of(rivals(random.Random(1), issues=6), 32)
    assert list(climbs(pose(table, Objective(floor=1)), (), 0, Pace())) == []


def test_whoever_stops_listening_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chains under way end at their next level, however long they were to be."""
    problem = pose(table_of(rivals(random.Random(1), issues=9), 32), Objective())
    monkeypatch.setattr(local, "STEPS", 10**9)
    monkeypatch.setattr(local, "_settled", lambda *_: False)
    found = climbs(problem, (), 0, Pace(), crew=Threads(2))
    for _ in range(local.STARTS):
        next(found)
    found.close()


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


def test_plans_to_start_from_that_pass_too_seldom_lead_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where no single change reaches the floor."""
    monkeypatch.setattr(local, "STARTS", 0)
    problem = pose(certain_table(board({"ann": -1}, {"vote": "ann"})), Objective(floor=1))
    start = np.zeros(len(problem.allowed), dtype=np.int64)
    assert list(climbs(problem, (start,), 0, Pace())) == []


def test_when_time_is_up_the_other_plans_to_start_from_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first of them is still looked at."""
    monkeypatch.setattr(local, "STARTS", 0)
    problem = pose(certain_table(board({"ann": 1}, {"vote": "ann"})), Objective())
    start = np.zeros(len(problem.allowed), dtype=np.int64)
    assert len(list(climbs(problem, (start, start), 0, Pace(0)))) == 1


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

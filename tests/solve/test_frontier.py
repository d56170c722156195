"""What more certainty costs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from leveltwo.core.evaluation import Score, scores
from leveltwo.solve import frontier
from leveltwo.solve.frontier import best_chance, trade_offs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Found, Status
from tests.board import board
from tests.brute import best, rivals, table_of


def figures(score: Score) -> tuple[float, float, float]:
    """What nobody should beat at once."""
    return score.chance, score.gain, -score.cost


@pytest.mark.parametrize("seed", range(6))
def test_no_plan_of_the_frontier_beats_another(seed: int) -> None:
    """By rising chance; the best plan stands among them, and so does the best chance."""
    table = table_of(rivals(random.Random(seed)), 64, seed)
    found = optimise(table, Objective())
    assert found.chosen is not None
    chance = scores(table, [found.chosen])[0].chance
    options = trade_offs(table, Objective(), found.chosen, chance)
    kept = [figures(option.score) for option in options]
    assert [k[0] for k in kept] == sorted(k[0] for k in kept)
    for one in kept:
        assert not any(
            other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in kept
        )
    assert any(option.score.value == pytest.approx(found.score, abs=2e-6) for option in options)


def test_certainty_is_bought_step_by_step() -> None:
    """Moves of rising effect and cost for rising floors."""
    ann = {"margin": 0, "no_deal": [40, 50, 60]}
    moves = {f"m{i}": {"effects": {"ann": 2}, "cost": 2.5} for i in range(5)}
    table = table_of(board({"ann": ann}, {"vote": "ann"}, moves), 256)
    start = optimise(table, Objective()).chosen
    assert start is not None
    options = trade_offs(table, Objective(), start, scores(table, [start])[0].chance)
    assert len(options) >= 3
    costs = [option.score.cost for option in options]
    assert costs == sorted(costs)
    assert options[-1].score.chance > options[0].score.chance


def test_plans_worth_nothing_are_left_out_but_the_one_advised() -> None:
    """The best chance of all may cost more than the deal brings."""
    ann = {"margin": -4, "no_deal": [40, 50, 60]}
    moves = {"dear": {"effects": {"ann": 30}, "cost": 90}}
    table = table_of(board({"ann": ann}, {"vote": "ann"}, moves), 64)
    start = optimise(table, Objective()).chosen
    assert start is not None
    options = trade_offs(table, Objective(), start, scores(table, [start])[0].chance)
    assert [option.plan.moves for option in options] == [()]


def test_an_interrupt_ends_the_climb_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No further floor is tried."""
    asked: list[Objective] = []

    def interrupted(table: object, objective: Objective, **_: object) -> Found:
        asked.append(objective)
        return Found(Status.UNKNOWN, None, 0.0, 0.0, 0, 0.0, interrupted=True)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", interrupted)
    assert len(trade_offs(table, Objective(), start, 0.1)) == 1
    assert len(asked) == 1


def test_a_time_limit_holds_for_all_points_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each search gets what is left."""
    limits: list[float | None] = []
    clock = iter(range(100))

    def timed(table: object, objective: Objective, *, seconds: float | None, **_: object) -> Found:
        limits.append(seconds)
        return Found(Status.INFEASIBLE, None, 0.0, 0.0, 0, 0.0)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", timed)
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    trade_offs(table, Objective(), start, 0.1, seconds=3.0)
    assert limits == [2, 1, 0, 0, 0, 0, 0, 0]


def test_the_best_chance_is_the_best_of_all() -> None:
    """Whatever the plan is worth, and whatever floor was asked."""
    table = table_of(rivals(random.Random(2)), 64)
    asked = Objective(floor=0.9)
    found = best_chance(table, asked)
    assert found.score == pytest.approx(best(table, Objective(goal=Goal.CHANCE)), abs=2e-6)
    theirs = best_chance(table, replace(asked, sides=frozenset({"b"})))
    assert theirs.score >= found.score - 1e-6

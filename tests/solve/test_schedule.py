"""How an annealing goes, in the units of a problem."""

from __future__ import annotations

import pytest

from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.problem import pose
from leveltwo.solve.schedule import SCHEDULES, lured
from tests.board import board, certain_table

MOVES = {"gift": {"effects": {"ann": 5}, "cost": 2}, "card": {"cost": 4}}


def test_missing_a_gate_costs_a_share_of_what_there_is_to_win() -> None:
    """The treaty is worth 20 points to us; the two moves cost six."""
    table = certain_table(board({"ann": 1}, {"vote": "ann"}, MOVES))
    value = lured(SCHEDULES[0], pose(table, Objective()))
    assert value.steep == pytest.approx(20 * SCHEDULES[0].steep, rel=1e-6)
    assert value.lure == 0
    cost = lured(SCHEDULES[0], pose(table, Objective(goal=Goal.COST, floor=0.5)))
    assert cost.flat == pytest.approx(6 * SCHEDULES[0].flat, rel=1e-6)


def test_with_a_floor_passing_is_worth_more_than_anything_else() -> None:
    """As long as too few draws pass."""
    table = certain_table(board({"ann": 1}, {"vote": "ann"}, MOVES))
    schedule = lured(SCHEDULES[0], pose(table, Objective(floor=0.5)))
    assert schedule.lure == pytest.approx(40, rel=1e-6)


def test_where_nothing_is_to_be_won_the_schedule_still_has_a_scale() -> None:
    """No moves, and a deal that is worth nothing to us."""
    doc = board({"ann": 1}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 100
    schedule = lured(SCHEDULES[0], pose(certain_table(doc), Objective()))
    assert 0 < schedule.flat < schedule.steep

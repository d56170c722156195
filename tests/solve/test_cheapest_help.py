"""The least costly moves that bring a given deal to some chance."""

from __future__ import annotations

import random

import pytest

from leveltwo.core.choice import decode
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.table import Table
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from tests.board import board
from tests.brute import Doc, every_plan, rivals, table_of

ALL_THE_SAME = 1e-6


def helped(doc: Doc, draws: int, seed: int) -> tuple[Table, Objective, list[tuple[Score, int]]]:
    """A deal of a case, every set of moves scored, and how many moves each holds."""
    table = table_of(doc, draws, seed)
    rng = random.Random(seed)
    deal = {v.key: rng.choice(v.options) for v in table.layout.variables if not v.is_move}
    asked = Objective(goal=Goal.COST, deal=deal, moves=frozenset(table.layout.case.moves))
    plans = list(every_plan(table.layout, asked))
    found = scores(table, plans)
    sizes = [len(decode(table.layout, plan).moves) for plan in plans]
    return table, asked, list(zip(found, sizes, strict=True))


def check(table: Table, asked: Objective, every: list[tuple[Score, int]], floor: float) -> None:
    """The least cost among all sets that reach a floor; of equal costs the fewest moves."""
    found = optimise(table, Objective(asked.goal, floor, asked.deal, asked.moves))
    reached = [(s.cost, n) for s, n in every if s.chance >= floor - 1e-9 / table.draws]
    if not reached:
        assert found.status is Status.INFEASIBLE
        return
    least = min(cost for cost, _ in reached)
    fewest = min(n for cost, n in reached if cost <= least + ALL_THE_SAME / 2)
    assert found.status is Status.OPTIMAL
    assert found.chosen is not None
    score = scores(table, [found.chosen])[0]
    assert score.chance >= floor - 1e-9
    assert score.cost == pytest.approx(least, abs=ALL_THE_SAME)
    assert len(decode(table.layout, found.chosen).moves) <= fewest


@pytest.mark.parametrize("seed", range(8))
def test_at_every_chance_that_can_be_reached_the_cheapest_help_is_found(seed: int) -> None:
    """At the very chance, a trifle above it, and at a certainty that may be out of reach."""
    table, asked, every = helped(rivals(random.Random(seed), moves=6), 16, seed)
    for chance in sorted({score.chance for score, _ in every})[:8]:
        check(table, asked, every, chance)
        check(table, asked, every, min(1.0, chance + 1e-4))
    check(table, asked, every, 1.0)


@pytest.mark.parametrize("seed", range(4))
def test_what_others_do_in_return_costs_us_nothing(seed: int) -> None:
    """Their moves count for what they do, their cost for them alone."""
    doc = rivals(random.Random(seed), moves=6)
    for move in ("m0", "m3"):
        doc["moves"][move]["by"] = "b"
    table, asked, every = helped(doc, 16, seed)
    for chance in sorted({score.chance for score, _ in every})[:8]:
        check(table, asked, every, chance)


def test_of_equal_costs_fewer_moves_are_chosen() -> None:
    """Two for one point each do no more than one for two."""
    moves = {
        "one": {"effects": {"ann": 2}, "cost": 1},
        "other": {"effects": {"ann": 2}, "cost": 1},
        "whole": {"effects": {"ann": 4}, "cost": 2},
    }
    table = table_of(board({"ann": -4.0}, {"vote": "ann"}, moves), 1)
    found = optimise(table, Objective(Goal.COST, floor=1.0, deal={"text": "treaty"}))
    assert found.chosen is not None
    assert decode(table.layout, found.chosen).moves == ("whole",)

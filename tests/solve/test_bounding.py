"""The bounding side of a problem."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.arrays import IntArray
from leveltwo.errors import TooLarge
from leveltwo.solve.aids import aids_of
from leveltwo.solve.bounding import LEAST_PAD, Bounding, bounding, order
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.problem import EQUAL, Problem, pose, trifle
from tests.board import Doc, board, certain_table, layout_of
from tests.brute import best, every_plan, rivals, table_of
from tests.strategies import build


def bounds_of(problem: Problem) -> Bounding:
    """The bounding numbers of a problem."""
    return bounding(problem, aids_of(problem))


@pytest.mark.parametrize("seed", range(20))
def test_no_plan_has_margins_beyond_the_best_and_worst_still_possible(seed: int) -> None:
    """At the root, and less what its options take; within what rounding may take."""
    table = table_of(build(random.Random(seed)), 16, seed)
    problem = pose(table, Objective())
    exact, bounds = problem.exact, bounds_of(problem)
    for chosen in list(every_plan(table.layout, Objective()))[:60]:
        columns = exact.first_column[:-1] + chosen
        margin = exact.base + exact.gain[columns].sum(axis=0)
        high = bounds.high - bounds.loss[columns].sum(axis=0)
        assert np.abs(high - margin).max() < bounds.pad
        assert (bounds.high >= margin - bounds.pad).all()
        if len(bounds.low):
            low = bounds.low + bounds.rise[columns].sum(axis=0)
            assert np.abs(low - margin).max() < bounds.pad
        own = exact.own_base + exact.own[columns].sum(axis=0)
        assert bounds.top - bounds.down[columns].sum(axis=0) == pytest.approx(own)


def test_the_pad_grows_with_the_numbers() -> None:
    """Single precision loses more of large ones."""
    small_, large = ({"gift": {"effects": {"ann": n}}} for n in (5, 1_000_000))
    pads = [
        bounds_of(pose(certain_table(board({"ann": 1}, {"vote": "ann"}, moves)), Objective())).pad
        for moves in (small_, large)
    ]
    assert pads[0] == LEAST_PAD
    assert pads[1] > 0.1


@pytest.mark.parametrize("seed", range(8))
def test_large_numbers_do_not_mislead_the_bound(seed: int) -> None:
    """Effects of hundreds of thousands that cancel but for a thousandth."""
    rng = random.Random(seed)
    moves = {
        f"m{i}": {"effects": {"ann": sign * 333_333.3 + rng.uniform(-0.01, 0.01)}, "cost": 0.1}
        for i, sign in enumerate([1, -1, 1, -1, 1, -1])
    }
    doc = board(
        {"ann": {"margin": -0.005, "follows": {"bob": {"for": 0.002}}}, "bob": 1},
        {"vote": "ann"},
        moves,
    )
    table = table_of(doc, 2)
    assert optimise(table, Objective()).score == pytest.approx(best(table, Objective()), abs=2e-6)


def test_issues_come_before_moves_and_the_weighty_first() -> None:
    """The order in which variables are branched on."""
    doc = board(
        {"ann": 1},
        {"vote": "ann"},
        {
            "much": {"effects": {"ann": 30}},
            "more": {"effects": {"ann": 40}},
            "bit": {"effects": {"ann": 1}},
        },
    )
    problem = pose(certain_table(doc), Objective())
    found: IntArray = order(problem, bounds_of(problem))
    keys = [problem.layout.variables[v].key for v in found]
    assert keys == ["text", "more", "much", "bit"]


def test_a_search_beyond_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""
    problem = pose(table_of(rivals(random.Random(1)), 512), Objective())
    monkeypatch.setattr("leveltwo.core.memory.MOST_BYTES", 2**17)
    with pytest.raises(TooLarge, match=r"the search would take .* use fewer draws, or take out"):
        bounds_of(problem)


def test_all_moves_together_are_charged_less_than_counts() -> None:
    """A trifle each, so that they decide between equal plans only."""
    moves: Doc = {f"m{i}": {} for i in range(50)}
    layout = layout_of(board({"ann": 1}, {"vote": "ann"}, moves))
    assert 0 < 50 * trifle(layout) < EQUAL


def test_votes_beyond_single_precision_are_given_the_benefit_of_the_doubt() -> None:
    """Populations in hundreds of millions, as in the Council of the European Union."""
    doc = board({"ann": 1, "bob": -1}, {"vote": {"need": 290_550_001, "votes": {}}})
    doc["sides"]["them"]["gates"]["vote"]["votes"] = {"ann": 291_000_001, "bob": 156_000_000}
    table = certain_table(doc)
    problem = pose(table, Objective())
    doubt = bounds_of(problem).tests.start - problem.optimistic.start
    assert doubt.max() > 100
    assert optimise(table, Objective()).score == pytest.approx(best(table, Objective()), abs=2e-6)


@pytest.mark.parametrize("margin", [0.1, 0.7, 1 / 3, 12.3])
def test_a_vote_won_to_the_point_is_not_lost_to_rounding(margin: float) -> None:
    """A move that brings a margin to exactly nothing."""
    moves = {"gift": {"effects": {"ann": margin}, "cost": 0.5}}
    table = certain_table(board({"ann": -margin}, {"vote": "ann"}, moves))
    assert optimise(table, Objective()).score == pytest.approx(19.5, abs=1e-5)

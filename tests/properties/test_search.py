"""The search finds what trying every plan finds, and is honest when it is cut off."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from leveltwo.core.arrays import IntArray
from leveltwo.core.evaluation import scores
from leveltwo.core.table import Table
from leveltwo.solve import local
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from tests.brute import best, every_plan, objective_of, rivals, table_of
from tests.strategies import build

CLOSE = 2e-6

OBJECTIVES = [
    Objective(),
    Objective(floor=0.4),
    Objective(floor=0.8),
    Objective(goal=Goal.CHANCE),
    Objective(goal=Goal.COST, floor=0.3),
]


def deal_of(table: Table, rng: random.Random) -> dict[str, str]:
    """Any deal that some plan holds."""
    plans = list(every_plan(table.layout, Objective()))
    chosen = rng.choice(plans)
    issues = [(v, k) for v, k in zip(table.layout.variables, chosen, strict=True) if not v.is_move]
    return {v.key: v.options[k] for v, k in issues}


@pytest.fixture(params=[0, 24], ids=["no climbs", "climbs"])
def climbing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without a good plan to begin with."""
    monkeypatch.setattr(local, "STARTS", request.param)


@pytest.mark.usefixtures("climbing")
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("asked", OBJECTIVES, ids=lambda o: f"{o.goal}-{o.floor:g}")
def test_the_best_plan_is_found_among_rivals(seed: int, asked: Objective) -> None:
    """Against brute force over some hundred plans, moves of both sides allowed."""
    table = table_of(rivals(random.Random(seed)), 48, seed)
    if asked.goal is Goal.COST:
        asked = replace(asked, deal=deal_of(table, random.Random(seed)))
    found = optimise(table, asked)
    most = best(table, asked)
    assert found.status is (Status.OPTIMAL if np.isfinite(most) else Status.INFEASIBLE)
    if found.chosen is not None:
        score = scores(table, [found.chosen])[0]
        assert objective_of(score, asked.goal) == pytest.approx(most, abs=CLOSE)


@pytest.mark.usefixtures("climbing")
@pytest.mark.parametrize("seed", range(40))
def test_the_best_plan_is_found_with_every_feature(seed: int) -> None:
    """Moves of all sides may be used, and only some sides' gates may count."""
    rng = random.Random(seed)
    table = table_of(build(rng), 16, seed)
    moves = frozenset(table.layout.case.moves)
    asked = Objective(floor=rng.choice([0, 0.3, 0.7]), moves=moves)
    found, most = optimise(table, asked), best(table, asked)
    assert found.score == pytest.approx(most, abs=CLOSE)
    assert found.status is (Status.OPTIMAL if np.isfinite(most) else Status.INFEASIBLE)


@pytest.mark.usefixtures("climbing")
@pytest.mark.parametrize("nodes", [0, 1, 2, 5, 20])
@pytest.mark.parametrize("seed", range(6))
def test_a_search_cut_off_never_claims_too_much(seed: int, nodes: int) -> None:
    """The bound is never below the best plan of all, nor the plan found above it."""
    table = table_of(rivals(random.Random(seed), moves=4), 32, seed)
    for asked in (Objective(), Objective(floor=0.6), Objective(goal=Goal.CHANCE)):
        found, most = optimise(table, asked, nodes=nodes), best(table, asked)
        assert found.nodes <= nodes
        assert found.bound >= most - CLOSE
        assert found.score <= most + CLOSE
        if found.status in (Status.OPTIMAL, Status.INFEASIBLE):
            assert found.score == pytest.approx(most, abs=CLOSE)
        if found.status in (Status.FEASIBLE, Status.UNKNOWN):
            assert (found.chosen is None) == (found.status is Status.UNKNOWN)


@pytest.mark.parametrize("seed", range(4))
def test_looks_of_any_length_lead_the_same_way(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """How often the compiled loop comes back changes neither plan, nor bound, nor nodes."""
    table = table_of(rivals(random.Random(seed)), 32, seed)
    monkeypatch.setattr(local, "STARTS", 1)
    at_once = optimise(table, Objective())
    monkeypatch.setattr("leveltwo.solve.pace.MOST", 1)
    in_steps = optimise(table, Objective())
    assert in_steps.chosen is not None
    assert at_once.chosen is not None
    assert in_steps.chosen.tolist() == at_once.chosen.tolist()
    assert (in_steps.score, in_steps.nodes) == (at_once.score, at_once.nodes)


@pytest.mark.parametrize("seed", range(5))
def test_the_bound_falls_and_the_score_rises(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a search is watched."""
    monkeypatch.setattr("leveltwo.solve.pace.MOST", 1)
    monkeypatch.setattr(local, "STARTS", 0)
    table = table_of(rivals(random.Random(seed)), 32, seed)
    looks: list[tuple[float, float, int]] = []
    found = optimise(table, Objective(), watch=lambda *look: looks.append(look))
    scores_seen, bounds_seen, nodes_seen = zip(*looks, strict=True)
    assert list(scores_seen) == sorted(scores_seen)
    assert list(bounds_seen) == sorted(bounds_seen, reverse=True)
    assert list(nodes_seen) == sorted(nodes_seen)
    assert (scores_seen[-1], nodes_seen[-1]) == (found.score, found.nodes)


def moves_in(table: Table, chosen: IntArray) -> int:
    """How many moves a plan holds."""
    pairs = zip(table.layout.variables, chosen, strict=True)
    return sum(v.is_move and bool(k) for v, k in pairs)


@pytest.mark.parametrize("seed", range(6))
def test_of_equal_plans_one_with_fewer_moves_is_chosen(seed: int) -> None:
    """Moves that change nothing are left out, whatever the climbs began with."""
    doc = rivals(random.Random(seed), moves=2)
    idle = {f"z{i}": {"by": "a", "effects": {"a0": 0}} for i in range(4)}
    table = table_of(doc, 32, seed)
    plain = optimise(table, Objective())
    doc["moves"] |= idle
    table = table_of(doc, 32, seed)
    every = np.array([1 if v.is_move else 0 for v in table.layout.variables])
    found = optimise(table, Objective(), starts=(every,))
    assert found.chosen is not None
    assert plain.chosen is not None
    assert found.score == pytest.approx(plain.score, abs=CLOSE)
    assert not any(found.chosen[table.layout.index[f"move:{z}"]] for z in idle)

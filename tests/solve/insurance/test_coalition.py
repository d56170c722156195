"""Whom to count on: coalitions that a rival cannot afford to break."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import encode
from leveltwo.core.heights import heights
from leveltwo.core.layout import GateRow
from leveltwo.core.pivots import gate_passes
from leveltwo.core.table import Table
from leveltwo.core.undoing import cheapest_at
from leveltwo.core.votes import crossed_lines, leanings
from leveltwo.solve.insurance.coalition import Coalitions, Unpriced, coalitions
from leveltwo.solve.insurance.covering import Covering, TooManyWays
from tests.board import board, certain_table
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen

Posed = tuple[Table, IntArray, GateRow]
PEOPLE = ["ann", "bob", "cy", "di"]


def posed(people: Any, rule: Any) -> Posed:
    """A board that votes on a treaty."""
    table = certain_table(board(people, {"vote": {"rule": rule}}))
    gate = next(gate for gate in table.layout.gates if gate.key == "vote")
    return table, encode(table.layout, {"text": "treaty"}), gate


def counted(people: Any, rule: Any, budget: float) -> Coalitions:
    """The cheapest coalitions, which are known."""
    found = coalitions(*posed(people, rule), budget)
    assert isinstance(found, Coalitions)
    return found


def costs(found: Coalitions) -> tuple[float | None, float | None]:
    """What a bare coalition, and the cheapest, take."""
    bare, best = found.bare, found.best
    return bare.cost if bare else None, best.cost if best else None


def near(number: float) -> Any:
    """A number of points, but for the thousandths that votes are forgiven."""
    return pytest.approx(number, abs=0.02)


def equal(*margins: float) -> dict[str, float]:
    """Members with such margins."""
    return {f"m{i}": margin for i, margin in enumerate(margins)}


@pytest.mark.parametrize("members", [3, 9])
def test_against_a_rival_everybody_is_cheaper_than_a_bare_majority(members: int) -> None:
    """Groseclose & Snyder 1996: of 9 who do not care, all cost 1.8 budgets, a bare majority 5."""
    people = equal(*[0] * members)
    found = counted(people, {"need": "majority", "votes": dict.fromkeys(people, 1)}, 60)
    half = members // 2
    for size in range(half + 1, members + 1):
        assert found.sizes[size] == near(60 * size / (size - half))
    assert costs(found) == (near(60 * (half + 1)), near(60 * members / (half + 1)))
    assert found.wider_is_cheaper
    assert found.best is not None
    assert len(found.best.standing) == members
    assert set(found.best.added) == set(people)


def test_where_the_others_are_hostile_a_bare_majority_is_cheapest() -> None:
    people = equal(5, 5, -45)
    found = counted(people, {"need": 2, "votes": dict.fromkeys(people, 1)}, 8)
    assert costs(found) == (near(6), near(6))
    assert not found.wider_is_cheaper
    assert found.sizes == {2: near(6), 3: near(48)}


def test_a_majority_of_votes_cast_is_one_of_all_where_nobody_abstains() -> None:
    people = equal(1, 1, 1)
    votes = dict.fromkeys(people, 1)
    cast = counted(people, {"need": "majority", "base": "cast", "votes": votes}, 8)
    assert cast == counted(people, {"need": "majority", "votes": votes}, 8)


def test_where_nobody_who_is_needed_can_be_won_no_points_help() -> None:
    people = {"ann": {"margin": 5, "red_lines": [{"text": "treaty"}]}, "bob": 5}
    both = counted(people, {"need": 2, "votes": {"ann": 1, "bob": 1}}, 8)
    assert (both.bare, both.best, both.wider_is_cheaper) == (None, None, False)
    tree = counted(people, {"all": ["ann", "bob"]}, 8)
    assert (tree.bare, tree.bare_known, tree.best) == (None, True, None)


def test_votes_with_weights_are_covered() -> None:
    """Three with two votes each, of whom two suffice, or one with five."""
    people = {"big": -3, "b": 0, "c": 0, "d": 0}
    votes = {"big": 5, "b": 2, "c": 2, "d": 2}
    found = counted(people, {"need": 4, "votes": votes}, 12)
    assert costs(found) == (near(15), near(15))
    found = counted({**people, "big": -9}, {"need": 4, "votes": votes}, 12)
    assert costs(found) == (near(21), near(18))
    assert found.best is not None
    assert found.best.added == {"b": near(6), "c": near(6), "d": near(6)}


def test_a_tree_of_rules_is_covered() -> None:
    rule = {"all": ["ann", {"any": ["bob", "cy"]}]}
    found = counted({"ann": 4, "bob": 2, "cy": 1}, rule, 10)
    assert costs(found) == (near(14), near(13))


def test_members_who_differ_are_raised_together() -> None:
    people = {"ann": {"margin": 2, "spread": 10}}
    found = counted(people, {"need": 5, "votes": {"ann": 9}}, 10)
    assert found.best is not None
    assert found.best.added == {"ann": near(8)}


def test_whoever_may_abstain_has_no_one_price() -> None:
    people = {"ann": {"margin": 9, "band": 4}, "bob": 1}
    rule = {"need": "majority", "base": "cast", "votes": {"ann": 1, "bob": 1}}
    assert coalitions(*posed(people, rule), 5) is Unpriced.ABSTENTION


def test_followers_are_taken_to_hear_what_they_hear_and_the_difference_is_told() -> None:
    """A rival that turns the guru, who has no vote here, needs less than the budget."""
    people = {"guru": 3, "ann": {"margin": 1, "follows": {"guru": {"for": 4, "against": -9}}},
              "bob": -45}  # fmt: skip
    found = counted(people, {"need": 1, "votes": {"ann": 1, "bob": 1}}, 8)
    assert costs(found) == (near(3), near(3))
    assert found.withstands == near(3)
    safe = {**people, "guru": 30}
    assert counted(safe, {"need": 1, "votes": {"ann": 1, "bob": 1}}, 8).withstands == near(8)


def test_too_many_ways_to_break_a_gate_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    table, chosen, gate = posed(equal(0, 0, 0), {"all": ["m0", "m1", {"any": ["m1", "m2"]}]})
    found = heights(table, chosen, gate)
    assert found is not None
    with pytest.raises(TooManyWays, match="more than 1"):
        Covering(table, gate, found, 9, most=1).best()
    monkeypatch.setattr(Covering, "best", _too_many)
    assert coalitions(table, chosen, gate, 9) is Unpriced.TOO_MANY
    monkeypatch.undo()
    monkeypatch.setattr(Covering, "bare", _too_many)
    alone = coalitions(table, chosen, gate, 9)
    assert isinstance(alone, Coalitions)
    assert (alone.bare, alone.bare_known, alone.wider_is_cheaper) == (None, False, False)


def _too_many(_: Covering) -> None:
    raise TooManyWays(1)


def blocking(table: Table, gate: GateRow, people: list[str]) -> list[frozenset[int]]:
    """Every set of people whose no breaks a gate whatever the others do."""
    found = []
    for lost in product((False, True), repeat=len(people)):
        voters = len(table.layout.voters)
        for_ = np.ones((voters, 1), dtype=np.bool_)
        for who, gone in zip(people, lost, strict=True):
            for_[list(gate.seats[who])] = not gone
        if not gate_passes(table.layout, gate, for_, ~for_)[0]:
            found.append(frozenset(i for i, gone in enumerate(lost) if gone))
    return found


def brute_force(budget: float, height: list[float], sets: list[frozenset[int]]) -> float:
    """The least over all coalitions, each by a linear programme with every blocking set."""
    people, best = range(len(height)), np.inf
    for inside in product((False, True), repeat=len(height)):
        ways = [[-float(i in lost and inside[i]) for i in people] for lost in sets]
        base = [max(h, 0.0) if inside[i] else 0.0 for i, h in enumerate(height)]
        free = sum(max(-h, 0.0) for i, h in enumerate(height) if inside[i])
        short = [sum(-w * b for w, b in zip(way, base, strict=True)) - budget for way in ways]
        found = linprog(np.ones(len(height)), A_ub=ways, b_ub=short)
        if found.success:
            best = min(best, free + float(found.fun or 0.0))
    return best


@pytest.mark.parametrize("seed", range(60))
def test_it_is_the_least_of_all_coalitions_of_a_random_gate(seed: int) -> None:
    rng = random.Random(seed)
    people = {who: rng.randint(-9, 14) for who in PEOPLE}
    pen = Pen(rng, certain=False)
    table, chosen, gate = posed(people, random_rule(pen, PEOPLE, depth=2))
    found, budget = heights(table, chosen, gate), rng.randint(1, 20)
    assert found is not None
    sets = blocking(table, gate, list(found.people))
    told = coalitions(table, chosen, gate, budget)
    assert isinstance(told, Coalitions)
    expected = brute_force(budget, found.height.tolist(), sets) if sets else 0.0
    if frozenset() in sets:
        assert costs(told) == (None, None)
    else:
        assert told.best is not None
        assert told.best.cost == pytest.approx(expected, abs=1e-3)
        assert told.bare is not None
        assert told.bare.cost >= told.best.cost - 1e-3
        assert withstood(table, chosen, gate, told.best.added) >= budget - 1e-3


@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_least_of_all_where_weights_make_many_ways_to_break_a_gate(seed: int) -> None:
    rng = random.Random(seed)
    people = {f"m{i}": rng.randint(-12, 14) for i in range(7)}
    votes = {who: rng.randint(1, 30) for who in people}
    table, chosen, gate = posed(people, {"need": "majority", "votes": votes})
    found = heights(table, chosen, gate)
    assert found is not None
    sets = blocking(table, gate, list(found.people))
    told = coalitions(table, chosen, gate, 20)
    assert isinstance(told, Coalitions)
    assert told.best is not None
    expected = brute_force(20, found.height.tolist(), sets)
    assert told.best.cost == pytest.approx(expected, abs=1e-3)


def withstood(table: Table, chosen: IntArray, gate: GateRow, added: dict[str, float]) -> float:
    """The points that break the gate with some added to people."""
    own = leanings(table, chosen)
    for i, bloc in enumerate(table.layout.blocs):
        own[i] += added.get(bloc.constituency, 0.0)
    own += 1e-9
    return float(cheapest_at(table, own, crossed_lines(table.layout, chosen), gate).points[0])


@pytest.mark.parametrize("seed", range(6))
def test_with_members_no_points_of_a_grid_do_better(seed: int) -> None:
    rng = random.Random(seed)
    people = {
        who: {"margin": rng.randint(-5, 6), "spread": rng.randint(3, 9)} for who in ("a", "b")
    }
    rule = {"need": rng.randint(5, 14), "votes": {"a": 9, "b": 9}}
    table, chosen, gate = posed(people, rule)
    budget = rng.randint(3, 9)
    found = counted(people, rule, budget)
    assert found.best is not None
    assert withstood(table, chosen, gate, found.best.added) >= budget - 1e-3
    for a, b in product(np.arange(0, found.best.cost, 0.75), repeat=2):
        if a + b < found.best.cost - 1e-3:
            assert withstood(table, chosen, gate, {"a": a, "b": b}) < budget

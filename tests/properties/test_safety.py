"""Safety and what it costs: more support never makes a gate easier to break."""

from __future__ import annotations

import random
from typing import Any

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.undoing import cheapest
from leveltwo.solve.insurance.coalition import Coalitions, coalitions
from tests.board import board, certain_table
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen

PEOPLE = ["ann", "bob", "cy", "di"]


def random_people(seed: int) -> tuple[dict[str, Any], Any]:
    """People without bands, whom a yes of those they follow helps, and a gate."""
    rng = random.Random(seed)
    people = {
        who: {
            "margin": rng.randint(-6, 12),
            "follows": {
                leader: {"for": rng.randint(0, 8), "against": -rng.randint(0, 8)}
                for leader in PEOPLE[:k]
                if rng.random() < 0.4
            },
        }
        for k, who in enumerate(PEOPLE)
    }
    return people, random_rule(Pen(rng, certain=False), PEOPLE, depth=2)


def points(people: dict[str, Any], rule: Any) -> float:
    """Points that break the gate."""
    table = certain_table(board(people, {"vote": {"rule": rule}}))
    gate = next(gate for gate in table.layout.gates if gate.key == "vote")
    return float(cheapest(table, encode(table.layout, {"text": "treaty"}), gate).points[0])


@pytest.mark.parametrize("seed", range(30))
def test_a_gate_is_no_easier_to_break_when_a_margin_rises(seed: int) -> None:
    people, rule = random_people(seed)
    before = points(people, rule)
    for who in PEOPLE:
        higher = {**people, who: {**people[who], "margin": people[who]["margin"] + 5}}
        assert points(higher, rule) >= before - 1e-9


@pytest.mark.parametrize("seed", range(15))
def test_to_hold_out_against_more_costs_no_less(seed: int) -> None:
    people, rule = random_people(seed)
    table = certain_table(board(people, {"vote": {"rule": rule}}))
    gate = next(gate for gate in table.layout.gates if gate.key == "vote")
    chosen = encode(table.layout, {"text": "treaty"})
    spent = 0.0
    for budget in (2.0, 5.0, 9.0):
        found = coalitions(table, chosen, gate, budget)
        assert isinstance(found, Coalitions)
        if found.best is not None:
            assert found.best.cost >= spent - 1e-3
            spent = found.best.cost

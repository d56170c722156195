"""Side rules as forbidden combinations, and what they exclude."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest

from leveltwo.core.arrays import BoolArray
from leveltwo.core.choice import decode
from leveltwo.core.layout import Layout
from leveltwo.model.compatibility import conflicts
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.kernels import keeps_rules, propagate
from leveltwo.solve.rules import Rules, rules_of
from tests.board import Doc, board, layout_of
from tests.small import small
from tests.strategies import build


def everything(layout: Layout) -> BoolArray:
    """Domains with every option open."""
    width = max(len(v.options) for v in layout.variables)
    return np.array([[k < len(v.options) for k in range(width)] for v in layout.variables])


def plans(layout: Layout) -> list[tuple[int, ...]]:
    """Every combination of options and moves."""
    return list(product(*(range(len(v.options)) for v in layout.variables)))


@pytest.mark.parametrize("seed", range(60))
def test_a_plan_keeps_the_rules_just_when_nothing_conflicts(seed: int) -> None:
    """Constraints, needs, exclusions, terms and resources, as `assess` reads them."""
    layout = Layout(Negotiation.model_validate(build(random.Random(seed))))
    rules = rules_of(layout)
    for plan in plans(layout):
        chosen = np.array(plan)
        allowed = not list(conflicts(layout.case, decode(layout, chosen)))
        assert keeps_rules(chosen, rules) == allowed


@pytest.mark.parametrize("seed", range(60))
def test_propagation_only_takes_out_what_no_plan_can_hold(seed: int) -> None:
    """Of random domains; where all is decided it says whether the rules are kept."""
    rng = random.Random(seed)
    layout = Layout(Negotiation.model_validate(build(rng)))
    rules, every = rules_of(layout), plans(layout)
    for _ in range(20):
        domain = everything(layout)
        for v, variable in enumerate(layout.variables):
            if rng.random() < 0.5:
                domain[v] = False
                domain[v, rng.randrange(len(variable.options))] = True
        rows = np.arange(len(domain))
        good = [
            plan
            for plan in every
            if domain[rows, list(plan)].all() and keeps_rules(np.array(plan), rules)
        ]
        fits = propagate(domain, rules)
        assert fits or not good
        assert not fits or all(domain[rows, list(plan)].all() for plan in good)
        if fits and (domain.sum(axis=1) == 1).all():
            assert good == [tuple(domain.argmax(axis=1).tolist())]


def test_a_need_brings_what_it_needs_and_a_constraint_what_it_asks() -> None:
    """Down a chain, in one go: the feast, so the rota; an open Sunday, so a bonus."""
    layout = Layout(small())
    domain = everything(layout)
    domain[layout.index["move:feast"], 0] = False
    domain[layout.index["issue:sunday"], 0] = False
    assert propagate(domain, rules_of(layout))
    assert domain[layout.index["move:rota"]].tolist()[:2] == [False, True]
    assert not domain[layout.index["issue:bonus"], 0]


def affordable(limit: float, uses: dict[str, float]) -> tuple[Layout, Rules]:
    """A board with moves that use money, of which there is so much."""
    moves: dict[str, Doc] = {m: {"resources": {"money": use}} for m, use in uses.items()}
    layout = layout_of(board({"ann": 1}, {"vote": "ann"}, moves, resources={"money": limit}))
    return layout, rules_of(layout)


def test_resources_may_be_used_to_the_last() -> None:
    """0.1 + 0.2 is 0.3, whatever the machine thinks."""
    _, rules = affordable(0.3, {"a": 0.1, "b": 0.2})
    assert keeps_rules(np.array([0, 1, 1]), rules)
    _, tight = affordable(0.3, {"a": 0.1, "b": 0.21})
    assert not keeps_rules(np.array([0, 1, 1]), tight)


def test_a_move_that_can_no_longer_be_paid_for_is_taken_out() -> None:
    """And a plan that has spent too much already is refused."""
    layout, rules = affordable(3, {"a": 2, "b": 2, "c": 1})
    domain = everything(layout)
    domain[layout.index["move:a"], 0] = False
    assert propagate(domain, rules)
    assert domain[1:, 1].tolist() == [True, False, True]
    domain[layout.index["move:b"]] = [False, True]
    assert not propagate(domain, rules)


def test_a_case_without_rules_has_none() -> None:
    """Nothing is propagated."""
    layout = layout_of(board({"ann": 1}, {"vote": "ann"}))
    rules = rules_of(layout)
    assert (rules.first.tolist(), rules.limit.tolist()) == ([0], [])
    domain = everything(layout)
    assert propagate(domain, rules)
    assert domain.all()

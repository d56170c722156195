"""Reasons on other draws: the same moves, with what is lost without each of them there."""

from __future__ import annotations

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.reasons import reasons, reasons_afresh
from tests.made import FREE, made

FIRST, OTHER = Sample(32, 1), Sample(256, 7)


def planned() -> tuple[Layout, list[str]]:
    people = {"envoy": {"no_deal": [40, 60, 75]}}
    moves = {
        "gift": {"effects": {"envoy": 4}, "cost": 1},
        "word": {"effects": {"envoy": 9}, "needs": ["gift"]},
    }
    return Layout(Negotiation.model_validate(made(people=people, moves=moves))), ["gift", "word"]


def test_on_other_draws_each_move_is_missed_as_much_as_plans_without_it_say() -> None:
    """A move that another needs takes it along."""
    layout, moves = planned()
    chosen = encode(layout, FREE, moves)
    table = compile_table(layout, FIRST.all_at_once(layout.case))
    _, found = reasons(table, chosen, {"word": (("them", "house"),)})
    again = {reason.move: reason for reason in reasons_afresh(layout, OTHER, chosen, found)}
    for move, left in {"gift": [], "word": ["gift"]}.items():
        (score,) = evaluate(layout, OTHER, [encode(layout, FREE, left)])
        assert again[move].chance_without == pytest.approx(score.chance)
        assert again[move].value_without == pytest.approx(score.value)
    assert again["word"].missed == (("them", "house"),)
    assert {r.move: r.effects for r in found} == {m: r.effects for m, r in again.items()}


def test_they_stand_in_the_order_in_which_moves_would_be_missed_there() -> None:
    layout, moves = planned()
    chosen = encode(layout, FREE, moves)
    table = compile_table(layout, FIRST.all_at_once(layout.case))
    _, found = reasons(table, chosen, {})
    again = reasons_afresh(layout, OTHER, chosen, reversed(found))
    assert [r.value_without for r in again] == sorted(r.value_without for r in again)


def test_a_plan_without_moves_has_no_reasons() -> None:
    layout, _ = planned()
    assert reasons_afresh(layout, OTHER, encode(layout, FREE, []), ()) == ()

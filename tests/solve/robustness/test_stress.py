"""A plan where every judgement speaks against it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Objective
from leveltwo.solve.result import Found, Status
from leveltwo.solve.robustness import stress as module
from leveltwo.solve.robustness.record import Stress
from leveltwo.solve.robustness.stress import stress
from tests.board import board

VOTE = {"vote": "ann"}


def pressed(margin: Any, moves: Any = None, made: tuple[str, ...] = (), mood: float = 0) -> Stress:
    """The treaty under pressure, with Ann so far from refusing it."""
    doc = board({"ann": margin}, VOTE, moves, uncertainty={"mood": mood})
    layout = Layout(Negotiation.model_validate(doc))
    return stress(layout, Objective(), encode(layout, {"text": "treaty"}, made), 1)


def test_a_plan_may_hold_all_the_way() -> None:
    found = pressed({"margin": 9, "no_deal": [48, 50, 52]})
    assert (found.chance, found.holds, found.first) == (1, 1.0, ())
    assert found.gates == {("them", "vote"): 1, ("us", "signature"): 1}
    assert (found.best, found.best_chance) == (Plan({"text": "treaty"}), 1)
    assert found.value == found.best_value == 20
    assert found.draws == 1
    assert found.proved


def test_it_is_told_how_far_of_the_way_a_plan_holds() -> None:
    """With 5 points to spare and 10 to lose it holds just half of it."""
    found = pressed({"margin": 5, "no_deal": [40, 50, 60]})
    assert (found.chance, found.holds, found.first) == (0, 0.5, (("them", "vote"),))
    assert found.best is None
    assert found.best_value == found.best_chance == 0


def test_a_mood_below_par_counts() -> None:
    """8 points at the end: 5 are used up after five eighths of the way."""
    assert pressed(5, mood=8).holds == 0.6


def test_a_plan_that_fails_at_the_best_guesses_holds_nowhere() -> None:
    found = pressed(-1)
    assert (found.holds, found.first) == (None, (("them", "vote"),))


def test_other_plans_may_be_best_there() -> None:
    """Help that is not needed as things stand."""
    helped = {"help": {"effects": {"ann": 20}, "cost": 4}}
    found = pressed({"margin": 5, "no_deal": [40, 50, 60]}, helped)
    assert found.best == Plan({"text": "treaty"}, ("help",))
    assert (found.best_chance, found.best_value) == (1, 16)


def test_the_luck_of_moves_stays_open() -> None:
    """With the least chance that they work."""
    helped = {"help": {"effects": {"ann": 20}, "chance": [0.25, 0.5, 0.75]}}
    found = pressed(-5, helped, ("help",))
    assert found.draws == module.DRAWS
    assert found.chance == pytest.approx(0.25, abs=0.01)
    assert found.gates["them", "vote"] == found.chance


def test_where_no_gate_fails_by_itself_the_weakest_are_named() -> None:
    """Two gates that pass with a chance of .6 each, by luck that they do not share."""
    moves = {w: {"effects": {w: 20}, "chance": 0.6} for w in ("ann", "ben")}
    doc = board({"ann": -5, "ben": -5}, {"first": "ann", "second": "ben"}, moves)
    doc["uncertainty"]["mood"] = 0
    layout = Layout(Negotiation.model_validate(doc))
    chosen = encode(layout, {"text": "treaty"}, ("ann", "ben"))
    found = stress(layout, Objective(), chosen, 1)
    assert found.holds is None
    assert set(found.first) <= {("them", "first"), ("them", "second")}
    assert found.first


def test_an_interrupt_while_searching_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = Found(Status.UNKNOWN, None, -np.inf, 1.0, 0, 0.0, interrupted=True)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        pressed(5)

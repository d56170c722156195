"""No plan that is recommended ever holds a move that may not be."""

from __future__ import annotations

from hypothesis import given, settings

from leveltwo.advice.guard_rails import warnings
from leveltwo.model.negotiation import Negotiation
from tests.generator.numbers import Doc
from tests.oracle.plans import proper
from tests.published.program import advise
from tests.strategies import documents


@settings(max_examples=40)
@given(documents())
def test_no_recommended_plan_holds_a_forbidden_move(doc: Doc) -> None:
    """Neither the advice nor a plan beside it: consent is there, and no voter is deceived."""
    found = advise(doc)
    options = [*found.frontier, *([found.best_chance] if found.best_chance else [])]
    plans = [*([found.plan] if found.plan else []), *(option.plan for option in options)]
    for plan in plans:
        assert all(proper(doc, doc["moves"][move]) for move in plan.moves)


@settings(max_examples=20)
@given(documents())
def test_advice_is_never_forbidden_by_a_guard_rail(doc: Doc) -> None:
    """What the solver leaves out and what the warnings forbid is the same."""
    case = Negotiation.model_validate(doc)
    found = advise(doc)
    if found.plan is not None:
        assert not any(warned.forbids for warned in warnings(case, found.plan))

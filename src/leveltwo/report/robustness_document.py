"""How far a plan can be relied on, as a JSON document."""

from __future__ import annotations

from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.report.document import Document, about, deal_of, delicate, document
from leveltwo.solve.robustness.record import (
    FindingOut,
    Question,
    Robustness,
    Stability,
    Stress,
    Turn,
)


@document.register
def robustness_document(result: Robustness, case: Negotiation) -> Document:
    """How far a plan can be relied on."""
    return {
        **about(case, result.sample),
        "advised": result.advised,
        "plan": _plan(case, result.plan),
        "value": result.value,
        "proved": result.proved,
        "finding_out": _finding_out(case, result.finding_out),
        "stability": _stability(result.stability),
        "stress": _stress(case, result.stress),
        "curtailed": result.curtailed,
        "interrupted": result.interrupted,
    }


def _plan(case: Negotiation, plan: Plan | None) -> Document | None:
    if plan is None:
        return None
    return {"deal": deal_of(case, plan.deal), "moves": list(plan.moves)}


def _finding_out(case: Negotiation, found: FindingOut | None) -> Document | None:
    if found is None:
        return None
    return {
        "draws": found.sample.draws,
        "seed": found.sample.seed,
        "samples": found.samples,
        "plans": found.plans,
        "asked": found.asked,
        "best": _plan(case, found.best),
        "value": found.value,
        "lead": found.lead,
        "everything": found.all,
        "questions": [_question(case, question) for question in found.questions],
    }


def _question(case: Negotiation, question: Question) -> Document:
    return {
        "judgement": question.path,
        "worth": question.worth,
        "error": question.error,
        "turns": [_turn(case, turn) for turn in question.turns],
    }


def _turn(case: Negotiation, turn: Turn) -> Document:
    return {
        "low": turn.low,
        "high": turn.high,
        "chance": turn.chance,
        "plan": _turned(case, turn.plan),
        "gain": turn.gain,
        "error": turn.error,
    }


def _turned(case: Negotiation, plan: Plan | None) -> Document | None:
    """Another plan, with what is delicate about it."""
    told = _plan(case, plan)
    return None if plan is None or told is None else {**told, **delicate(case, plan)}


def _stability(found: Stability | None) -> Document | None:
    if found is None:
        return None
    return {
        "variants": found.variants,
        "draws": found.draws,
        "seed": found.seed,
        "proved": found.proved,
        "walked": found.walked,
        "same": found.same,
        "moves": dict(found.moves),
        "terms": {issue: dict(options) for issue, options in found.terms.items()},
        "loss": found.loss,
        "error": found.error,
        "worst": found.worst,
    }


def _stress(case: Negotiation, found: Stress | None) -> Document | None:
    if found is None:
        return None
    return {
        "draws": found.draws,
        "chance": found.chance,
        "value": found.value,
        "gates": {f"{side}.{gate}": share for (side, gate), share in found.gates.items()},
        "holds": found.holds,
        "first": [f"{side}.{gate}" for side, gate in found.first],
        "best": _plan(case, found.best),
        "best_chance": found.best_chance,
        "best_value": found.best_value,
        "proved": found.proved,
    }

"""Answers as JSON documents, with the names that the case format fixes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from math import isfinite
from typing import Any

from leveltwo.advice.guard_rails import grave
from leveltwo.advice.speech import Speeches
from leveltwo.advice.spilled import Spilled
from leveltwo.advice.traps import annoyed, to_leave
from leveltwo.core.assessment import Assessment, SideResult, Standing
from leveltwo.core.map import Estimate, Map, Share, Spot
from leveltwo.core.safety import Safety
from leveltwo.core.sample import Sample
from leveltwo.errors import Problem
from leveltwo.model.deal import Deal
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.report.brief.written import Written
from leveltwo.report.brief_document import brief_document
from leveltwo.report.spillover_document import (
    left_out_documents,
    spill_document,
    trap_document,
    warning_documents,
)
from leveltwo.solve.recommendation import Option, Reason, Recommendation
from leveltwo.version import VERSION

Document = dict[str, Any]


@singledispatch
def document(result: object, case: Negotiation) -> Document:
    """A result as a JSON document.

    Raises
    ------
    TypeError
        If there is no document form for it.
    """
    raise TypeError(f"no document for {type(result).__name__} of {case.title}")


def about(case: Negotiation, sample: Sample) -> Document:
    """What every document says of itself."""
    return {
        "leveltwo": VERSION,
        "title": case.title,
        "draws": sample.draws,
        "seed": sample.seed,
        "certain": sample.certain,
    }


def deal_of(case: Negotiation, deal: Deal) -> Document:
    """A deal with numeric options as numbers."""
    return {issue: case.issues[issue].plain(option) for issue, option in deal.items()}


@document.register
def _(result: Assessment, case: Negotiation) -> Document:
    return {
        **about(case, result.sample),
        "deal": deal_of(case, result.plan.deal),
        "moves": list(result.plan.moves),
        "chance": result.chance,
        "interval": list(result.sample.interval(result.chance)),
        "durable": result.durable,
        "sides": {side: _side(part) for side, part in result.sides.items()},
        "constituencies": {who: _standing(part) for who, part in result.constituencies.items()},
        "blocking": [
            {"side": g.side, "gate": g.gate, "members": list(g.members), "chance": g.chance}
            for g in result.blocking
        ],
        "blocking_proved": result.blocking_proved,
        "blocking_groups": {
            f"{side}.{gate}": number for (side, gate), number in result.blocking_groups.items()
        },
        "safety": [_safety(part) for part in result.safety],
        "misses": {move: _gates(gates) for move, gates in result.missed.items()},
        "warnings": warning_documents(case, result.plan),
    }


def _gates(gates: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{side}.{gate}" for side, gate in gates]


def _safety(part: Safety) -> Document:
    return {
        "side": part.side,
        "gate": part.gate,
        "votes": part.votes,
        "points": part.points,
        "bought": dict(part.bought),
        "prices": dict(part.prices),
    }


def _side(part: SideResult) -> Document:
    return {
        "chance": part.chance,
        "durable": part.durable,
        "gain": part.gain,
        "gates": dict(part.gates),
    }


def _standing(part: Standing) -> Document:
    parts = part.parts
    return {
        "chance": part.chance,
        "margin": part.margin,
        "pivotal": part.pivotal,
        "red_line_crossed": part.crossed,
        "gates": {
            f"{side}.{gate}": {"chance": chance, "margin": margin}
            for (side, gate), (chance, margin) in part.gates.items()
        },
        "contributions": {
            "no_deal": parts.no_deal,
            "mood": parts.mood,
            "terms": dict(parts.terms),
            "moves": dict(parts.moves),
            "cues": dict(parts.cues),
        },
    }


@document.register
def _(result: Map, case: Negotiation) -> Document:
    return {
        **about(case, result.sample),
        "moves": list(result.moves),
        "deals": result.deals,
        "confidence": result.confidence,
        "sides": {
            side: {
                "winset": n,
                "share": n / result.deals if result.deals else 0.0,
                "histogram": list(result.side_histograms[side]),
            }
            for side, n in result.winsets.items()
        },
        "overlap": result.overlap,
        "pareto": result.pareto,
        "solutions": _solutions(case, result.solutions),
        "solutions_at_the_table": _solutions(case, result.at_the_table),
        "frontier": [_spot(case, spot) for spot in result.frontier],
        "likeliest": None if result.likeliest is None else _spot(case, result.likeliest),
        "likely": [_spot(case, spot) for spot in result.likely],
        "histogram": list(result.histogram),
        "estimate": None if result.estimate is None else _estimate(result.estimate),
    }


def _estimate(found: Estimate) -> Document:
    return {
        "looked_at": found.looked_at,
        "seed": found.seed,
        "combinations": found.combinations,
        "allowed": _share(found.allowed),
        "sides": {side: _share(share) for side, share in found.winsets.items()},
        "overlap": _share(found.overlap),
    }


def _share(share: Share) -> Document:
    return {"share": share.share, "interval": [share.low, share.high], "exact": share.exact}


def _solutions(case: Negotiation, picked: dict[str, Spot | None]) -> Document:
    return {
        rule: None if spot is None else deal_of(case, spot.deal) for rule, spot in picked.items()
    }


def _spot(case: Negotiation, spot: Spot) -> Document:
    return {
        "deal": deal_of(case, spot.deal),
        "chance": spot.chance,
        "sides": dict(spot.sides),
        "gains": dict(spot.gains),
    }


@document.register
def _(result: Recommendation, case: Negotiation) -> Document:
    plan, score = result.plan, result.score
    return {
        **about(case, result.sample),
        "status": result.status.value,
        "goal": result.objective.goal.value,
        "floor": result.objective.floor,
        "bound": result.bound if isfinite(result.bound) else None,
        "value": score.value if score else 0.0,
        "deal": deal_of(case, plan.deal) if plan else None,
        "moves": list(plan.moves) if plan else [],
        "chance": score.chance if score else 0.0,
        "durable": score.durable if score else 0.0,
        "cost": score.cost if score else 0.0,
        "sides": {s: _side(p) for s, p in result.assessment.sides.items()}
        if result.assessment
        else {},
        "why": [{**_reason(reason), **_annoys(case, result, reason)} for reason in result.reasons],
        "traps": _traps(case, result),
        "left_out": left_out_documents(case, result.spillover),
        "warnings": warning_documents(case, plan) if plan else [],
        "fresh": _fresh(result),
        "frontier": [_option(case, option) for option in result.frontier],
        "best_chance": _option(case, result.best_chance) if result.best_chance else None,
        "best_chance_proved": result.best_proved,
        "nodes": result.nodes,
        "cut_short": [part.value for part in result.short],
        "interrupted": result.interrupted,
    }


def _reason(reason: Reason) -> Document:
    return {
        "move": reason.move,
        "chance_without": reason.chance_without,
        "value_without": reason.value_without,
        "cost": reason.cost,
        "backfires": reason.backfires,
        "effects": dict(reason.effects),
        "misses": _gates(reason.missed),
    }


def _annoys(case: Negotiation, result: Recommendation, reason: Reason) -> Document:
    spill = None if result.spillover is None else result.spillover.of(reason.move)
    return {"annoys": {} if spill is None else dict(annoyed(case, spill))}


def _traps(case: Negotiation, result: Recommendation) -> list[Document]:
    """Moves to leave, beside the plan advised."""
    found = () if result.spillover is None else to_leave(case, result.spillover)
    return [trap_document(case, trap, result.sample, {}) for trap in found]


@document.register
def _(result: Spilled, case: Negotiation) -> Document:
    matrix = result.matrix
    return {
        **about(case, matrix.sample),
        "deal": deal_of(case, matrix.plan.deal),
        "moves": list(matrix.plan.moves),
        "status": None if result.advice is None else result.advice.status.value,
        "spillover": [spill_document(case, spill) for spill in matrix.spills],
        "traps": [trap_document(case, trap, matrix.sample, result.fallen) for trap in result.traps],
        "left_out": left_out_documents(case, matrix),
        "warnings": warning_documents(case, matrix.plan),
    }


def _fresh(result: Recommendation) -> Document | None:
    if result.fresh is None:
        return None
    return {
        "draws": result.fresh.sample.draws,
        "seed": result.fresh.sample.seed,
        "chance": result.fresh.score.chance,
        "interval": list(result.fresh.interval),
        "value": result.fresh.score.value,
    }


def _option(case: Negotiation, option: Option) -> Document:
    return {
        "deal": deal_of(case, option.plan.deal),
        "moves": list(option.plan.moves),
        "chance": option.score.chance,
        "durable": option.score.durable,
        "gain": option.score.gain,
        "cost": option.score.cost,
        "value": option.score.value,
        "proved": option.proved,
        **delicate(case, option.plan),
    }


def delicate(case: Negotiation, plan: Plan) -> Document:
    """The moves and terms of a plan with a guard-rail beyond form and law, as a dagger marks."""
    warned = grave(case, plan)
    moves, terms = {w.move for w in warned}, {w.term[0] for w in warned if w.term is not None}
    return {
        "delicate_moves": [move for move in plan.moves if move in moves],
        "delicate_issues": [issue for issue in plan.deal if issue in terms],
    }


@document.register
def _(result: Speeches, case: Negotiation) -> Document:
    from leveltwo.report.speech_document import speech_document

    return speech_document(result, case)


@document.register
def _(result: Written, case: Negotiation) -> Document:
    told = brief_document(result)
    plan = result.briefing.plan
    deal = None if plan is None else deal_of(case, plan.plan.deal)
    return {**about(case, result.briefing.sample), "deal": deal, **told}


def problem_document(problem: Problem) -> Document:
    """One problem of a case file."""
    return {
        "severity": problem.severity.value,
        "line": problem.line,
        "column": problem.column,
        "path": problem.place,
        "message": problem.message,
    }

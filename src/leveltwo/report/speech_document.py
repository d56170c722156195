"""Outlines of speeches as a JSON document."""

from __future__ import annotations

from leveltwo.advice.critiques import Critique
from leveltwo.advice.lines import Line
from leveltwo.advice.silence import Unsaid
from leveltwo.advice.speech import Outline, Speeches
from leveltwo.core.appeal import Leader
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.document import Document, about, deal_of


def speech_document(result: Speeches, case: Negotiation) -> Document:
    """Every outline, and the plan they are about."""
    plan = result.plan
    return {
        **about(case, result.sample),
        "ours": result.ours,
        "status": result.advice.status.value if result.advice else None,
        "deal": deal_of(case, plan.deal) if plan else None,
        "moves": list(plan.moves) if plan else [],
        "speeches": [_speech(case, outline) for outline in result.outlines],
    }


def _speech(case: Negotiation, outline: Outline) -> Document:
    appeal = outline.appeal
    return {
        "constituency": appeal.who,
        "leader": outline.leads,
        "side": appeal.side,
        "gate": appeal.gate,
        "chance": appeal.chance,
        "margin": appeal.margin,
        "red_line_crossed": appeal.crossed,
        "opening": [_line(case, line) for line in outline.frames],
        "won": [_line(case, line) for line in outline.won],
        "better": [_line(case, line) for line in outline.better],
        "critiques": [_critique(case, critique) for critique in outline.critiques],
        "no_deal": appeal.no_deal,
        "worth": appeal.worth,
        "without": outline.without,
        "vouchers": [_leader(leader) for leader in outline.vouchers],
        "doubters": [_leader(leader) for leader in outline.doubters],
        "unsaid": [_unsaid(case, one) for one in outline.unsaid],
    }


def _about(case: Negotiation, key: str, option: str | None) -> Document:
    if option is None:
        return {"move": key}
    return {"issue": key, "option": case.issues[key].plain(option)}


def _line(case: Negotiation, line: Line) -> Document:
    return {
        **_about(case, line.key, line.option),
        "part": line.part.value,
        "points": line.points,
        "words": line.words,
        "works": line.works,
        "own": line.own,
        "only_said": line.word_only,
        "hurts": dict(line.hurts),
    }


def _critique(case: Negotiation, critique: Critique) -> Document:
    return {
        **_about(case, critique.issue, critique.option),
        "short": critique.short,
        "red_line": critique.refused,
        "lifted": critique.lifted,
        "objection": critique.objection,
        "answers": [{"role": role.value, **_line(case, a)} for role, a in critique.answers],
    }


def _leader(leader: Leader) -> Document:
    return {"constituency": leader.who, "chance": leader.chance, "points": leader.points}


def _unsaid(case: Negotiation, one: Unsaid) -> Document:
    return {
        **_about(case, one.key, one.option),
        "why": one.why.value,
        "points": one.points,
        "glad": list(one.glad),
    }

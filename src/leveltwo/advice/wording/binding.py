"""Sentences about what was only said, is written, or binds in law."""

from __future__ import annotations

from leveltwo.advice.wording.figures import chance, listed
from leveltwo.model.binding import Binding
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

BINDS = {
    Binding.ORAL: "only said",
    Binding.WRITTEN: "in writing",
    Binding.LAW: "binding in law",
}


def only_said(case: Negotiation, plan: Plan) -> str | None:
    """How the chances count what was only said; None if nothing was."""
    said = [move for move in plan.moves if case.moves[move].word_only]
    sure = [move for move in said if case.moves[move].chance.low >= 1]
    told = []
    if sure:
        are = "are" if len(sure) > 1 else "is"
        names = listed([f"“{case.name('moves', move)}”" for move in sure])
        told.append(f"{names} {are} only said, and counted as kept for sure")
    for move in said:
        if move not in sure:
            name, kept = case.name("moves", move), chance(case.moves[move].chance.mean)
            told.append(f"“{name}” is only said, and counted as kept with a chance of {kept}")
    return f"{'; '.join(told)}. That is a judgement in the case file." if told else None

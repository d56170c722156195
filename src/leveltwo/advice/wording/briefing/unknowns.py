"""What is not known, what to ask about first, and what was left out."""

from __future__ import annotations

from leveltwo.advice.wording.briefing.risks import wavering
from leveltwo.advice.wording.figures import CAVEAT, chance, listed
from leveltwo.advice.wording.names import people
from leveltwo.advice.wording.robustness import (
    found_sentence,
    question_sentence,
    question_worth,
    turn_sentence,
)
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.robustness.record import Question, Robustness

CHANCES = CAVEAT
LEFT_OUT = (
    "Opponents who answer our moves, people who vote no in the hope of a better deal, and links "
    "between judgements other than shared moods and trusted voices are not in these figures."
)
ASK = ("Ask first:", "Then:")
"""What leads in the things to find out that the principal is told of; the annex has more."""


def given(words: int, ranges: int, exact: int, holders: int, sourced: int) -> str:
    """How the numbers of the case were given, and how many of their holders have a source."""
    whole = words + ranges + exact
    return (
        f"All {whole:,} numbers in the case file are judgements: {words:,} given as words, "
        f"{ranges:,} as ranges, {exact:,} as plain numbers. The annex lists them. "
        f"{_sources(holders, sourced)}"
    )


def _sources(holders: int, sourced: int) -> str:
    """How many people, moves and issues name a source."""
    many = {0: "None", holders: "Each"}.get(sourced, f"{sourced:,}")
    verb = "has" if sourced in (0, 1, holders) else "have"
    return f"{many} of the {holders:,} people, moves and issues {verb} a source in the file."


def ask_first(case: Negotiation, found: Robustness) -> list[tuple[str, str]]:
    """What is worth finding out first, with what leads it in, or that nothing is.

    Empty if that was not looked into.
    """
    out = found.finding_out
    if out is None:
        return []
    if not out.questions:
        return [("", said)] if (said := found_sentence(found)) else []
    pairs = zip(ASK, out.questions, strict=False)
    return [(lead, _asked(case, found, question)) for lead, question in pairs]


def _asked(case: Negotiation, found: Robustness, question: Question) -> str:
    what, worth = question_sentence(case, question), question_worth(question)
    turn = "" if not question.turns else f" {turn_sentence(case, found, question)}"
    return f"{what}: worth {worth} points to know.{turn}"


def turning(case: Negotiation, plan: Assessment) -> str | None:
    """On whom most turns, and how sure we are of them; nothing in the certain case."""
    if plan.sample.certain:
        return None
    found = wavering(plan, list(plan.constituencies))[:3]
    if not found:
        return None
    told = [
        f"{name} (for with a chance of {chance(standing.chance)}; decides it with a chance of "
        f"{chance(standing.pivotal)})"
        for name, standing in zip(
            people(case, found), (plan.constituencies[who] for who in found), strict=True
        )
    ]
    return f"Most turns on {listed(told)}. They are the first to find out more about."

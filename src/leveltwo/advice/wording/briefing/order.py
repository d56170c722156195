"""Whom to approach first, in short."""

from __future__ import annotations

from leveltwo.advice.wording.asking import ask_before, through_sentence
from leveltwo.advice.wording.figures import chance
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.order import Hint, Order

NOTICED = 0.02
"""A difference between the best and the worst order that is worth telling."""
NAMED = 2
"""Links told of, those on which most turns."""


def first_sentence(found: Order) -> str | None:
    """How much the order matters; None if it hardly does."""
    if not _matters(found):
        return None
    return (
        f"The order of approach matters: {chance(found.best.chance)} on the draws searched in the "
        f"best order, {chance(found.worst.chance)} in the worst. The annex tells more."
    )


def pairs(case: Negotiation, found: Order) -> str | None:
    """Who must come before whom, above all; None if the order hardly matters."""
    if not _matters(found):
        return None
    return "; ".join(_pair(case, hint) for hint in _ranked(found)) or None


def _ranked(found: Order) -> list[Hint]:
    """The links told of, that on which most turns first."""
    lost = {hint: found.best.chance - hint.chance for hint in found.hints}
    return sorted((h for h in lost if lost[h] > 0), key=lambda hint: -lost[hint])[:NAMED]


def _matters(found: Order) -> bool:
    differ = found.best.chance - found.worst.chance >= NOTICED
    return bool(found.hints) and differ and not found.sample.certain


def _pair(case: Negotiation, hint: Hint) -> str:
    asked = (hint.leader, hint.follower) if hint.heard else (hint.follower, hint.leader)
    said = ask_before(case, *asked)
    return f"{said[:1].lower()}{said[1:]}"


def through(case: Negotiation, found: Order) -> str | None:
    """Who asks the people across the table who are named; None if none of them is."""
    named = [who for hint in _ranked(found) for who in (hint.leader, hint.follower)]
    return through_sentence(case, dict.fromkeys(named))

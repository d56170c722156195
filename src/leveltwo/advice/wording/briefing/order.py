"""Whom to approach first, in short."""

from __future__ import annotations

from leveltwo.advice.wording.figures import chance, listed
from leveltwo.advice.wording.names import people
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
    lost = {hint: found.best.chance - hint.chance for hint in found.hints}
    ranked = sorted((hint for hint in lost if lost[hint] > 0), key=lambda hint: -lost[hint])
    return listed([_pair(case, hint) for hint in ranked[:NAMED]]) or None


def _matters(found: Order) -> bool:
    differ = found.best.chance - found.worst.chance >= NOTICED
    return bool(found.hints) and differ and not found.sample.certain


def _pair(case: Negotiation, hint: Hint) -> str:
    leader, follower = people(case, [hint.leader, hint.follower])
    first, second = (leader, follower) if hint.heard else (follower, leader)
    return f"{first} before {second}"

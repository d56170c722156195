"""The case as seen from a day, on which a plan still has to be begun."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.plan import Plan
    from leveltwo.model.seen_from import Redating, Seen


def seen(case: Negotiation, today: dt.date | None) -> Seen:
    """The case as seen from a day; as its file has it, if there is no day."""
    from leveltwo.model.seen_from import Seen, seen_from

    return Seen(case) if today is None else seen_from(case, today)


def still(found: Seen, plan: Plan) -> tuple[Plan, tuple[Redating, ...]]:
    """What is left of a plan that somebody named, and what has changed about its moves."""
    from leveltwo.model.plan import Plan

    moves = tuple(move for move in plan.moves if move not in found.case.barred)
    return Plan(plan.deal, moves), found.about(plan.moves)

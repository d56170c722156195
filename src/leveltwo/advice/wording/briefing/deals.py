"""Deals beside the one of the plan."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.advice.wording.names import term
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation

SAME = "the deal of the plan"


def differing(case: Negotiation, plan: Assessment | None, deal: Mapping[str, str]) -> str:
    """The terms in which a deal differs from the plan’s."""
    ours = {} if plan is None else plan.plan.deal
    other = [term(case, i, option) for i, option in deal.items() if ours.get(i) != option]
    return "; ".join(other) or SAME

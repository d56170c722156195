"""How easily a rival breaks a plan, and the cheapest insurance, in short."""

from __future__ import annotations

from leveltwo.advice.wording.figures import points
from leveltwo.advice.wording.insurance import failing_gates, insurance_headline
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.insurance.record import Insurance
from leveltwo.solve.insurance.rival import Source


def insured(case: Negotiation, found: Insurance | None) -> str | None:
    """Against which rival, and what to add, if anything; nothing without a plan.

    Where gates fail without any rival, that alone: nobody needs to break them.
    """
    if found is None:
        return None
    failing = failing_gates(case, found)
    if failing is not None:
        return failing
    rival = f"Suppose a rival takes {points(found.rival.points, signed=False)} points from people"
    if found.rival.source is Source.MOVE:
        rival += ", as many as the strongest move of the case does to one of them"
    return f"{rival}. {insurance_headline(case, found)}"

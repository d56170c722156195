"""The plan that a question is about: the one given, or the one advised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.errors import PlanError
from leveltwo.tasks.advice import advise
from leveltwo.tasks.answer import Deal, Watch
from leveltwo.tasks.sampling import Sampling
from leveltwo.tasks.stopping import unbroken

if TYPE_CHECKING:
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.plan import Plan


def given(case: Negotiation, deal: Deal | None, moves: Iterable[str]) -> Plan | None:
    """The plan named; None without a deal.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case, or moves are given without a deal.
    """
    from leveltwo.model.planning import sound_plan
    from leveltwo.model.several import several

    named = several(moves)
    if deal is not None:
        return sound_plan(case, deal, named)
    if named:
        raise PlanError("moves are given without a deal; name the deal too, or leave them out")
    return None


def given_or_advised(
    case: Negotiation,
    source: str,
    deal: Deal | None,
    moves: Iterable[str],
    sampling: Sampling,
    watch: Watch | None,
) -> Plan | None:
    """The plan named; without a deal, the one that `advise` finds; None if it finds none.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case, or moves are given without a deal.
    KeyboardInterrupt
        If somebody stops the search.
    """
    plan = given(case, deal, moves)
    return plan or unbroken(advise(source, sampling=sampling, watch=watch).result).plan

"""Plans as users name them: ids, or the word ``history``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from leveltwo.errors import PlanError
from leveltwo.model.compatibility import conflicts
from leveltwo.model.history import History
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan, read_deal, read_moves
from leveltwo.model.several import several

HISTORY = "history"
"""In place of a deal or of moves: those that a case records as history."""
WrittenDeal = Mapping[str, object] | Literal["history"]


def named_plan(case: Negotiation, deal: WrittenDeal, moves: Iterable[str]) -> Plan:
    """A deal and moves as somebody named them, whether or not they go together.

    Raises
    ------
    PlanError
        If an issue, option or move does not exist, or an issue is left out.
    """
    chosen = _history(case).deal if isinstance(deal, str) else read_deal(case, deal)
    return Plan(chosen, named_moves(case, moves))


def sound_plan(case: Negotiation, deal: WrittenDeal, moves: Iterable[str]) -> Plan:
    """The plan that somebody named; raises as `named_plan`.

    Raises
    ------
    PlanError
        If the deal and the moves do not go together either.
    """
    plan = named_plan(case, deal, moves)
    wrong = list(conflicts(case, plan))
    if wrong:
        raise PlanError("this is not a plan: " + "; ".join(wrong))
    return plan


def named_moves(case: Negotiation, moves: Iterable[str]) -> tuple[str, ...]:
    """Moves as somebody named them; raises as `named_plan`."""
    named = several(moves)
    if named == (HISTORY,) and HISTORY not in case.moves:
        return _history(case).moves
    return read_moves(case, named)


def _history(case: Negotiation) -> History:
    if case.history is None:
        raise PlanError("this case records no history; name the options and moves")
    return case.history

"""Spill-over: what every move does to every audience and gate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.errors import PlanError
from leveltwo.tasks.advice import advise
from leveltwo.tasks.answer import Answer, Deal, Watch
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.stopping import unbroken

if TYPE_CHECKING:
    from leveltwo.advice.spilled import Spilled
    from leveltwo.model.plan import Plan
    from leveltwo.solve.recommendation import Recommendation


def spillover(
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    in_return: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    *,
    seconds: float | None = None,
    watch: Watch | None = None,
) -> Answer[Spilled]:
    """What every move of ours, and of theirs in the plan or offered, does to a plan.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal; None for the plan that `advise` finds, or where it advises none, for the plan
        with the best chance.
    moves : iterable of str
        Moves made, with a deal.
    in_return : iterable of str
        Moves of other sides to ask about too; without a deal, that may be counted on.
    sampling : Sampling
        How to sample.
    seconds : float or None
        Time limit of the search, where there is one.
    watch : callable or None
        Called with the best score, the bound and the nodes looked at.

    Raises
    ------
    PlanError
        If moves are named without a deal, if the deal and moves are no plan, or if there is none.
    """
    from leveltwo.advice.precedents import own
    from leveltwo.advice.spilled import spilled
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout
    from leveltwo.core.spillover import spillover as spill
    from leveltwo.io.catalog import open_case
    from leveltwo.io.library import precedents
    from leveltwo.model.plan import read_moves
    from leveltwo.model.several import several
    from leveltwo.tasks.plans import given

    case, offered = open_case(source), several(in_return)
    asked = {*case.our_moves, *read_moves(case, offered)}
    plan, advice = given(case, deal, moves), None
    if plan is None:
        asking = advise(source, in_return=offered, sampling=sampling, seconds=seconds, watch=watch)
        advice = unbroken(asking.result)
        plan = _nearest(advice)
    layout = Layout(case)
    chosen = encode(layout, plan.deal, plan.moves)
    matrix = spill(layout, sampling.of(case), chosen, asked | set(plan.moves))
    found = spilled(case, matrix, advice, precedents(), own(case, source))
    return Answer(source, case, found)


def _nearest(advice: Recommendation) -> Plan:
    """The plan advised; where there is none, the one with the best chance."""
    if advice.plan is not None:
        return advice.plan
    if advice.best_chance is not None:
        return advice.best_chance.plan
    raise PlanError("the rules of the case leave no plan to look at; name a deal")

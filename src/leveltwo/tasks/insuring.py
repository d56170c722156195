"""Insurance: how easily a rival breaks a plan's gates, and the cheapest moves against that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import TYPE_CHECKING

from leveltwo.errors import InputError
from leveltwo.tasks.answer import Answer, Deal, Watch
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling

if TYPE_CHECKING:
    from leveltwo.solve.insurance.record import Insurance

LEAST_RIVAL = 0.01
MOST_RIVAL = 1000.0


def insure(
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    *,
    rival: float | None = None,
    watch: Watch | None = None,
    insuring: Callable[[int], None] | None = None,
) -> Answer[Insurance | None]:
    """The cheapest moves that keep a rival from breaking a plan's gates.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal of the plan; None for the plan advised.
    moves : iterable of str
        Its moves.
    sampling : Sampling
        How to sample.
    rival : float or None
        Points that the rival has, 0.01 to 1,000; None for as many as the strongest move of the case
        does to one person whom the other sides' gates ask.
    watch : callable or None
        Called while the advised plan is searched for.
    insuring : callable or None
        Called with the number of sets of moves looked at.

    Returns
    -------
    Answer
        Its result is None if no plan is advised.

    Raises
    ------
    InputError
        If the rival's points are out of range.
    PlanError
        If the deal and moves are no plan of this case, or moves are given without a deal.
    """
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.solve.insurance.insure import insure as protect
    from leveltwo.tasks.plans import given_or_advised

    case = open_case(source)
    if rival is not None and not (isfinite(rival) and LEAST_RIVAL <= rival <= MOST_RIVAL):
        raise InputError(
            f"rival is {rival:g}; expected points between {LEAST_RIVAL:g} and {MOST_RIVAL:,g}"
        )
    plan = given_or_advised(case, source, deal, moves, sampling, watch)
    if plan is None:
        return Answer(source, case, None)
    layout = Layout(case)
    chosen = encode(layout, plan.deal, plan.moves)
    result = protect(layout, sampling.of(case), chosen, rival, watch=insuring)
    return Answer(source, case, result)

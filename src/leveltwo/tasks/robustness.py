"""Robustness: how far a plan can be relied on, and what to find out first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from leveltwo.errors import InputError
from leveltwo.tasks.answer import Answer, Deal
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.seen import seen
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.solve.robustness.record import Robustness

FRESH_DRAWS = 16_384
LEAST_DRAWS = 1024


def robust(  # noqa: PLR0913
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    draws: int = FRESH_DRAWS,
    seconds: float | None = None,
    today: dt.date | None = None,
    watch: Callable[[str, int, int], None] | None = None,
) -> Answer[Robustness]:
    """How far a plan can be relied on, and what is worth finding out before it is settled.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal; None for the plan that is best.
    moves : iterable of str
        The moves made, with a deal.
    sampling : Sampling
        How to sample where plans are searched.
    workers : Workers
        Who does the work.
    draws : int
        Fresh draws that plans are compared on.
    seconds : float or None
        Time limit.
    today : datetime.date or None
        A day from which the case is seen, as in `advise`; None: as written.
    watch : callable or None
        Called with the part under way, how much of it is done and how much there is.

    Raises
    ------
    InputError
        If there are too few draws, or the limit is no number of seconds.
    PlanError
        If the deal and moves are no plan of this case, or moves are given without a deal.
    """
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.solve.objective import Objective
    from leveltwo.solve.robustness.robust import robust as study
    from leveltwo.tasks.plans import given

    case = seen(open_case(source), today).case
    plan = given(case, deal, moves)
    if draws < LEAST_DRAWS:
        raise InputError(f"draws is {draws}; finding out takes at least {LEAST_DRAWS:,}")
    if seconds is not None and not 0 < seconds < float("inf"):
        raise InputError(f"seconds is {seconds:g}; expected a number above 0")
    made = frozenset() if plan is None else frozenset(plan.moves)
    objective = Objective(moves=frozenset(case.our_moves) | made)
    layout, sample = Layout(case), sampling.of(case)
    with workers.crew() as crew:
        result = study(
            layout,
            sample,
            objective,
            plan,
            draws=draws,
            seconds=seconds,
            watch=watch,
            crew=crew,
        )
    return Answer(source, case, result)

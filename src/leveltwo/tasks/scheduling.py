"""Calendar: gates, events and moves on one time line, and by when to make each move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from leveltwo.errors import PlanError
from leveltwo.tasks.answer import Answer, Deal, Watch
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.seen import seen, still
from leveltwo.tasks.stopping import unbroken

if TYPE_CHECKING:
    from leveltwo.core.calendar import Calendar
    from leveltwo.model.negotiation import Negotiation


def calendar(  # noqa: PLR0913
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    *,
    all_moves: bool = False,
    today: dt.date | None = None,
    ics: str | None = None,
    watch: Watch | None = None,
) -> Answer[Calendar]:
    """The calendar of a plan; of the plan advised, if none is given; or of all our moves.

    Moves that can no longer be made when the file says stand on the first day on which they can be
    made, or are left out, and the plan is judged, and looked for, accordingly; see `seen_from`.
    Where no plan is advised, it has gates and events only.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal of the plan.
    moves : iterable of str
        Its moves.
    sampling : Sampling
        How to sample.
    all_moves : bool
        Whether to show all moves of the side being advised, whatever the deal.
    today : datetime.date or None
        The day from which it is seen; the present day unless told.
    ics : str or None
        A file to write it to, for other programs' calendars.
    watch : callable or None
        Called while the advised plan is searched for.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case, or moves are given without a deal.
    InputError
        If the file cannot be written, or holds something else.
    """
    from leveltwo.core.calendar import calendar as find
    from leveltwo.io.catalog import open_case
    from leveltwo.model.several import several
    from leveltwo.tasks.advice import advise
    from leveltwo.tasks.plans import given

    named = several(moves)
    if all_moves and (named or deal is not None):
        raise PlanError("all our moves, or those of a plan: leave out the one or the other")
    written = open_case(source)
    if ics is not None:
        _check_target(ics)
    day = today or _present_day()
    now = seen(written, day)
    case, changes = now.case, now.changes
    plan = None if all_moves else given(written, deal, named)
    if plan is not None:
        plan, changes = still(now, plan)
    elif not all_moves:
        asked = advise(source, sampling=sampling, today=day, watch=watch)
        plan = unbroken(asked.result).plan
    shown = written.our_moves if all_moves else ()
    found = find(case, sampling.of(case), day, plan, shown, changes)
    if ics is not None:
        _write(ics, found, case)
    return Answer(source, case, found)


def _present_day() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _check_target(name: str) -> None:
    from leveltwo.report.ics import check_target

    check_target(Path(name))


def _write(name: str, found: Calendar, case: Negotiation) -> None:
    from leveltwo.report.ics import write_ics

    write_ics(Path(name), found, case)

"""Advise: the best plan, or the cheapest help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leveltwo.errors import InputError, PlanError
from leveltwo.tasks.answer import Answer, Deal, Watch, check_share
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.seen import seen
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.advice.precedents import Match
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.plan import Plan
    from leveltwo.model.precedent import Precedent
    from leveltwo.model.seen_from import Redating
    from leveltwo.solve.recommendation import Recommendation

DEFAULT_TARGET = 0.5


@dataclass(frozen=True)
class Advised(Answer["Recommendation"]):
    """What is advised, and what history calls to mind.

    Parameters
    ----------
    precedents : mapping of str to tuple of Match
        The closest precedents of each move advised, by move.
    akin : mapping of str to Precedent
        Where some move has none, those of the same field of negotiation, by name, if they are few.
    fallen : mapping of str to Match
        For each trap to leave, by move, the closest case that fell into one, if there is any.
    today : datetime.date or None
        The day from which the case is seen; None if it is taken as written.
    changes : tuple of Redating
        Moves reckoned on another day than the file's, or left out, as seen from that day.
    """

    precedents: Mapping[str, tuple[Match, ...]]
    akin: Mapping[str, Precedent]
    fallen: Mapping[str, Match]
    today: dt.date | None = None
    changes: tuple[Redating, ...] = ()


def advise(  # noqa: PLR0913
    source: str,
    deal: Deal | None = None,
    floor: float | None = None,
    in_return: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    seconds: float | None = None,
    today: dt.date | None = None,
    watch: Watch | None = None,
) -> Advised:
    """The plan that serves the side being advised best; with a deal, the cheapest help for it.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal, if it is given: then the least costly moves are sought that bring it to
        the chance asked for (½ unless told).
    floor : float or None
        The least chance wanted that all gates pass.
    in_return : iterable of str
        Moves of other sides that may be counted on.
    sampling : Sampling
        How to sample.
    workers : Workers
        Who searches.
    seconds : float or None
        Time limit of the whole answer, about; what it cuts short is told.
    today : datetime.date or None
        A day from which the case is seen: moves that can no longer be made when the file says are
        reckoned on the first day on which they can be made, or left out. None: as written.
    watch : callable or None
        Called with the best score, the bound and the nodes looked at.
    """
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.model.plan import read_moves
    from leveltwo.model.planning import sound_plan
    from leveltwo.solve.advise import advise as find
    from leveltwo.solve.objective import Goal, Objective

    written = open_case(source)
    if floor is not None:
        check_share("floor", floor)
    if seconds is not None and not 0 < seconds < float("inf"):
        raise InputError(f"seconds is {seconds:g}; expected a number above 0")
    offered = frozenset(read_moves(written, in_return))
    ours = sorted(offered & set(written.our_moves))
    if ours:
        raise PlanError(f"our own moves cannot be offered in return: {', '.join(ours)}")
    fixed = None if deal is None else sound_plan(written, deal, ()).deal
    found = seen(written, today)
    case = found.case
    default = 0.0 if deal is None else DEFAULT_TARGET
    objective = Objective(
        goal=Goal.VALUE if deal is None else Goal.COST,
        floor=default if floor is None else floor,
        deal=fixed,
        moves=frozenset(case.our_moves) | offered,
    )
    layout, sample = Layout(case), sampling.of(case)
    with workers.crew() as crew:
        result: Recommendation = find(
            layout, sample, objective, seconds=seconds, watch=watch, crew=crew
        )
    precedents = {}
    if result.plan is not None:
        precedents = cited(source, case, result.plan, [r.move for r in result.reasons])
    beside, fallen = alike(source, case, precedents), _fallen(source, case, result)
    return Advised(source, case, result, precedents, beside, fallen, today, found.changes)


def cited(
    source: str, case: Negotiation, plan: Plan, moves: Iterable[str]
) -> dict[str, tuple[Match, ...]]:
    """The closest precedents of some moves of a plan; the case is none of its own."""
    from leveltwo.advice.precedents import closest, for_move, own
    from leveltwo.io.library import precedents

    library, but_not = precedents(), own(case, source)
    return {move: closest(for_move(case, move, plan.deal), library, but_not) for move in moves}


def alike(
    source: str, case: Negotiation, found: Mapping[str, tuple[Match, ...]]
) -> dict[str, Precedent]:
    """The precedents of the case's field, where some move has none that is close."""
    from leveltwo.advice.precedents import akin, own
    from leveltwo.io.library import precedents

    lacking = any(not matches and case.moves[move].device for move, matches in found.items())
    return akin(case, precedents(), own(case, source)) if lacking else {}


def _fallen(source: str, case: Negotiation, advice: Recommendation) -> dict[str, Match]:
    """The closest case for each trap to leave; the case is none of its own."""
    from leveltwo.advice.fallen import all_fallen
    from leveltwo.advice.precedents import own
    from leveltwo.advice.traps import to_leave
    from leveltwo.io.library import precedents

    if advice.spillover is None:
        return {}
    return all_fallen(case, to_leave(case, advice.spillover), precedents(), own(case, source))

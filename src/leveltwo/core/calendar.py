"""Calendar: gates, events and moves on one time line, seen from a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.clashes import Clash, clashes
from leveltwo.core.evaluation import Score
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.shifts import Shift, score, shifts
from leveltwo.core.timing import Timing, timings
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.model.seen_from import Redating


class Kind(StrEnum):
    """What stands at a day, in the order in which a day is read."""

    EVENT = "event"
    START = "start"
    MOVE = "move"
    DEADLINE = "deadline"
    GATE = "gate"


@dataclass(frozen=True)
class Entry:
    """Something on the time line.

    Parameters
    ----------
    date : datetime.date
        Its day, or the first of its days.
    kind : Kind
        An event; the start of a move's preparation; a move; the day on which a move without
        a date is due; a gate.
    key : str
        The event or move, or the gate as ``side.gate``.
    until : datetime.date or None
        The last of an event's days, if there are several.
    """

    date: dt.date
    kind: Kind
    key: str
    until: dt.date | None = None


@dataclass(frozen=True)
class Calendar:
    """Everything dated, and what follows for the moves.

    Parameters
    ----------
    today : datetime.date
        The day from which it is seen.
    sample : Sample
        The draws.
    plan : Plan or None
        The plan, if it is the calendar of one.
    score : Score or None
        What the plan comes to as it is dated.
    entries : tuple of Entry
        The time line.
    undated : tuple of (Kind, str)
        Gates and moves without a date.
    timings : tuple of Timing
        When each move can still help, by date.
    clashes : tuple of Clash
        What meets.
    shifts : tuple of Shift
        What the plan would come to if moves came in time for gates that they miss.
    changes : tuple of Redating
        Moves that are reckoned on another day than the file's, or left out.
    """

    today: dt.date
    sample: Sample
    plan: Plan | None
    score: Score | None
    entries: tuple[Entry, ...]
    undated: tuple[tuple[Kind, str], ...]
    timings: tuple[Timing, ...]
    clashes: tuple[Clash, ...]
    shifts: tuple[Shift, ...]
    changes: tuple[Redating, ...] = ()


def calendar(
    case: Negotiation,
    sample: Sample,
    today: dt.date,
    plan: Plan | None = None,
    moves: Collection[str] = (),
    changes: tuple[Redating, ...] = (),
) -> Calendar:
    """The calendar of a plan, or of some moves.

    Parameters
    ----------
    case : Negotiation
        The case.
    sample : Sample
        The draws on which it is judged whom a move helps, and what the plan comes to.
    today : datetime.date
        The day from which it is seen.
    plan : Plan or None
        The plan.
    moves : collection of str
        Without a plan, the moves to show.
    changes : tuple of Redating
        How the case differs from its file, if it was put on days that are still possible.
    """
    layout = Layout(case)
    if plan is None:
        found = timings(layout, sample, moves, None, today)
    else:
        found = timings(layout, sample, plan.moves, plan.deal, today)
    return Calendar(
        today=today,
        sample=sample,
        plan=plan,
        score=None if plan is None else score(case, sample, plan),
        entries=_time_line(case, found),
        undated=tuple(_undated(case, found)),
        timings=found,
        clashes=clashes(case, found),
        shifts=() if plan is None else shifts(case, sample, plan, found),
        changes=changes,
    )


def _time_line(case: Negotiation, found: Sequence[Timing]) -> tuple[Entry, ...]:
    possible = [timing for timing in found if timing.move not in case.barred]
    entries = [*_fixed(case), *(entry for timing in possible for entry in _of_move(timing))]
    order = list(Kind)
    return tuple(sorted(entries, key=lambda e: (e.date, order.index(e.kind), e.key)))


def _fixed(case: Negotiation) -> Iterator[Entry]:
    for key, event in case.events.items():
        yield Entry(event.date, Kind.EVENT, key, event.until if event.end > event.date else None)
    for side, part in case.sides.items():
        for gate_id, gate in part.gates.items():
            if gate.date is not None:
                yield Entry(gate.date, Kind.GATE, f"{side}.{gate_id}")


def _of_move(timing: Timing) -> Iterator[Entry]:
    if timing.due is None or timing.begin is None:
        return
    if timing.lead:
        yield Entry(timing.begin, Kind.START, timing.move)
    yield Entry(timing.due, Kind.DEADLINE if timing.date is None else Kind.MOVE, timing.move)


def _undated(case: Negotiation, found: Sequence[Timing]) -> Iterator[tuple[Kind, str]]:
    for side, part in case.sides.items():
        for gate_id, gate in part.gates.items():
            if gate.date is None:
                yield Kind.GATE, f"{side}.{gate_id}"
    for timing in found:
        if timing.date is None:
            yield Kind.MOVE, timing.move

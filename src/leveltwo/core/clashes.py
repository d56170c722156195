"""Clashes: what meets on one day, or is prepared at one time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from leveltwo.core.timing import Timing
from leveltwo.model.negotiation import Negotiation


class Meeting(StrEnum):
    """What it is that meets."""

    EXCLUDE = "exclude"
    SHARE = "share"
    GATE_DAY = "gate_day"
    DURING = "during"


@dataclass(frozen=True)
class Clash:
    """Two things that meet.

    Parameters
    ----------
    kind : Meeting
        *Exclude*: two moves of one day that exclude each other. *Share*: two moves of our side
        whose preparations overlap and which use the same resource. *Gate day*: a move on the day
        of a gate it serves, where it counts. *During*: a gate that is decided during an event.
    date : datetime.date
        The day, or the first of the days.
    first, second : str
        Two moves; a move and a gate; a gate and an event. Gates as ``side.gate``.
    resource : str or None
        The resource that both use.
    """

    kind: Meeting
    date: dt.date
    first: str
    second: str
    resource: str | None = None


def clashes(case: Negotiation, found: Sequence[Timing]) -> tuple[Clash, ...]:
    """Everything that meets, by date. Time grows with the square of the moves."""
    met = [*_moves(case, found), *_gate_days(found), *_during(case)]
    return tuple(sorted(met, key=lambda c: (c.date, c.kind, c.first, c.second, c.resource or "")))


def _moves(case: Negotiation, found: Sequence[Timing]) -> Iterator[Clash]:
    ours = [t for t in found if case.moves[t.move].by == case.viewpoint]
    for one, other in combinations(sorted(ours, key=lambda t: t.move), 2):
        if one.date is None or other.date is None or one.begin is None or other.begin is None:
            continue
        a, b = case.moves[one.move], case.moves[other.move]
        apart = other.move not in a.excludes and one.move not in b.excludes
        if not apart and one.date == other.date:
            yield Clash(Meeting.EXCLUDE, one.date, one.move, other.move)
        day = max(one.begin, other.begin)
        if apart and day <= min(one.date, other.date):
            for resource in sorted(a.resources.keys() & b.resources.keys()):
                if a.resources[resource] and b.resources[resource]:
                    yield Clash(Meeting.SHARE, day, one.move, other.move, resource)


def _gate_days(found: Sequence[Timing]) -> Iterator[Clash]:
    for timing in found:
        for service in timing.serves:
            if timing.date is not None and timing.date == service.date:
                gate = f"{service.side}.{service.gate}"
                yield Clash(Meeting.GATE_DAY, timing.date, timing.move, gate)


def _during(case: Negotiation) -> Iterator[Clash]:
    for side, part in case.sides.items():
        for key, gate in part.gates.items():
            for name, event in case.events.items():
                if gate.date is not None and event.includes(gate.date):
                    yield Clash(Meeting.DURING, gate.date, f"{side}.{key}", name)

"""Timing: when a move can still help, and when its preparation must begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.service import Service, services
from leveltwo.model.moment import later
from leveltwo.model.sequence import links, ordered
from leveltwo.model.window import Window, windows


class State(StrEnum):
    """Where a move stands on a given day."""

    PAST = "past"
    IDLE = "idle"
    TOO_LATE = "too_late"
    BEHIND = "behind"
    IN_TIME = "in_time"


@dataclass(frozen=True)
class Timing:
    """When a move can still help.

    Parameters
    ----------
    move : str
        The move.
    date : datetime.date or None
        Its date, if it has one.
    lead : int
        Days of preparation.
    window : Window
        The days that its links leave it.
    awaits : datetime.date or None
        The first day on which all moves of the plan that come before it can have been made.
    serves : tuple of Service
        The gates at which it helps somebody, by date.
    today : datetime.date
        The day from which this is seen.
    """

    move: str
    date: dt.date | None
    lead: int
    window: Window
    awaits: dt.date | None
    serves: tuple[Service, ...]
    today: dt.date

    @property
    def soonest(self) -> dt.date:
        """The first day on which it can be made if preparation begins today."""
        waits = (self.window.earliest, self.awaits)
        return max([later(self.today, self.lead), *(day for day in waits if day is not None)])

    @property
    def made(self) -> dt.date:
        """Its date; without one, the first day on which it can be made."""
        return self.soonest if self.date is None else self.date

    @property
    def due(self) -> dt.date | None:
        """Its date; without one, the last day on which it counts at every gate it still can serve.

        None if it serves no gate with a date, and nothing ends its window.
        """
        if self.date is not None:
            return self.date
        gate = None if self.first is None else self.first.date
        return min((day for day in (gate, self.window.latest) if day is not None), default=None)

    @property
    def begin(self) -> dt.date | None:
        """The last day on which preparation can begin if it is to be made on the day it is due."""
        return None if self.due is None else later(self.due, -self.lead)

    @property
    def latest(self) -> dt.date | None:
        """Its latest useful date: the day of the last gate it serves, or the end of its window.

        None if it serves no gate, or if nothing ends its use.
        """
        if not self.serves:
            return None
        dates = [service.date for service in self.serves]
        last = None if None in dates else max(date for date in dates if date)
        ends = [day for day in (last, self.window.latest) if day is not None]
        return min(ends, default=None)

    @property
    def latest_start(self) -> dt.date | None:
        """The last day on which preparation can begin for its latest useful date."""
        return None if self.latest is None else later(self.latest, -self.lead)

    @property
    def missed(self) -> tuple[Service, ...]:
        """Gates that it would serve and that are decided before it is made."""
        return tuple(s for s in self.serves if s.date is not None and s.date < self.made)

    @property
    def first(self) -> Service | None:
        """The first gate that it still serves; None if it misses all."""
        return next((s for s in self.serves if s not in self.missed), None)

    @property
    def state(self) -> State:
        """Where it stands today.

        *Past*: its date has gone by. *Idle*: it helps nobody at any gate. *Too late*: as dated, or
        begun today, it misses every gate that it could serve, or the end of its window.
        *Behind*: its preparation should have begun before today.
        """
        if self.date is not None and self.date < self.today:
            return State.PAST
        if not self.serves:
            return State.IDLE
        if self.first is None or self._cannot_be_ready:
            return State.TOO_LATE
        if self.begin is not None and self.begin < self.today:
            return State.BEHIND
        return State.IN_TIME

    @property
    def _cannot_be_ready(self) -> bool:
        return self.latest is not None and max(self.soonest, self.made) > self.latest


def timings(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    deal: Mapping[str, str] | None,
    today: dt.date,
) -> tuple[Timing, ...]:
    """The timing of some moves, those with a date first, by date; see `services` for its cost."""
    case, found = layout.case, dict[str, Timing]()
    open_, served = windows(case), services(layout, sample, moves, deal)
    linked = [link for link in links(case) if link.first in moves and link.then in moves]
    order = [*ordered(linked), *moves]
    for move in dict.fromkeys(order):
        found[move] = Timing(
            move=move,
            date=case.moves[move].date,
            lead=case.moves[move].lead,
            window=open_[move],
            awaits=max((found[one.first].made for one in linked if one.then == move), default=None),
            serves=served[move],
            today=today,
        )
    return tuple(sorted(found.values(), key=lambda t: (t.date is None, str(t.date), t.move)))

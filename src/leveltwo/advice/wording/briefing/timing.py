"""By when to make the moves of a plan, as a brief tells it."""

from __future__ import annotations

import datetime as dt

from leveltwo.advice.wording.calendar import time_line_rows
from leveltwo.advice.wording.dates import day
from leveltwo.advice.wording.timing import timing_line
from leveltwo.core.calendar import Calendar, Kind
from leveltwo.core.timing import State, Timing
from leveltwo.model.negotiation import Negotiation


def time_line(case: Negotiation, found: Calendar) -> tuple[tuple[str, str, str], ...]:
    """Day, kind and name of everything that has a day, and today."""
    return tuple(
        (day(dt.date.fromisoformat(date)), kind, name or "–")
        for date, kind, name in time_line_rows(case, found)
    )


def when(timing: Timing) -> str:
    """By when to begin a move and to make it, and until when it is of use."""
    if timing.due is None:
        return "any day"
    made = day(timing.due) if timing.date is not None else f"by {day(timing.due)}"
    if timing.state is State.PAST:
        return f"{made}: past, taken as made"
    if timing.state is State.TOO_LATE:
        return f"{made}: too late"
    if timing.state is State.BEHIND:
        return f"{made}: behind"
    if timing.lead and timing.begin is not None:
        made = f"begin by {day(timing.begin)}; make it {'' if timing.date is None else 'on '}{made}"
    if timing.latest is not None and timing.latest > timing.due:
        made += f"; of use until {day(timing.latest)}"
    return made


def all_past(found: Calendar) -> str | None:
    """That every gate with a date lies in the past, and how to go back."""
    gates = [entry for entry in found.entries if entry.kind is Kind.GATE]
    if not gates or gates[-1].date >= found.today:
        return None
    return (
        f"Every gate with a date was decided before {day(found.today)}: this tells of a past. To "
        "see the case as it stood on an earlier day, give the brief an earlier date, such as "
        f"{found.entries[0].date}."
    )


def pressing_lines(case: Negotiation, found: Calendar) -> list[str]:
    """Moves that are behind, and moves for which it is too late."""
    order = (State.BEHIND, State.TOO_LATE)
    pressing = sorted(
        (order.index(t.state), str(t.begin), t.move, t) for t in found.timings if t.state in order
    )
    return [line for *_, timing in pressing if (line := timing_line(case, timing))]


def more_pressing(number: int) -> str | None:
    """That more moves are behind or too late than those told of."""
    if number <= 0:
        return None
    are = "one more move is" if number == 1 else f"{number} more moves are"
    return f"{are.capitalize()} behind or too late; see the calendar in the annex."

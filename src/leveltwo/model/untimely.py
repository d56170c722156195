"""Whether the order in which things are to happen can be kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from leveltwo.errors import Path, Problem, Severity
from leveltwo.model.gate import Gate
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.sequence import Link, days_of, gap, links, ring
from leveltwo.model.touching import asked, reached
from leveltwo.model.window import Window, windows


def untimely(case: Negotiation) -> Iterator[Problem]:
    """Problems of events, and of moves that cannot come when they must."""
    for key, event in case.events.items():
        here: Path = ("events", key)
        if key in case.moves:
            yield Problem(here, f"“{key}” is also a move; choose another id")
        if event.end < event.date:
            message = f"ends on {event.end}, before it begins on {event.date}; put the later day"
            yield Problem((*here, "until"), message)
    found = links(case)
    circle = ring(found)
    if circle:
        yield _circle(circle)
        return
    for link in found:
        yield from _broken(case, link)
    yield from _no_day_left(case, found)


def _circle(circle: list[Link]) -> Problem:
    chain = f"“{circle[0].first}” comes before “{circle[0].then}”"
    chain += "".join(f", which comes before “{link.then}”" for link in circle[1:])
    if len(circle) == 1:
        return Problem(circle[0].path, f"“{circle[0].then}” cannot come before itself: remove it")
    return Problem(circle[0].path, f"{chain}: remove one of these links")


def _broken(case: Negotiation, link: Link) -> Iterator[Problem]:
    """A link between two days that are the wrong way round."""
    first, then = days_of(case, link.first), days_of(case, link.then)
    if first is None or then is None or (then[0] - first[1]).days >= gap(case, link):
        return
    kept = link.path[2] == "after"
    move, moment = (link.then, link.first) if kept else (link.first, link.then)
    days = first if kept else then
    yield Problem(
        link.path,
        f"“{move}” is dated {case.moves[move].date}, but must come {link.path[2]} “{moment}”, "
        f"{span(*days)}; move its date or remove this link",
    )


def _no_day_left(case: Negotiation, found: list[Link]) -> Iterator[Problem]:
    """Moves, and gates between moves, without a date and without a day that is open to them."""
    open_ = windows(case)
    empty = [key for key, window in open_.items() if window.empty and days_of(case, key) is None]
    for key in empty:
        path = next(link.path for link in found if key in (link.first, link.then))
        if not any(link.then == key and link.first in empty for link in found):
            window = open_[key]
            yield Problem(
                path,
                f"no day is left for “{key}”: it can come on {window.earliest} at the earliest and "
                f"on {window.latest} at the latest; remove a link or move a date",
            )


def span(first: dt.date, last: dt.date) -> str:
    """A day, or the first and last of several."""
    return f"on {first}" if first == last else f"from {first} to {last}"


def overrated(case: Negotiation) -> Iterator[Problem]:
    """Warnings of moves that count at a gate which they can only follow.

    Moves without a date count at every gate, and gates without one count every move: where the
    order says that a move comes after the gate, the chances say too much.
    """
    open_, found = windows(case), links(case)
    linked = sorted({link.then for link in found} & set(case.moves))
    audiences = {move: reached(case, move) for move in linked}
    for side, part in case.sides.items():
        for name, gate in part.gates.items():
            key = f"{side}.{name}"
            following = _following(found, key)
            people = asked(case, gate)
            for move in linked:
                counted = case.moves[move].date is None or gate.date is None
                late = move in following or _opens_after(open_[move], gate)
                if counted and late and people & audiences[move]:
                    yield _overrated(move, key, gate, open_[move])


def _following(found: list[Link], key: str) -> set[str]:
    """Everything that comes after something, directly or through others."""
    known, open_ = set[str](), [key]
    while open_:
        first = open_.pop()
        more = {link.then for link in found if link.first == first} - known
        known |= more
        open_ += sorted(more)
    return known


def _opens_after(window: Window, gate: Gate) -> bool:
    return bool(gate.date and window.earliest and gate.date < window.earliest)


def _overrated(move: str, key: str, gate: Gate, window: Window) -> Problem:
    if gate.date is None:
        said = f"comes after the gate “{key}”, which has no date and so counts it all the same: "
        said += "give the gate and the move a date"
    else:
        said = f"can come on {window.earliest} at the earliest, after the gate “{key}” of "
        said += f"{gate.date}; without a date it counts there all the same: give it a date"
    return Problem(("moves", move), said, Severity.WARNING)

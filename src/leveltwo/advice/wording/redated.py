"""Moves that cannot be made when the file says: the day they are reckoned on, or that they are out.

Each sentence follows from the day from which the case is seen, if all preparation begins on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from leveltwo.advice.wording.dates import day
from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.names import quoted
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.seen_from import Redating

TOLD = 3
"""Moves told of where there is little room."""
BEGUN = "If preparation has begun already, write as the lead the days that it still takes."


def redated_lines(case: Negotiation, changes: Sequence[Redating]) -> list[str]:
    """What was changed, move by move, and what to do if it is wrong; nothing if nothing was."""
    return [*(_line(case, change) for change in changes), *([BEGUN] if changes else [])]


def redated_sentences(case: Negotiation, changes: Sequence[Redating]) -> str | None:
    """The same in one paragraph, of the first few moves."""
    if not changes:
        return None
    more = len(changes) - TOLD
    rest = f"{more} more of our moves cannot be made as written." if more > 0 else ""
    told = [*(_line(case, change) for change in changes[:TOLD]), rest, BEGUN]
    return " ".join(part for part in told if part)


def shown_lines(case: Negotiation, changes: Sequence[Redating]) -> list[str]:
    """What was changed where moves that are left out are shown all the same."""
    return redated_lines(case, [change for change in changes if change.reckoned is not None])


def _line(case: Negotiation, change: Redating) -> str:
    if change.reckoned is None:
        return _left_out(case, change)
    name, reckoned = _name(case, change.move), day(change.reckoned)
    first = "the first day on which it can be made if preparation begins today"
    if change.written is None:
        return f"{name}, which has no date, is reckoned on {reckoned}, {first}."
    return f"{name} is reckoned on {reckoned}, {first}, not on {day(change.written)} as written."


def _left_out(case: Negotiation, change: Redating) -> str:
    name = _name(case, change.move)
    if change.soonest is None or change.until is None:
        lacks = [_name(case, move) for move in change.lacks]
        are = "are" if len(lacks) > 1 else "is"
        return f"{name} is left out: it needs {listed(lacks)}, which {are} left out."
    return (
        f"{name} is left out, as it is too late for it: if preparation begins today, it can be "
        f"made on {day(change.soonest)}, and the last day left to it is {day(change.until)}."
    )


def _name(case: Negotiation, move: str) -> str:
    return quoted(case.name("moves", move))

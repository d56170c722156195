"""The case as seen from a day: moves that cannot be ready when the file says, on days they can."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leveltwo.model.moment import later
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.sequence import links, ordered
from leveltwo.model.touching import gates_touched
from leveltwo.model.window import windows


@dataclass(frozen=True, slots=True)
class Redating:
    """A move that cannot be made when the file says.

    Parameters
    ----------
    move : str
        The move.
    written : datetime.date or None
        Its date in the file, if it has one.
    reckoned : datetime.date or None
        The day on which it is reckoned instead; None if it is left out.
    soonest : datetime.date or None
        The first day on which it can be made, if all preparation begins on the day from which the
        case is seen; None if it is left out for what it lacks.
    until : datetime.date or None
        Where it is left out as too late: the last day on which it could be made, or be of use.
    lacks : tuple of str
        Moves which it needs and that are left out themselves.
    """

    move: str
    written: dt.date | None
    reckoned: dt.date | None
    soonest: dt.date | None
    until: dt.date | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """The case as it can still be acted on, and what differs from the file.

    Parameters
    ----------
    case : Negotiation
        The case, moves on days on which they can be made, or barred.
    changes : tuple of Redating
        The moves concerned, in the order of the file.
    """

    case: Negotiation
    changes: tuple[Redating, ...] = ()

    def about(self, moves: Iterable[str]) -> tuple[Redating, ...]:
        """What concerns some moves."""
        named = set(moves)
        return tuple(change for change in self.changes if change.move in named)


def seen_from(case: Negotiation, day: dt.date) -> Seen:
    """The case as seen from a day, all preparation beginning on it at the earliest.

    A move of ours that is still to be made, dated on that day or later, or not dated, is put on
    the first day on which it can be made, if its preparation, or that of what must come before it,
    leaves it no sooner one: where that is later than its date; without a date, where it misses a
    gate that would count it. It is barred where that day comes after the last that its links leave
    it, or after every gate that it touches; so is what needs a barred move. Links between moves
    hold whether or not both are made, unless one of them is barred. Moves dated before the day are
    taken as made, and so is what must have come before them. Where every gate with a date lies
    before the day, the case is left as it is.

    Parameters
    ----------
    case : Negotiation
        The case, in which nothing comes before itself.
    day : datetime.date
        The day.

    Notes
    -----
    Time grows with links × (1 + moves barred), and with moves × gates × followers.
    """
    if _is_history(case, day):
        return Seen(case)
    still = _to_make(case, day)
    barred: dict[str, Redating] = {}
    while True:
        gone = case.barred | barred.keys()
        ours = [m for m in case.our_moves if m in still and m not in gone]
        open_ = _Open(case, day, ours, gone)
        more = _lacking(case, still - gone, gone) or open_.too_late()
        if not more:
            break
        barred |= more
    barred |= _lacking(case, {key for key, change in barred.items() if change.lacks}, gone)
    moved = {change.move: change for change in open_.moved()}
    possible = _dated(_unlinked(case, gone), {m: change.reckoned for m, change in moved.items()})
    return Seen(possible.barring(barred), _in_order(case, {**moved, **barred}))


def _is_history(case: Negotiation, day: dt.date) -> bool:
    gates = (gate for side in case.sides.values() for gate in side.gates.values())
    dates = [gate.date for gate in gates if gate.date is not None]
    return bool(dates) and max(dates) < day


def _to_make(case: Negotiation, day: dt.date) -> set[str]:
    """Moves not taken as made: those dated before the day are, and all that they rest on."""
    found = links(case)
    made = {key for key, move in case.moves.items() if move.date is not None and move.date < day}
    open_ = sorted(made)
    while open_:
        key = open_.pop()
        before = {link.first for link in found if link.then == key and _undated(case, link.first)}
        more = ({*case.moves[key].needs} | before) - made
        made |= more
        open_ += sorted(more)
    return set(case.moves) - made


def _undated(case: Negotiation, key: str) -> bool:
    return key in case.moves and case.moves[key].date is None


def _lacking(case: Negotiation, keys: set[str], gone: frozenset[str]) -> dict[str, Redating]:
    """Those of some moves, anybody's, that need what is barred."""
    found = {}
    for key in keys:
        move = case.moves[key]
        lacks = tuple(other for other in move.needs if other in gone)
        if lacks:
            found[key] = Redating(key, move.date, None, None, lacks=lacks)
    return found


class _Open:
    """Moves still to be made, and the days that preparation and links leave them."""

    def __init__(
        self, case: Negotiation, day: dt.date, ours: list[str], gone: frozenset[str]
    ) -> None:
        floors = {m: _ready(case.moves[m], day) for m in ours}
        loose = _loose(case, ours, gone)
        self.case = case
        self.ours = ours
        self.order = [key for key in [*ordered(links(loose)), *ours] if key in floors]
        days = windows(loose, floors)
        self.first = {key: days[key].earliest or floors[key] for key in ours}
        dates = {key: date for key in ours if (date := case.moves[key].date) is not None}
        self.written = windows(loose, dates)

    def too_late(self) -> dict[str, Redating]:
        """The first move, in the order of links, for which it is too late."""
        for key in self.order:
            written, first, until = self.case.moves[key].date, self.first[key], self._until(key)
            if until is not None and first > until:
                return {key: Redating(key, written, None, first, until)}
        return {}

    def _until(self, key: str) -> dt.date | None:
        """The last day that links leave a move, or on which it counts at a gate; None if any."""
        dates = [gate.date for gate in gates_touched(self.case, key)]
        ends = [] if None in dates or not dates else [max(date for date in dates if date)]
        opens, latest = self.written[key].earliest, self.written[key].latest
        if opens is not None:
            ends = [end for end in ends if end >= opens]
        return min([*ends, *([latest] if latest else [])], default=None)

    def moved(self) -> Iterator[Redating]:
        """Moves that can be made, but not as the file has it."""
        for key in self.ours:
            written, first = self.case.moves[key].date, self.first[key]
            late = self._misses(key, first) if written is None else first > written
            if late:
                yield Redating(key, written, first, first)

    def _misses(self, key: str, first: dt.date) -> bool:
        """Whether a move without a date misses a gate that its links would let it come to."""
        opens = self.written[key].earliest or dt.date.min
        dates = [gate.date for gate in gates_touched(self.case, key) if gate.date is not None]
        return any(opens <= date < first for date in dates)


def _ready(move: Move, day: dt.date) -> dt.date:
    """The day on which a move can be ready, no sooner than it is dated."""
    ready = later(day, move.lead)
    return ready if move.date is None else max(ready, move.date)


def _loose(case: Negotiation, ours: list[str], gone: frozenset[str]) -> Negotiation:
    """The case with no dates on moves of ours, and with nothing linked to those gone."""
    return _dated(_unlinked(case, gone), dict.fromkeys(ours))


def _unlinked(case: Negotiation, gone: frozenset[str]) -> Negotiation:
    """The case in which nothing waits for moves that are gone, nor they for anything."""
    moves = {}
    for key, move in case.moves.items():
        linked = {
            "after": () if key in gone else tuple(m for m in move.after if m not in gone),
            "before": () if key in gone else tuple(m for m in move.before if m not in gone),
        }
        moves[key] = move.model_copy(update=linked)
    return case.model_copy(update={"moves": moves})


def _dated(case: Negotiation, days: Mapping[str, dt.date | None]) -> Negotiation:
    moves = {key: case.moves[key].model_copy(update={"date": day}) for key, day in days.items()}
    return case.model_copy(update={"moves": {**case.moves, **moves}})


def _in_order(case: Negotiation, changes: Mapping[str, Redating]) -> tuple[Redating, ...]:
    return tuple(changes[move] for move in case.moves if move in changes)

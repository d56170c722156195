"""What to do and what lies ahead, in the order of the days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from leveltwo.advice.wording.asking import through_sentence
from leveltwo.advice.wording.briefing.order import pairs, through
from leveltwo.advice.wording.briefing.risks import wavering
from leveltwo.advice.wording.calendar import gate_quoted
from leveltwo.advice.wording.dates import day
from leveltwo.advice.wording.figures import listed, some
from leveltwo.advice.wording.names import people, quoted
from leveltwo.advice.wording.robustness import question_sentence
from leveltwo.core.assessment import Assessment
from leveltwo.core.calendar import Calendar, Entry, Kind
from leveltwo.core.timing import State, Timing
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.order import Order
from leveltwo.solve.robustness.record import Robustness

NAMED = 3
"""Moves, gates or events of one day that are named."""
ASKED = 2
"""Things to find out that are named; also people to see first."""
OPEN = (State.IN_TIME, State.BEHIND)


class Turn(IntEnum):
    """What comes first within a day."""

    CHOOSE = -1
    FIND_OUT = 0
    SEE = 1
    BEGIN = 2
    MAKE = 3
    EVENT = 4
    DECIDE = 5
    CARRY_OUT = 6


class Step(NamedTuple):
    """What is to be done, or happens.

    Parameters
    ----------
    date : datetime.date or None
        Its day; None if no date limits it.
    turn : Turn
        Of which kind it is.
    when, what : str
        The same in words.
    """

    date: dt.date | None
    turn: Turn
    when: str
    what: str


def in_order(steps: Iterable[Step]) -> list[tuple[str, str]]:
    """When and what, by date; what no date limits comes last, but what is to be found out first."""
    ranked = sorted(steps, key=lambda s: (*_rank(s), s.turn))
    return [(f"{step.when}:", step.what) for step in ranked]


def _rank(step: Step) -> tuple[int, str]:
    if step.date is None:
        return (0 if step.turn <= Turn.SEE else 2), ""
    return 1, step.date.isoformat()


def more(number: int) -> str | None:
    """That there are more steps than those told of."""
    if number <= 0:
        return None
    return f"And {number} more in the calendar of the annex."


def of_moves(case: Negotiation, found: Calendar) -> list[Step]:
    """When to begin each move that can still help, and when to make it."""
    grouped: dict[tuple[dt.date | None, Turn, str], list[str]] = {}
    for timing in found.timings:
        if timing.state in OPEN:
            for key in _days(timing):
                grouped.setdefault(key, []).append(quoted(case.name("moves", timing.move)))
    verbs = {Turn.BEGIN: "begin to prepare", Turn.MAKE: "make the move"}
    return [
        Step(date, turn, when, f"{verbs[turn]}{_plural(turn, names)} {some(names, NAMED)}.")
        for (date, turn, when), names in grouped.items()
    ]


def _plural(turn: Turn, names: list[str]) -> str:
    return "s" if turn is Turn.MAKE and len(names) > 1 else ""


def _days(timing: Timing) -> list[tuple[dt.date | None, Turn, str]]:
    """When to begin a move, if it takes preparation, and when to make it."""
    if timing.due is None:
        return [(None, Turn.MAKE, "On any day")]
    if timing.state is State.BEHIND:
        soonest = timing.soonest
        begin = (timing.today, Turn.BEGIN, "At once, as it is behind")
        return [begin, (soonest, Turn.MAKE, f"On {day(soonest)}")]
    made = f"{'On' if timing.date is not None else 'By'} {day(timing.due)}"
    when = "Today" if timing.due == timing.today else made
    days: list[tuple[dt.date | None, Turn, str]] = [(timing.due, Turn.MAKE, when)]
    if timing.lead and timing.begin is not None:
        by = "Today" if timing.begin == timing.today else f"By {day(timing.begin)}"
        days.insert(0, (timing.begin, Turn.BEGIN, by))
    return days


def of_dates(case: Negotiation, found: Calendar, *, proposed: bool = True) -> list[Step]:
    """Approvals, carrying out and events that lie ahead; without a plan, what would be decided."""
    steps = []
    for (date, turn), entries in _ahead(case, found).items():
        names = some([_happens(case, entry) for entry in entries], NAMED)
        verb = "decide" if len(entries) > 1 else "decides"
        what = {
            Turn.EVENT: f"{names}.",
            Turn.DECIDE: f"{names} {verb if proposed else 'would decide on a deal'}.",
            Turn.CARRY_OUT: f"whether {'it' if proposed else 'a deal'} is carried out turns on "
            f"{names}.",
        }[turn]
        steps.append(Step(date, turn, "Today" if date == found.today else f"On {day(date)}", what))
    return steps


def _ahead(case: Negotiation, found: Calendar) -> dict[tuple[dt.date, Turn], list[Entry]]:
    grouped: dict[tuple[dt.date, Turn], list[Entry]] = {}
    for entry in found.entries:
        turn = _turn(case, entry)
        if turn is not None and entry.date >= found.today:
            grouped.setdefault((entry.date, turn), []).append(entry)
    return grouped


def _turn(case: Negotiation, entry: Entry) -> Turn | None:
    if entry.kind is Kind.EVENT:
        return Turn.EVENT
    if entry.kind is not Kind.GATE:
        return None
    side, _, gate = entry.key.partition(".")
    return Turn.CARRY_OUT if case.sides[side].gates[gate].implementation else Turn.DECIDE


def _happens(case: Negotiation, entry: Entry) -> str:
    if entry.kind is Kind.GATE:
        return gate_quoted(case, entry.key)
    until = f" (until {day(entry.until)})" if entry.until else ""
    return f"{case.name('events', entry.key)}{until}"


def to_choose(what: str | None) -> list[Step]:
    """What to decide before anything else; nothing where there is no choice."""
    return [] if what is None else [Step(None, Turn.CHOOSE, "First of all", what)]


def to_find_out(case: Negotiation, found: Robustness | None, steps: list[Step]) -> list[Step]:
    """What to find out before the first of some steps; nothing where nothing is worth it."""
    if found is None or found.finding_out is None or not found.finding_out.questions:
        return []
    asked = [question_sentence(case, q) for q in found.finding_out.questions[:ASKED]]
    what = "; and ".join(f"{text[:1].lower()}{text[1:]}" for text in asked)
    return [_before(_first(steps), Turn.FIND_OUT, f"find out {what}.")]


def to_see_first(
    case: Negotiation, found: Order | None, plan: Assessment, steps: list[Step]
) -> list[Step]:
    """Whom to approach before whom; where the order makes no difference, on whom most turns."""
    above_all = None if found is None else pairs(case, found)
    if above_all:
        who = None if found is None else through(case, found)
        what = f"{above_all}: much turns on who has heard whom.{f' {who}' if who else ''}"
    else:
        turns = [] if plan.sample.certain else wavering(plan, list(plan.constituencies))
        if not turns:
            return []
        who = through_sentence(case, turns[:ASKED])
        what = f"speak with {listed(people(case, turns[:ASKED]))}, on whom most turns."
        what += f" {who}" if who else ""
    return [_before(_first(steps, Turn.DECIDE), Turn.SEE, what)]


def _first(steps: list[Step], turn: Turn | None = None) -> Step | None:
    """The first step with a date, of some kind if one is named."""
    dated = [(s.date, s) for s in steps if s.date is not None and turn in (None, s.turn)]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def _before(step: Step | None, turn: Turn, what: str) -> Step:
    """To be done before a step; first of all, where there is none or it is due at once."""
    if step is None or step.date is None or not step.when.startswith(("On ", "By ")):
        return Step(None, turn, "First of all", what)
    return Step(step.date, turn, f"Before {day(step.date)}", what)

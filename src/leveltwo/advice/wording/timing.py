"""Sentences about when to make a move, and what a better day would bring."""

from __future__ import annotations

from collections.abc import Collection

from leveltwo.advice.wording.calendar import gate_quoted
from leveltwo.advice.wording.dates import day, days
from leveltwo.advice.wording.figures import chance_shift, listed
from leveltwo.advice.wording.names import rule_in_words
from leveltwo.core.calendar import Calendar, Entry, Kind
from leveltwo.core.evaluation import Score
from leveltwo.core.sample import Sample
from leveltwo.core.service import Service
from leveltwo.core.shifts import Shift
from leveltwo.core.timing import State, Timing
from leveltwo.model.negotiation import Negotiation


def timing_lines(case: Negotiation, found: Calendar) -> list[str]:
    """What to do by when, in the order of the days on which it must begin."""
    urgent = sorted(found.timings, key=lambda t: (t.begin is None, str(t.begin), t.move))
    moved = _moved(found)
    told = [line for timing in urgent if (line := timing_line(case, timing, moved))]
    return told + _in_short(case, found)


def _moved(found: Calendar) -> frozenset[str]:
    """Moves reckoned on another day than the file's."""
    return frozenset(change.move for change in found.changes)


def timing_line(case: Negotiation, timing: Timing, moved: Collection[str] = ()) -> str | None:
    """What to do about one move; None if there is nothing that its row does not say.

    Some moves may have been moved to another day than the file's.
    """
    if timing.state is State.TOO_LATE:
        return _too_late(case, timing)
    if timing.state is State.BEHIND:
        return _behind(case, timing)
    if timing.state is State.IN_TIME:
        if timing.date is None:
            return _undated(case, timing)
        return _dated(case, timing, "reckoned on" if timing.move in moved else "dated")
    return None


def _name(case: Negotiation, move: str) -> str:
    return f"“{case.name('moves', move)}”"


def _decides(case: Negotiation, service: Service) -> str:
    """That a gate is decided on some day, or that it has no date."""
    gate = gate_quoted(case, f"{service.side}.{service.gate}")
    return f"{gate} is decided on {day(service.date)}" if service.date else f"{gate} has no date"


def _dated(case: Negotiation, timing: Timing, how: str) -> str | None:
    if not timing.lead or timing.begin is None or timing.date is None:
        return None
    reasons = [f"it is {how} {day(timing.date)}", f"preparation takes {days(timing.lead)}"]
    if timing.first is not None and timing.first.date is not None:
        reasons.append(f"{_decides(case, timing.first)}")
    return f"Begin {_name(case, timing.move)} by {day(timing.begin)}: {listed(reasons)}."


def _undated(case: Negotiation, timing: Timing) -> str:
    name, reasons = _name(case, timing.move), []
    if timing.first is not None:
        reasons.append(_decides(case, timing.first))
    opens, closes = timing.window.earliest, timing.window.latest
    gate_day = None if timing.first is None else timing.first.date
    if closes is not None and closes == timing.due != gate_day:
        reasons.append("what must come after it leaves no later day")
    if timing.lead:
        reasons.append(f"preparation takes {days(timing.lead)}")
    if timing.due is None:
        said = f"{name} can be made on any day"
    elif timing.lead and timing.begin is not None:
        said = f"Begin {name} by {day(timing.begin)} and make it by {day(timing.due)}"
    else:
        said = f"Make {name} by {day(timing.due)}"
    if opens is not None:
        said += f", but not before {day(opens)}"
    return f"{said}: {listed(reasons)}.{_uncounted(case, timing)}"


def _uncounted(case: Negotiation, timing: Timing) -> str:
    """That chances count a move where it cannot be in time, since it has no date."""
    if not timing.missed or timing.date is not None or timing.move in case.barred:
        return ""
    gates = listed([gate_quoted(case, f"{s.side}.{s.gate}") for s in timing.missed])
    return (
        f" It can be made on {day(timing.made)} at the earliest, too late for {gates}; without a "
        "date it is counted there all the same, so give it one."
    )


def _behind(case: Negotiation, timing: Timing) -> str:
    name = _name(case, timing.move)
    served = [s for s in timing.serves if s.date is None or s.date >= timing.soonest]
    still = f" Begun today, it can be made on {day(timing.soonest)}"
    still += f"; {_decides(case, served[0])}." if served else "."
    begun = "" if timing.begin is None else f" by {day(timing.begin)}"
    dated = "" if timing.date is None else day(timing.date)
    return (
        f"{name} is behind: for {dated} its preparation, which takes {days(timing.lead)}, had to "
        f"begin{begun}.{still}"
    )


def _too_late(case: Negotiation, timing: Timing) -> str:
    name, last = _name(case, timing.move), timing.serves[-1]
    if timing.date is not None and timing.first is None:
        return (
            f"{name} is dated {day(timing.date)}, too late for every gate at which it would help; "
            f"the last of them: {_decides(case, last)}."
        )
    why = f"begun today, it can be made on {day(timing.soonest)}"
    if timing.latest is not None and timing.latest == timing.window.latest:
        why += f", and what must come after it leaves {day(timing.latest)} as its last day"
    else:
        why += f", and {_decides(case, last)}"
    return f"It is too late for {name}: {why}.{_uncounted(case, timing)}"


def _in_short(case: Negotiation, found: Calendar) -> list[str]:
    """Moves about which there is nothing to do, in a line for each reason."""
    lines = []
    for state, said in (
        (State.PAST, "Dated before today, and taken as made"),
        (State.IDLE, "Help nobody who is asked at a gate, nor anybody whom these follow"),
    ):
        names = [_name(case, t.move) for t in found.timings if t.state is state]
        if names:
            lines.append(f"{said}: {listed(names)}.")
    return lines


def missed_lines(case: Negotiation, found: Calendar) -> list[str]:
    """Gates that moves with a date miss; for a plan, what the right day would be worth."""
    if found.score is not None:
        return [shift_line(case, found.score, shift, found.sample) for shift in found.shifts]
    lines = []
    for timing in found.timings:
        gates = [gate_quoted(case, f"{s.side}.{s.gate}") for s in timing.missed]
        if gates and timing.date is not None and timing.first is not None:
            name = _name(case, timing.move)
            lines.append(f"{name} comes too late, on {day(timing.date)}, for {listed(gates)}.")
    return lines


def shift_line(case: Negotiation, now: Score, shift: Shift, sample: Sample) -> str:
    """What a plan would come to if a move came in time for a gate."""
    gate = gate_quoted(case, f"{shift.side}.{shift.gate}")
    if case.sides[shift.side].gates[shift.gate].implementation:
        what = "every gate passes and the deal is carried out"
        before, after = now.durable, shift.score.durable
    else:
        what, before, after = "every gate passes", now.chance, shift.score.chance
    if before == after:
        change = f"that would not change the chance that {what}"
    else:
        change = f"the chance that {what} would go {chance_shift(before, after, sample)}"
    able = "" if shift.possible else ", but by then it cannot be made"
    return (
        f"{_name(case, shift.move)} comes too late for {gate}; if it were made by "
        f"{day(shift.date)}, {change}{able}."
    )


def calendar_note(case: Negotiation, found: Calendar, entry: Entry) -> str:
    """What stands below an entry in other programs’ calendars."""
    if entry.kind is Kind.EVENT:
        return case.events[entry.key].summary or ""
    if entry.kind is Kind.GATE:
        side, _, key = entry.key.partition(".")
        return f"It needs {rule_in_words(case, case.sides[side].gates[key].rule)}."
    timing = next(timing for timing in found.timings if timing.move == entry.key)
    gates = [gate_quoted(case, f"{s.side}.{s.gate}") for s in timing.serves]
    helps = f"It helps at {listed(gates)}." if gates else ""
    return " ".join(part for part in (timing_line(case, timing, _moved(found)), helps) if part)

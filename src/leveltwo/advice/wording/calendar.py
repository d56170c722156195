"""What stands in a calendar: rows of the time line and of the moves, and headlines."""

from __future__ import annotations

import datetime as dt

from leveltwo.advice.wording.assessment import durability_sentence
from leveltwo.advice.wording.dates import day
from leveltwo.advice.wording.figures import chance, chance_range, listed
from leveltwo.advice.wording.names import gate_name, side_name
from leveltwo.core.calendar import Calendar, Entry, Kind
from leveltwo.core.clashes import Meeting
from leveltwo.core.service import Service
from leveltwo.core.timing import State, Timing
from leveltwo.model.negotiation import Negotiation

STATES = {
    State.PAST: "past",
    State.IDLE: "helps nobody",
    State.TOO_LATE: "too late",
    State.BEHIND: "behind",
    State.IN_TIME: "in time",
}
NO_PLAN = (
    "No plan is advised, so the calendar shows gates and events only; with --all-moves it shows "
    "every move of ours."
)
NO_DATES = "Nothing in this case has a date."


def seen_sentence(today: dt.date) -> str:
    """From which day a case is seen."""
    return f"Seen from {day(today)}."


def calendar_headline(found: Calendar) -> str:
    """From which day it is seen, and what the plan comes to as it is dated."""
    seen = seen_sentence(found.today)
    if found.score is None:
        return seen
    if found.sample.certain:
        word = "passes" if found.score.chance >= 0.5 else "fails"
        sure = "if every best guess is right and every move works"
        return f"{seen} As it is dated, the plan {word} {sure}."
    low, high = found.sample.interval(found.score.chance)
    return (
        f"{seen} Chance that every gate passes, as the plan is dated: "
        f"{chance(found.score.chance)} (sampling error: {chance_range(low, high)}; "
        f"{found.sample.draws:,} draws)."
    )


def calendar_durability(case: Negotiation, found: Calendar) -> str | None:
    """What the implementation gates add to the chance given."""
    if found.score is None:
        return None
    return durability_sentence(case, found.score.durable, found.sample)


def all_decided(found: Calendar) -> str | None:
    """That every gate with a date lies in the past, and how to go back."""
    gates = [entry for entry in found.entries if entry.kind is Kind.GATE]
    if not gates or gates[-1].date >= found.today:
        return None
    return (
        f"Every gate with a date was decided before {day(found.today)}. To see the case as it "
        f"stood on an earlier day, name it, such as --today {found.entries[0].date}."
    )


def time_line_rows(case: Negotiation, found: Calendar) -> list[tuple[str, str, str]]:
    """Day, kind and name of every entry, and a row for today."""
    rows = [
        (str(entry.date), _kind(found, entry), entry_title(case, entry)) for entry in found.entries
    ]
    passed = sum(entry.date < found.today for entry in found.entries)
    return [*rows[:passed], (str(found.today), "today", ""), *rows[passed:]] if rows else []


def _kind(found: Calendar, entry: Entry) -> str:
    if entry.kind is Kind.START:
        dated = any(t.move == entry.key and t.date is not None for t in found.timings)
        return "begin" if dated else "begin by"
    return {Kind.DEADLINE: "make by", Kind.MOVE: "move"}.get(entry.kind, entry.kind.value)


def entry_title(case: Negotiation, entry: Entry) -> str:
    """What an entry is called."""
    if entry.kind is Kind.GATE:
        return gate_title(case, entry.key)
    if entry.kind is Kind.EVENT:
        until = f" (until {day(entry.until)})" if entry.until else ""
        return case.name("events", entry.key) + until
    return case.name("moves", entry.key)


def gate_title(case: Negotiation, gate: str) -> str:
    """A gate given as ``side.gate``, with its side."""
    side, _, key = gate.partition(".")
    kind = ", carrying out" if case.sides[side].gates[key].implementation else ""
    return f"{gate_name(case, side, key)} ({side_name(case, side)}{kind})"


def gate_quoted(case: Negotiation, gate: str) -> str:
    """A gate given as ``side.gate`` within a sentence; with its side where names are the same."""
    side, _, key = gate.partition(".")
    name = gate_name(case, side, key)
    names = [gate_name(case, s, g) for s, part in case.sides.items() for g in part.gates]
    return f"“{name}”" + (f" ({side_name(case, side)})" if names.count(name) > 1 else "")


def calendar_summary(case: Negotiation, entry: Entry) -> str:
    """The heading of an entry in other programs’ calendars."""
    title = entry_title(case, entry)
    before = {
        Kind.START: "Begin to prepare: ",
        Kind.DEADLINE: "Last day for: ",
        Kind.GATE: "Decided: ",
    }
    return before.get(entry.kind, "") + title


def move_cells(case: Negotiation, timing: Timing) -> tuple[str, str, str, str, str]:
    """A move, when it is due, when to begin, until when it is of use, and where it stands."""
    return (
        case.name("moves", timing.move),
        _due(timing),
        str(timing.begin) if timing.begin and timing.lead else "",
        _useful(timing),
        STATES[timing.state],
    )


def _due(timing: Timing) -> str:
    if timing.due is None:
        return "any day"
    return str(timing.due) if timing.date is not None else f"by {timing.due}"


def _useful(timing: Timing) -> str:
    if not timing.serves:
        return "never"
    return "any day" if timing.latest is None else str(timing.latest)


def service_cells(case: Negotiation, timing: Timing) -> tuple[str, str, str]:
    """A move, the first gate at which it still helps, and those for which it comes too late."""
    first = "none" if timing.first is None else _gate(case, timing.first)
    missed = "; ".join(_gate(case, service) for service in timing.missed)
    return case.name("moves", timing.move), first, missed


def _gate(case: Negotiation, service: Service) -> str:
    return gate_name(case, service.side, service.gate)


def undated_sentence(case: Negotiation, found: Calendar) -> str | None:
    """Gates and moves without a date."""
    gates = [gate_quoted(case, key) for kind, key in found.undated if kind is Kind.GATE]
    moves = [f"“{case.name('moves', key)}”" for kind, key in found.undated if kind is Kind.MOVE]
    said = []
    if gates:
        said.append(f"Gates without a date, at which every move counts: {listed(gates)}.")
    if moves:
        said.append(f"Moves without a date, which count at every gate: {listed(moves)}.")
    return " ".join(said) or None


def clash_lines(case: Negotiation, found: Calendar) -> list[str]:
    """What meets on one day, or is prepared at one time."""
    lines = []
    for clash in found.clashes:
        when = day(clash.date)
        if clash.kind is Meeting.DURING:
            event = case.name("events", clash.second)
            gate = gate_quoted(case, clash.first)
            lines.append(f"{gate} is decided during “{event}”, on {when}.")
            continue
        first = f"“{case.name('moves', clash.first)}”"
        if clash.kind is Meeting.GATE_DAY:
            gate = gate_quoted(case, clash.second)
            lines.append(f"{first} is made on the day of {gate}, {when}: it counts there.")
            continue
        second = f"“{case.name('moves', clash.second)}”"
        if clash.kind is Meeting.EXCLUDE:
            lines.append(f"{first} and {second} exclude each other, both on {when}.")
        else:
            lines.append(_shared(case, clash.first, clash.second, clash.resource or "", when))
    return lines


def _shared(case: Negotiation, one: str, other: str, resource: str, when: str) -> str:
    used = [case.moves[move].resources[resource] for move in (one, other)]
    name = resource.replace("_", " ")
    return (
        f"“{case.name('moves', one)}” and “{case.name('moves', other)}” are in hand at the same "
        f"time, from {when}, and both use {name}: {used[0]:g} and {used[1]:g} of "
        f"{case.resources[resource]:g}."
    )

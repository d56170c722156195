"""The calendar: gates, events and moves in time, what presses, what comes too late and clashes."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings, timing
from leveltwo.core.calendar import Entry, Kind
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.calendar import Calendar, Event

MOST = 24
"""Rows that a picture can hold."""
WORDS = {
    Kind.GATE: charts.GATE,
    Kind.EVENT: charts.EVENT,
    Kind.START: charts.MOVE,
    Kind.MOVE: charts.MOVE,
    Kind.DEADLINE: charts.MOVE,
}
BEFORE = {Kind.START: charts.BEGIN, Kind.DEADLINE: charts.LATEST}


def annex(briefing: Briefing) -> list[Block]:
    """A chart of what has a date, a table if that is too much, and what follows; or nothing."""
    case, found = briefing.case, briefing.calendar
    rows = timing.time_line(case, found)
    if not rows:
        return []
    past = timing.all_past(found)
    blocks: list[Block] = [Heading(headings.CALENDAR)]
    blocks += [Paragraph(past)] if past else []
    table = Table("", headings.CALENDAR_HEAD, rows, (4, 3, 12))
    blocks += _picture(briefing) or [table]
    told = [
        *wording.redated_lines(case, found.changes),
        wording.undated_sentence(case, found),
        *wording.timing_lines(case, found),
        *wording.missed_lines(case, found),
        *wording.clash_lines(case, found),
    ]
    items = tuple(Paragraph(line) for line in told if line)
    return [*blocks, Bullets(items)] if items else blocks


def _picture(briefing: Briefing) -> list[Block]:
    """Everything on a line of time, where that is not too much."""
    found = briefing.calendar
    if len(found.entries) + 1 > MOST:
        return []
    events = [_event(briefing.case, entry) for entry in found.entries]
    today = None if timing.all_past(found) else found.today  # it would press the past together
    if today is not None:
        passed = sum(event.date < today for event in events)
        events.insert(passed, Event(today, charts.SEEN, charts.TODAY))
    told = "; ".join(charts.event_told(event.date, event.name, event.kind) for event in events)
    kinds = (charts.GATE, charts.MOVE, charts.EVENT)
    chart = Calendar(tuple(events), kinds, today)
    caption = charts.calendar_caption(event.kind for event in events)
    return [Picture(chart, caption, f"{told}.")]


def _event(case: Negotiation, entry: Entry) -> Event:
    name = BEFORE.get(entry.kind, "") + wording.entry_title(case, entry)
    return Event(entry.date, name, WORDS[entry.kind])

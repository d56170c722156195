"""The calendar: gates, events and moves in time, what presses, what comes too late and clashes."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings, timing
from leveltwo.core.calendar import Entry, Kind
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.calendar import Calendar, Event

MOST = 24
"""Gates and moves that a picture can hold."""
SHOWN = (Kind.GATE, Kind.MOVE, Kind.DEADLINE)


def annex(briefing: Briefing) -> list[Block]:
    """Chart and table of what has a date, and what follows; nothing if nothing has."""
    case, found = briefing.case, briefing.calendar
    rows = timing.time_line(case, found)
    if not rows:
        return []
    past = timing.all_past(found)
    blocks: list[Block] = [Heading(headings.CALENDAR)]
    blocks += [Paragraph(past)] if past else []
    blocks += _picture(briefing)
    blocks.append(Table("", headings.CALENDAR_HEAD, rows, (4, 3, 12)))
    told = [
        wording.undated_sentence(case, found),
        *wording.timing_lines(case, found),
        *wording.missed_lines(case, found),
        *wording.clash_lines(case, found),
    ]
    items = tuple(Paragraph(line) for line in told if line)
    return [*blocks, Bullets(items)] if items else blocks


def _picture(briefing: Briefing) -> list[Block]:
    """Gates and moves on a line of time, where there are not too many."""
    shown = [entry for entry in briefing.calendar.entries if entry.kind in SHOWN]
    if not 2 <= len(shown) <= MOST:
        return []
    told = "; ".join(_told(briefing, entry) for entry in shown)
    events = tuple(
        Event(entry.date, wording.entry_title(briefing.case, entry), entry.kind is Kind.GATE)
        for entry in shown
    )
    chart = Calendar(events, charts.GATE, charts.MOVE)
    return [Picture(chart, charts.CALENDAR_CAPTION, f"{told}.")]


def _told(briefing: Briefing, entry: Entry) -> str:
    name = wording.entry_title(briefing.case, entry)
    return charts.event_told(entry.date, name, is_gate=entry.kind is Kind.GATE)

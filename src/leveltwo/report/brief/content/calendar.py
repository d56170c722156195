"""The calendar: dated gates, and the dated moves of the plan."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, dates, headings
from leveltwo.model.gate import Gate
from leveltwo.model.move import Move
from leveltwo.report.brief.blocks import Block, Heading, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.calendar import Calendar, Event

Dated = tuple[Gate | Move, str, str]
"""A gate or move, its name, and whose it is."""


def annex(briefing: Briefing) -> list[Block]:
    """Chart and table of what has a date; nothing if nothing has."""
    found = _dated(briefing)
    if not found:
        return []
    events = tuple(
        Event(event.date, name, isinstance(event, Gate)) for event, name, _ in found if event.date
    )
    told = "; ".join(charts.event_told(event, name) for event, name, _ in found)
    chart = Calendar(events, charts.GATE, charts.MOVE)
    rows = tuple((dates.day_or_any(event.date), name, whose) for event, name, whose in found)
    return [
        Heading(headings.CALENDAR),
        Picture(chart, charts.CALENDAR_CAPTION, f"{told}."),
        Table("", headings.CALENDAR_HEAD, rows, (3, 9, 4)),
    ]


def _dated(briefing: Briefing) -> list[Dated]:
    case = briefing.case
    found: list[Dated] = [
        (gate, wording.gate_name(case, key, gate_id), case.name("sides", key))
        for key, side in case.sides.items()
        for gate_id, gate in side.gates.items()
    ]
    made = briefing.plan.plan.moves if briefing.plan else ()
    found += [
        (case.moves[key], case.name("moves", key), case.name("sides", case.moves[key].by))
        for key in made
    ]
    dated = [one for one in found if one[0].date is not None]
    return sorted(dated, key=lambda one: (str(one[0].date), isinstance(one[0], Gate), one[1]))

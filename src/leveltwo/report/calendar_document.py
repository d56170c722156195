"""A calendar as a JSON document."""

from __future__ import annotations

import datetime as dt

from leveltwo.core.calendar import Calendar
from leveltwo.core.service import Service
from leveltwo.core.timing import Timing
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.document import Document, about, deal_of, document
from leveltwo.report.seen_document import redated_documents
from leveltwo.report.spillover_document import warning_documents


@document.register
def calendar_document(result: Calendar, case: Negotiation) -> Document:
    """A calendar: the time line, when each move can still help, and what meets."""
    plan, score = result.plan, result.score
    return {
        **about(case, result.sample),
        "today": str(result.today),
        "deal": None if plan is None else deal_of(case, plan.deal),
        "moves": [timing.move for timing in result.timings],
        "chance": None if score is None else score.chance,
        "durable": None if score is None else score.durable,
        "redated": redated_documents(result.changes),
        "warnings": [] if plan is None else warning_documents(case, plan),
        "entries": [
            {"date": str(e.date), "until": _day(e.until), "kind": e.kind.value, "id": e.key}
            for e in result.entries
        ],
        "undated": [{"kind": kind.value, "id": key} for kind, key in result.undated],
        "timings": [_timing(timing) for timing in result.timings],
        "clashes": [
            {
                "kind": c.kind.value,
                "date": str(c.date),
                "first": c.first,
                "second": c.second,
                "resource": c.resource,
            }
            for c in result.clashes
        ],
        "shifts": [
            {
                "move": s.move,
                "gate": f"{s.side}.{s.gate}",
                "date": str(s.date),
                "chance": s.score.chance,
                "durable": s.score.durable,
                "possible": s.possible,
            }
            for s in result.shifts
        ],
    }


def _day(date: dt.date | None) -> str | None:
    return None if date is None else str(date)


def _timing(timing: Timing) -> Document:
    return {
        "move": timing.move,
        "state": timing.state.value,
        "date": _day(timing.date),
        "lead": timing.lead,
        "earliest": _day(timing.window.earliest),
        "latest": _day(timing.window.latest),
        "soonest": str(timing.soonest),
        "due": _day(timing.due),
        "begin": _day(timing.begin),
        "latest_useful": _day(timing.latest),
        "latest_start": _day(timing.latest_start),
        "first_gate": None if timing.first is None else _gate(timing.first),
        "gates": [_service(timing, service) for service in timing.serves],
    }


def _gate(service: Service) -> str:
    return f"{service.side}.{service.gate}"


def _service(timing: Timing, service: Service) -> Document:
    return {
        "gate": _gate(service),
        "date": _day(service.date),
        "missed": service in timing.missed,
        "points": dict(service.points),
        "lifts": list(service.lifts),
    }

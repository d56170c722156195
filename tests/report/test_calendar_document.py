"""A calendar as a document: what it holds is what the record holds."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from leveltwo import tasks
from leveltwo.report.calendar_document import calendar_document
from leveltwo.report.document import document
from tests.made import FREE, made, saved

GATE = {"rule": "envoy", "date": "2026-03-10"}
EVENTS = {"fair": {"name": "The fair", "date": "2026-03-08", "until": "2026-03-12"}}
MOVES: dict[str, dict[str, Any]] = {
    "gift": {"effects": {"envoy": 15}, "date": "2026-03-11", "lead": 7, "after": ["fair"]},
    "note": {"effects": {"envoy": 1}, "before": ["fair"]},
}
TODAY = dt.date(2026, 3, 1)
CERTAIN = tasks.Sampling(certain=True)


def test_a_calendar_is_told_day_by_day(tmp_path: Path) -> None:
    moves = {**MOVES, "gift": {**MOVES["gift"], "date": "2026-03-13"}}
    doc = made(GATE, {"envoy": {"no_deal": 70}}, moves, {"events": EVENTS})
    found = tasks.calendar(saved(tmp_path, doc), FREE, ["gift", "note"], CERTAIN, today=TODAY)
    told = calendar_document(found.result, found.case)
    assert json.loads(json.dumps(told)) == told == document(found.result, found.case)
    assert (told["today"], told["deal"], told["moves"]) == (
        "2026-03-01", {"price": "high"}, ["gift", "note"],
    )  # fmt: skip
    assert (told["chance"], told["durable"]) == (0, 0)
    assert [(e["date"][8:], e["until"], e["kind"], e["id"]) for e in told["entries"]] == [
        ("06", None, "start", "gift"),
        ("07", None, "deadline", "note"),
        ("08", "2026-03-12", "event", "fair"),
        ("10", None, "gate", "them.house"),
        ("13", None, "move", "gift"),
    ]
    assert told["undated"] == [{"kind": "gate", "id": "us.sign"}, {"kind": "move", "id": "note"}]
    gift, note = told["timings"]
    assert gift == {
        "move": "gift",
        "state": "too_late",
        "date": "2026-03-13",
        "lead": 7,
        "earliest": "2026-03-13",
        "latest": None,
        "soonest": "2026-03-13",
        "due": "2026-03-13",
        "begin": "2026-03-06",
        "latest_useful": "2026-03-10",
        "latest_start": "2026-03-03",
        "first_gate": None,
        "gates": [
            {"gate": "them.house", "date": "2026-03-10", "missed": True, "points": {"envoy": 15},
             "lifts": []}
        ],
    }  # fmt: skip
    assert (note["due"], note["latest"], note["first_gate"]) == (
        "2026-03-07", "2026-03-07", "them.house",
    )  # fmt: skip
    assert told["clashes"] == [
        {"kind": "during", "date": "2026-03-10", "first": "them.house", "second": "fair",
         "resource": None}
    ]  # fmt: skip
    assert told["shifts"] == [
        {"move": "gift", "gate": "them.house", "date": "2026-03-10", "chance": 1, "durable": 1,
         "possible": False}
    ]  # fmt: skip


def test_without_a_plan_there_is_no_deal_and_no_chance(tmp_path: Path) -> None:
    doc = made(GATE, {}, {"note": {}})
    found = tasks.calendar(saved(tmp_path, doc), None, (), CERTAIN, all_moves=True, today=TODAY)
    told = calendar_document(found.result, found.case)
    assert (told["deal"], told["chance"], told["durable"], told["shifts"]) == (None, None, None, [])
    assert told["moves"] == ["note"]

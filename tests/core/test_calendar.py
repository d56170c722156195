"""The time line, and what meets on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from leveltwo.core.calendar import Calendar, Kind, calendar
from leveltwo.core.clashes import Meeting
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.board import board

CERTAIN = Sample(1, 1, certain=True)
TODAY = dt.date(2026, 3, 1)
GATES = {"vote": {"rule": "ann", "date": "2026-03-10"}, "word": "bob"}
EVENTS = {
    "fair": {"name": "The fair", "date": "2026-03-08", "until": "2026-03-12"},
    "feast": {"name": "The feast", "date": "2026-03-10", "until": "2026-03-10"},
}
HELP = {"effects": {"ann": 5}}


def seen(moves: dict[str, Any], plan: bool = True, **more: Any) -> Calendar:
    """The calendar of all moves."""
    more = {"events": EVENTS, **more}
    case = Negotiation.model_validate(board({"ann": -3, "bob": 1}, GATES, moves, **more))
    chosen = Plan({"text": "treaty"}, tuple(moves)) if plan else None
    return calendar(case, CERTAIN, TODAY, chosen, tuple(moves))


def met(found: Calendar, kind: Meeting) -> list[tuple[str, str, str, str | None]]:
    """Clashes of a kind."""
    return [(str(c.date), c.first, c.second, c.resource) for c in found.clashes if c.kind is kind]


def test_a_day_is_read_from_events_to_gates() -> None:
    moves = {
        "gift": {**HELP, "date": "2026-03-10"},
        "note": {**HELP, "date": "2026-03-17", "lead": 7},
        "visit": HELP,
    }
    assert [(str(e.date)[8:], e.kind, e.key) for e in seen(moves).entries] == [
        ("08", Kind.EVENT, "fair"),
        ("10", Kind.EVENT, "feast"),
        ("10", Kind.START, "note"),
        ("10", Kind.MOVE, "gift"),
        ("10", Kind.DEADLINE, "visit"),
        ("10", Kind.GATE, "them.vote"),
        ("17", Kind.MOVE, "note"),
    ]


def test_only_events_of_several_days_have_a_last_day() -> None:
    found = seen({})
    assert [e.until for e in found.entries[:2]] == [dt.date(2026, 3, 12), None]


def test_what_has_no_date_stands_in_a_list_of_its_own() -> None:
    found = seen({"gift": {"effects": {"bob": 1}}, "note": {**HELP, "date": "2026-03-02"}})
    assert found.undated == (
        (Kind.GATE, "us.signature"), (Kind.GATE, "them.word"), (Kind.MOVE, "gift"),
    )  # fmt: skip
    assert [e.key for e in found.entries] == ["note", "fair", "feast", "them.vote"]


def test_a_plan_is_scored_as_it_is_dated() -> None:
    for day, chance in (("10", 1), ("11", 0)):
        found = seen({"gift": {**HELP, "date": f"2026-03-{day}"}})
        assert found.score is not None
        assert found.score.chance == chance
        assert [s.score.chance for s in found.shifts] == ([] if chance else [1])


def test_without_a_plan_there_is_no_score() -> None:
    found = seen({"gift": {**HELP, "date": "2026-03-11"}}, plan=False)
    assert (found.plan, found.score, found.shifts) == (None, None, ())
    assert [t.move for t in found.timings] == ["gift"]


def test_moves_of_one_day_that_exclude_each_other_clash() -> None:
    day = {"date": "2026-03-05"}
    moves = {
        "a": {**HELP, **day, "excludes": ["b"]}, "b": {**HELP, **day},
        "c": {**HELP, "date": "2026-03-06", "excludes": ["a"]},
    }  # fmt: skip
    assert met(seen(moves, plan=False), Meeting.EXCLUDE) == [("2026-03-05", "a", "b", None)]


def test_moves_in_hand_at_one_time_clash_over_what_both_use() -> None:
    """From the day on which the later of them begins; one ends on the day the other begins."""
    moves = {
        "a": {**HELP, "date": "2026-03-05", "lead": 3, "resources": {"staff": 2, "cash": 1}},
        "b": {**HELP, "date": "2026-03-08", "lead": 3, "resources": {"staff": 1, "cash": 0}},
        "c": {**HELP, "date": "2026-03-09", "resources": {"staff": 1}},
        "d": {**HELP, "resources": {"staff": 1}},
        "e": {**HELP, "date": "2026-03-09", "by": "them", "resources": {"staff": 1}},
    }
    found = seen(moves, resources={"staff": 9, "cash": 9})
    assert met(found, Meeting.SHARE) == [("2026-03-05", "a", "b", "staff")]


def test_alternatives_do_not_clash_over_what_they_use() -> None:
    day = {"date": "2026-03-05", "resources": {"staff": 2}}
    moves = {"a": {**HELP, **day, "excludes": ["b"]}, "b": {**HELP, **day}}
    assert met(seen(moves, plan=False, resources={"staff": 9}), Meeting.SHARE) == []


def test_a_move_on_the_day_of_a_gate_it_serves_is_told() -> None:
    moves = {
        "a": {**HELP, "date": "2026-03-10"},
        "b": {"effects": {"bob": 1}, "date": "2026-03-10"},
    }
    assert met(seen(moves), Meeting.GATE_DAY) == [("2026-03-10", "a", "them.vote", None)]


def test_a_gate_that_is_decided_during_an_event_is_told() -> None:
    assert met(seen({}), Meeting.DURING) == [
        ("2026-03-10", "them.vote", "fair", None), ("2026-03-10", "them.vote", "feast", None),
    ]  # fmt: skip

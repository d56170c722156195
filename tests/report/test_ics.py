"""Calendars for other programs: what stands in the file, and that nothing else is written over."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar as Parsed

from leveltwo import tasks
from leveltwo.core.calendar import Calendar, calendar
from leveltwo.core.sample import Sample
from leveltwo.errors import InputError
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.ics import check_target, ics, write_ics
from tests.made import FREE, made, saved

TODAY = dt.date(1990, 5, 1)
LONG = "Déclaration, „Rat“; 条約 \\ " + "and so on " * 9
MOVES: dict[str, dict[str, Any]] = {
    "gift": {"effects": {"envoy": 9}, "date": "1990-07-06", "lead": 7, "name": LONG},
    "note": {"effects": {"envoy": 9}},
}
EVENTS = {
    "fair": {"name": "A fair\nfor all\x07", "date": "1990-07-02", "until": "1990-07-13"},
    "end": {"name": "The end of days", "date": "9999-12-31"},
}
GATE = {"name": "House", "rule": "envoy", "date": "1990-07-10"}


def seen(moves: Any = MOVES, today: dt.date = TODAY, **more: Any) -> tuple[Calendar, Negotiation]:
    """The calendar of all moves of a made case, and the case."""
    doc = made(GATE, {}, moves, {"events": EVENTS, "title": "A deal, at last; or not", **more})
    case = Negotiation.model_validate(doc)
    return calendar(case, Sample(1, 1, certain=True), today, None, case.our_moves), case


def parsed(text: bytes) -> dict[str, Any]:
    """Its entries by heading."""
    return {str(event["summary"]): event for event in Parsed.from_ical(text).events}


def test_every_entry_is_an_all_day_entry_marked_confidential() -> None:
    events = parsed(ics(*seen()))
    assert sorted(events) == sorted(
        [
            "A fair for all (until 13 July 1990)",
            f"Begin to prepare: {LONG.strip()}",
            LONG.strip(),
            "Last day for: Our note",
            "Decided: House (Their side)",
            "The end of days",
        ]
    )
    for event in events.values():
        assert event["class"] == "CONFIDENTIAL"
        assert event["transp"] == "TRANSPARENT"
        assert type(event["dtstart"].dt) is dt.date
        assert event["dtstamp"].dt == dt.datetime(1990, 5, 1, tzinfo=dt.UTC)
        assert event.errors == []


def test_days_are_those_of_the_calendar_and_ends_the_days_after() -> None:
    events = parsed(ics(*seen()))
    ended = {name: e for name, e in events.items() if "dtend" in e}
    days = {name: (e["dtstart"].dt, e["dtend"].dt) for name, e in ended.items()}
    assert days["A fair for all (until 13 July 1990)"] == (
        dt.date(1990, 7, 2), dt.date(1990, 7, 14),
    )  # fmt: skip
    assert days[LONG.strip()] == (dt.date(1990, 7, 6), dt.date(1990, 7, 7))
    assert days[f"Begin to prepare: {LONG.strip()}"][0] == dt.date(1990, 6, 29)
    assert days["Last day for: Our note"][0] == dt.date(1990, 7, 10)


def test_the_calendar_bears_the_title_of_the_case() -> None:
    text = ics(*seen())
    assert b"X-WR-CALNAME:A deal\\, at last\\; or not\r\n" in text


def test_lines_are_folded_at_75_bytes_and_end_as_the_standard_says() -> None:
    text = ics(*seen())
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    assert "条約".encode() in text.replace(b"\r\n ", b"")


def test_the_same_case_gives_the_same_bytes_on_the_same_day() -> None:
    assert ics(*seen()) == ics(*seen())
    other = ics(*seen(today=dt.date(1990, 5, 2)))
    assert other == ics(*seen()).replace(b"19900501T", b"19900502T")


def test_entries_keep_their_names_when_they_are_moved_or_dated() -> None:
    before = parsed(ics(*seen()))
    dated = {**MOVES, "note": {**MOVES["note"], "date": "1990-07-09"}}
    after = parsed(ics(*seen(dated)))
    assert before["Last day for: Our note"]["uid"] == after["Our note"]["uid"]
    uids = [str(event["uid"]) for event in before.values()]
    assert len(set(uids)) == len(uids)
    assert all(uid.endswith("@leveltwo") for uid in uids)
    renamed = parsed(ics(*seen(title="Another case")))
    assert not {str(event["uid"]) for event in renamed.values()} & set(uids)


def test_entries_on_the_last_day_there_is_have_no_end_since_it_would_not_be_later() -> None:
    last = parsed(ics(*seen()))["The end of days"]
    assert last["dtstart"].dt == dt.date.max
    assert "dtend" not in last


def test_a_calendar_is_written_and_written_over_in_one_stroke(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    write_ics(path, *seen())
    first = path.read_bytes()
    assert first == ics(*seen())
    write_ics(path, *seen({}))
    assert path.read_bytes() == ics(*seen({})) != first
    assert [p.name for p in tmp_path.iterdir()] == ["plan.ics"]


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "plan.ICS"
    path.touch()
    write_ics(path, *seen({}))
    assert path.stat().st_size > 0


@pytest.mark.parametrize("text", ["my notes", "BEGIN:VCALENDAR\r\nPRODID:-//Another//EN\r\n"])
def test_a_file_of_another_kind_or_of_another_program_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.ics"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="no calendar that this program has written"):
        write_ics(path, *seen({}))
    assert path.read_text(encoding="utf-8") == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("plan.txt", "expected a name that ends in .ics"),
        ("plan", "expected a name that ends in .ics"),
        ("folder.ics", "Is a directory; name another file"),
    ],
)
def test_other_names_are_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(InputError, match=message):
        check_target(tmp_path / name)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere/plan.ics: there is no folder .*nowhere"):
        write_ics(tmp_path / "nowhere" / "plan.ics", *seen({}))


def test_the_task_refuses_a_bad_name_before_it_looks_for_a_plan(tmp_path: Path) -> None:
    case = saved(tmp_path, made(GATE))
    with pytest.raises(InputError, match=r"ends in \.ics"):
        tasks.calendar(case, FREE, ics=str(tmp_path / "plan.doc"))

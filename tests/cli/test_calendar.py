"""``leveltwo calendar``: what it shows, writes and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Ended, leveltwo
from tests.made import made, saved

GATE = {"name": "The House votes", "rule": "envoy", "date": "2026-03-10"}
GIFT = {"effects": {"envoy": 15}, "date": "2026-03-09", "lead": 7, "cost": 1}
DAY = ("--today", "2026-03-01")


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case in which the gift is what their envoy lacks."""
    events = {"fair": {"name": "The fair", "date": "2026-03-08"}}
    return saved(
        tmp_path, made(GATE, {"envoy": {"no_deal": 70}}, {"gift": GIFT}, {"events": events})
    )


def refused(ended: Ended, message: str) -> None:
    """Status 2 and one clear error."""
    assert ended.status == 2
    assert ended.out == ""
    assert message in ended.err


def test_a_plan_is_shown_day_by_day_with_what_to_do(case: str) -> None:
    ended = leveltwo("calendar", case, "--deal", "price=high", "--moves", "gift", *DAY)
    assert (ended.status, ended.err) == (0, "")
    for said in (
        "Seen from 1 March 2026.",
        "2026-03-01 today",
        "2026-03-08 event The fair",
        "2026-03-10 gate The House votes (Their side)",
        "Our gift 2026-03-09 2026-03-02 2026-03-10 in time",
        "Begin “Our gift” by 2 March 2026",
        "Chances follow from the judgements",
    ):
        assert said in ended.said


def test_tables_fit_80_columns(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leveltwo.cli.screen.PIPE_WIDTH", 80)
    ended = leveltwo("calendar", case, "--deal", "price=high", "--moves", "gift", *DAY)
    assert max(map(len, ended.out.splitlines())) <= 80
    assert "2026-03-09   2026-03-02      2026-03-10" in ended.out


def test_without_a_deal_it_is_the_calendar_of_the_plan_advised(case: str) -> None:
    ended = leveltwo("calendar", case, "--certain", "--json", *DAY)
    assert ended.status == 0
    assert (ended.json["moves"], ended.json["chance"]) == (["gift"], 1)
    assert ended.json["today"] == "2026-03-01"


def test_where_no_plan_is_advised_there_are_gates_and_events(tmp_path: Path) -> None:
    hopeless = saved(tmp_path, made(GATE, {"envoy": {"no_deal": 100}}))
    ended = leveltwo("calendar", hopeless, "--certain", *DAY)
    assert ended.status == 1
    assert "No plan is advised, so the calendar shows gates and events only" in ended.said
    assert "2026-03-10 gate The House votes" in ended.said


def test_all_moves_of_ours_are_shown_whatever_the_deal(case: str) -> None:
    ended = leveltwo("calendar", case, "--all-moves", *DAY)
    assert ended.status == 0
    assert "Our gift" in ended.said
    assert "Chance" not in ended.said


def test_a_case_without_dates_says_so(tmp_path: Path) -> None:
    ended = leveltwo("calendar", saved(tmp_path, made()), "--all-moves", *DAY)
    assert ended.status == 0
    assert "Nothing in this case has a date." in ended.said


def test_the_present_day_is_printed_where_none_is_named(case: str) -> None:
    ended = leveltwo("calendar", case, "--all-moves", "--json")
    assert len(ended.json["today"]) == 10


def test_the_file_for_other_calendars_stands_beside_the_answer(case: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    ended = leveltwo("calendar", case, "--all-moves", *DAY, "--ics", str(path))
    assert ended.status == 0
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTAMP:20260301T000000Z" in path.read_bytes()


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "20260301", "2026-W10-1"])
def test_what_is_no_day_is_refused(case: str, day: str) -> None:
    ended = leveltwo("calendar", case, "--all-moves", "--today", day)
    refused(ended, f"error: --today is “{day}”; expected a date that exists, as YYYY-MM-DD")


def test_what_does_not_go_together_is_refused(case: str, tmp_path: Path) -> None:
    both = leveltwo("calendar", case, "--all-moves", "--deal", "price=high")
    refused(both, "all our moves, or those of a plan")
    refused(leveltwo("calendar", case, "--all-moves", "--moves", "gift"), "all our moves, or")
    refused(leveltwo("calendar", case, "--moves", "gift"), "moves are given without a deal")
    notes = tmp_path / "notes.ics"
    notes.write_text("notes", encoding="utf-8")
    written = leveltwo("calendar", case, "--all-moves", "--ics", str(notes))
    refused(written, "no calendar that this program has written")


def test_guard_rails_and_durability_stand_with_the_calendar_of_a_plan(tmp_path: Path) -> None:
    document = made(GATE, {"boss": {"no_deal": 90}}, {"gift": {"device": "direct_dealing"}})
    gates = document["sides"]["them"]["gates"]
    gates["delivery"] = {"rule": "boss", "implementation": True}
    document["issues"]["price"]["bypasses"] = {"high": ["boss"]}
    ask = ("calendar", saved(tmp_path, document), "--deal", "price=high", "--moves", "gift", *DAY)
    said = leveltwo(*ask).said
    for part in (
        "Chance that it is also carried out (Delivery): < 1 in 1,000.",
        "The plan goes round Mx Boss:",
        "Guard-rails: • “Our gift” is not recommended: it reaches into another side’s house",
    ):
        assert part in said
    found = leveltwo(*ask, "--json").json["warnings"]
    assert [warning["kind"] for warning in found][:2] == ["consent", "bypass"]
    assert leveltwo("calendar", ask[1], "--all-moves", "--json", *DAY).json["warnings"] == []

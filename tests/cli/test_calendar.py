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


def test_a_move_that_cannot_be_ready_stands_on_the_day_on_which_it_can_be(
    case: str, tmp_path: Path
) -> None:
    """In the tables, the document and the file for other calendars; the chance agrees."""
    path = tmp_path / "plan.ics"
    ask = ("calendar", case, "--deal", "price=high", "--moves", "gift", "--certain")
    late = (*ask, "--today", "2026-03-03", "--ics", str(path))
    ended = leveltwo(*late)
    assert "“Our gift” is reckoned on 10 March 2026, the first day" in ended.said
    assert "Our gift 2026-03-10 2026-03-03 2026-03-10 in time" in ended.said
    assert "Begin “Our gift” by 3 March 2026: it is reckoned on 10 March 2026" in ended.said
    found = leveltwo(*late, "--json").json
    assert found["redated"] == [
        {"move": "gift", "written": "2026-03-09", "reckoned": "2026-03-10",
         "soonest": "2026-03-10", "until": None, "lacks": []},
    ]  # fmt: skip
    assert (found["chance"], found["moves"]) == (1, ["gift"])
    events = path.read_text(encoding="utf-8").split("BEGIN:VEVENT")
    days = {part.split("SUMMARY:")[1].splitlines()[0]: part for part in events[1:]}
    assert "DTSTART;VALUE=DATE:20260310" in days["Our gift"]
    assert "DTSTART;VALUE=DATE:20260303" in days["Begin to prepare: Our gift"]


def test_a_move_that_is_too_late_is_left_out_of_the_plan_and_of_its_chance(case: str) -> None:
    ask = ("calendar", case, "--certain", "--today", "2026-03-04")
    given = leveltwo(*ask, "--deal", "price=high", "--moves", "gift")
    assert "“Our gift” is left out, as it is too late for it" in given.said
    assert "As it is dated, the plan fails" in given.said
    told = leveltwo(*ask, "--deal", "price=high", "--moves", "gift", "--json").json
    assert (told["chance"], told["moves"]) == (0, [])
    assert [one["reckoned"] for one in told["redated"]] == [None]
    alone = leveltwo(*ask)
    assert alone.status == 1
    assert "“Our gift” is left out" in alone.said


def test_among_all_moves_what_is_too_late_is_shown_without_a_day_of_its_own(case: str) -> None:
    ask = ("calendar", case, "--all-moves", "--today", "2026-03-04")
    ended = leveltwo(*ask)
    assert "It is too late for “Our gift”: begun today, it can be made on 11 March" in ended.said
    assert "left out" not in ended.said
    entries = leveltwo(*ask, "--json").json["entries"]
    assert [entry["id"] for entry in entries] == ["fair", "them.house"]


def test_advice_is_seen_from_a_day_where_one_is_named(case: str) -> None:
    """Without one, dates are taken as written, whatever the day."""
    ask = ("advise", case, "--certain")
    assert leveltwo(*ask, "--json").json["moves"] == ["gift"]
    assert leveltwo(*ask, "--json").json["today"] is None
    late = leveltwo(*ask, "--today", "2026-03-03")
    assert "Seen from 3 March 2026." in late.said
    assert "“Our gift” is reckoned on 10 March 2026" in late.said
    found = leveltwo(*ask, "--today", "2026-03-04", "--json").json
    assert (found["status"], found["today"]) == ("no_deal", "2026-03-04")
    assert [one["move"] for one in found["redated"]] == ["gift"]

"""What is said about days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.advice.wording.dates import day, days
from leveltwo.core.calendar import Calendar
from leveltwo.model.negotiation import Negotiation
from leveltwo.tasks import Answer
from tests.made import FREE, made, saved

GATE = {"name": "The House votes", "rule": "envoy", "date": "2026-03-10"}
EVENTS = {"fair": {"name": "The fair", "date": "2026-03-08", "until": "2026-03-12"}}
HELP = {"effects": {"envoy": 15}}
SHORT = {"envoy": {"no_deal": 70}}


@pytest.fixture
def ask(tmp_path: Path) -> Any:
    """The calendar of a made case in which their envoy lacks ten points."""

    def answer(
        moves: dict[str, Any], today: str = "2026-03-01", *, plan: bool = True, **more: Any
    ) -> Answer[Calendar]:
        gate, sampling = more.pop("gate", GATE), more.pop("sampling", tasks.Sampling(certain=True))
        doc = made(gate, SHORT, moves, {"events": EVENTS, **more})
        return tasks.calendar(
            saved(tmp_path, doc),
            FREE if plan else None,
            list(moves) if plan else (),
            sampling,
            all_moves=not plan,
            today=dt.date.fromisoformat(today),
        )

    return answer


def lines(found: Answer[Calendar]) -> list[str]:
    """Sentences about moves."""
    return wording.timing_lines(found.case, found.result)


def test_days_and_spans_are_said_as_people_say_them() -> None:
    assert day(dt.date(1990, 7, 3)) == "3 July 1990"
    assert [days(n) for n in (1, 2, 6, 7, 14, 20, 0)] == [
        "a day", "2 days", "6 days", "a week", "2 weeks", "20 days", "0 days",
    ]  # fmt: skip


def test_a_move_with_preparation_is_told_when_to_begin_and_why(ask: Any) -> None:
    found = ask({"gift": {**HELP, "date": "2026-03-09", "lead": 7}})
    assert lines(found) == [
        (
            "Begin “Our gift” by 2 March 2026: it is dated 9 March 2026, preparation takes a week "
            "and “The House votes” is decided on 10 March 2026."
        )
    ]


def test_a_move_with_a_date_and_no_preparation_needs_no_sentence(ask: Any) -> None:
    assert lines(ask({"gift": {**HELP, "date": "2026-03-09"}})) == []


def test_a_gate_without_a_date_is_no_reason_to_hurry(ask: Any) -> None:
    found = ask({"gift": {**HELP, "date": "2026-03-09", "lead": 1}}, gate="envoy")
    assert lines(found) == [
        "Begin “Our gift” by 8 March 2026: it is dated 9 March 2026 and preparation takes a day."
    ]
    assert lines(ask({"gift": HELP}, gate="envoy")) == [
        "“Our gift” can be made on any day: “House” has no date."
    ]


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ({}, "Make “Our gift” by 10 March 2026: “The House votes” is decided on 10 March 2026."),
        (
            {"lead": 7},
            (
                "Begin “Our gift” by 3 March 2026 and make it by 10 March 2026: “The House votes” "
                "is decided on 10 March 2026 and preparation takes a week."
            ),
        ),
        (
            {"before": ["them.house"], "lead": 7},
            (
                "Begin “Our gift” by 3 March 2026 and make it by 10 March 2026: “The House votes” "
                "is decided on 10 March 2026 and preparation takes a week."
            ),
        ),
        (
            {"before": ["fair"]},
            (
                "Make “Our gift” by 7 March 2026: “The House votes” is decided on 10 March 2026 "
                "and what must come after it leaves no later day."
            ),
        ),
        (
            {"after": ["visit"]},
            (
                "Make “Our gift” by 10 March 2026, but not before 5 March 2026: “The House votes” "
                "is decided on 10 March 2026."
            ),
        ),
    ],
)
def test_a_move_without_a_date_is_told_its_day(ask: Any, move: dict[str, Any], said: str) -> None:
    visit = {"effects": {"envoy": 1}, "date": "2026-03-05"}
    assert lines(ask({"gift": {**HELP, **move}, "visit": visit})) == [said]


def test_a_move_that_is_behind_is_told_when_it_can_be_ready(ask: Any) -> None:
    found = ask({"gift": {**HELP, "by": "them", "date": "2026-03-05", "lead": 7}})
    assert lines(found) == [
        (
            "“Our gift” is behind: for 5 March 2026 its preparation, which takes a week, had to "
            "begin by 26 February 2026. Begun today, it can be made on 8 March 2026; “The House "
            "votes” is decided on 10 March 2026."
        )
    ]


def test_a_move_dated_after_its_last_gate_is_too_late_whatever_the_day(ask: Any) -> None:
    found = ask({"gift": {**HELP, "date": "2026-03-11"}})
    assert lines(found) == [
        (
            "“Our gift” is dated 11 March 2026, too late for every gate at which it would help; "
            "the last of them: “The House votes” is decided on 10 March 2026."
        )
    ]
    assert wording.missed_lines(found.case, found.result) == [
        (
            "“Our gift” comes too late for “The House votes”; if it were made by 10 March 2026, "
            "the chance that every gate passes would go no → yes."
        )
    ]


def test_a_move_that_cannot_be_ready_is_too_late_and_counted_all_the_same(ask: Any) -> None:
    found = ask({"gift": {**HELP, "by": "them", "lead": 7}}, "2026-03-04")
    assert lines(found) == [
        (
            "It is too late for “Our gift”: begun today, it can be made on 11 March 2026, and “The "
            "House votes” is decided on 10 March 2026. It can be made on 11 March 2026 at the "
            "earliest, too late for “The House votes”; without a date it is counted there all the "
            "same, so give it one."
        )
    ]


def test_a_move_whose_window_closes_too_soon_is_too_late(ask: Any) -> None:
    found = ask({"gift": {**HELP, "by": "them", "lead": 7, "before": ["fair"]}})
    assert lines(found) == [
        (
            "It is too late for “Our gift”: begun today, it can be made on 8 March 2026, and what "
            "must come after it leaves 7 March 2026 as its last day."
        )
    ]


def test_moves_of_the_past_and_moves_that_help_nobody_are_told_in_short(ask: Any) -> None:
    found = ask(
        {"gift": {**HELP, "date": "2026-02-28"}, "note": {**HELP, "date": "2026-02-20"},
         "insult": {"effects": {"envoy": -1}, "date": "2026-03-05"}}
    )  # fmt: skip
    assert lines(found) == [
        "Dated before today, and taken as made: “Our note” and “Our gift”.",
        "Help nobody who is asked at a gate, nor anybody whom these follow: “Our insult”.",
    ]


def test_a_better_day_that_changes_nothing_or_cannot_be_kept_is_told_so(ask: Any) -> None:
    weak = {"effects": {"envoy": 1}, "date": "2026-03-11", "lead": 10}
    found = ask({"gift": weak}, sampling=tasks.Sampling(draws=32))
    assert wording.missed_lines(found.case, found.result) == [
        (
            "“Our gift” comes too late for “The House votes”; if it were made by 10 March 2026, "
            "that would not change the chance that every gate passes, but by then it cannot be "
            "made."
        )
    ]


def test_a_gate_of_carrying_out_is_measured_by_carrying_out(ask: Any) -> None:
    gate = {**GATE, "implementation": True}
    sides = made()["sides"]
    sides["them"]["gates"] = {"sign": "envoy", "house": gate}
    people = {"sides": sides}
    found = ask({"gift": {**HELP, "date": "2026-03-11"}}, **people)
    assert wording.missed_lines(found.case, found.result) == [
        (
            "“Our gift” comes too late for “The House votes”; if it were made by 10 March 2026, "
            "the chance that every gate passes and the deal is carried out would go no → yes."
        )
    ]


def test_all_moves_are_told_which_gates_they_miss(ask: Any) -> None:
    moves = {"gift": {"effects": {"envoy": 5, "chief": 5}, "date": "2026-03-11"}}
    found = ask(moves, plan=False)
    assert wording.missed_lines(found.case, found.result) == [
        "“Our gift” comes too late, on 11 March 2026, for “The House votes”."
    ]


def test_gates_of_one_name_are_told_apart_by_their_sides(ask: Any) -> None:
    found = ask({"gift": HELP}, gate={**GATE, "name": "Sign"})
    assert lines(found) == [
        "Make “Our gift” by 10 March 2026: “Sign” (Their side) is decided on 10 March 2026."
    ]


def test_headlines_name_the_day_and_the_chance(ask: Any) -> None:
    for date, word in (("2026-03-10", "passes"), ("2026-03-11", "fails")):
        found = ask({"gift": {**HELP, "date": date}})
        assert wording.calendar_headline(found.result) == (
            f"Seen from 1 March 2026. As it is dated, the plan {word} if every best guess is right "
            "and every move works."
        )
    drawn = ask({"gift": HELP}, sampling=tasks.Sampling(draws=64))
    assert wording.calendar_headline(drawn.result) == (
        "Seen from 1 March 2026. Chance that every gate passes, as the plan is dated: > 999 in "
        "1,000 (sampling error: 94 % to > 999 in 1,000; 64 draws)."
    )
    assert wording.calendar_headline(ask({}, plan=False).result) == "Seen from 1 March 2026."


def test_whoever_looks_back_is_told_how(ask: Any) -> None:
    assert wording.all_decided(ask({}, "2026-03-10").result) is None
    assert wording.all_decided(ask({}, "2026-03-11").result) == (
        "Every gate with a date was decided before 11 March 2026. To see the case as it stood on "
        "an earlier day, name it, such as --today 2026-03-08."
    )
    assert wording.all_decided(ask({}, gate="envoy").result) is None


def test_the_time_line_names_what_stands_on_it(ask: Any) -> None:
    moves = {
        "gift": {**HELP, "by": "them", "date": "2026-03-09", "lead": 2},
        "note": {**HELP, "lead": 3},
    }
    found = ask(moves, "2026-03-08", gate={**GATE, "implementation": True})
    assert wording.time_line_rows(found.case, found.result) == [
        ("2026-03-07", "begin", "Our gift"),
        ("2026-03-08", "today", ""),
        ("2026-03-08", "event", "The fair (until 12 March 2026)"),
        ("2026-03-09", "move", "Our gift"),
        ("2026-03-10", "gate", "The House votes (Their side, carrying out)"),
    ]
    found = ask(moves, "2026-03-07")
    assert ("2026-03-07", "begin by", "Our note") in wording.time_line_rows(
        found.case, found.result
    )
    empty = ask({}, gate="envoy", events={})
    assert wording.time_line_rows(empty.case, empty.result) == []


def test_a_row_says_when_a_move_is_due_and_of_use(ask: Any) -> None:
    moves = {
        "gift": {**HELP, "date": "2026-03-09", "lead": 2}, "note": HELP,
        "song": {"effects": {"chief": 5}}, "insult": {},
    }  # fmt: skip
    found = ask(moves)
    rows = [wording.move_cells(found.case, t) for t in found.result.timings]
    assert rows == [
        ("Our gift", "2026-03-09", "2026-03-07", "2026-03-10", "in time"),
        ("Our insult", "any day", "", "never", "helps nobody"),
        ("Our note", "by 2026-03-10", "", "2026-03-10", "in time"),
        ("Our song", "any day", "", "any day", "in time"),
    ]


def test_a_row_says_where_a_move_helps_first_and_what_it_misses(ask: Any) -> None:
    moves = {"gift": {"effects": {"envoy": 5, "chief": 5}, "date": "2026-03-11"}, "insult": {}}
    found = ask(moves)
    assert [wording.service_cells(found.case, t) for t in found.result.timings] == [
        ("Our gift", "Sign", "The House votes"),
        ("Our insult", "none", ""),
    ]


def test_what_has_no_date_is_named(ask: Any) -> None:
    found = ask({"gift": HELP})
    assert wording.undated_sentence(found.case, found.result) == (
        "Gates without a date, at which every move counts: “Sign”. Moves without a date, which "
        "count at every gate: “Our gift”."
    )
    dated = ask({"gift": {**HELP, "date": "2026-03-01"}}, sides=dated_sides())
    assert wording.undated_sentence(dated.case, dated.result) is None


def dated_sides() -> dict[str, Any]:
    """Both sides with a date at every gate."""
    sides: dict[str, Any] = made(GATE)["sides"]
    sides["us"]["gates"]["sign"] = {"rule": "chief", "date": "2026-03-01"}
    return sides


def test_what_meets_is_told(ask: Any) -> None:
    use = {"resources": {"long_days": 2}}
    moves = {
        "gift": {**HELP, **use, "date": "2026-03-10", "lead": 3},
        "note": {**HELP, **use, "date": "2026-03-08"},
        "song": {**HELP, "date": "2026-03-08", "excludes": ["note"]},
    }
    found = ask(moves, plan=False, resources={"long_days": 9})
    assert wording.clash_lines(found.case, found.result) == [
        "“Our note” and “Our song” exclude each other, both on 8 March 2026.",
        (
            "“Our gift” and “Our note” are in hand at the same time, from 8 March 2026, and both "
            "use long days: 2 and 2 of 9."
        ),
        "“The House votes” is decided during “The fair”, on 10 March 2026.",
        "“Our gift” is made on the day of “The House votes”, 10 March 2026: it counts there.",
    ]


def test_entries_in_other_calendars_have_a_heading_and_a_note(ask: Any) -> None:
    moves = {"gift": {**HELP, "by": "them", "date": "2026-03-09", "lead": 2}, "note": HELP,
             "insult": {"date": "2026-03-12"}}  # fmt: skip
    events = {"fair": {**EVENTS["fair"], "summary": "A loud one."}, "rest": {**EVENTS["fair"]}}
    found = ask(moves, events=events)
    case, seen = found.case, found.result
    said = {
        wording.calendar_summary(case, e): wording.calendar_note(case, seen, e)
        for e in seen.entries
    }
    assert said == {
        "Begin to prepare: Our gift": notes(case, seen, "gift"),
        "The fair (until 12 March 2026)": "",
        "Our gift": notes(case, seen, "gift"),
        "Last day for: Our note": notes(case, seen, "note"),
        "Decided: The House votes (Their side)": "It needs the agreement of Mx Envoy.",
        "Our insult": "",
    }
    fair = next(e for e in seen.entries if e.key == "fair")
    assert wording.calendar_note(case, seen, fair) == "A loud one."


def notes(case: Negotiation, seen: Calendar, move: str) -> str:
    """The sentence about a move, and where it helps."""
    timing = next(t for t in seen.timings if t.move == move)
    return f"{wording.timing_line(case, timing)} It helps at “The House votes”."

"""What to do by when, as a brief tells it to the principal; the calendar in the annex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Brief, Bullets, Paragraph, Picture, Table
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, Doc, made, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section, titles

GATE = {"rule": "envoy", "date": "2027-01-31", "name": "The house"}


def dated(*moves: Doc, **more: Any) -> Doc:
    """A case whose moves each please the envoy; the brief is of 24 November 2026."""
    kept = {f"m{i}": {"effects": {"envoy": 5}, **about} for i, about in enumerate(moves)}
    return made(gate={**GATE}, moves=kept, more=more)


@pytest.fixture
def told(tmp_path: Path) -> Any:
    """The brief of all moves of a document."""

    def tell(doc: Doc, **how: Any) -> Brief:
        path = saved(tmp_path, doc)
        return brief_of(gathered(path, FREE, *doc["moves"], **how))

    return tell


def cell(brief: Brief) -> str:
    """When the first move is to be made."""
    return first_table(brief).rows[0][1]


def first_table(brief: Brief) -> Table:
    return next(b for b in section(brief, headings.FIRST_MOVES) if isinstance(b, Table))


def lines(blocks: list[Block]) -> list[str]:
    """What stands in lists and paragraphs."""
    found = []
    for block in blocks:
        if isinstance(block, Bullets):
            found += [item.text for item in block.items]
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ({"date": "2026-12-10"}, "10 December 2026; of use until 31 January 2027"),
        ({"date": "2027-01-31"}, "31 January 2027"),
        ({"date": "2026-12-10", "lead": 7},
         "begin by 3 December 2026; make it on 10 December 2026; of use until 31 January 2027"),
        ({"lead": 14}, "begin by 17 January 2027; make it by 31 January 2027"),
        ({}, "by 31 January 2027"),
        ({"date": "2026-10-01"}, "1 October 2026 (past)"),
        ({"date": "2027-02-10"}, "10 February 2027: too late"),
        ({"date": "2026-12-10", "lead": 60}, "10 December 2026: behind"),
    ],
)  # fmt: skip
def test_a_move_says_by_when(move: Doc, said: str, told: Any) -> None:
    assert cell(told(dated(move))) == said


def test_a_move_that_no_date_limits_can_be_made_on_any_day(told: Any) -> None:
    doc = dated({})
    doc["sides"]["them"]["gates"]["house"] = "envoy"
    brief = told(doc)
    assert cell(brief) == "any day"
    assert headings.CALENDAR not in titles(brief)


def test_the_principal_hears_what_comes_first_in_time(told: Any) -> None:
    """By the day on which it must begin; three at most."""
    doc = dated({"date": "2026-12-20"}, {"date": "2027-01-10", "lead": 30}, {}, {"lead": 1})
    steps = lines(section(told(doc), headings.FIRST_MOVES))
    assert steps[0] == (
        "First in time: begin “Our m1” by 11 December 2026, then “Our m0” on 20 December 2026, "
        "then begin “Our m3” by 30 January 2027."
    )
    assert steps[-1] == "One more move is in the annex."


def test_what_is_behind_or_too_late_is_said_first(told: Any) -> None:
    late = {"date": "2027-02-10"}
    doc = dated(late, {"date": "2026-12-01", "lead": 30}, late, late)
    steps = lines(section(told(doc), headings.FIRST_MOVES))
    assert steps[0].startswith("“Our m1” is behind: for 1 December 2026")
    assert steps[1].startswith("“Our m0” is dated 10 February 2027, too late for every gate")
    assert steps[2] == "2 more moves are behind or too late; see the calendar in the annex."


def test_one_more_that_presses_is_told_as_one(told: Any) -> None:
    doc = dated(*[{"date": "2027-02-10"}] * 3)
    steps = lines(section(told(doc), headings.FIRST_MOVES))
    assert steps[-1] == "One more move is behind or too late; see the calendar in the annex."


def test_of_a_case_that_is_past_the_brief_says_so(told: Any) -> None:
    """To the principal and in the calendar."""
    doc = dated({"date": "2026-01-01"})
    doc["sides"]["them"]["gates"]["house"]["date"] = "2026-02-01"
    brief = told(doc)
    said = (
        "Every gate with a date was decided before 24 November 2026: this tells of a past. To see "
        "the case as it stood on an earlier day, date the brief, such as with --date 2026-01-01."
    )
    assert said in lines(section(brief, headings.FIRST_MOVES))
    assert said in lines(section(brief, headings.CALENDAR))


def test_the_calendar_has_gates_events_moves_and_what_clashes(told: Any) -> None:
    event = {"name": "The fair", "date": "2027-01-30", "until": "2027-02-02"}
    brief = told(dated({"date": "2026-12-10", "lead": 7}, events={"fair": event}))
    found = section(brief, headings.CALENDAR)
    table = next(block for block in found if isinstance(block, Table))
    assert [row[:2] for row in table.rows] == [
        ("24 November 2026", "today"),
        ("3 December 2026", "begin"),
        ("10 December 2026", "move"),
        ("30 January 2027", "event"),
        ("31 January 2027", "gate"),
    ]
    assert table.rows[3][2] == "The fair (until 2 February 2027)"
    assert lines(found)[-1] == "“The house” is decided during “The fair”, on 31 January 2027."
    (picture,) = (block for block in found if isinstance(block, Picture))
    assert picture.told == (
        "10 December 2026: Our m0 (move); 31 January 2027: The house (Their side) (gate)."
    )


def test_too_many_gates_and_moves_for_a_picture_stand_in_the_table_only(told: Any) -> None:
    doc = dated(*({"date": f"2026-12-{day:02}"} for day in range(1, 26)))
    found = section(told(doc), headings.CALENDAR)
    assert not [block for block in found if isinstance(block, Picture)]
    table = next(block for block in found if isinstance(block, Table))
    assert len(table.rows) == 27


def test_the_calendar_of_a_case_that_is_walked_away_from_has_its_gates(tmp_path: Path) -> None:
    doc = dated({"date": "2026-12-10"})
    doc["constituencies"]["envoy"]["no_deal"] = 95
    brief = brief_of(gathered(saved(tmp_path, doc), None))
    table = next(b for b in section(brief, headings.CALENDAR) if isinstance(b, Table))
    assert [row[1] for row in table.rows] == ["today", "gate"]

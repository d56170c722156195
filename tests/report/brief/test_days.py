"""What to do by when, as a brief tells it to the principal; the calendar in the annex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Brief, Bullets, Callout, Paragraph, Picture, Table
from leveltwo.report.brief.content.brief import brief_of
from leveltwo.report.charts.calendar import Calendar
from tests.made import FREE, Doc, made, person, saved
from tests.report.brief.conftest import DATE, gathered
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
        ({"date": "2026-10-01"}, "1 October 2026: past, taken as made"),
        ({"date": "2027-02-10"}, "10 February 2027: too late"),
        ({"date": "2026-12-10", "lead": 60, "by": "them"}, "10 December 2026: behind"),
        ({"date": "2026-12-10", "lead": 60},
         "begin by 24 November 2026; make it on 23 January 2027; of use until 31 January 2027"),
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


def steps(brief: Brief) -> list[tuple[str, str]]:
    """When and what, as the first list of what to do says it."""
    found = next(b for b in section(brief, headings.FIRST_MOVES) if isinstance(b, Bullets))
    return [(item.lead, item.text) for item in found.items]


def notes(brief: Brief) -> list[str]:
    """What stands below the table of moves."""
    blocks = section(brief, headings.FIRST_MOVES)
    table = next(i for i, block in enumerate(blocks) if isinstance(block, Table))
    return lines(blocks[table:])


def test_the_principal_reads_one_list_of_steps_by_date(told: Any) -> None:
    """When to begin and to make each move, whom to see, what is decided and what happens."""
    fair = {"name": "The fair", "date": "2027-01-05", "until": "2027-01-06"}
    gone = {"name": "Long gone", "date": "2026-11-01"}
    doc = dated({"date": "2026-12-20"}, {"date": "2027-01-10", "lead": 30}, {}, {"lead": 1},
                events={"fair": fair, "gone": gone})  # fmt: skip
    doc["constituencies"]["envoy"]["no_deal"] = [20, 60, 90]
    brief = told(doc)
    assert steps(brief) == [
        ("By 11 December 2026:", "begin to prepare “Our m1”."),
        ("On 20 December 2026:", "make the move “Our m0”."),
        ("On 5 January 2027:", "The fair (until 6 January 2027)."),
        ("On 10 January 2027:", "make the move “Our m1”."),
        ("By 30 January 2027:", "begin to prepare “Our m3”."),
        ("Before 31 January 2027:", "speak with Mx Envoy, on whom most turns."),
        ("By 31 January 2027:", "make the moves “Our m2” and “Our m3”."),
        ("On 31 January 2027:", "“The house” decides."),
    ]
    assert notes(brief)[-1] == "One more move is in the annex."


def test_what_falls_on_the_day_of_the_brief_is_said_to_be_today(told: Any) -> None:
    """And what is to be done before it comes first of all, not before a day that has come."""
    doc = dated({"date": DATE.isoformat()})
    doc["sides"]["them"]["gates"]["house"]["date"] = DATE.isoformat()
    doc["constituencies"]["envoy"]["no_deal"] = [20, 60, 90]
    assert steps(told(doc)) == [
        ("First of all:", "speak with Mx Envoy, on whom most turns."),
        ("Today:", "make the move “Our m0”."),
        ("Today:", "“The house” decides."),
    ]


def test_moves_of_one_day_are_told_together_and_gates_of_carrying_out_as_such(told: Any) -> None:
    doc = dated(*[{"date": "2026-12-10"}] * 5)
    carried = {"rule": "envoy", "date": "2027-02-28", "implementation": True, "name": "The work"}
    doc["sides"]["them"]["gates"]["work"] = carried
    also = {"rule": "envoy", "date": "2027-01-31", "name": "The senate"}
    doc["sides"]["them"]["gates"]["senate"] = also
    assert steps(told(doc)) == [
        ("On 10 December 2026:", "make the moves “Our m0”, “Our m1”, “Our m2” and 2 more."),
        ("On 31 January 2027:", "“The house” and “The senate” decide."),
        ("On 28 February 2027:", "whether it is carried out turns on “The work”."),
    ]


def test_a_plan_without_moves_has_its_steps_too(told: Any) -> None:
    """What is decided today is said to be; more than ten steps are in the annex."""
    days = {f"e{i}": {"name": f"Day {i}", "date": f"2026-12-{i + 1:02}"} for i in range(12)}
    doc = dated(events=days)
    doc["sides"]["them"]["gates"]["house"]["date"] = "2026-11-24"
    found = steps(told(doc))
    assert found[0] == ("Today:", "“The house” decides.")
    assert found[1] == ("On 1 December 2026:", "Day 0.")
    assert found[-1] == ("", "And 3 more in the calendar of the annex.")


def test_a_move_that_no_date_limits_comes_last_and_what_is_behind_at_once(told: Any) -> None:
    doc = dated({}, {"date": "2026-12-10", "lead": 60, "by": "them"})
    doc["sides"]["them"]["gates"]["house"] = "envoy"
    assert steps(told(doc)) == [
        ("At once, as it is behind:", "begin to prepare “Our m1”."),
        ("On 23 January 2027:", "make the move “Our m1”."),
        ("On any day:", "make the move “Our m0”."),
    ]


def test_a_move_that_cannot_be_ready_is_begun_today_and_made_when_it_can_be(told: Any) -> None:
    """The steps, the figure and the box tell one day, and the box why."""
    brief = told(dated({"date": "2026-12-10", "lead": 60}))
    assert steps(brief)[:2] == [
        ("Today:", "begin to prepare “Our m0”."),
        ("On 23 January 2027:", "make the move “Our m0”."),
    ]
    said = (
        "“Our m0” is reckoned on 23 January 2027, the first day on which it can be made if "
        "preparation begins today, not on 10 December 2026 as written."
    )
    assert box(brief)[1].startswith(said)
    pictures = [b.chart for b in brief.blocks if isinstance(b, Picture)]
    chart = next(chart for chart in pictures if isinstance(chart, Calendar))
    assert [str(event.date) for event in chart.events if "Our m0" in event.name] == [
        "2026-11-24", "2027-01-23",
    ]  # fmt: skip


def test_a_plan_given_is_judged_without_what_is_too_late(told: Any) -> None:
    """What needs the move goes with it; what is too late and not in the plan is not told of."""
    doc = dated({"date": "2026-12-10", "lead": 80}, {"needs": ["m0"]}, {})
    doc["constituencies"]["envoy"]["no_deal"] = [60, 70, 80]
    brief = told(doc)
    assert box(brief)[0].startswith("This brief is about the deal below, with one move.")
    assert box(brief)[1].startswith(
        "“Our m0” is left out, as it is too late for it: if preparation begins today, it can be "
        "made on 12 February 2027, and the last day left to it is 31 January 2027. “Our m1” is "
        "left out: it needs “Our m0”, which is left out. If preparation has begun already"
    )
    assert [row[0] for row in first_table(brief).rows] == ["Our m2"]


def test_the_plan_looked_for_holds_only_what_is_possible(tmp_path: Path) -> None:
    """The move that would carry the deal is too late: the brief must not rest on it."""
    gift = {"gift": {"effects": {"envoy": 15}, "date": "2026-12-10", "lead": 80}}
    doc = made(people={"envoy": {"no_deal": 70}}, moves=gift, gate={**GATE})
    found = gathered(saved(tmp_path, doc), None)
    assert found.plan is not None
    assert found.plan.plan.moves == ()
    assert found.plan.chance < 0.5
    assert [change.move for change in found.calendar.changes] == ["gift"]
    doc["moves"]["gift"]["lead"] = 10
    other = gathered(saved(tmp_path, doc), None)
    assert other.plan is not None
    assert (other.plan.plan.moves, other.calendar.changes) == (("gift",), ())


def box(brief: Brief) -> list[str]:
    """What stands in the answer set apart, paragraph by paragraph."""
    callout = next(b for b in brief.principal if isinstance(b, Callout))
    return [f"{item.lead} {item.text}".strip() for item in callout.paragraphs]


def test_whom_to_approach_before_whom_is_a_step_where_it_matters(told: Any) -> None:
    """And how much it matters stands below the moves."""
    doc = dated({})
    doc["constituencies"]["envoy"]["no_deal"] = [60, 70, 80]
    friend = {**person("friend"), "side": "them", "name": "A friend", "no_deal": 0}
    doc["constituencies"]["friend"] = friend
    doc["constituencies"]["envoy"]["follows"] = {"friend": {"for": 20, "against": -20}}
    doc["sides"]["them"]["gates"]["house"]["rule"] = {"all": ["envoy", "friend"]}
    brief = told(doc)
    assert (
        "Before 31 January 2027:",
        (
            "let Mx Envoy ask A friend before saying yes or no: much turns on who has heard whom. "
            "Approach A friend through Mx Envoy, or with that consent: to go round whoever speaks "
            "for them reaches into another side’s house, and the law may forbid it."
        ),
    ) in steps(brief)
    assert any(line.startswith("The order of approach matters: ") for line in notes(brief))


def test_what_is_worth_finding_out_comes_before_everything_else(tmp_path: Path) -> None:
    """Before the first day that matters; first of all where nothing has a date."""
    gift = {"gift": {"effects": {"envoy": 15}, "cost": 6}}
    doc = made(people={"envoy": {"no_deal": [45, 60, 75]}}, moves=gift, gate={**GATE})
    path = saved(tmp_path, doc)
    asked = "find out what having no deal is worth to Mx Envoy"
    when, what = steps(brief_of(gathered(path, None, robust_seconds=60.0)))[0]
    assert (when, what[: len(asked)]) == ("Before 31 January 2027:", asked)
    doc["sides"]["them"]["gates"]["house"] = "envoy"
    path = saved(tmp_path, doc)
    when, what = steps(brief_of(gathered(path, None, robust_seconds=60.0)))[0]
    assert (when, what[: len(asked)]) == ("First of all:", asked)


def test_what_is_behind_or_too_late_is_said_below_the_moves(told: Any) -> None:
    late = {"date": "2027-02-10"}
    doc = dated(late, {"date": "2026-12-01", "lead": 30, "by": "them"}, late, late)
    said = notes(told(doc))
    assert said[0].startswith("“Our m1” is behind: for 1 December 2026")
    assert said[1].startswith("“Our m0” is dated 10 February 2027, too late for every gate")
    assert said[2] == "2 more moves are behind or too late; see the calendar in the annex."


def test_one_more_that_presses_is_told_as_one(told: Any) -> None:
    doc = dated(*[{"date": "2027-02-10"}] * 3)
    assert notes(told(doc))[-1] == (
        "One more move is behind or too late; see the calendar in the annex."
    )


def test_of_a_case_that_is_past_the_brief_says_so(told: Any) -> None:
    """To the principal and in the calendar."""
    doc = dated({"date": "2026-01-01"})
    doc["sides"]["them"]["gates"]["house"]["date"] = "2026-02-01"
    brief = told(doc)
    said = (
        "Every gate with a date was decided before 24 November 2026: this tells of a past. To see "
        "the case as it stood on an earlier day, give the brief an earlier date, such as "
        "2026-01-01."
    )
    assert said in lines(section(brief, headings.FIRST_MOVES))
    assert said in lines(section(brief, headings.CALENDAR))


def test_the_picture_of_a_past_has_no_line_of_today(
    told: Any,
) -> None:
    doc = dated({"date": "1990-01-01"})
    doc["sides"]["them"]["gates"]["house"]["date"] = "1990-02-01"
    (picture,) = (b for b in section(told(doc), headings.CALENDAR) if isinstance(b, Picture))
    assert isinstance(picture.chart, Calendar)
    assert picture.chart.today is None
    assert {event.date.year for event in picture.chart.events} == {1990}
    assert "broken line" not in picture.caption


def test_the_calendar_has_gates_events_moves_and_what_clashes(told: Any) -> None:
    event = {"name": "The fair", "date": "2027-01-30", "until": "2027-02-02"}
    brief = told(dated({"date": "2026-12-10", "lead": 7}, events={"fair": event}))
    found = section(brief, headings.CALENDAR)
    assert not [block for block in found if isinstance(block, Table)]
    assert lines(found)[-1] == "“The house” is decided during “The fair”, on 31 January 2027."
    (picture,) = (block for block in found if isinstance(block, Picture))
    assert picture.told == (
        "24 November 2026: Today; 3 December 2026: Begin: Our m0 (move); 10 December 2026: Our m0 "
        "(move); 30 January 2027: The fair (until 2 February 2027) (event); 31 January 2027: The "
        "house (Their side) (gate)."
    )
    assert picture.caption.endswith(
        "Gates (black), moves (grey) and events (white) with their dates. The broken line is the "
        "day from which this is seen."
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
    (picture,) = (b for b in section(brief, headings.CALENDAR) if isinstance(b, Picture))
    assert isinstance(picture.chart, Calendar)
    assert [event.kind for event in picture.chart.events] == ["today", "gate"]
    assert ". Gates (black) with their dates." in picture.caption

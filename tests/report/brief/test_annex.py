"""The annex: order of approach, precedents, robustness, barriers, fair deals and judgements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings, measures
from leveltwo.report.brief.blocks import Brief, Bullets, Paragraph, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.brief import brief_of
from leveltwo.report.charts.waterfalls import Waterfalls
from tests.made import FREE, Doc, made, person, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section, titles
from tests.report.brief.test_days import lines
from tests.report.brief.test_robustness import needy

Told = tuple[Briefing, Brief]


@pytest.fixture
def about(tmp_path: Path) -> Any:
    """What a brief of a document rests on, and the brief."""

    def tell(doc: Doc, *moves: str, **how: Any) -> Told:
        deal = FREE if "term" not in how else {**FREE, "term": how.pop("term")}
        briefing = gathered(saved(tmp_path, doc), deal, *moves, **how)
        return briefing, brief_of(briefing)

    return tell


def tables(brief: Brief, heading: str) -> list[Table]:
    return [block for block in section(brief, heading) if isinstance(block, Table)]


def followed() -> Doc:
    """The envoy waits for the yes of an elder; without it the envoy says no."""
    doc = made(people={"elder": {"no_deal": [40, 50, 62]}})
    doc["constituencies"]["envoy"] |= {"no_deal": 62, "follows": {"elder": {"for": 5}}}
    doc["sides"]["them"]["gates"]["elders"] = "elder"
    return doc


def test_the_order_of_approach_is_told_where_it_matters(about: Any) -> None:
    """To the principal too, with the record's own chance."""
    doc = followed()
    doc["moves"] = {"gift": {"name": "Our gift", "by": "us", "effects": {"envoy": 1}}}
    briefing, brief = about(doc, "gift")
    assert briefing.order.matters
    (turns,) = tables(brief, headings.ORDER)
    assert turns.rows[:2] == tuple(wording.turn_rows(briefing.case, briefing.order))
    assert [row[1] for row in turns.rows] == ["Mx Elder", "Mx Envoy"]
    said = lines(section(brief, headings.ORDER))
    assert said[0].startswith("The best order: first Mx Elder, then Mx Envoy. Approach Mx Elder")
    assert any(line.startswith("Let Mx Envoy ask Mx Elder before") for line in said)
    steps = lines(section(brief, headings.FIRST_MOVES))
    best, worst = (
        wording.chance(way.chance) for way in (briefing.order.best, briefing.order.worst)
    )
    assert (
        f"The order of approach matters: {best} on the draws searched in the best order, {worst} "
        "in the worst. The annex tells more."
    ) in steps
    assert any("let Mx Envoy ask Mx Elder before" in str(line) for line in steps)


def test_an_order_that_makes_no_difference_is_told_in_a_sentence(about: Any) -> None:
    doc = followed()
    doc["constituencies"]["envoy"]["no_deal"] = 20
    _, brief = about(doc)
    assert tables(brief, headings.ORDER) == []
    (said,) = lines(section(brief, headings.ORDER))
    assert said.startswith("The order makes no difference to whether the plan passes")


def test_where_nobody_follows_anybody_there_is_no_order(about: Any) -> None:
    briefing, brief = about(made())
    assert briefing.order is None
    assert headings.ORDER not in titles(brief)


def test_precedents_of_the_moves_are_cited_with_reason_verdict_and_sources(about: Any) -> None:
    """Each once, for all moves that it is cited for; sources below."""
    talk = {"effects": {"envoy": 1}, "device": "statements"}
    house = {"rule": "envoy", "body": "parliament"}
    briefing, brief = about(made(gate=house, moves={"a": talk, "b": talk}), "a", "b")
    (table,) = tables(brief, headings.PRECEDENTS)
    cited = briefing.precedents["a"]
    assert cited
    assert [row[0] for row in table.rows] == ["Our a; Our b"] * len(cited)
    for match, row in zip(cited, table.rows, strict=True):
        assert match.precedent.title in row[1]
        assert wording.match_reason(match) in row[2]
    (sources,) = (b for b in section(brief, headings.PRECEDENTS) if isinstance(b, Bullets))
    assert [item.lead for item in sources.items] == [f"{m.precedent.title}." for m in cited]
    assert all(item.text.startswith("Source") for item in sources.items)


def test_a_trap_is_cited_beside_the_case_that_fell_into_one(about: Any) -> None:
    boast = {"effects": {"envoy": 1, "wing": -20}, "device": "statements"}
    doc = made(people={"wing": {**person("wing"), "side": "us"}}, moves={"boast": boast})
    doc["sides"]["us"]["gates"]["party"] = {"rule": "wing", "body": "parliament"}
    _, brief = about(doc)
    (table,) = tables(brief, headings.PRECEDENTS)
    assert [row[0] for row in table.rows] == ["Our boast (a trap)"]


def test_moves_that_nothing_is_close_to_are_named_with_the_cases_of_their_field(about: Any) -> None:
    talk = {"effects": {"envoy": 1}, "device": "statements"}
    union = {"rule": "envoy", "body": "members"}
    _, brief = about(made(gate=union, moves={"a": talk}), "a")
    assert tables(brief, headings.PRECEDENTS) == []
    none, field = lines(section(brief, headings.PRECEDENTS))
    assert none == "No close precedent in the library for “Our a”."
    assert "boeing-machinists-2024" in field


def test_moves_without_a_class_have_no_precedents(about: Any) -> None:
    _, brief = about(made(moves={"gift": {"effects": {"envoy": 1}}}), "gift")
    assert headings.PRECEDENTS not in titles(brief)


def test_robustness_is_told_with_the_figures_of_its_record(about: Any) -> None:
    briefing, brief = about(needy(), "gift", robust_seconds=60.0)
    found = briefing.robustness
    asked, depends = tables(brief, headings.ROBUSTNESS)
    questions = found.finding_out.questions
    assert [row[1] for row in asked.rows] == [wording.question_worth(q) for q in questions]
    assert list(depends.rows) == wording.depends_lines(briefing.case, found)
    said = " ".join(lines(section(brief, headings.ROBUSTNESS)))
    assert str(wording.stability_sentence(found)) in said
    worst = str(wording.stress_sentence(briefing.case, found))
    assert worst not in said
    assert worst in lines(section(brief, headings.TRAPS))


def test_certain_judgements_leave_nothing_to_ask_about(about: Any) -> None:
    _, brief = about(made(), robust_seconds=60.0)
    assert tables(brief, headings.ROBUSTNESS) == []
    said = " ".join(lines(section(brief, headings.ROBUSTNESS)))
    assert "No judgement of this case is uncertain" in said


def test_barriers_stand_in_a_table_and_the_first_three_in_full(about: Any) -> None:
    people = {f"p{i}": {"no_deal": 90} for i in range(5)}
    briefing, brief = about(made(gate={"all": ["envoy", *people]}, people=people))
    (table,) = tables(brief, headings.BARRIERS)
    assert len(table.rows) == len(briefing.barriers) == 5
    leads = [
        b.lead for b in section(brief, headings.BARRIERS) if isinstance(b, Paragraph) and b.lead
    ]
    assert len(leads) == 3


def test_those_who_are_likely_to_agree_as_it_is_stand_in_a_sentence(about: Any) -> None:
    wavering = {"no_deal": [30, 48, 68]}
    doc = made(gate={"all": ["envoy", "elder"]}, people={"envoy": wavering, "elder": {}})
    briefing, brief = about(doc)
    assert [barrier.lacks for barrier in briefing.barriers] == [False]
    assert tables(brief, headings.BARRIERS) == []
    said = "Likely to agree as it is, though the result may turn on them: Mx Envoy."
    assert lines(section(brief, headings.BARRIERS)) == [said]


def test_beside_those_who_lack_something_they_are_told_by_name(about: Any) -> None:
    people = {"envoy": {"no_deal": [30, 48, 68]}, "elder": {"no_deal": [54, 59, 63]}}
    briefing, brief = about(made(gate={"all": ["envoy", "elder"]}, people=people))
    shown = [row[0] for table in tables(brief, headings.BARRIERS) for row in table.rows]
    assert shown == ["Mx Elder"]
    assert len(briefing.barriers) == 2
    assert Paragraph(measures.FROM_OPTIONS) in section(brief, headings.BARRIERS)
    said = "Likely to agree as it is, though the result may turn on them: Mx Envoy."
    assert said in lines(section(brief, headings.BARRIERS))


def test_somebody_with_a_red_line_stands_in_the_way_whatever_they_lack(about: Any) -> None:
    doc = made(people={"envoy": {"no_deal": 20, "red_lines": [{"price": "high"}]}})
    _, brief = about(doc)
    (table,) = tables(brief, headings.BARRIERS)
    assert [row[0] for row in table.rows] == ["Mx Envoy"]


def test_fair_deals_are_told_by_what_differs(about: Any) -> None:
    doc = made(people={"envoy": {"values": {"price": {"weight": 1, "low": 70, "high": 60}}}})
    doc["constituencies"]["chief"]["no_deal"] = 0
    _, brief = about(doc)
    (table,) = tables(brief, headings.MAP)
    assert {row[2] for row in table.rows} <= {"the deal of the plan", "The price: A low one"}
    assert "the deal of the plan" in {row[2] for row in table.rows}


def test_ratings_stand_beside_each_other_as_the_file_has_them(about: Any) -> None:
    """Weights, options in order, numbers by size, nothing where nothing is rated."""
    doc = made(people={"clerk": {"values": {"term": {"weight": 2, "points": {45: 10, 5: "good"}}}}})
    doc["issues"]["term"] = {"name": "Term", "from": 5, "to": 45, "step": 5, "unit": "years"}
    doc["constituencies"]["envoy"]["values"]["term"] = {
        "weight": 1,
        "points": {5: 0, 45: 90, 20: 40},
    }
    _, brief = about(doc, term=5)
    found = tables(brief, headings.JUDGEMENTS)
    theirs = next(t for t in found if t.caption == "A Mx Envoy; B Mx Clerk.")
    assert theirs.rows == (
        ("The price: weight", "1", "–"),
        ("– A low one", "0", ""),
        ("– A high one", "60", ""),
        ("Term: weight", "1", "2"),
        ("– 5 years", "0", "good"),
        ("– 20 years", "40", ""),
        ("– 45 years", "90", "10"),
    )
    ours = next(t for t in found if t.caption == "A The chief.")
    assert [row[0] for row in ours.rows] == ["The price: weight", "– A low one", "– A high one"]


def test_many_people_stand_in_tables_of_like_width(about: Any) -> None:
    _, brief = about(made(people={f"p{i}": {} for i in range(9)}))
    widths = [len(t.header) for t in tables(brief, headings.JUDGEMENTS)]
    assert widths == [2, 6, 6]


def test_a_margin_of_many_parts_gathers_the_small_ones(about: Any) -> None:
    """Ten apart at most; they still add up."""
    moves = {f"m{i}": {"effects": {"envoy": 1 + i}} for i in range(14)}
    _, brief = about(made(moves=moves), *moves)
    (picture,) = (b for b in section(brief, headings.MARGINS) if isinstance(b, Picture))
    assert isinstance(picture.chart, Waterfalls)
    fall = next(one for one in picture.chart.margins if one.who == "Mx Envoy")
    assert len(fall.steps) == 12
    assert fall.steps[-1][0] == "All smaller steps"
    assert sum(points for _, points in fall.steps) == pytest.approx(fall.margin)

"""What a brief says: the plan's own figures, people's own names, no more than is known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from leveltwo import tasks
from leveltwo.advice.wording.briefing import headings, judgements
from leveltwo.report.brief.blocks import Block, Brief, Callout, Heading, Picture, Table
from leveltwo.report.brief.briefing import Briefing, Stance
from leveltwo.report.brief.content.brief import brief_of
from leveltwo.report.brief.writers.markdown import to_markdown
from leveltwo.report.charts.waterfalls import Waterfalls
from leveltwo.version import VERSION
from tests.generator.moves import NAMES
from tests.made import FREE, made, saved
from tests.oracle.plans import deals, goes_together
from tests.report.brief.conftest import gathered
from tests.report.brief.words import texts
from tests.strategies import ISSUES, OPTIONS, PEOPLE, SIDES, documents

SNAPSHOT = Path(__file__).with_name("port.md")
"""The brief of the port lease, as it should read. Look at it when it changes."""
Section = Callable[[Brief, str], list[Block]]


def section(brief: Brief, heading: str) -> list[Block]:
    """The blocks below a heading, up to the next of its level or above."""
    blocks = list(brief.blocks)
    start, level = next(
        (i, b.level) for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text == heading
    )
    found: list[Block] = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        found.append(block)
    return found


def titles(brief: Brief) -> list[str]:
    return [block.text for block in brief.blocks if isinstance(block, Heading) and block.level < 3]


def test_the_brief_of_the_port_lease_reads_as_it_should(port_brief: Brief) -> None:
    shown = to_markdown(port_brief).decode().replace(VERSION, "VERSION")
    assert shown == SNAPSHOT.read_text(encoding="utf-8")


def test_the_moves_told_of_are_those_of_the_plan(port: Briefing, port_brief: Brief) -> None:
    first = next(b for b in section(port_brief, headings.FIRST_MOVES) if isinstance(b, Table))
    table = next(b for b in section(port_brief, headings.MOVES) if isinstance(b, Table))
    assert port.plan
    names = [port.case.name("moves", move) for move in port.plan.plan.moves]
    assert [row[0] for row in table.rows] == names
    assert [row[0] for row in first.rows] == names


def test_the_steps_of_a_margin_add_up_to_it(port_brief: Brief) -> None:
    (picture,) = (b for b in section(port_brief, headings.MARGINS) if isinstance(b, Picture))
    assert isinstance(picture.chart, Waterfalls)
    for fall in picture.chart.margins:
        assert sum(points for _, points in fall.steps) == pytest.approx(fall.margin, abs=0.05)


def test_figures_are_numbered_through(port_brief: Brief) -> None:
    captions = [block.caption for block in port_brief.blocks if isinstance(block, Picture)]
    assert [c.split(".")[0] for c in captions] == [f"Figure {i + 1}" for i in range(len(captions))]


def test_an_advised_plan_comes_with_its_frontier(folder: Path) -> None:
    """The answer is what was found, and says whether it is proved."""
    doc = made(moves={"gift": {"effects": {"envoy": 5}, "cost": 1}})
    doc["constituencies"]["envoy"]["no_deal"] = [40, 55, 70]
    briefing = gathered(saved(folder, doc, "advised.yaml"), None, draws=256)
    assert briefing.stance is Stance.ADVISED
    brief = brief_of(briefing)
    (callout,) = (b for b in section(brief, headings.ANSWER) if isinstance(b, Callout))
    assert callout.paragraphs[0].lead.startswith("Offer the deal below")
    assert "no other plan that the file allows is better for us" in callout.paragraphs[-1].text
    assert briefing.advice
    assert (headings.FRONTIER in titles(brief)) == (len(briefing.advice.more_certain(8)) > 1)


def test_where_nothing_beats_no_deal_the_brief_says_walk_away(folder: Path) -> None:
    """The plan that comes nearest is told of as that, and no move is recommended."""
    doc = made(people={"envoy": {"no_deal": 90}})
    briefing = gathered(saved(folder, doc, "away.yaml"), None)
    assert briefing.stance is Stance.WALK_AWAY
    brief = brief_of(briefing)
    callout, terms, *_ = section(brief, headings.ANSWER)
    assert isinstance(callout, Callout)
    assert callout.paragraphs[0].lead == "Walk away, unless something changes."
    assert callout.paragraphs[0].text.startswith("It is proved that no plan is worth more")
    assert headings.TRAPS not in titles(brief)
    assert headings.TRAPS_NEAREST in titles(brief)
    assert isinstance(terms, Table)
    assert terms.caption == headings.DEAL_NEAREST
    assert headings.FIRST_MOVES not in titles(brief)
    assert headings.MOVES not in titles(brief)
    assert headings.SPEECH not in titles(brief)


def test_what_cannot_be_had_is_said(folder: Path) -> None:
    doc = made(people={"envoy": {"no_deal": 90}})
    briefing = gathered(saved(folder, doc, "floor.yaml"), None, floor=0.9)
    assert briefing.stance is Stance.IMPOSSIBLE
    text = " ".join(texts(brief_of(briefing)))
    assert "What was asked for cannot be had." in text


def test_the_certain_case_knows_no_chances(folder: Path) -> None:
    doc = made(moves={"gift": {"effects": {"envoy": 5}}})
    briefing = gathered(saved(folder, doc, "certain.yaml"), {"price": "high"}, "gift", certain=True)
    text = " ".join(texts(brief_of(briefing)))
    assert "If every best guess is right and every move works, the plan passes." in text
    assert not re.search(r"\d\s%", text.split(headings.METHOD)[0])


def test_moves_without_a_deal_are_refused(folder: Path) -> None:
    path = saved(folder, made(moves={"gift": {}}), "moves.yaml")
    with pytest.raises(tasks_error(), match="moves are given without a deal"):
        gathered(path, None, "gift")
    with pytest.raises(tasks_error(), match="a floor is for plans that are looked for"):
        gathered(path, {"price": "high"}, floor=0.5)


def tasks_error() -> type[Exception]:
    from leveltwo.errors import PlanError

    return PlanError


IDS = re.compile(rf'"({"|".join([*PEOPLE, *ISSUES, *OPTIONS, *SIDES, *NAMES])})"')


def with_marked_ids(doc: dict[str, Any]) -> dict[str, Any]:
    """The same document, every id of which begins with zz; names made of ids begin with Zz."""
    marked: dict[str, Any] = json.loads(IDS.sub(r'"zz\1"', json.dumps(doc, default=str)))
    return marked


def a_plan(doc: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The first deal, with as many moves as go with it."""
    deal = next(iter(deals(doc)))
    made: tuple[str, ...] = ()
    for move in doc.get("moves", {}):
        if goes_together(doc, deal, (*made, move)):
            made = (*made, move)
    return deal, made


@settings(max_examples=20, deadline=None)
@given(documents())
def test_no_brief_shows_an_id_or_claims_certainty(folder: Path, doc: dict[str, Any]) -> None:
    """Names for ids; nothing uncertain is 0 % or 100 %; only moves that are in the plan."""
    doc = with_marked_ids(doc)
    deal, made = a_plan(doc)
    briefing = gathered(saved(folder, doc, "random.yaml"), deal, *made, draws=32)
    brief = brief_of(briefing)
    told = [block.told for block in brief.blocks if isinstance(block, Picture)]
    text = " ".join([*texts(brief), *told])
    assert not re.search(r"\bzz", text)
    assert not re.search(r"(?<![\d.,])(0|100)(\.0)?\s%", text)
    assert briefing.plan
    assert set(briefing.plan.plan.moves) == set(made)
    names = {briefing.case.name("moves", move) for move in made}
    for heading in (headings.FIRST_MOVES, headings.MOVES):
        found = section(brief, heading) if heading in titles(brief) else []
        shown = {row[0] for block in found if isinstance(block, Table) for row in block.rows}
        assert shown <= names
    assert not made or headings.FIRST_MOVES in titles(brief)


def test_a_brief_names_its_case_file_by_digest(folder: Path) -> None:
    """As sha256sum prints it, whatever mark the file begins with."""
    from hashlib import sha256

    path = Path(saved(folder, made(), "digest.yaml"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    briefing = gathered(str(path), {"price": "high"}, marking="")
    assert briefing.identity.sha256 == sha256(path.read_bytes()).hexdigest()
    assert brief_of(briefing).marking == ""


def test_a_brief_is_dated_today_unless_told(folder: Path) -> None:
    import datetime as dt

    path = saved(folder, made(), "today.yaml")
    before = dt.datetime.now().astimezone().date()
    found = tasks.briefing(path, tasks.Told(deal={"price": "high"})).result.identity
    assert before <= found.date <= dt.datetime.now().astimezone().date()
    assert found.marking == "Confidential"


def test_a_source_that_is_a_sentence_ends_with_one_stop() -> None:
    assert judgements.sources(["The budget of 2025.", "Our judgement"]) == (
        "The budget of 2025; Our judgement"
    )


@pytest.mark.parametrize(
    ("sourced", "said"),
    [
        ((), "None of the 4 people, moves and issues has a source in the file."),
        (("envoy",), "1 of the 4 people, moves and issues has a source in the file."),
        (("envoy", "chief"), "2 of the 4 people, moves and issues have a source in the file."),
    ],
)
def test_it_is_told_how_many_name_a_source(
    sourced: tuple[str, ...], said: str, folder: Path
) -> None:
    doc = made(moves={"gift": {"effects": {"envoy": 5}}})
    for who in sourced:
        doc["constituencies"][who]["sources"] = ["A talk"]
    text = " ".join(texts(brief_of(gathered(saved(folder, doc, "sources.yaml"), FREE))))
    assert said in text


def test_points_taken_from_one_person_are_told_in_a_phrase(folder: Path) -> None:
    doc = made(people={"envoy": {"name": "The envoy"}})
    text = " ".join(texts(brief_of(gathered(saved(folder, doc, "one.yaml"), FREE))))
    assert re.search(r"by taking [\d.]+ points of margin from the envoy\.", text)

"""Who else hears the moves, traps and guard-rails, as a brief tells them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.advice.wording.briefing import headings, spillover
from leveltwo.report.brief.blocks import Brief, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, Doc, made, person, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section
from tests.report.brief.test_days import first_table, lines

WING = {**person("wing"), "side": "us", "no_deal": 50}


def spilling(**moves: Doc) -> Doc:
    """A case with a wing of our own side that must agree too."""
    doc = made(people={"wing": WING}, moves=moves)
    doc["sides"]["us"]["gates"]["party"] = "wing"
    return doc


@pytest.fixture
def about(tmp_path: Path) -> Any:
    """What a brief with some moves of a document rests on, and the brief."""

    def tell(doc: Doc, *moves: str, **how: Any) -> tuple[Briefing, Brief]:
        briefing = gathered(saved(tmp_path, doc), FREE, *moves, **how)
        return briefing, brief_of(briefing)

    return tell


def tables(brief: Brief) -> list[Table]:
    return [b for b in section(brief, headings.SPILLOVER) if isinstance(b, Table)]


def test_the_principal_hears_whom_at_home_a_move_annoys(about: Any) -> None:
    _, brief = about(spilling(gift={"effects": {"envoy": 5, "wing": -3}}), "gift")
    assert first_table(brief).rows[0][3] == "Annoys Mx Wing slightly (−3.0) at home"


def test_at_most_two_of_those_annoyed_are_named_to_the_principal(about: Any) -> None:
    doc = spilling(gift={"effects": {"envoy": 5, "wing": -3, "a": -2, "b": -1}})
    doc["constituencies"] |= {who: {**person(who), "side": "us"} for who in "ab"}
    _, brief = about(doc, "gift")
    named = first_table(brief).rows[0][3]
    assert named == "Annoys Mx Wing slightly (−3.0), Mx A slightly (−2.0) and 1 more at home"
    row = next(b for b in section(brief, headings.MOVES) if isinstance(b, Table)).rows[0]
    assert "Mx B slightly (−1.0)" in row[4]


def test_the_matrix_shows_the_figures_of_the_record(about: Any) -> None:
    """Moves of the plan and traps, ours first; other moves are left to the command."""
    briefing, brief = about(
        spilling(
            gift={"effects": {"envoy": 5, "wing": -3}, "cost": 2},
            boast={"effects": {"envoy": 1, "wing": -20}},
            idle={"effects": {"envoy": 1}},
        ),
        "gift",
    )
    ours, theirs, changes = tables(brief)
    assert ours.caption == (
        "Our side, our own side: points added to margins. A The chief; B Mx Wing."
    )
    assert ours.rows == (("• Our gift", "−2.0", "−3.0"), ("Our boast", "", "−20.0"))
    assert theirs.rows == (("• Our gift", "+5.0"), ("Our boast", "+1.0"))
    assert changes.header[:3] == ("Move", "all gates", "worth")
    change = briefing.spilled.matrix.of("boast").change
    assert changes.rows[1][1] == f"−{-100 * change.chance:.1f}"


def test_more_gates_than_columns_go_on_in_another_table(about: Any) -> None:
    gates = {f"g{i}": {"rule": "envoy", "name": f"Gate {i}"} for i in range(10)}
    doc = made(moves={"gift": {"effects": {"envoy": -70}}})
    doc["sides"]["them"]["gates"] = gates
    _, brief = about(doc, "gift")
    *_, first, rest = tables(brief)
    assert (len(first.header), len(rest.header)) == (9, 5)
    assert rest.caption.endswith("A Gate 6 (Their side); B Gate 7 (Their side); "
                                 "C Gate 8 (Their side); D Gate 9 (Their side).")  # fmt: skip


def test_traps_are_told_to_the_principal_and_in_the_annex(about: Any) -> None:
    """The one that the plan is in first; in the annex only those that are left."""
    boast = {"effects": {"envoy": 1, "wing": -6}}
    doc = spilling(boast=boast, brag=boast, crow=boast)
    doc["constituencies"]["wing"]["no_deal"] = [40, 50, 60]
    _, brief = about(doc, "brag")
    said = [line for line in lines(section(brief, headings.TRAPS)) if "this" in line[:10]]
    assert said[0].startswith("Take this out: “Our brag” pleases Mx Envoy and loses at ours")
    assert said[1].startswith("Leave this: “Our boast” ")
    besides, told = section(brief, headings.TRAP_MOVES)
    assert besides == Paragraph("", spillover.MORE_TRAPS)
    (left,) = lines([told])
    assert left.startswith("“Our crow” ")


def test_guard_rails_come_from_their_record(about: Any) -> None:
    """The law stands in the annex only; there is nothing where nothing is warned of."""
    talks = {"effects": {"envoy": 5}, "device": "direct_dealing"}
    paid = {"effects": {"envoy": 5}, "pays": ["envoy"]}
    _, brief = about(spilling(talks=talks, paid=paid), "talks", "paid")
    said = lines(section(brief, headings.TRAPS))
    assert any("“Our talks” is not recommended: it reaches into" in line for line in said)
    assert any("“Our paid” gives money or another benefit to Mx Envoy" in line for line in said)
    assert not any("General law" in line for line in said)
    assert any("General law" in line for line in lines(section(brief, headings.GUARD_RAILS)))


def test_warnings_beyond_two_are_left_to_the_annex(about: Any) -> None:
    paid = {"effects": {"envoy": 5}, "pays": ["envoy"]}
    _, brief = about(spilling(a=paid, b=paid, c=paid), "a", "b", "c")
    assert "One more warning is in the annex." in lines(section(brief, headings.TRAPS))
    _, brief = about(spilling(a=paid, b=paid, c=paid, d=paid), *"abcd")
    assert "2 more warnings are in the annex." in lines(section(brief, headings.TRAPS))


def test_a_plan_without_moves_or_traps_has_no_matrix(about: Any) -> None:
    _, brief = about(spilling(idle={"effects": {"envoy": 1}}))
    assert headings.SPILLOVER not in [b.text for b in brief.blocks if isinstance(b, Heading)]

"""The words of art at the end of a brief, and what no running text of it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leveltwo.advice.wording.briefing import headings, measures, words
from leveltwo.report.brief.blocks import Brief, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.content import words as content
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, made, person, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section, titles
from tests.report.brief.words import texts


def table(brief: Brief) -> Table:
    """The words explained."""
    return next(b for b in section(brief, headings.WORDS) if isinstance(b, Table))


def test_the_words_explained_are_those_that_the_brief_uses(port_brief: Brief) -> None:
    """At its end, each once; no word that does not occur before."""
    assert titles(port_brief)[-1] == headings.WORDS
    blocks = list(port_brief.blocks)
    before = blocks[: blocks.index(Heading(headings.WORDS))]
    told = " ".join(
        [text for text in texts(port_brief) if text]
        + [block.told for block in before if isinstance(block, Picture)]
    )
    shown = [row[0] for row in table(port_brief).rows]
    assert {"Point", "Margin", "Gate", "Chance", "Decisive", "Win-set"} <= set(shown)
    for word in shown:
        assert re.search(re.escape(word), told, re.IGNORECASE) is not None
    rest = {word for word, _, _ in words.MEANINGS} - set(shown)
    assert "Branch and bound" in rest  # the plan was given, not looked for


@pytest.mark.parametrize(("text", "found"), [
    ("A win-set.", ["Win-set"]), ("Kalai–Smorodinsky", ["Kalai–Smorodinsky"]),
    ("the fresh draws", ["Draw", "Fresh draws"]), ("A removed drawer, gateway", []),
])  # fmt: skip
def test_a_word_is_explained_only_where_it_stands_whole(text: str, found: list[str]) -> None:
    rows = words.meanings([text])
    assert [word for word, _ in rows] == found
    assert bool(content.annex([Paragraph(text)])) is bool(found)


def test_no_meaning_is_given_twice() -> None:
    names = [word for word, _, _ in words.MEANINGS]
    assert len(set(names)) == len(names)


def test_commands_are_named_in_the_section_on_method_only(port_brief: Brief) -> None:
    method = section(port_brief, headings.METHOD)
    outside = [block for block in port_brief.blocks if block not in method]
    assert not any("“leveltwo " in str(block) for block in outside)
    assert any("“leveltwo spillover”" in str(block) for block in method)


def test_every_figure_of_a_term_says_against_what_it_is_measured(port_brief: Brief) -> None:
    """In the same words wherever points of terms stand."""
    captions = [block.caption for block in section(port_brief, headings.PEOPLE)
                if isinstance(block, Table)]  # fmt: skip
    assert all(measures.FROM_ZERO in caption for caption in captions)
    (picture,) = (b for b in section(port_brief, headings.MARGINS) if isinstance(b, Picture))
    assert measures.FROM_ZERO in picture.caption
    assert measures.FROM_NO_DEAL in headings.SPEECH_NOTE


def test_those_whom_no_gate_asks_are_named_under_the_picture(tmp_path: Path) -> None:
    doc = made(people={"crowd": person("crowd")})
    doc["constituencies"]["crowd"] = {**person("crowd")}
    brief = brief_of(gathered(saved(tmp_path, doc), FREE))
    first = next(block for block in brief.principal if isinstance(block, Picture))
    assert first.caption.endswith("Left out, since no gate asks them: Mx Crowd.")


def test_the_ratings_say_what_a_dash_and_an_empty_cell_mean(port_brief: Brief) -> None:
    assert Paragraph(headings.RATINGS_NOTE) in section(port_brief, headings.JUDGEMENTS)

"""Two pages for the principal, whatever the case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from leveltwo import tasks
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Brief, Contents, Heading
from leveltwo.report.brief.content.brief import brief_of
from leveltwo.report.brief.writers.pdf import to_pdf
from tests.made import FREE, made, person, saved
from tests.report.brief.conftest import gathered

NO_TIME = 1e-6
"""Every part comes to a first result, so that everything a brief may say is said."""
ROBUST = ("brexit-withdrawal-2019", "denmark-maastricht-1993")
"""Cases of which that is quickly done."""


def annex_begins(brief: Brief) -> int:
    """The page on which the annex begins."""
    document = pypdfium2.PdfDocument(to_pdf(brief))
    heads = [page.get_textpage().get_text_range().split("\n")[:3] for page in document]
    return 1 + next(i for i, head in enumerate(heads) if any(h.strip() == "Annex" for h in head))


@pytest.mark.parametrize("name", sorted(tasks.cases()))
def test_the_principal_reads_two_pages_of_every_bundled_case(name: str) -> None:
    """And the contents name every section of the annex."""
    seconds = NO_TIME if name in ROBUST else 0.0
    brief = brief_of(gathered(name, None, draws=64, robust_seconds=seconds))
    assert annex_begins(brief) == 3
    (contents,) = (block for block in brief.annex if isinstance(block, Contents))
    sections = [b.text for b in brief.annex if isinstance(b, Heading) and b.level == 2]
    assert list(contents.sections) == sections
    assert headings.METHOD in sections


def test_a_large_case_is_told_on_two_pages_too(tmp_path: Path) -> None:
    """Thirty issues, forty people in forty gates, forty moves, and long names."""
    long = "with a name that goes on for longer than anybody would wish to read"
    people = {f"p{i}": {"name": f"Person {i} {long}", "no_deal": [30, 50, 70]} for i in range(40)}
    moves: dict[str, Any] = {
        f"m{i}": {"name": f"Move {i} {long}", "date": "2026-12-10", "pays": [f"p{i}"],
                  "chance": 0.9, "effects": {f"p{i}": 5, **{f"w{k}": -1 for k in range(20)}}}
        for i in range(40)
    }  # fmt: skip
    doc = made(people=people, moves=moves)
    wing = {f"w{i}": {**person(f"w{i}"), "side": "us", "name": f"Wing {long}"} for i in range(20)}
    doc["constituencies"] |= wing
    gates = {f"g{i}": {"rule": f"p{i}", "name": f"Gate {i} {long}"} for i in range(40)}
    doc["sides"]["them"]["gates"] = gates
    names = {f"i{i}": {"name": f"Issue {i} {long}", "options": {"a": long}} for i in range(29)}
    doc["issues"] |= names
    doc["constituencies"]["chief"]["values"] |= {i: {"weight": 1, "a": 50} for i in names}
    deal = {**FREE, **dict.fromkeys(names, "a")}
    briefing = gathered(saved(tmp_path, doc), deal, *moves, draws=16)
    brief = brief_of(briefing)
    assert annex_begins(brief) == 3
    assert headings.ALL_TERMS in [b.text for b in brief.annex if isinstance(b, Heading)]

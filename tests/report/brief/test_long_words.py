"""Words without a place to break stay on the page and in their column."""

from __future__ import annotations

import pypdfium2
import pytest

from leveltwo.report.brief.blocks import Brief as Paper
from leveltwo.report.brief.blocks import Bullets, Callout, Heading, Paragraph, Table
from leveltwo.report.brief.writers.pdf import to_pdf

LONG = "W" * 300
RIGHT = 595.3 - 2.0 / 2.54 * 72
"""Where the margin begins, points."""
Box = tuple[str, float, float]


def written(*blocks: Paragraph | Bullets | Callout | Heading | Table) -> list[Box]:
    """Every sign of a brief, with where it begins and ends."""
    brief = Paper(LONG, f"{LONG} and others", LONG, "stamp", "2026-11-24", blocks, ())
    found = []
    for page in pypdfium2.PdfDocument(to_pdf(brief)):
        text = page.get_textpage()
        signs = text.get_text_range()
        for i in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(i)
            found.append((signs[i : i + 1], left, right))
    return found


def test_no_word_runs_off_the_page() -> None:
    said = Paragraph(LONG, LONG)
    shown = written(Heading(LONG), said, Bullets((said,)), Callout((said,)))
    assert sum(sign == "W" for sign, _, _ in shown) > 9 * 300
    assert max(right for _, _, right in shown) < RIGHT + 1


@pytest.mark.parametrize("numbers", [frozenset[int](), frozenset({0})])
def test_no_word_runs_over_the_next_column(numbers: frozenset[int]) -> None:
    """Neither in the head nor in a cell, wherever its text stands."""
    rows = (("W" * 15, "x"), (LONG, "x"))
    shown = written(Table("", ("W" * 20, "x"), rows, (1, 7), numbers))
    column = min(left for sign, left, _ in shown if sign == "x")
    beside = [right for sign, left, right in shown if sign == "W" and left < column]
    assert len(beside) > 300
    assert {round(left) for sign, left, _ in shown if sign == "x"} == {round(column)}


def test_words_that_fit_are_not_broken() -> None:
    """Though they are long, and one is a little longer than what the line has left."""
    word = "Donaudampfschifffahrtsgesellschaft"
    brief = Paper("A", "B", "", "stamp", "2026-11-24", (Paragraph("", f"{word} " * 12),), ())
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(brief))]
    assert " ".join(pages).count(word) == 12

"""Text fit for any document."""

from __future__ import annotations

from leveltwo.report.brief.blocks import Bullets, Paragraph, Table
from leveltwo.report.brief.tidy import tidy


def test_line_breaks_and_runs_of_blanks_become_one_blank() -> None:
    assert tidy("  a\n\tb  ") == "a b"


def test_what_cannot_be_printed_is_shown_as_such_and_joiners_stay() -> None:
    assert tidy("a\x07b\u200dc") == "a�b\u200dc"


def test_a_figure_and_its_sign_stay_together() -> None:
    assert tidy("9 % of %") == "9\u00a0% of %"


def test_texts_are_reached_however_deep() -> None:
    block = Bullets((Paragraph("a\nb", "c\nd"),))
    assert tidy(block) == Bullets((Paragraph("a b", "c d"),))


def test_what_is_no_text_stays_as_it_is() -> None:
    table = Table("x", ("a",), (("1",),), (1,), frozenset({0}))
    assert tidy(table) == table
    assert tidy(3) == 3
    assert tidy(Table) is Table

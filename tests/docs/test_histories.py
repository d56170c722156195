"""The page on history and advice: made by the script, complete, and commented on by a person."""

from __future__ import annotations

import pytest

from leveltwo.io.catalog import names
from tests.docs.histories import COMMENT, OVERVIEW, PAGE, TO_WRITE, completed, make
from tests.docs.made import END, parts, remade, texts

LINES = PAGE.read_text(encoding="utf-8").splitlines()
LEAST_WORDS = 60


def test_every_bundled_case_has_its_place_on_the_page() -> None:
    """And nothing else is made there but the table of all."""
    assert set(parts(LINES)) == {OVERVIEW, *names()}


@pytest.mark.parametrize("name", names())
def test_what_is_shown_of_a_case_is_what_the_program_says(name: str) -> None:
    """To the last figure; ``python -m tests.docs.refresh`` renews it."""
    assert parts(LINES)[name] == make(name)


def test_the_table_of_all_is_what_the_program_says() -> None:
    """One row for each case."""
    assert parts(LINES)[OVERVIEW] == make(OVERVIEW)
    assert len(parts(LINES)[OVERVIEW]) == 2 + len(names())


@pytest.mark.parametrize("name", names())
def test_somebody_has_written_where_the_model_is_wrong(name: str) -> None:
    """A new case fails here until that is done."""
    text = texts(LINES)[name]
    assert text.startswith(COMMENT)
    assert text != TO_WRITE
    assert len(text.split()) >= LEAST_WORDS


def test_a_case_without_a_place_gets_one_to_be_written() -> None:
    """Below all others; a page that has every case stays as it is."""
    assert completed(LINES) == LINES
    bare = LINES[: LINES.index(f"<!-- made: {names()[-1]} -->")]
    assert texts(completed(bare))[names()[-1]] == TO_WRITE


def test_only_what_is_made_is_made_anew() -> None:
    """What people wrote stays."""
    page = ["a", "<!-- made: one -->", "old", END, "b", "<!-- made: two -->", END, "c"]
    assert remade(page, lambda name: [name.upper()]) == [
        *page[:2], "ONE", END, "b", page[5], "TWO", END, "c",
    ]  # fmt: skip


def test_what_has_no_end_is_refused() -> None:
    """Else a page would be swallowed."""
    with pytest.raises(AssertionError, match="no end of what is made: one"):
        parts(["<!-- made: one -->", "old"])


def test_what_is_made_twice_is_refused() -> None:
    """One place for each."""
    with pytest.raises(AssertionError, match="made twice: one"):
        parts(["<!-- made: one -->", END, "<!-- made: one -->", END])

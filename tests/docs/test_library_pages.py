"""The pages of devices and precedents say what the library says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import leveltwo
from tests.docs.library_pages import PAGES
from tests.docs.markdown import named
from tests.docs.test_docs import documented, flat, seen, within


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_made_from_the_library_is_up_to_date(page: Path) -> None:
    """If not: python -m tests.docs.refresh."""
    assert page.read_text(encoding="utf-8") == PAGES[page]()


@pytest.mark.parametrize("command", ["devices", "precedents"])
def test_json_names_of_the_library_are_those_documented(command: str) -> None:
    """The names printed and the names in the reference are the same."""
    found = flat(leveltwo(command, "--json").json, set())
    written = documented(f"JSON of {command}")
    assert {name for name in found if not within(name, written)} == set(), "not documented"
    assert {name for name in written if not seen(name, found)} == set(), "not printed"

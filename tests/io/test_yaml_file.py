"""Reading and writing case files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from leveltwo.errors import CaseFileError, InputError
from leveltwo.io.catalog import names, open_case, text_of
from leveltwo.io.yaml_file import MAX_BYTES, dumps, load, loads, read
from tests.generator.numbers import Doc
from tests.port_lease import PORT_LEASE
from tests.small import SMALL, document, edited, told
from tests.strategies import documents


@pytest.mark.parametrize("name", names())
def test_a_bundled_case_survives_a_round_trip(name: str) -> None:
    """Written and read again it is equal, and so is what is written."""
    case = open_case(name)
    assert loads(dumps(case)) == case
    assert dumps(loads(dumps(case))) == dumps(case)


@pytest.mark.parametrize("text", [PORT_LEASE, SMALL])
def test_an_example_survives_a_round_trip(text: str) -> None:
    """The example of the format and the one of these tests."""
    assert loads(dumps(loads(text))) == loads(text)


@given(documents())
@settings(max_examples=40)
def test_a_random_case_survives_a_round_trip(doc: Doc) -> None:
    """Every feature of the format."""
    case = loads(yaml.safe_dump(doc, sort_keys=False))
    assert loads(dumps(case)) == case


@pytest.mark.parametrize(
    "text",
    [
        *("1e5", "089", "no", "~", "true", "2026-01-01", "2026-02-30", "12:30", "0x1F", "- a"),
        *("a: b", "🎉 営業", "two\nlines\n", " spaces ", "tab\t", "'", '"', "#", "a\x85b"),
        *("a\u2028b", "a" * 300),
    ],
)
def test_a_text_that_looks_like_something_else_stays_text(text: str) -> None:
    """Whatever YAML would make of it without quotes."""
    doc = document() | {"title": text, "sources": [text]}
    case = loads(json.dumps(doc, ensure_ascii=max(text) <= "\uffff"))
    assert case.title == text
    assert loads(dumps(case)) == case


def test_numbers_are_written_as_people_write_them() -> None:
    """Whole ones without a point, keys without quotes."""
    text = dumps(loads(SMALL))
    assert "bonus: {from: 0, to: 20, step: 5, unit: per cent}" in text
    assert "points: {0: 100, 20: 0}" in text


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """As some editors write it."""
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert load(path) == loads(SMALL) == loads("\ufeff" + SMALL)


def test_a_file_with_windows_line_ends_is_read(tmp_path: Path) -> None:
    """And its lines are counted right."""
    path = tmp_path / "crlf.yaml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert load(path) == loads(SMALL)
    broken = edited(("viewpoint: shop", "viewpoint: shp"))
    assert told(broken.replace("\n", "\r\n")) == told(broken)


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    """Latin-1 with an umlaut."""
    path = tmp_path / "latin.yaml"
    path.write_bytes(edited(("Opening hours", "Öffnungszeiten")).encode("latin-1"))
    with pytest.raises(CaseFileError, match=r"latin\.yaml:2:1: error: not UTF-8 text; save"):
        load(path)


def test_a_file_larger_than_five_mebibytes_is_refused(tmp_path: Path) -> None:
    """One of exactly that size is read."""
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="larger than 5 MiB; a case file holds one"):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the reason of the operating system."""
    with pytest.raises(InputError, match=r"nothing\.yaml: No such file.*; give a readable"):
        load(tmp_path / "nothing.yaml")


def test_a_name_that_no_file_may_have_is_refused() -> None:
    """A null character."""
    with pytest.raises(InputError, match="holds a character that no file name may hold"):
        read(Path("a\0b"))


def test_text_with_a_problem_is_refused_under_the_name_given() -> None:
    """Here: an empty text."""
    with pytest.raises(CaseFileError, match=r"^draft:1:1: error: the file is empty; start it"):
        loads("", source="draft")


def test_warnings_wait_until_there_are_no_errors() -> None:
    """What looks idle may only be misspelt elsewhere."""
    idle = ("effects: {night: slight}", "effects: {}")
    assert [line for line in told(edited(idle)) if "warning" in line]
    both = told(edited(idle, ("viewpoint: shop", "viewpoint: shp")))
    assert [line for line in both if "warning" in line] == []


def test_bundled_cases_are_written_in_utf_8_without_tabs() -> None:
    """They are examples."""
    assert not any("\t" in text_of(name) for name in names())

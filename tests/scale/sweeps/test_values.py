"""Values and spans as people write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leveltwo.errors import InputError
from leveltwo.scale.sweeps.values import Span, read_values, text


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("51,60,67", [51, 60, 67]),
        ("2/3, majority", ["2/3", "majority"]),
        ("[30, 45, 60], good, 55", [[30, 45, 60], "good", 55]),
        ("2026-06-01, null", [dt.date(2026, 6, 1), None]),
        ("true", [True]),
        ("30..60/7", [Span(30, 60, 7)]),
        ("0, 30..60", [0, Span(30, 60)]),
        ("2026-06-01..2026-12-01/3", [Span(dt.date(2026, 6, 1), dt.date(2026, 12, 1), 3)]),
        ([51, "30..60/7"], [51, Span(30, 60, 7)]),
        (51, [51]),
    ],
)
def test_values_are_read_as_a_file_would(written: object, values: list[Any]) -> None:
    """Numbers, words, fractions, dates, ranges; from a command line or a file."""
    assert read_values(written, "need") == values


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "need: no values; write such as 51,60,67"),
        ([], "need: no values"),
        ("[1, 2", "need: “.1, 2” is no list of values"),
        ("!!python/x 5", "need: “!!python/x 5”: YAML tags such as !!python/x are not allowed"),
        ("{a: 1, a: 2}", "the key “a” stands twice in this mapping; keep one"),
        ("60..30/4", r"need: “60\.\.30/4” runs down; write the lower end first"),
        ("a..b/4", r"need: “a\.\.b/4” does not run from number to number"),
        ("1..2026-01-01/4", "does not run from number to number, or dates"),
        ("1..2/1", r"“1\.\.2/1” asks for 1 values; expected 2 or more"),
        ("1..2/99999", "asks for 99999 values"),
    ],
)
def test_what_makes_no_sense_is_refused(written: object, message: str) -> None:
    """With the parameter it was for."""
    with pytest.raises(InputError, match=message):
        read_values(written, "need")


def test_a_span_of_numbers_is_even_and_exact() -> None:
    """Ends included, tenths as tenths."""
    assert Span(30, 60, 7).values() == [30, 35, 40, 45, 50, 55, 60]
    assert Span(0, 1, 11).values()[3] == 0.3
    assert Span(0.1, 0.4, 4).values() == [0.1, 0.2, 0.3, 0.4]


def test_a_span_of_dates_is_even_in_days() -> None:
    """To the nearest."""
    found = Span(dt.date(2026, 1, 1), dt.date(2026, 1, 8), 3).values()
    assert found == [dt.date(2026, 1, 1), dt.date(2026, 1, 5), dt.date(2026, 1, 8)]


def test_a_share_of_a_span_has_six_digits() -> None:
    """So that tables can be read."""
    assert Span(0, 100).at(1 / 3) == 33.3333
    assert Span(30, 60).at(0.5) == 45


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (35.0, "35"),
        (0.25, "0.25"),
        ("good", "good"),
        (dt.date(2026, 6, 1), "2026-06-01"),
        ([30, 45.5, 60], "[30, 45.5, 60]"),
        ({"term": 20, "hiring": "goal"}, "{term: 20, hiring: goal}"),
    ],
)
def test_a_value_is_shown_in_one_line(value: Any, shown: str) -> None:
    """As a file would hold it."""
    assert text(value) == shown

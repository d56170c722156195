"""Plain numbers and their canonical text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.number import (
    NotNegative,
    Number,
    is_number,
    number_from_text,
    number_text,
    short,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *((10, "10"), (10.0, "10"), ("10.00", "10"), ("1e1", "10"), ("+10", "10")),
        *((12.5, "12.5"), (".5", "0.5"), ("5.", "5"), (-0.0, "0"), ("-0", "0"), (-2, "-2")),
        *((1e-12, "0.000000000001"), (999999999999, "999999999999"), (1e6, "1000000")),
    ],
)
def test_a_number_has_one_text(number: object, text: str) -> None:
    """However it is written."""
    assert number_text(number) == text


@pytest.mark.parametrize(
    "other",
    [
        *(True, None, "", "ten", "1_000", " 10", "１０", "1e", "0x1F", "nan", "inf", [], "1" * 99),
        *(float("nan"), float("inf"), 10**400, 1e13, 1e-13, 5e-324, "1e-400"),
    ],
)
def test_anything_else_has_none(other: object) -> None:
    """Nor has a number with more than twelve places before or after the point."""
    assert number_text(other) is None


@given(st.integers(-(10**9), 10**9), st.sampled_from([1, 10, 1000]))
def test_text_and_number_are_each_others_inverse(whole: int, parts: int) -> None:
    """Exactly."""
    number = whole / parts
    assert number_from_text(str(number_text(number))) == number


def test_whole_numbers_are_ints() -> None:
    """In what is written."""
    assert isinstance(number_from_text("10"), int)
    assert isinstance(number_from_text("12.5"), float)
    assert isinstance(short(10.0), int)
    assert short(0.5) == 0.5


@pytest.mark.parametrize("bad", [True, "5", None, float("nan"), float("inf"), 1e7, 10**400, [1]])
def test_a_bounded_number_is_finite_and_no_bool(bad: Any) -> None:
    """And no larger than a million."""
    with pytest.raises(ValidationError, match=r"expected a number, no larger than 1,000,000"):
        TypeAdapter(Number).validate_python(bad)
    with pytest.raises(ValidationError, match=r"expected a number from 0 to 1,000,000"):
        TypeAdapter(NotNegative).validate_python(bad)


def test_numbers_below_zero_have_their_place() -> None:
    """In ranges of issues, not in amounts."""
    assert TypeAdapter(Number).validate_python(-5) == -5
    assert TypeAdapter(NotNegative).validate_python(0) == 0
    with pytest.raises(ValidationError, match="found -1; expected a number from 0"):
        TypeAdapter(NotNegative).validate_python(-1)


def test_a_huge_int_is_a_number_but_infinity_is_none() -> None:
    """Nothing overflows."""
    assert is_number(10**400)
    assert not is_number(float("inf"))
    assert not is_number(False)

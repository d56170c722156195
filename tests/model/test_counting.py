"""Votes and shares, exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.counting import Count, Need, ShareOf, as_fraction


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        *((5, Fraction(5)), (0.1, Fraction(1, 10)), (12.25, Fraction(49, 4))),
        *(("2/3", Fraction(2, 3)), (" 4 / 6 ", Fraction(2, 3)), ("56/84", Fraction(2, 3))),
    ],
)
def test_what_is_written_is_taken_exactly(written: Any, exact: Fraction) -> None:
    """0.1 is a tenth, not the float nearest to it."""
    assert as_fraction(written) == exact


@pytest.mark.parametrize("other", ["majority", "half", "2/0", float("nan")])
def test_what_is_no_number_has_no_exact_value(other: Any) -> None:
    """The program asked wrongly."""
    with pytest.raises(ValueError, match="is neither a number nor a fraction"):
        as_fraction(other)


@pytest.mark.parametrize("good", ["majority", "2/3", "1/1", 1, 0.5, 10**9, "1/10000"])
def test_a_need_is_a_number_a_fraction_or_majority(good: Any) -> None:
    """It stays as written."""
    assert TypeAdapter(Need).validate_python(good) == good


@pytest.mark.parametrize(
    "bad",
    [
        *("most", "50%", "0/3", "4/3", "2/0", "-1/2", "1/2/3", "1/10001", "½", "٢/٣", "", "5"),
        *(0, -1, True, None, float("nan"), float("inf"), 10**400, 1e-7, 2 * 10**9, [], {}),
    ],
)
def test_anything_else_is_no_need(bad: Any) -> None:
    """A fraction lies above 0 and reaches 1 at most."""
    with pytest.raises(ValidationError, match="expected a number of votes above 0, with at most"):
        TypeAdapter(Need).validate_python(bad)


@pytest.mark.parametrize("good", ["1/2", 0.5, 1, "13/100"])
def test_a_share_is_a_number_or_a_fraction_up_to_one(good: Any) -> None:
    """It stays as written."""
    assert TypeAdapter(ShareOf).validate_python(good) == good


@pytest.mark.parametrize("bad", [0, 50, -0.5, "3/2", "50%", True, None, 0.123456])
def test_anything_else_is_no_share(bad: Any) -> None:
    """Percentages least of all."""
    with pytest.raises(ValidationError, match=r"expected a share above 0 and up to 1, such as 0.5"):
        TypeAdapter(ShareOf).validate_python(bad)


@pytest.mark.parametrize("bad", [0, -1, True, "5", "1/2", None, 0.0000001, 10**400])
def test_votes_are_numbers_above_zero(bad: Any) -> None:
    """With few decimals."""
    assert TypeAdapter(Count).validate_python(9.9) == 9.9
    with pytest.raises(ValidationError, match="expected a number of votes above 0, with at most 6"):
        TypeAdapter(Count).validate_python(bad)

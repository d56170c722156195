"""Chances and points in words: never more certain than they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.advice.wording import chance, chance_range, listed, percent, points
from leveltwo.advice.wording.figures import chance_shift
from leveltwo.core.sample import Sample

SAMPLE = Sample(1024, 1)
CERTAIN = Sample(1, 1, certain=True)

CHANCES = [
    (0.0, "< 1 in 1,000"),
    (0.0009, "< 1 in 1,000"),
    (0.001, "0.1 %"),
    (0.0049, "0.5 %"),
    (0.00999, "1.0 %"),
    (0.01, "1 %"),
    (0.335, "34 %"),
    (0.5, "50 %"),
    (0.99, "99 %"),
    (0.9949, "99.5 %"),
    (0.999, "99.9 %"),
    (0.9991, "> 999 in 1,000"),
    (1.0, "> 999 in 1,000"),
]


@pytest.mark.parametrize(("share", "words"), CHANCES)
def test_a_chance_is_said_as_exactly_as_it_is_known(share: float, words: str) -> None:
    assert chance(share) == words


@given(st.floats(0, 1))
def test_no_chance_is_ever_0_or_100_per_cent(share: float) -> None:
    for words in (chance(share), chance(share, SAMPLE)):
        assert not re.search(r"\b(0|0\.0|100|100\.0) %", words)
        assert words.count("%") + words.count("1,000") == 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_greater_chance_never_reads_smaller(one: float, other: float) -> None:
    def number(words: str) -> float:
        if "1,000" in words:
            return 0.0 if words.startswith("<") else 100.0
        return float(words.removesuffix(" %"))

    low, high = sorted((one, other))
    assert number(chance(low)) <= number(chance(high))


def test_in_the_certain_case_a_chance_is_yes_or_no() -> None:
    assert (chance(1.0, CERTAIN), chance(0.0, CERTAIN)) == ("yes", "no")


def test_an_interval_is_said_with_both_ends() -> None:
    assert chance_range(0.0, 0.35) == "< 1 in 1,000 to 35 %"
    assert chance_range(0.2, 0.35) == "20 % to 35 %"


def test_a_narrow_interval_gets_a_decimal_so_that_its_ends_differ() -> None:
    assert chance_range(0.948, 0.954) == "94.8 % to 95.4 %"
    assert chance_range(0.9956, 0.9991) == "99.6 % to > 999 in 1,000"


def test_a_share_in_per_cent_has_the_decimals_asked_for() -> None:
    assert (percent(0.611), percent(0.611, 0), percent(0.0)) == ("61.1 %", "61 %", "0.0 %")


def test_a_shift_too_small_for_whole_numbers_gets_a_decimal() -> None:
    assert chance_shift(0.334, 0.331, SAMPLE) == "33.4 % → 33.1 %"
    assert chance_shift(0.33, 0.43, SAMPLE) == "33 % → 43 %"
    assert chance_shift(0.0, 0.0005, SAMPLE) == "< 1 in 1,000 → < 1 in 1,000"
    assert chance_shift(0.0, 1.0, CERTAIN) == "no → yes"


@given(st.floats(0, 1), st.floats(0, 1))
def test_no_shift_ever_reads_0_or_100_per_cent(before: float, after: float) -> None:
    words = chance_shift(before, after, SAMPLE)
    assert not re.search(r"\b(0|0\.0|100|100\.0) %", words)


POINTS = [(3.14, "+3.1"), (-3.14, "−3.1"), (0.0, "0.0"), (-0.04, "0.0"), (-0.05, "−0.1"),
          (1234.5, "+1234.5")]  # fmt: skip


@pytest.mark.parametrize(("number", "words"), POINTS)
def test_points_have_a_sign_and_one_decimal(number: float, words: str) -> None:
    assert points(number) == words


def test_points_without_a_sign_keep_their_minus() -> None:
    assert (points(2, signed=False), points(-2, signed=False)) == ("2.0", "−2.0")


@given(st.floats(-1e6, 1e6))
def test_no_figure_has_a_hyphen_for_a_minus_or_a_negative_nought(number: float) -> None:
    assert "-" not in points(number)
    assert points(number) != "−0.0"


LISTS = [
    ([], ""),
    (["a"], "a"),
    (["a", "b"], "a and b"),
    (["a", "b", "c"], "a, b and c"),
    (["a, of b", "c"], "a, of b; and c"),
    (["a", "b, of c", "d"], "a; b, of c; and d"),
]


@pytest.mark.parametrize(("names", "words"), LISTS)
def test_names_stand_in_a_row(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_names_may_be_joined_by_another_word() -> None:
    assert listed(["a", "b"], "or") == "a or b"

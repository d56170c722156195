"""Judgements: numbers, ranges and words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.judgement import (
    AMOUNT,
    POINTS,
    RATING,
    SHARE,
    WEIGHT,
    Amount,
    Confidence,
    Judgement,
    Pointed,
    Range,
    Rated,
    Scale,
    Share,
    Weighted,
    exactly,
)

WORDS: list[tuple[Scale, str, Range]] = [
    (RATING, "ideal", (95, 100, 100)),
    (RATING, "good", (65, 75, 85)),
    (RATING, "fair", (38, 50, 62)),
    (RATING, "poor", (15, 25, 35)),
    (RATING, "bad", (3, 10, 18)),
    (RATING, "worst", (0, 0, 5)),
    (WEIGHT, "critical", (6, 8, 10)),
    (WEIGHT, "high", (3, 4, 5.5)),
    (WEIGHT, "medium", (1.3, 2, 3)),
    (WEIGHT, "low", (0.5, 1, 1.5)),
    (WEIGHT, "none", (0, 0, 0)),
    (POINTS, "none", (0, 0, 0)),
    (POINTS, "slight", (1, 3, 5)),
    (POINTS, "clear", (5, 8, 12)),
    (POINTS, "strong", (10, 15, 21)),
    (POINTS, "decisive", (20, 30, 40)),
    (POINTS, "-slight", (-5, -3, -1)),
    (POINTS, "-decisive", (-40, -30, -20)),
    (POINTS, "-none", (0, 0, 0)),
]
WIDENED: list[tuple[Scale, str, Confidence, Range]] = [
    (RATING, "good", Confidence.HIGH, (70, 75, 80)),
    (RATING, "good", Confidence.MEDIUM, (65, 75, 85)),
    (RATING, "good", Confidence.LOW, (55, 75, 95)),
    (RATING, "ideal", Confidence.LOW, (90, 100, 100)),
    (RATING, "bad", Confidence.LOW, (0, 10, 26)),
    (RATING, "worst", Confidence.LOW, (0, 0, 10)),
    (RATING, "worst", Confidence.HIGH, (0, 0, 2.5)),
    (WEIGHT, "low", Confidence.LOW, (0, 1, 2)),
    (WEIGHT, "critical", Confidence.LOW, (4, 8, 12)),
    (WEIGHT, "none", Confidence.LOW, (0, 0, 0)),
    (POINTS, "slight", Confidence.LOW, (-1, 3, 7)),
    (POINTS, "-clear", Confidence.LOW, (-16, -8, -2)),
    (POINTS, "clear", Confidence.HIGH, (6.5, 8, 10)),
]
TYPES: dict[str, Any] = {
    "a rating": Rated,
    "a weight": Weighted,
    "points": Pointed,
    "an amount": Amount,
    "a share": Share,
}


def read(scale: Scale, raw: object) -> Judgement:
    """The judgement that a value of a file is read as."""
    judgement: Judgement = TypeAdapter(TYPES[scale.name]).validate_python(raw)
    return judgement


@pytest.mark.parametrize(("scale", "word", "span"), WORDS)
def test_a_word_stands_for_its_range(scale: Scale, word: str, span: Range) -> None:
    """The table of the case format."""
    judgement = read(scale, word)
    assert (judgement.low, judgement.best, judgement.high) == span
    assert judgement.written == word


@pytest.mark.parametrize(("scale", "word", "confidence", "span"), WIDENED)
def test_confidence_widens_words_and_scales_clip_them(
    scale: Scale, word: str, confidence: Confidence, span: Range
) -> None:
    """High halves the distance to each end, low doubles it."""
    assert read(scale, word).span(scale, confidence) == pytest.approx(span)


@pytest.mark.parametrize("confidence", Confidence)
def test_confidence_leaves_numbers_and_ranges_alone(confidence: Confidence) -> None:
    """They say what they mean; only the scale clips."""
    assert exactly(60).span(RATING, confidence) == (60, 60, 60)
    assert read(RATING, [40, 60, 70]).span(RATING, confidence) == (40, 60, 70)
    assert read(RATING, [-20, 60, 120]).span(RATING, confidence) == (0, 60, 100)
    assert read(SHARE, [0.5, 0.9, 1.2]).span(SHARE, confidence) == (0.5, 0.9, 1)


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(sorted))
def test_what_is_written_is_read_again(span: list[float]) -> None:
    """A range stays a range, a range of one number is that number."""
    judgement = read(POINTS, span)
    assert read(POINTS, judgement.written) == judgement
    assert read(POINTS, judgement) is judgement


def test_numbers_are_written_as_people_write_them() -> None:
    """Whole ones without a point."""
    assert str(read(RATING, 60.0).written) == "60"
    assert str(read(RATING, [40.0, 50.5, 60]).written) == "[40, 50.5, 60]"
    assert read(RATING, (50, 50, 50)) == exactly(50)


def expected_of(scale: Scale, raw: object) -> str:
    """What the message says was expected."""
    with pytest.raises(ValidationError, match="; expected") as error:
        read(scale, raw)
    return error.value.errors()[0]["msg"].split("expected ", 1)[1]


@pytest.mark.parametrize(
    ("scale", "raw", "expected"),
    [
        (RATING, -1, "a rating from 0 to 100"),
        (RATING, 101, "a rating from 0 to 100"),
        (RATING, [-3, -2, 5], "a rating from 0 to 100"),
        (WEIGHT, -1, "a weight from 0 to 1,000,000"),
        (POINTS, 10**7, "points from -1,000,000 to 1,000,000"),
        (POINTS, 10**400, "points from -1,000,000 to 1,000,000"),
        (POINTS, [-(10**7), 0, 1], "numbers no larger than 1,000,000"),
        (AMOUNT, -1, "an amount from 0 to 1,000,000"),
        (SHARE, 1.5, "a share from 0 to 1"),
        (RATING, [3, 2, 1], "a range in rising order: low, best, high"),
        (RATING, [1, 3, 2], "a range in rising order: low, best, high"),
        (AMOUNT, "low", "a number or a range [low, best, high]"),
        (AMOUNT, True, "a number or a range [low, best, high]"),
        (AMOUNT, [1, 2], "a number or a range [low, best, high]"),
        (AMOUNT, [1, True, 2], "a number or a range [low, best, high]"),
        (AMOUNT, float("nan"), "a number or a range [low, best, high]"),
        (AMOUNT, None, "a number or a range [low, best, high]"),
        (AMOUNT, {}, "a number or a range [low, best, high]"),
    ],
)
def test_what_is_no_judgement_is_refused(scale: Scale, raw: object, expected: str) -> None:
    """With what was expected there."""
    assert expected_of(scale, raw) == expected


def test_a_word_of_another_scale_is_told_the_words_of_this_one() -> None:
    """And the nearest, its minus sign kept."""
    assert expected_of(RATING, "critical").endswith("words ideal, good, fair, poor, bad, worst")
    assert expected_of(WEIGHT, "-low").endswith("none; did you mean “low”?")
    assert expected_of(POINTS, "-slihgt").endswith("one round); did you mean “-slight”?")
    assert expected_of(RATING, "Ideal").endswith("did you mean “ideal”?")


def test_the_mean_is_that_of_the_range_that_is_drawn() -> None:
    """A PERT distribution: (low + 4 best + high) / 6."""
    assert Judgement(0.5, 0.7, 0.85).mean == pytest.approx(0.6916667)
    assert Judgement(0.1, 0.1, 0.1).mean == 0.1
    assert Judgement(5, 8, 12, word="clear").mean == pytest.approx(8.1666667)


@pytest.mark.parametrize(
    ("scale", "raw", "hint"),
    [
        (Share, "60%", "; for 60 per cent write 0.6"),
        (Share, 60, "a share from 0 to 1; for 60 per cent write 0.6"),
        (Rated, "60 %", "; for 60 per cent write 60"),
        (Rated, "40-65", "; write \\[40, 52.5, 65\\], your best guess in the middle"),
        (Rated, "40 to 65", "; write \\[40, 52.5, 65\\], your best guess in the middle"),
    ],
)
def test_what_was_meant_is_said_as_it_should_be_written(scale: Any, raw: object, hint: str) -> None:
    with pytest.raises(ValidationError, match=hint):
        TypeAdapter(scale).validate_python(raw)


def test_nothing_is_guessed_of_a_share_that_no_percentage_explains() -> None:
    with pytest.raises(ValidationError, match="a share from 0 to 1 "):
        TypeAdapter(Share).validate_python(101)

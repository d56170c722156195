"""Ratings that cover what they rate."""

from __future__ import annotations

import pytest

from tests.small import Edit, messages

OPTIONS = "{closed: Closed, open: Open}"
MANY = "{closed: Closed, open: Open, weight: Heavy}"
DAY = "constituencies.day.values"
BONUS = "constituencies.delegate.values.bonus"
POINTS = "weight: 1, points: {0: 0, 20: 100}"
WRONG: list[tuple[Edit, list[str]]] = [
    (
        ("weight: high", "weight: [0, 0, 5]"),
        [f"{DAY}: every weight is 0; at least one must be above 0"],
    ),
    ((", open: poor", ""), [f"{DAY}.sunday: no rating for “open”; rate every option"]),
    (
        ("closed: ideal, open: poor", "shut: ideal, clsoed: poor"),
        [
            f"{DAY}.sunday.shut: no such option, “shut”; known: closed, open",
            f"{DAY}.sunday.clsoed: no such option, “clsoed”; did you mean “closed”?",
        ],
    ),
    (
        ("closed: ideal, open: poor", "clsoed: poor"),
        [
            f"{DAY}.sunday: no rating for “open”; rate every option",
            f"{DAY}.sunday.clsoed: no such option, “clsoed”; did you mean “closed”?",
        ],
    ),
    (
        ("closed: ideal, open: poor", "points: {0: 5}"),
        [f"{DAY}.sunday.points: points belong to numeric issues; rate each option instead"],
    ),
    ((POINTS, "weight: 1"), [f"{BONUS}: no points; rate at least 0 and 20"]),
    (
        (POINTS, "weight: 1, low: 5"),
        [f"{BONUS}.low: “low” stands beside a numeric issue; write points: {{number: rating}}"],
    ),
    (
        (POINTS, "weight: 1, points: {5: 1}"),
        [
            f"{BONUS}.points: no point at 0; points must cover the ends, 0 and 20",
            f"{BONUS}.points: no point at 20; points must cover the ends, 0 and 20",
        ],
    ),
    (
        (POINTS, "weight: 1, points: {0: 0, 20: 5, 21: 5}"),
        [f"{BONUS}.points.21: 21 lies outside the issue’s range, 0 to 20"],
    ),
    (
        ("no_deal: {sunday: closed}", "no_deal: {bonus: 5}"),
        ["constituencies.night.no_deal: it does not say which option of “sunday” it is like"],
    ),
    (
        (OPTIONS, MANY),
        ["issues.sunday.options.weight: “weight” is a key of ratings; choose another id"],
    ),
]


@pytest.mark.parametrize(("edit", "expected"), WRONG, ids=[edit[1][:30] for edit, _ in WRONG])
def test_ratings_that_miss_what_they_rate_are_told_so_once(edit: Edit, expected: list[str]) -> None:
    """With nothing that only follows from it."""
    assert messages(edit) == expected


def test_points_between_steps_are_points() -> None:
    """Lines run straight between any numbers."""
    assert messages((POINTS, "weight: 1, points: {0: 0, 7.25: 50, 20: 100}")) == []

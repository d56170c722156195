"""What matters most in a sweep."""

from __future__ import annotations

import pytest

from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.summary import effects, ranked

ROWS: list[Row] = [
    {"a": a, "b": b, "chance": a / 10 + (0.01 if b == "x" else 0)} for a in (1, 2) for b in "xy"
]


def test_points_are_ranked_by_their_figure() -> None:
    """Those without one are left out."""
    order = ranked([*ROWS, {"a": 3, "b": "x", "chance": None}], "chance")
    assert [row["a"] for row in order] == [2, 2, 1, 1]


def test_what_matters_most_comes_first() -> None:
    """With the values at which the mean is least and most."""
    first, second = effects(["b", "a"], ROWS, "chance")
    assert (first.name, first.lowest[0], first.highest[0]) == ("a", "1", "2")
    assert first.lowest[1] == pytest.approx(0.105)
    assert first.spread == pytest.approx(0.1)
    assert (second.name, second.lowest[0], second.highest[0]) == ("b", "y", "x")


def test_many_values_are_grouped_with_their_neighbours() -> None:
    """In groups about equal in size."""
    rows: list[Row] = [{"a": n, "chance": n / 100} for n in range(40)]
    [effect] = effects(["a"], rows, "chance")
    assert (effect.lowest[0], effect.highest[0]) == ("0 to 7", "32 to 39")
    assert effect.lowest[1] == pytest.approx(0.035)
    assert effect.highest[1] == pytest.approx(0.355)


def test_without_figures_nothing_matters() -> None:
    """There is nothing to say."""
    assert effects(["a"], [{"a": 1, "chance": None}], "chance") == []

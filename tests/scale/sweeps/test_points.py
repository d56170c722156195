"""Points of a sweep."""

from __future__ import annotations

import pytest

from leveltwo.errors import InputError, TooLarge
from leveltwo.scale.sweeps.parameters import Parameter
from leveltwo.scale.sweeps.points import grid, sample
from leveltwo.scale.sweeps.values import Span


def test_a_grid_has_every_combination_the_last_varied_fastest() -> None:
    """In the order of the values."""
    found = list(grid((Parameter(("a",), (1, 2)), Parameter(("b",), ("x", "y")))))
    assert found == [(1, "x"), (1, "y"), (2, "x"), (2, "y")]


def test_a_grid_of_too_many_points_is_refused() -> None:
    """Before it is made."""
    wide = Parameter(("a",), tuple(range(1000)))
    with pytest.raises(TooLarge, match="the grid has 1,000,000 points, more than the 100,000"):
        grid((wide, wide))


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_a_sample_has_as_many_points_as_asked(count: int) -> None:
    """Within the span, each in its own part of it."""
    found = [x for (x,) in sample((Parameter(("a",), span=Span(0, 1)),), count, 1)]
    assert len(found) == count
    assert all(0 <= x <= 1 for x in found)
    if count == 8:
        assert sorted(int(8 * x) for x in found) == list(range(8))


def test_a_sample_of_a_list_draws_each_value_equally_often() -> None:
    """As far as their number allows."""
    found = [x for (x,) in sample((Parameter(("a",), ("x", "y")),), 8, 1)]
    assert (found.count("x"), found.count("y")) == (4, 4)


def test_samples_are_bounded() -> None:
    """In points and in places."""
    with pytest.raises(InputError, match="a sample of 100,001 points; expected 1 to 100,000"):
        sample((), 100_001, 1)
    with pytest.raises(TooLarge, match="21,202 places vary, more than 21,201"):
        sample((Parameter(("a",), (1,)),) * 21_202, 1, 1)

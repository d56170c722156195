"""How an answer was sampled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.core.means import weighted
from leveltwo.core.sample import Sample, sample_of
from tests.small import small


def test_a_case_is_sampled_as_it_asks_unless_told() -> None:
    """Draws, seed and certainty."""
    case = small(("title: Opening", "uncertainty: {draws: 128, seed: 9}\ntitle: Opening"))
    assert sample_of(case) == Sample(128, 9)
    assert sample_of(case, draws=16) == Sample(16, 9)
    assert sample_of(case, seed=0) == Sample(128, 0)
    assert sample_of(case, certain=True) == Sample(1, 9, certain=True)
    assert sample_of(case, certain=True, seed=4) == Sample(1, 4, certain=True)


def test_all_at_once_and_in_blocks_are_the_same_draws() -> None:
    """And in the certain case there is one."""
    case = small()
    blocks = [block.size for block in Sample(1500, 1).blocks(case)]
    assert blocks == [1024, 476]
    assert Sample(1500, 1).all_at_once(case).size == 1500
    assert [b.size for b in Sample(1, 1, certain=True).blocks(case)] == [1]
    assert Sample(1, 1, certain=True).all_at_once(case).quantiles == {}


def test_the_interval_is_that_of_wilson() -> None:
    """81 of 263 (Newcombe 1998, table I, method 3): .2553 to .3662."""
    low, high = Sample(263, 1).interval(81 / 263)
    assert (low, high) == pytest.approx((0.2553, 0.3662), abs=6e-5)


def test_certainty_has_no_interval() -> None:
    """The chance itself, twice."""
    assert Sample(1, 1, certain=True).interval(1.0) == (1.0, 1.0)


@given(st.integers(1, 65_536), st.floats(0, 1))
def test_the_interval_holds_the_chance(draws: int, chance: float) -> None:
    """And stays a chance itself."""
    low, high = Sample(draws, 1).interval(chance)
    assert 0 <= low <= chance + 1e-12
    assert chance - 1e-12 <= high <= 1


def test_means_weigh_blocks_by_their_draws() -> None:
    """Three draws with a mean of 1 and one of 5."""
    blocks = [(3, {"x": np.array([1.0])}), (1, {"x": np.array([5.0])})]
    assert weighted(blocks)["x"].tolist() == [2.0]

"""Draws of ranges follow the PERT distribution."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from leveltwo.core.pert import pert

QUANTILES = np.concatenate([np.linspace(0.001, 0.999, 997), [1e-9, 1e-6, 1 - 1e-6, 1 - 1e-9]])


@pytest.mark.parametrize("mode", [0, 1e-7, 0.017, 0.25, 0.5, 0.731, 1 - 1e-7, 1])
@pytest.mark.parametrize(("low", "high"), [(0, 1), (-40, 90)])
def test_values_are_those_of_the_beta(mode: float, low: float, high: float) -> None:
    """To a billionth of the width, modes at the ends included."""
    best = low + mode * (high - low)
    expected = stats.beta.ppf(QUANTILES, 1 + 4 * mode, 5 - 4 * mode)
    found = (pert(QUANTILES, low, best, high) - low) / (high - low)
    assert np.abs(found - expected).max() < 1e-9


def test_the_mean_weighs_the_best_fourfold() -> None:
    """(low + 4 best + high) / 6 (Malcolm et al. 1959)."""
    middle = (np.arange(100_000) + 0.5) / 100_000
    assert pert(middle, 4, 10, 15).mean() == pytest.approx((4 + 40 + 15) / 6, abs=1e-4)


def test_values_stay_within_their_ends() -> None:
    """At the quantiles 0 and 1 and just inside them."""
    found = pert(np.array([0.0, 2.0**-31, 1 - 2.0**-31, 1.0]), 3, 3, 8)
    assert (found >= 3).all()
    assert (found <= 8).all()
    assert found[:2] == pytest.approx(3, abs=1e-7)


def test_values_rise_with_their_quantile() -> None:
    """Never out of order, where pieces of the curve meet included."""
    fine = np.linspace(0.0005, 0.9995, 20_001)
    assert (np.diff(pert(fine, 0, 30, 100)) > 0).all()


def test_shape_is_kept() -> None:
    """A matrix of quantiles gives a matrix."""
    assert pert(np.full((2, 3), 0.5), 0, 1, 2) == pytest.approx(np.ones((2, 3)))

"""Choosing between plans that were compared on several samples."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.solve.robustness.choosing import Comparison

FOUND = np.array([[1.0, 3.0, 1.5, 0.0], [1.0, 5.0, 1.5, 0.0], [1.0, -2.0, 1.5, 0.0]])
"""Three samples of four plans: the second leads most but scatters, the third leads surely."""


def test_a_lead_less_its_error_decides() -> None:
    assert Comparison(FOUND, 0).choice() == 2


def test_the_base_stays_where_no_lead_exceeds_its_error() -> None:
    assert Comparison(FOUND[:, [0, 1, 3]], 0).choice() == 0


def test_equals_of_the_base_are_not_preferred_to_it() -> None:
    assert Comparison(FOUND[:, [0, 0, 3]], 1).choice() == 1


def test_leads_come_with_the_error_of_their_mean() -> None:
    mean, error = Comparison(FOUND, 0).lead()
    assert mean == pytest.approx([0, 1, 0.5, -1])
    assert error == pytest.approx([0, np.std([2, 4, -3], ddof=1) / np.sqrt(3), 0, 0])


def test_each_row_has_a_choice_of_its_own() -> None:
    rows = np.stack([FOUND, FOUND[:, ::-1]], axis=1)
    assert Comparison(rows, 0).choice().tolist() == [2, 1]


def test_no_lead_is_taken_to_be_surer_than_the_scatter_that_is_known() -> None:
    """The third leads by half a point in every sample; elsewhere it scatters."""
    found = Comparison(FOUND, 0, np.array([0, 0, 3.0, 0]))
    assert found.lead()[1][2] == pytest.approx(3 / np.sqrt(3))
    assert found.choice() == 0

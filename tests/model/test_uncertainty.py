"""Settings of the sample."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.uncertainty import Uncertainty


def test_defaults_are_those_of_the_format() -> None:
    """A shared shock of 8 points, which matters."""
    plain = Uncertainty()
    assert (plain.draws, plain.seed, plain.mood_of("city")) == (1024, 1, 8)


def test_mood_is_one_for_all_or_one_per_side() -> None:
    """A side left out has the default."""
    assert Uncertainty.model_validate({"mood": 3}).mood_of("city") == 3
    each = Uncertainty.model_validate({"mood": {"city": 4}})
    assert (each.mood_of("city"), each.mood_of("operator")) == (4, 8)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"draws": 0}, "greater than or equal to 1"),
        ({"draws": 65_537}, "less than or equal to 65536"),
        ({"draws": 64.0}, "valid integer"),
        ({"draws": True}, "valid integer"),
        ({"seed": -1}, "greater than or equal to 0"),
        ({"seed": 2**31}, "less than or equal to"),
        ({"mood": -1}, "found -1; expected a number from 0"),
        ({"mood": "high"}, "found “high”; expected a number from 0"),
        ({"mood": {"city": None}}, "found nothing; expected a number from 0"),
        ({"mood": {"City": 1}}, "String should match pattern"),
    ],
)
def test_what_is_no_setting_is_refused(raw: dict[str, Any], message: str) -> None:
    """One error for one mistake."""
    with pytest.raises(ValidationError, match=message) as error:
        Uncertainty.model_validate(raw)
    assert error.value.error_count() == 1

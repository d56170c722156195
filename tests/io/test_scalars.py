"""What plain scalars stand for."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from leveltwo.io.scalars import scalar

VALUES: list[tuple[str, Any]] = [
    *(("", None), ("~", None), ("null", None), ("true", True), ("False", False)),
    *(("0", 0), ("-7", -7), ("+7", 7), ("007", 7), ("1.5", 1.5), (".5", 0.5), ("5.", 5.0)),
    *(("1e5", 1e5), ("-1E-2", -0.01), (".inf", math.inf), ("-.inf", -math.inf)),
    *(("1e999", math.inf), ("9" * 400, math.inf), ("2026-11-30", dt.date(2026, 11, 30))),
]
TEXTS = ["no", "yes", "on", "off", "1_000", "0x1F", "0o7", "12:30", "2/3", "2026-02-30", "nUll"]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_plain_scalar_has_its_value_in_yaml_1_2(text: str, value: Any) -> None:
    """Numbers, constants and dates."""
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


@pytest.mark.parametrize("text", TEXTS)
def test_what_yaml_1_1_would_change_stays_text(text: str) -> None:
    """No Norway problem, and a day that does not exist stays to be refused."""
    assert scalar(text) == text


def test_not_a_number_is_a_number_to_yaml() -> None:
    """The model refuses it."""
    assert math.isnan(scalar(".nan"))  # type: ignore[arg-type]

"""Plain numbers: finite, bounded, and the same however they are written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, TypeGuard

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from leveltwo.model.base import refuse

LIMIT = 1e6
"""No number in a case may be larger: beyond it, floating-point sums lose the tolerance."""
DIGITS = 12
"""Places before or after the point in an exact number."""
_NUMBER = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")


def is_number(raw: object) -> TypeGuard[int | float]:
    """Whether it is a finite int or float (a bool is not a number)."""
    return isinstance(raw, int | float) and not isinstance(raw, bool) and abs(raw) < float("inf")


def within(raw: object, low: float, high: float) -> TypeGuard[int | float]:
    """Whether it is a number between two others."""
    return is_number(raw) and low <= raw <= high


def number_text(number: object) -> str | None:
    """Canonical text of a number, ``10`` or ``12.5``; None if it is no number.

    Numbers with more than `DIGITS` places before or after the point have none.
    """
    if is_number(number):
        text = str(number) if abs(number) < 10**DIGITS else ""
    else:
        text = number if isinstance(number, str) else ""
    if len(text) > 40 or not _NUMBER.fullmatch(text):
        return None
    exact = Decimal(text)
    if exact and not -DIGITS <= exact.adjusted() < DIGITS:
        return None
    text = format(exact.normalize(), "f")
    return "0" if text in {"-0", "0"} else text


def number_from_text(text: str) -> int | float:
    """The number that a canonical text stands for, an int where it is whole."""
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def short(number: float) -> int | float:
    """The number as people write it: an int where it is whole."""
    return int(number) if number == int(number) else number


def _finite(raw: object) -> float:
    if within(raw, -LIMIT, LIMIT):
        return float(raw)
    raise refuse(f"a number, no larger than {LIMIT:,.0f}", raw)


def _not_negative(raw: object) -> float:
    if within(raw, 0, LIMIT):
        return float(raw)
    raise refuse(f"a number from 0 to {LIMIT:,.0f}", raw)


Number = Annotated[
    float,
    BeforeValidator(_finite),
    PlainSerializer(short),
    WithJsonSchema({"type": "number", "minimum": -LIMIT, "maximum": LIMIT}),
]
NotNegative = Annotated[
    float,
    BeforeValidator(_not_negative),
    PlainSerializer(short),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": LIMIT}),
]

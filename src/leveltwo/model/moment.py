"""Moments: what a move can be placed before or after, and how long its preparation takes."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from leveltwo.model.base import as_tuple, refuse

LONGEST_LEAD = 3_650
"""Days; nobody prepares a move for more than ten years."""
_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"


def later(day: dt.date, days: int) -> dt.date:
    """A day some days later, or earlier if negative; no further than dates go."""
    number = day.toordinal() + days
    return dt.date.fromordinal(min(max(number, 1), dt.date.max.toordinal()))


def _moment(raw: object) -> str:
    if isinstance(raw, str) and re.fullmatch(_PATTERN, raw):
        return raw
    raise refuse("the id of an event or a move, or a gate as side.gate", raw)


def _days(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= LONGEST_LEAD:
        return raw
    raise refuse(f"a whole number of days from 0 to {LONGEST_LEAD:,}", raw)


Moment = Annotated[
    str, BeforeValidator(_moment), WithJsonSchema({"type": "string", "pattern": _PATTERN})
]
Moments = Annotated[tuple[Moment, ...], BeforeValidator(as_tuple)]
Days = Annotated[
    int,
    BeforeValidator(_days),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": LONGEST_LEAD}),
]

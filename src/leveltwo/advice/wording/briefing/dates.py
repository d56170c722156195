"""Days in a brief."""

from __future__ import annotations

import datetime as dt

from leveltwo.advice.wording.dates import day

__all__ = ["ANY_TIME", "day", "day_or_any"]

ANY_TIME = "any time"


def day_or_any(date: dt.date | None) -> str:
    """A day, or that there is none."""
    return ANY_TIME if date is None else day(date)

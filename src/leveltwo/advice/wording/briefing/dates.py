"""Days as people write them."""

from __future__ import annotations

import datetime as dt

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
ANY_TIME = "any time"


def day(date: dt.date) -> str:
    """A day with its month in English, whatever the machine speaks."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def day_or_any(date: dt.date | None) -> str:
    """A day, or that there is none."""
    return ANY_TIME if date is None else day(date)

"""Days and spans of days as readers say them."""

from __future__ import annotations

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(date: dt.date) -> str:
    """A day: 3 July 1990."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(number: int) -> str:
    """A span: a day, ten days, a week, three weeks."""
    if number and number % 7 == 0:
        return "a week" if number == 7 else f"{number // 7} weeks"
    return "a day" if number == 1 else f"{number} days"

"""Moves that cannot be made when the file says, as JSON documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from leveltwo.model.seen_from import Redating

Document = dict[str, Any]


def with_day(told: Document, today: dt.date | None, changes: Iterable[Redating]) -> Document:
    """An answer of ``advise`` with the day from which it is seen, and what that changes."""
    return {**told, "today": _day(today), "redated": redated_documents(changes)}


def redated_documents(changes: Iterable[Redating]) -> list[Document]:
    """Each move that is reckoned on another day than the file's, or left out."""
    return [
        {
            "move": change.move,
            "written": _day(change.written),
            "reckoned": _day(change.reckoned),
            "soonest": _day(change.soonest),
            "until": _day(change.until),
            "lacks": list(change.lacks),
        }
        for change in changes
    ]


def _day(date: dt.date | None) -> str | None:
    return None if date is None else str(date)

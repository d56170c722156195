"""An event: something that happens on a day or on some days, whatever the sides agree."""

from __future__ import annotations

import datetime as dt

from leveltwo.model.base import Noun, Text, Texts
from leveltwo.model.gate import Date


class Event(Noun):
    """A congress, an election, a summit: moves can be placed before or after it.

    Parameters
    ----------
    name : str
        What readers call it.
    date : datetime.date
        Its day, or the first of its days.
    until : datetime.date or None
        The last of its days, if there are several.
    """

    name: Text
    date: Date
    until: Date | None = None
    summary: Text | None = None
    sources: Texts = ()

    @property
    def end(self) -> dt.date:
        """Its last day."""
        return self.until or self.date

    def includes(self, day: dt.date) -> bool:
        """Whether a day is one of its days."""
        return self.date <= day <= self.end

"""Footing: how well a fact of the library is established."""

from __future__ import annotations

from enum import StrEnum

from leveltwo.model.base import reader


class Footing(StrEnum):
    """How well a fact is established."""

    CHECKED = "checked"
    STANDARD = "standard works"
    DISPUTED = "disputed"

    @property
    def meaning(self) -> str:
        """What it says of the fact."""
        return _MEANINGS[self]


_MEANINGS = {
    Footing.CHECKED: "read on a page of the source named",
    Footing.STANDARD: "stands in the standard works or public records named; not looked up again",
    Footing.DISPUTED: "sources differ, or the reading of it does",
}

read_footing = reader(Footing, "one of " + ", ".join(Footing))

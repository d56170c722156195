"""A side: those who sit together at the table, and the gates behind them."""

from __future__ import annotations

from pydantic import Field

from leveltwo.model.base import Id, Noun, Text, Texts
from leveltwo.model.gate import Gate


class Side(Noun):
    """One side of the table.

    Parameters
    ----------
    negotiator : str
        The constituency of this side whose value counts as the side's gain.
    gates : dict
        What a deal must pass on this side, in order.
    """

    negotiator: Id
    gates: dict[Id, Gate] = Field(min_length=1)
    name: Text | None = None
    summary: Text | None = None
    sources: Texts = ()

"""What really happened, where a case is drawn from history."""

from __future__ import annotations

from leveltwo.model.base import Ids, Noun, Text, Texts
from leveltwo.model.deal import Deal


class History(Noun):
    """The plan that was followed, and its result.

    Parameters
    ----------
    deal : dict
        The deal that was struck.
    moves : tuple of str
        The moves that were made.
    result : str
        What came of it.
    """

    deal: Deal
    moves: Ids = ()
    result: Text
    sources: Texts = ()

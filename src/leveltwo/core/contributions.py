"""Contributions: what every term, move and cue adds to a margin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.layout import Layout
from leveltwo.core.table import Table
from leveltwo.core.votes import Votes


@dataclass(frozen=True)
class Contributions:
    """A margin taken apart; the parts add up to it. All in points, means over draws.

    Parameters
    ----------
    no_deal : float
        Minus what no deal is worth.
    mood : float
        The mean of the shared shock, near 0.
    terms, moves : dict
        By issue, and by move made.
    cues : dict
        By leader followed.
    """

    no_deal: float
    mood: float
    terms: dict[str, float]
    moves: dict[str, float]
    cues: dict[str, float]

    @property
    def margin(self) -> float:
        """Their sum."""
        parts = [self.no_deal, self.mood, *self.terms.values(), *self.moves.values()]
        return sum(parts) + sum(self.cues.values())


def means(table: Table, chosen: IntArray, votes: Votes) -> dict[str, FloatArray]:
    """Mean parts of all blocs' margins in one block of draws.

    Returns
    -------
    dict
        ``no_deal`` and ``mood``, shape (blocs,); ``choices``, shape (variables, blocs);
        ``cues``, shape (links,).
    """
    cues = np.zeros(len(table.layout.cues))
    for i, link in enumerate(table.layout.cues):
        heard = np.where(votes.for_[link.leader], table.cue_for[i], 0.0)
        heard += np.where(votes.against[link.leader], table.cue_against[i], 0.0)
        cues[i] = heard.mean()
    return {
        "no_deal": (table.base - table.mood).mean(axis=1),
        "mood": table.mood.mean(axis=1),
        "choices": table.gain[columns(table.layout, chosen)].mean(axis=2),
        "cues": cues,
    }


def of_bloc(
    layout: Layout, chosen: IntArray, parts: dict[str, FloatArray], bloc: int
) -> Contributions:
    """The contributions to one bloc's margin, from the means of all blocs."""
    case = layout.case
    added = dict(zip(layout.variables, parts["choices"][:, bloc].tolist(), strict=True))
    terms = {v.key: points for v, points in added.items() if not v.is_move}
    made = {v.key for v, k in zip(layout.variables, chosen, strict=True) if v.is_move and k}
    moves = {v.key: points for v, points in added.items() if v.is_move and v.key in made}
    cues = {
        layout.blocs[link.leader].constituency: float(parts["cues"][i])
        for i, link in enumerate(layout.cues)
        if link.follower == bloc
    }
    return Contributions(
        no_deal=float(parts["no_deal"][bloc]),
        mood=float(parts["mood"][bloc]),
        terms={issue: terms[issue] for issue in case.issues},
        moves={move: moves[move] for move in case.moves if move in moves},
        cues=cues,
    )

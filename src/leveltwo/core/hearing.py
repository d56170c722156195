"""Hearing: what is lost of a plan's moves on the way to somebody, and which of them hurt."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout

Lost = dict[str, float]
"""Mean points by move."""


class Hearing:
    """The moves of a plan as each bloc hears them.

    Parameters
    ----------
    layout : Layout
        The structure.
    chosen : IntArray
        Shape (variables,), the plan.
    """

    def __init__(self, layout: Layout, chosen: IntArray) -> None:
        self.layout = layout
        self.moves = [
            v.key for v, k in zip(layout.variables, chosen, strict=True) if v.is_move and k
        ]

    def block(self, draws: Draws) -> dict[str, FloatArray]:
        """Means of one block of draws.

        Returns
        -------
        dict
            Each of shape (moves, blocs), points of margin, not below 0: ``discounted``, what is
            lost because they discount what visibly comes from another side; ``unsure``, what
            is lost because a move may not work; ``harmed``, what a move takes away. What a
            move costs its giver is left out.
        """
        found = {
            name: np.zeros((len(self.moves), len(self.layout.blocs)))
            for name in ("discounted", "unsure", "harmed")
        }
        for i, key in enumerate(self.moves):
            move = self.layout.case.moves[key]
            for b, bloc in enumerate(self.layout.blocs):
                who = bloc.constituency
                if key in bloc.moves and (who in move.effects or who in move.otherwise):
                    for name, lost in self._lost(draws, key, who).items():
                        found[name][i, b] = lost
        return found

    def _lost(self, draws: Draws, key: str, who: str) -> Lost:
        move, listener = self.layout.case.moves[key], self.layout.case.constituencies[who]
        works, fails = (
            draws[f"moves.{key}.{field}.{who}"] if who in getattr(move, field) else 0.0
            for field in ("effects", "otherwise")
        )
        foreign = move.visible and listener.side != move.by
        discount = draws[f"constituencies.{who}.devalues"] if foreign else 0.0
        said = np.where(draws.works[key], works, fails)
        muffled = np.maximum(said, 0) * discount
        promised = works - np.maximum(works, 0) * discount
        heard = said - muffled
        return {
            "discounted": float(muffled.mean()),
            "unsure": max(0.0, float((promised - heard).mean())),
            "harmed": max(0.0, -float(heard.mean())),
        }

    def of(self, parts: FloatArray, bloc: int) -> Lost:
        """One bloc's part of such means, by move, without those of nothing."""
        points = zip(self.moves, parts[:, bloc].tolist(), strict=True)
        return {move: lost for move, lost in points if lost > 0}

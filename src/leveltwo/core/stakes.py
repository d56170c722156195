"""Stakes: what the terms of a deal are worth to somebody, and who would ask for more."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.layout import Layout

NOTHING = 0.05
"""Points that print as nothing."""


@dataclass(frozen=True)
class Stakes:
    """What a deal's terms are worth to a constituency; means over draws, points.

    Parameters
    ----------
    worth : float
        How much more the deal is worth than no deal, on its terms alone.
    spread : float
        Distance between its worst and its best deal.
    withheld : float
        Distance between this deal and its best deal.
    unspoken : dict
        Those of the points withheld that its side's own negotiator would gain nothing by
        asking for, by issue.
    """

    worth: float
    spread: float
    withheld: float
    unspoken: dict[str, float]


def stakes(
    layout: Layout,
    chosen: IntArray,
    options: FloatArray,
    no_deal: float,
    negotiator: FloatArray | None,
) -> Stakes:
    """What the terms chosen are worth to one constituency.

    Parameters
    ----------
    layout : Layout
        The structure.
    chosen : IntArray
        Shape (variables,), the plan.
    options : FloatArray
        Shape (columns,), mean points that each option adds to its margin.
    no_deal : float
        Minus what no deal is worth to it.
    negotiator : FloatArray or None
        Shape (columns,), what each option is worth on average to the negotiator of its side;
        None if it is that negotiator.
    """
    worth, spread, withheld = no_deal, 0.0, 0.0
    unspoken = {}
    for variable, k in zip(layout.variables, chosen.tolist(), strict=True):
        if variable.is_move:
            continue
        here = slice(variable.first, variable.first + len(variable.options))
        mine = options[here]
        missed = float(mine.max() - mine[k])
        worth += float(mine[k])
        spread += float(mine.max() - mine.min())
        withheld += missed
        if negotiator is not None and missed > NOTHING:
            theirs = negotiator[here]
            if theirs[int(mine.argmax())] - theirs[k] <= NOTHING:
                unspoken[variable.key] = missed
    return Stakes(worth, spread, withheld, unspoken)

"""Safety: how little it takes to break a gate that a plan passes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import certain
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.pivots import gate_passes
from leveltwo.core.prices import steps
from leveltwo.core.sample import Sample
from leveltwo.core.surplus import fewest_votes
from leveltwo.core.table import Table
from leveltwo.core.undoing import cheapest
from leveltwo.core.votes import Votes, cast


@dataclass(frozen=True)
class Safety:
    """How little breaks a gate that passes, every judgement being at its best.

    Parameters
    ----------
    side, gate : str
        The gate.
    votes : int or None
        Fewest votes that must be cast differently; None if it passes whatever happens.
    points : float or None
        Fewest points of margin that a rival must take from people, spread as it likes (any
        more breaks the gate); None if nothing that it takes does.
    bought : dict
        The points taken from each constituency in doing so, the dearest first.
    prices : dict
        Points until each constituency of the gate no longer votes for, by constituency; 0 if
        it does not as it is.
    """

    side: str
    gate: str
    votes: int | None
    points: float | None
    bought: dict[str, float]
    prices: dict[str, float]


def safety(layout: Layout, chosen: IntArray) -> tuple[Safety, ...]:
    """How little breaks each gate that a plan passes if every best guess is right.

    Implementation gates are among them. See `undoing.cheapest` and `surplus.fewest_votes`
    for the methods and how long they take.
    """
    table = compile_table(layout, certain(layout.case), columns(layout, chosen).tolist())
    votes = cast(table, chosen)
    return tuple(
        _safety(table, chosen, votes, gate)
        for gate in layout.gates
        if gate_passes(layout, gate, votes.for_, votes.against)[0]
    )


def points_to_break(
    layout: Layout, sample: Sample, chosen: IntArray, most: float = np.inf
) -> dict[tuple[str, str], FloatArray]:
    """The fewest points that break each gate, draw by draw.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    chosen : IntArray
        Shape (variables,), the plan.
    most : float
        Points beyond which nobody asks: what takes more is told as infinite, which is faster.

    Returns
    -------
    dict
        By side and gate: shape (draws,), points; 0 where it fails anyway, infinite where it
        cannot be broken. The share of draws in which they exceed some budget is the gate's
        chance against a rival who knows the draw and spends that. Time grows with draws ×
        what `undoing.cheapest` takes.
    """
    taken = columns(layout, chosen).tolist()
    found: dict[tuple[str, str], list[FloatArray]] = {}
    for draws in sample.blocks(layout.case):
        table = compile_table(layout, draws, taken)
        for gate in layout.gates:
            points = cheapest(table, chosen, gate, most).points
            found.setdefault((gate.side, gate.key), []).append(points)
    return {key: np.concatenate(parts) for key, parts in found.items()}


def _safety(table: Table, chosen: IntArray, votes: Votes, gate: GateRow) -> Safety:
    undoing = cheapest(table, chosen, gate)
    points = float(undoing.points[0])
    taken = {who: float(spent[0]) for who, spent in undoing.taken.items() if spent[0] > 0}
    return Safety(
        side=gate.side,
        gate=gate.key,
        votes=fewest_votes(table.layout, gate, votes.for_[:, 0], votes.against[:, 0]),
        points=points if np.isfinite(points) else None,
        bought=dict(sorted(taken.items(), key=lambda pair: (-pair[1], pair[0]))),
        prices={who: _price(table, votes, bloc) for who, bloc in sorted(gate.blocs.items())},
    )


def _price(table: Table, votes: Votes, bloc: int) -> float:
    """Points until a bloc's own vote is no longer for."""
    found = steps(table, (bloc,), votes.margin[bloc], crossed=bool(votes.crossed[bloc]))
    return float(found.price[~found.for_[:, 0]].min())

"""Map: which deals each side could get approved, and which of them negotiators would pick."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from math import prod

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.blocks import LONGEST, BlockTask, lanes_for, refuse_endless, seconds
from leveltwo.core.compile import compile_table
from leveltwo.core.counting import counter
from leveltwo.core.crew import Crew, Threads
from leveltwo.core.drawer import Drawer
from leveltwo.core.layout import Layout
from leveltwo.core.map import Estimate, Map, Share, Spot
from leveltwo.core.partial import Partial, Ruler
from leveltwo.core.sample import Sample
from leveltwo.core.space import space
from leveltwo.core.table import Table

__all__ = ["Estimate", "Map", "Progress", "Share", "Spot", "block_task", "is_endless", "map_deals"]

Progress = Callable[[int, int], None]
CLOSE = 1e-9


def map_deals(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    confidence: float,
    progress: Progress | None = None,
    crew: Crew | None = None,
) -> Map:
    """Map every allowed deal.

    Time grows with deals × draws × voters, less what bounds decide; memory with draws, not
    with deals, which are taken a block at a time and forgotten.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    moves : collection of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    progress : callable or None
        Called with the combinations of options looked at, and with all there are.
    crew : Crew or None
        Who does it; threads of this process unless told. The map is the same.

    Raises
    ------
    TooLarge
        If it could not be finished in reasonable time.
    """
    task = block_task(layout, sample, moves, confidence)
    parts = (crew or Threads()).each(task, task.each())
    whole = task.ruler.merged(_told(parts, task, progress), task.nothing())
    return Drawer(layout, sample, task.ruler, task.space.options).map(whole, moves, confidence)


def block_task(
    layout: Layout, sample: Sample, moves: Collection[str], confidence: float
) -> BlockTask:
    """The task of mapping blocks of a case's deals; see `map_deals`."""
    refuse_endless(combinations(layout), sample.draws, votes(layout))
    table = compile_table(layout, sample.all_at_once(layout.case))
    counts = counter(table, moves)
    return BlockTask(
        counts,
        space(layout, moves, lanes_for(table.draws, counts.tests)),
        mean_worth(table),
        ruler(table, confidence),
    )


def mean_worth(table: Table) -> FloatArray:
    """Shape (sides, columns): mean worth of each option to each negotiator, points."""
    sides = sorted(table.layout.case.sides)
    return np.stack([table.worth[side].mean(axis=1) for side in sides])


def ruler(table: Table, confidence: float) -> Ruler:
    """What a map is drawn by.

    Parameters
    ----------
    table : Table
        The numbers.
    confidence : float
        Chance at which a deal counts as passing.
    """
    sides = sorted(table.layout.case.sides)
    draws = table.draws
    return Ruler(
        no_deal=np.array([np.mean(table.no_deal[side]) for side in sides]),
        ours=sides.index(table.layout.case.viewpoint),
        least=int(np.argmax(np.arange(draws + 1) / draws >= confidence - CLOSE)),
        draws=draws,
    )


def is_endless(layout: Layout, sample: Sample, longest: float = LONGEST) -> bool:
    """Whether a map would take one processor longer than so many seconds, roughly."""
    return seconds(combinations(layout), sample.draws, votes(layout)) > longest


def combinations(layout: Layout) -> int:
    """Combinations of options, whether deals or not."""
    return prod(len(v.options) for v in layout.variables if not v.is_move)


def votes(layout: Layout) -> int:
    """Votes that all gates ask for."""
    return sum(len(seats) for gate in layout.gates for seats in gate.seats.values())


def _told(
    parts: Iterator[Partial], task: BlockTask, progress: Progress | None
) -> Iterator[Partial]:
    """The parts, telling how many combinations have been looked at."""
    for (_, stop), part in zip(task.each(), parts, strict=True):
        if progress is not None:
            progress(stop * task.space.lanes, task.space.firsts * task.space.lanes)
        yield part

"""Which moves at hand would do alone: none that would do harm elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.advice.barriers import Barrier
    from leveltwo.core.arrays import IntArray
    from leveltwo.core.layout import Layout
    from leveltwo.core.sample import Sample


def without_traps(
    layout: Layout, sample: Sample, chosen: IntArray, found: tuple[Barrier, ...]
) -> tuple[Barrier, ...]:
    """The same barriers; of a move that is a trap for the plan it is not said that it would do."""
    from leveltwo.advice.traps import traps
    from leveltwo.core.spillover import spillover

    asked = sorted({h.move for barrier in found for h in barrier.helps if h.turns})
    if not asked:
        return found
    named = traps(layout.case, spillover(layout, sample, chosen, asked))
    trapped = {trap.spill.move for trap in named}
    return tuple(
        replace(
            barrier,
            helps=tuple(replace(h, turns=h.turns and h.move not in trapped) for h in barrier.helps),
        )
        for barrier in found
    )

"""Blocks of draws as pieces of work: what a measure comes to in each, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from leveltwo.core.crew import Crew
from leveltwo.core.draws import BLOCK, Draws
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation

Measure = TypeVar("Measure")
BLOCKS = 4
"""Blocks in a piece of work. Setting up the sequence costs about as much as one block."""


@dataclass(frozen=True)
class Stretch(Generic[Measure]):
    """The task of measuring some blocks of a sample, from a given one on."""

    case: Negotiation
    sample: Sample
    measure: Callable[[Draws], Measure]

    def __call__(self, first: int) -> list[tuple[int, Measure]]:
        """Measure blocks of draws.

        Parameters
        ----------
        first : int
            Number of the first block.

        Returns
        -------
        list of tuple
            Number of draws and measure of each block, at most `BLOCKS` of them.
        """
        blocks = islice(self.sample.blocks(self.case, first), BLOCKS)
        return [(draws.size, self.measure(draws)) for draws in blocks]


def measured(
    case: Negotiation,
    sample: Sample,
    measure: Callable[[Draws], Measure],
    crew: Crew | None = None,
) -> Iterator[tuple[int, Measure]]:
    """Measure every block of a sample, in order.

    Parameters
    ----------
    case : Negotiation
        The case.
    sample : Sample
        The draws.
    measure : callable
        What to make of a block; for a crew it can be pickled.
    crew : Crew or None
        Who does it; None for this thread, without the cost of setting up a sequence for
        every piece. What comes out is the same.

    Yields
    ------
    tuple
        Number of draws in a block, and its measure.
    """
    if crew is None:
        for draws in sample.blocks(case):
            yield draws.size, measure(draws)
        return
    blocks = -(-sample.draws // BLOCK)
    for part in crew.each(Stretch(case, sample, measure), range(0, blocks, BLOCKS)):
        yield from part

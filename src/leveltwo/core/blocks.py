"""Blocks of deals as pieces of work: how large they are, and mapping one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.counting import Counter
from leveltwo.core.crew import Halt
from leveltwo.core.partial import Partial, Picks, Ruler
from leveltwo.core.space import FEWEST_LANES, Space
from leveltwo.errors import TooLarge

DEALS = 2**17
"""Deals in a block at most: some megabytes."""
CELLS = 60_000_000_000
"""Deals × draws × tests in a block at most: some seconds."""
FIRSTS = 64
"""Firsts in a block at least, if they may be so many: rests are worked out once for all."""
MOST_LANES = 1024
PARTS = 8
"""Blocks at least, if they may be so many, so that they can be shared out."""
RATE = 1e10
"""Deals × draws × tests that a processor does in a second, roughly."""
DEAL = 3e-8
"""Seconds that a deal takes besides, roughly."""
LONGEST = 1800.0
"""Seconds that a map may take on one processor."""

Block = tuple[int, int]
"""Where a block's firsts begin and end."""


def lanes_for(draws: int, tests: int) -> int:
    """How many lanes to have at most: few enough for blocks of some `FIRSTS`."""
    return int(np.clip(CELLS // (FIRSTS * draws * max(1, tests)), FEWEST_LANES, MOST_LANES))


def blocks(space: Space, draws: int, tests: int) -> list[Block]:
    """The blocks of a space, the same whoever maps them."""
    cells = max(1, CELLS // (space.lanes * draws * max(1, tests)))
    step = max(1, min(DEALS // space.lanes, cells, max(FIRSTS, -(-space.firsts // PARTS))))
    if step > FIRSTS:  # firsts are bounded so many at a time
        step -= step % FIRSTS
    return [(start, min(start + step, space.firsts)) for start in range(0, space.firsts, step)]


def seconds(combinations: int, draws: int, tests: int) -> float:
    """How long mapping may take on one processor, roughly."""
    return combinations * (draws * tests / RATE + DEAL)


def refuse_endless(combinations: int, draws: int, tests: int) -> None:
    """Refuse a map that would not be finished in reasonable time.

    Raises
    ------
    TooLarge
        With an estimate, and what to do.
    """
    if (long := seconds(combinations, draws, tests)) > LONGEST:
        raise TooLarge(
            f"the case has {combinations:,} combinations of options; to map them all with "
            f"{draws:,} draws would take about {long / 3600:,.0f} hours on one processor; use "
            "fewer draws, take out options that nobody would choose, ask for estimates of its "
            "sizes, or use `advise`, which does not list deals"
        )


@dataclass(frozen=True)
class BlockTask:
    """The task of mapping a block.

    Parameters
    ----------
    counter : Counter
        Counts draws.
    space : Space
        The deals.
    worth : FloatArray
        Shape (sides, columns): mean worth of each option to each negotiator, points.
    ruler : Ruler
        What the map is drawn by.
    halt : Halt
        Whether the rest has been given up.
    """

    counter: Counter
    space: Space
    worth: FloatArray
    ruler: Ruler
    halt: Halt = field(default_factory=Halt)

    def __call__(self, block: Block) -> Partial:
        """Map one block."""
        allowed = self.space.allowed(*block)
        counts = self.counter.count(
            self.space.first_columns(*block),
            self.space.lane_columns,
            np.asarray(~np.any(allowed, axis=1)),
            self.halt.goes_on,
        )
        values = np.stack([self.space.sums(worth, *block).reshape(-1) for worth in self.worth])
        counts = counts.reshape(len(counts), -1)
        number = np.flatnonzero(allowed)
        if len(number) < allowed.size:
            values, counts = values[:, number], counts[:, number]
        # Deals come first in picks, but lie side by side in memory, for the sake of speed.
        return self.ruler.partial(Picks(number + block[0] * self.space.lanes, values.T, counts.T))

    def give_up(self) -> None:
        """Stop soon: nobody waits for the results any more."""
        self.halt.called = True

    def nothing(self) -> Partial:
        """The map of no deals."""
        sides, groups = len(self.worth), len(self.worth) + 1
        none = Picks(
            np.empty(0, dtype=np.int64),
            np.empty((0, sides)),
            np.empty((0, groups), dtype=np.int32),
        )
        return self.ruler.partial(none)

    def each(self) -> Iterator[Block]:
        """The blocks."""
        yield from blocks(self.space, self.counter.draws, self.counter.tests)

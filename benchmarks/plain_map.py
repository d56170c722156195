"""The map's inner loop without its bounds: every test of every deal, lane by lane.

All that the loop works with is the program's own; only the bounding of what holds for
all lanes is left out, and so nothing is decided before the lanes are looked at.
"""

from __future__ import annotations

from leveltwo.core.arrays import BoolArray, IntArray, ShortArray
from leveltwo.core.circuit import Circuit, Figures
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.bounds import add_up, decide, want
from leveltwo.core.kernels.bunch import BUNCH, Bunch, Counts, Rests, Scores
from leveltwo.core.kernels.rests import ask, lay
from leveltwo.core.kernels.settle import settle

ENDLESS = 1e9


@compiled
def leave_open(begin: int, width: int, crossed: IntArray, circuit: Circuit, bunch: Bunch) -> None:
    """Say of every test, threshold and leader that it may turn out either way."""
    for r in range(bunch.margin.shape[0]):
        for j in range(width):
            bunch.stand[0, r, j] = 0
            bunch.stand[1, r, j] = 2
            if crossed[begin + j, r] == 2:
                bunch.margin[r, j] = -ENDLESS
    bunch.open[:, :width] = 1
    for n in range(bunch.sums.shape[1]):
        for j in range(width):
            bunch.sums[0, n, j] = -ENDLESS
            bunch.sums[1, n, j] = ENDLESS
            bunch.sums[2, n, j] = circuit.start[n]


@compiled
def count_plainly(  # noqa: PLR0913, PLR0917 - as the loop it stands for
    draws: tuple[int, int],
    firsts: IntArray,
    lanes: IntArray,
    crossed: IntArray,
    refused: ShortArray,
    skip: BoolArray,
    figures: Figures,
    circuit: Circuit,
    rests: Rests,
    bunch: Bunch,
    scores: Scores,
    counts: Counts,
) -> int:
    """As `leveltwo.core.kernels.block.count_block`, which says what the arguments are."""
    done = 0
    for s in range(draws[0], draws[1]):
        lay(s, figures.gain, lanes, refused, rests)
        for begin in range(0, firsts.shape[0], BUNCH):
            width = min(BUNCH, firsts.shape[0] - begin)
            add_up(s, begin, width, figures, firsts, bunch)
            leave_open(begin, width, crossed, circuit, bunch)
            if decide(begin, width, circuit, skip, bunch, counts.whole):
                want(width, circuit, bunch)
                ask(s, width, figures, circuit, rests, bunch)
                done += settle(s, begin, width, figures, circuit, rests, bunch, scores, counts)
    return done

"""Counting the draws in which each deal of a block passes: the map's inner loop.

The issues are split into first ones and last ones (Horowitz & Sahni 1974 split a set in two
likewise, to meet in the middle). For every draw the sums of either half are worked out once,
not for every pair; what holds for all lanes of a first is bounded before any lane is looked at.
"""

from __future__ import annotations

from leveltwo.core.arrays import BoolArray, IntArray, ShortArray
from leveltwo.core.circuit import Circuit, Figures
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.bounds import add_up, bound, decide, want
from leveltwo.core.kernels.bunch import BUNCH, Bunch, Counts, Rests, Scores
from leveltwo.core.kernels.rests import ask, lay
from leveltwo.core.kernels.settle import settle


@compiled
def count_block(  # pragma: compiled
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
    """Count the draws in which each group of gates passes, and in which all do.

    Time grows with draws × firsts × lanes × tests that the bounds leave open.

    Parameters
    ----------
    draws : tuple of int
        Where the draws to count begin and end.
    firsts : IntArray
        Shape (firsts, first issues): the columns that each first chooses.
    lanes : IntArray
        Shape (last issues, lanes): the columns that each lane chooses.
    crossed : IntArray
        Shape (firsts, rows): 2 where a first crosses a red line of a row, 1 where some of
        its lanes do, else 0.
    refused : ShortArray
        Shape (rows, lanes): 1 where a lane crosses a red line of a row.
    skip : BoolArray
        Shape (firsts,): firsts that no deal may hold; counted as never passing.
    figures, circuit : Figures, Circuit
        The numbers and how votes add up.
    rests, bunch, scores : Rests, Bunch, Scores
        Room to work in.
    counts : Counts
        Added to.

    Returns
    -------
    int
        Tests worked out lane by lane.
    """
    done = 0
    for s in range(draws[0], draws[1]):
        lay(s, figures.gain, lanes, refused, rests)
        for begin in range(0, firsts.shape[0], BUNCH):
            width = min(BUNCH, firsts.shape[0] - begin)
            add_up(s, begin, width, figures, firsts, bunch)
            bound(s, begin, width, figures, circuit, crossed, rests, bunch)
            if decide(begin, width, circuit, skip, bunch, counts.whole):
                want(width, circuit, bunch)
                ask(s, width, figures, circuit, rests, bunch)
                done += settle(s, begin, width, figures, circuit, rests, bunch, scores, counts)
    return done

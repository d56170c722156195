"""The compiled inner loops (Numba): margins to votes to gates, draw by draw.

All loops run over plain arrays of a `Program`, with draws contiguous in memory, and
release the interpreter lock.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.program import Cues, RedLines, Tests, Wiring


@njit(cache=True, nogil=True)
def cross(  # pragma: compiled
    columns: IntArray, done: IntArray, lines: RedLines, crossed: BoolArray
) -> None:
    """Mark the rows whose red lines a complete plan crosses.

    Parameters
    ----------
    columns : IntArray
        Shape (variables,): the column chosen of each variable.
    done : IntArray
        Shape (variables,): the option chosen; for a move, 1 if done.
    lines : RedLines
        The red lines.
    crossed : BoolArray
        Shape (rows,), overwritten.
    """
    crossed[:] = False
    for i in range(lines.row.shape[0]):
        taken = False
        for j in range(columns.shape[0]):
            if columns[j] == lines.column[i]:
                taken = True
        for j in range(lines.first[i], lines.first[i + 1]):
            if done[lines.lifter[j]] == 1:
                taken = False
        if taken:
            crossed[lines.row[i]] = True


@njit(cache=True, nogil=True)
def hear(margin: FloatArray, crossed: BoolArray, cues: Cues) -> None:  # pragma: compiled
    """Add to followers' margins what their leaders' votes are worth, leaders first.

    Parameters
    ----------
    margin : FloatArray
        Shape (rows, draws), changed in place.
    crossed : BoolArray
        Shape (rows,): rows that vote against whatever their margin.
    cues : Cues
        Who follows whom.
    """
    for i in range(cues.leader.shape[0]):
        up = cues.leader[i]
        down = cues.follower[i]
        for d in range(margin.shape[1]):
            if not crossed[up] and margin[up, d] >= cues.for_level[up, d]:
                margin[down, d] += cues.plus[i, d]
            elif crossed[up] or margin[up, d] < cues.against_level[up, d]:
                margin[down, d] += cues.minus[i, d]


@njit(cache=True, nogil=True)
def tally(  # pragma: compiled
    margin: FloatArray, crossed: BoolArray, tests: Tests, wiring: Wiring, score: FloatArray
) -> None:
    """Work out every threshold in every draw.

    Parameters
    ----------
    margin : FloatArray
        Shape (rows, draws), cues included.
    crossed : BoolArray
        Shape (rows,).
    tests, wiring : Tests, Wiring
        What votes add to thresholds, and these to others.
    score : FloatArray
        Shape (thresholds, draws), overwritten: a threshold passes where it is at least 0.
    """
    draws = margin.shape[1]
    for i in range(tests.start.shape[0]):
        for d in range(draws):
            score[i, d] = tests.start[i]
    for t in range(tests.row.shape[0]):
        r = tests.row[t]
        if not crossed[r]:
            for e in range(tests.first[t], tests.first[t + 1]):
                n = tests.node[e]
                w = tests.weight[e]
                for d in range(draws):
                    score[n, d] += w if margin[r, d] >= tests.level[t, d] else 0.0
    for i in range(tests.start.shape[0]):
        for j in range(wiring.first[i], wiring.first[i + 1]):
            n = wiring.part[j]
            w = wiring.weight[j]
            for d in range(draws):
                score[i, d] += w if score[n, d] >= 0 else 0.0


@njit(cache=True, nogil=True)
def group_passes(score: FloatArray, wiring: Wiring, passes: BoolArray) -> None:  # pragma: compiled
    """Shape (groups, draws), overwritten: whether all thresholds of a group pass."""
    for g in range(wiring.group_first.shape[0] - 1):
        passes[g, :] = True
        for j in range(wiring.group_first[g], wiring.group_first[g + 1]):
            n = wiring.group_node[j]
            for d in range(score.shape[1]):
                passes[g, d] &= score[n, d] >= 0


@njit(cache=True, nogil=True)
def count_deals(  # pragma: compiled
    deals: IntArray,
    issue: IntArray,
    base: FloatArray,
    gain: FloatArray,
    first_column: IntArray,
    done: IntArray,
    tests: Tests,
    cues: Cues,
    wiring: Wiring,
    lines: RedLines,
    counts: IntArray,
) -> None:
    """Count, for each deal, the draws in which each group of gates passes.

    The deals stand in lexicographic order, so that margins summed over the first issues
    serve all deals that share them.

    Parameters
    ----------
    deals : IntArray
        Shape (deals, issues): options chosen.
    issue : IntArray
        Shape (issues,): the variable of each issue.
    base : FloatArray
        Shape (rows, draws): with the moves in force already added.
    done : IntArray
        Shape (variables,): 1 for the moves in force; overwritten at issues.
    counts : IntArray
        Shape (deals, groups), overwritten.
    """
    rows, draws = base.shape
    depth = deals.shape[1]
    sums = np.empty((depth + 1, rows, draws))
    sums[0] = base
    margin = np.empty((rows, draws))
    score = np.empty((tests.start.shape[0], draws))
    passes = np.empty((counts.shape[1], draws), dtype=np.bool_)
    crossed = np.zeros(rows, dtype=np.bool_)
    columns = np.full(done.shape[0], -1)
    for i in range(deals.shape[0]):
        same = 0
        if i > 0:
            while same < depth and deals[i, same] == deals[i - 1, same]:
                same += 1
        for k in range(same, depth):
            option = deals[i, k]
            done[issue[k]] = option
            columns[issue[k]] = first_column[issue[k]] + option
            column = columns[issue[k]]
            for r in range(rows):
                for d in range(draws):
                    sums[k + 1, r, d] = sums[k, r, d] + gain[column, r, d]
        margin[:] = sums[depth]
        cross(columns, done, lines, crossed)
        hear(margin, crossed, cues)
        tally(margin, crossed, tests, wiring, score)
        group_passes(score, wiring, passes)
        for g in range(counts.shape[1]):
            total = 0
            for d in range(draws):
                total += passes[g, d]
            counts[i, g] = total

"""The compiled inner loops (Numba): margins to votes to gates, draw by draw.

All loops run over plain arrays of a `Program`, with draws contiguous in memory, and
release the interpreter lock.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray


@njit(cache=True, nogil=True)
def cross(  # pragma: compiled
    columns: IntArray,
    done: IntArray,
    row: IntArray,
    column: IntArray,
    first: IntArray,
    lifter: IntArray,
    crossed: BoolArray,
) -> None:
    """Mark the rows whose red lines a complete plan crosses.

    Parameters
    ----------
    columns : IntArray
        Shape (variables,): the column chosen of each variable.
    done : IntArray
        Shape (variables,): the option chosen; for a move, 1 if done.
    row, column, first, lifter
        The red lines.
    crossed : BoolArray
        Shape (rows,), overwritten.
    """
    crossed[:] = False
    for i in range(row.shape[0]):
        taken = False
        for j in range(columns.shape[0]):
            if columns[j] == column[i]:
                taken = True
        if taken:
            for j in range(first[i], first[i + 1]):
                if done[lifter[j]] == 1:
                    taken = False
        if taken:
            crossed[row[i]] = True


@njit(cache=True, nogil=True)
def hear(  # pragma: compiled
    margin: FloatArray,
    crossed: BoolArray,
    leader: IntArray,
    follower: IntArray,
    plus: FloatArray,
    minus: FloatArray,
    for_level: FloatArray,
    against_level: FloatArray,
) -> None:
    """Add to followers' margins what their leaders' votes are worth, leaders first.

    Parameters
    ----------
    margin : FloatArray
        Shape (rows, draws), changed in place.
    crossed : BoolArray
        Shape (rows,): rows that vote against whatever their margin.
    """
    for i in range(leader.shape[0]):
        up = leader[i]
        down = follower[i]
        if crossed[up]:
            for d in range(margin.shape[1]):
                margin[down, d] += minus[i, d]
        else:
            for d in range(margin.shape[1]):
                if margin[up, d] >= for_level[up, d]:
                    margin[down, d] += plus[i, d]
                elif margin[up, d] < against_level[up, d]:
                    margin[down, d] += minus[i, d]


@njit(cache=True, nogil=True)
def tally(  # pragma: compiled
    margin: FloatArray,
    crossed: BoolArray,
    row: IntArray,
    level: FloatArray,
    first: IntArray,
    node: IntArray,
    weight: FloatArray,
    start: FloatArray,
    part_first: IntArray,
    part: IntArray,
    part_weight: FloatArray,
    score: FloatArray,
) -> None:
    """Work out every threshold in every draw.

    Parameters
    ----------
    margin : FloatArray
        Shape (rows, draws), cues included.
    crossed : BoolArray
        Shape (rows,).
    score : FloatArray
        Shape (thresholds, draws), overwritten: a threshold passes where it is at least 0.
    """
    draws = margin.shape[1]
    for i in range(start.shape[0]):
        for d in range(draws):
            score[i, d] = start[i]
    for t in range(row.shape[0]):
        r = row[t]
        if not crossed[r]:
            for e in range(first[t], first[t + 1]):
                n = node[e]
                w = weight[e]
                for d in range(draws):
                    score[n, d] += w if margin[r, d] >= level[t, d] else 0.0
    for i in range(start.shape[0]):
        for j in range(part_first[i], part_first[i + 1]):
            n = part[j]
            w = part_weight[j]
            for d in range(draws):
                score[i, d] += w if score[n, d] >= 0 else 0.0


@njit(cache=True, nogil=True)
def group_passes(  # pragma: compiled
    score: FloatArray, group_first: IntArray, group_node: IntArray, passes: BoolArray
) -> None:
    """Shape (groups, draws), overwritten: whether all thresholds of a group pass."""
    for g in range(group_first.shape[0] - 1):
        passes[g, :] = True
        for j in range(group_first[g], group_first[g + 1]):
            n = group_node[j]
            for d in range(score.shape[1]):
                if score[n, d] < 0:
                    passes[g, d] = False


@njit(cache=True, nogil=True)
def count_deals(  # pragma: compiled
    deals: IntArray,
    issue: IntArray,
    base: FloatArray,
    gain: FloatArray,
    first_column: IntArray,
    done: IntArray,
    tests: tuple,  # type: ignore[type-arg]
    cues: tuple,  # type: ignore[type-arg]
    wiring: tuple,  # type: ignore[type-arg]
    lines: tuple,  # type: ignore[type-arg]
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
    score = np.empty((tests[5].shape[0], draws))
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
        cross(columns, done, *lines, crossed)
        hear(margin, crossed, *cues)
        tally(margin, crossed, *tests, *wiring[:3], score)
        group_passes(score, wiring[3], wiring[4], passes)
        for g in range(counts.shape[1]):
            total = 0
            for d in range(draws):
                total += passes[g, d]
            counts[i, g] = total

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
    """Mark the rows whose red lines a plan crosses.

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
def hear_one(  # pragma: compiled
    i: int, margin: FloatArray, crossed: BoolArray, cues: Cues
) -> None:
    """Add to a follower's margin what its leader's vote is worth."""
    up = cues.leader[i]
    down = cues.follower[i]
    if crossed[up]:
        for d in range(margin.shape[1]):
            margin[down, d] += cues.minus[i, d]
    else:
        for d in range(margin.shape[1]):
            yes = margin[up, d] >= cues.for_level[up, d]
            no = margin[up, d] < cues.against_level[up, d]
            margin[down, d] += cues.plus[i, d] if yes else cues.minus[i, d] if no else 0.0


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
        hear_one(i, margin, crossed, cues)


@njit(cache=True, nogil=True)
def count_one(  # pragma: compiled
    t: int, margin: FloatArray, tests: Tests, score: FloatArray
) -> None:
    """Add what passing one test adds, where it is passed."""
    r = tests.row[t]
    for e in range(tests.first[t], tests.first[t + 1]):
        n = tests.node[e]
        w = tests.weight[e]
        for d in range(margin.shape[1]):
            score[n, d] += w if margin[r, d] >= tests.level[t, d] else 0.0


@njit(cache=True, nogil=True)
def wire(wiring: Wiring, score: FloatArray) -> None:  # pragma: compiled
    """Add to thresholds what earlier thresholds that pass add to them."""
    for i in range(score.shape[0]):
        for j in range(wiring.first[i], wiring.first[i + 1]):
            n = wiring.part[j]
            w = wiring.weight[j]
            for d in range(score.shape[1]):
                score[i, d] += w if score[n, d] >= 0 else 0.0


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
    for i in range(score.shape[0]):
        score[i, :] = tests.start[i]
    for t in range(tests.row.shape[0]):
        if not crossed[tests.row[t]]:
            count_one(t, margin, tests, score)
    wire(wiring, score)


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
    level: IntArray,
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

    What the first issues settle is worked out once for all neighbouring deals that share
    them: sums of margins, and the votes of rows that no later issue can change.

    Parameters
    ----------
    deals : IntArray
        Shape (deals, issues): options chosen; best in lexicographic order.
    issue : IntArray
        Shape (issues,): the variable of each issue.
    level : IntArray
        Shape (rows,): how many issues, from the first, settle a row's vote.
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
    margin = base.copy()
    score = np.empty((depth + 1, tests.start.shape[0], draws))
    lowest = np.empty(draws)
    crossed = np.zeros(rows, dtype=np.bool_)
    columns = np.full(done.shape[0], -1)
    sums[0] = base
    for n in range(tests.start.shape[0]):
        score[0, n, :] = tests.start[n]
    settle_level(0, level, margin, crossed, tests, cues, score[0])
    for i in range(deals.shape[0]):
        same = 0
        if i > 0:
            while same < depth - 1 and deals[i, same] == deals[i - 1, same]:
                same += 1
        for k in range(same, depth):
            done[issue[k]] = deals[i, k]
            columns[issue[k]] = first_column[issue[k]] + deals[i, k]
        cross(columns, done, lines, crossed)
        for k in range(same, depth):
            added = gain[columns[issue[k]]]
            for r in range(rows):
                if level[r] > k + 1:
                    for d in range(draws):
                        sums[k + 1, r, d] = sums[k, r, d] + added[r, d]
                elif level[r] == k + 1:
                    for d in range(draws):
                        margin[r, d] = sums[k, r, d] + added[r, d]
            score[k + 1] = score[k]
            settle_level(k + 1, level, margin, crossed, tests, cues, score[k + 1])
        wire(wiring, score[depth])
        count_groups(score[depth], wiring, lowest, counts[i])


@njit(cache=True, nogil=True)
def count_groups(  # pragma: compiled
    score: FloatArray, wiring: Wiring, lowest: FloatArray, counts: IntArray
) -> None:
    """Shape (groups,), overwritten: draws in which all thresholds of a group pass."""
    for g in range(counts.shape[0]):
        lowest[:] = 0.0
        for j in range(wiring.group_first[g], wiring.group_first[g + 1]):
            n = wiring.group_node[j]
            for d in range(lowest.shape[0]):
                lowest[d] = score[n, d] if score[n, d] < lowest[d] else lowest[d]
        total = 0
        for d in range(lowest.shape[0]):
            total += 1 if lowest[d] >= 0 else 0
        counts[g] = total


@njit(cache=True, nogil=True)
def settle_level(  # pragma: compiled
    k: int,
    level: IntArray,
    margin: FloatArray,
    crossed: BoolArray,
    tests: Tests,
    cues: Cues,
    score: FloatArray,
) -> None:
    """Add the cues that rows of one level hear, and count their votes."""
    for i in range(cues.leader.shape[0]):
        if level[cues.follower[i]] == k:
            hear_one(i, margin, crossed, cues)
    for t in range(tests.row.shape[0]):
        if level[tests.row[t]] == k and not crossed[tests.row[t]]:
            count_one(t, margin, tests, score)

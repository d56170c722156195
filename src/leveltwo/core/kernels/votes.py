"""Margins to votes to gates, draw by draw, for one plan at a time.

All loops run over plain arrays of a `Program`, with draws contiguous in memory, and
release the interpreter lock.
"""

from __future__ import annotations

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, RealArray
from leveltwo.core.compiled import compiled
from leveltwo.core.program import Cues, RedLines, Tests, Wiring


@compiled
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


@compiled
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


@compiled
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


@compiled
def count_one(  # pragma: compiled
    t: int, margin: RealArray, tests: Tests, score: RealArray
) -> None:
    """Add what passing one test adds, where it is passed."""
    r = tests.row[t]
    for e in range(tests.first[t], tests.first[t + 1]):
        n = tests.node[e]
        w = tests.weight[e]
        for d in range(margin.shape[1]):
            score[n, d] += w if margin[r, d] >= tests.level[t, d] else 0.0


@compiled
def wire(wiring: Wiring, score: RealArray) -> None:  # pragma: compiled
    """Add to thresholds what earlier thresholds that pass add to them."""
    for i in range(score.shape[0]):
        for j in range(wiring.first[i], wiring.first[i + 1]):
            n = wiring.part[j]
            w = wiring.weight[j]
            for d in range(score.shape[1]):
                score[i, d] += w if score[n, d] >= 0 else 0.0


@compiled
def tally(  # pragma: compiled
    margin: RealArray, crossed: BoolArray, tests: Tests, wiring: Wiring, score: RealArray
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


@compiled
def group_passes(score: RealArray, wiring: Wiring, passes: BoolArray) -> None:  # pragma: compiled
    """Shape (groups, draws), overwritten: whether all thresholds of a group pass."""
    for g in range(wiring.group_first.shape[0] - 1):
        passes[g, :] = True
        for j in range(wiring.group_first[g], wiring.group_first[g + 1]):
            n = wiring.group_node[j]
            for d in range(score.shape[1]):
                passes[g, d] &= score[n, d] >= 0

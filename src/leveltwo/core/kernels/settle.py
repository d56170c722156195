"""Votes lane by lane, for the firsts whose gates the bounds leave open."""

from __future__ import annotations

import numpy as np

from leveltwo.core.circuit import Circuit, Figures
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.bunch import (
    HEARS,
    LEADS,
    LOST,
    MIXED,
    OPEN,
    Bunch,
    Counts,
    Rests,
    Scores,
)
from leveltwo.core.kernels.rests import NO_BUCKET


@compiled
def settle(  # pragma: compiled
    s: int,
    begin: int,
    width: int,
    figures: Figures,
    circuit: Circuit,
    rests: Rests,
    bunch: Bunch,
    scores: Scores,
    counts: Counts,
) -> int:
    """Work out the open thresholds of each undecided first, lane by lane.

    Parameters
    ----------
    s, begin, width : int
        The draw, the first of the firsts, and how many there are.
    scores, counts : Scores, Counts
        Overwritten; added to.

    Returns
    -------
    int
        Tests worked out lane by lane.
    """
    rest, bucket, margin, stand = rests.rest, rests.bucket, bunch.margin, bunch.stand
    undecided, open_, asked, sums = bunch.undecided, bunch.open, bunch.asked, bunch.sums
    needed, wanted = bunch.needed, bunch.wanted
    shifted, stands, score = scores.shifted, scores.stands, scores.score
    plus, minus, level = figures.plus, figures.minus, figures.level
    for_level, against_level = figures.for_level, figures.against_level
    link_first, leader, row_first = circuit.link_first, circuit.leader, circuit.row_first
    first, node, weight = circuit.first, circuit.node, circuit.weight
    part_first, part, part_weight = circuit.part_first, circuit.part, circuit.part_weight
    lanes = rest.shape[1]
    done = 0
    for j in range(width):
        if not undecided[j]:
            continue
        for n in range(score.shape[0]):
            if needed[n, j]:
                before = score.dtype.type(sums[2, n, j])
                for d in range(lanes):
                    score[n, d] = before
        for r in range(margin.shape[0]):
            if wanted[r, j] & (LEADS | HEARS | MIXED):
                for d in range(lanes):
                    shifted[d] = rest[r, d] if bucket[r, d] != NO_BUCKET else -np.inf
                for i in range(link_first[r], link_first[r + 1]):
                    up = leader[i]
                    if stand[0, up, j] != stand[1, up, j]:
                        yes = plus[s, i]
                        no = minus[s, i]
                        for d in range(lanes):
                            cue = yes if stands[up, d] == 2 else no if stands[up, d] == 0 else 0.0
                            shifted[d] += cue
            if wanted[r, j] & LEADS:
                yes = for_level[s, r] - margin[r, j]
                no = against_level[s, r] - margin[r, j]
                for d in range(lanes):
                    stands[r, d] = 2 if shifted[d] >= yes else 1 if shifted[d] >= no else 0
            for t in range(row_first[r], row_first[r + 1]):
                if open_[t, j]:
                    done += 1
                    k = np.int16(asked[t, j])
                    need = level[s, t] - margin[r, j]
                    numbered = wanted[r, j] & HEARS == 0 and k != NO_BUCKET
                    for e in range(first[t], first[t + 1]):
                        n = node[e]
                        w = weight[e]
                        if not needed[n, j]:
                            continue
                        if numbered:
                            for d in range(lanes):
                                score[n, d] += w if bucket[r, d] >= k else 0
                        else:
                            for d in range(lanes):
                                score[n, d] += w if shifted[d] >= need else 0
        for n in range(score.shape[0]):
            if needed[n, j]:
                for i in range(part_first[n], part_first[n + 1]):
                    p = part[i]
                    w = part_weight[i]
                    if needed[p, j]:
                        for d in range(lanes):
                            score[n, d] += w if score[p, d] >= 0 else 0
        collect(begin + j, j, circuit, bunch, scores, counts)
    return done


@compiled
def collect(  # pragma: compiled
    h: int, j: int, circuit: Circuit, bunch: Bunch, scores: Scores, counts: Counts
) -> None:
    """Count the lanes in which each open group passes, and those in which all groups do.

    Parameters
    ----------
    h, j : int
        The first's place in the block and in the bunch.
    counts : Counts
        Added to.
    """
    group_first, group_node = circuit.group_first, circuit.group_node
    group, needed, whole, lane = bunch.group, bunch.needed, counts.whole, counts.lane
    score, passes = scores.score, scores.passes
    lost = False
    for d in range(passes.shape[1]):
        passes[1, d] = 1
    for g in range(group.shape[0]):
        if group[g, j] == LOST:
            lost = True
        elif group[g, j] == OPEN:
            for d in range(passes.shape[1]):
                passes[0, d] = 1
            for k in range(group_first[g], group_first[g + 1]):
                n = group_node[k]
                if needed[n, j]:
                    for d in range(passes.shape[1]):
                        passes[0, d] &= score[n, d] >= 0
            for d in range(passes.shape[1]):
                lane[g, h, d] += passes[0, d]
                passes[1, d] &= passes[0, d]
    if not lost:
        for d in range(passes.shape[1]):
            lane[whole.shape[0] - 1, h, d] += passes[1, d]

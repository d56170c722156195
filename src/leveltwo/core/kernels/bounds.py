"""Bounds that hold for all lanes of a first: who votes for whatever its lane, who never does."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray
from leveltwo.core.circuit import Circuit, Figures
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.bunch import HEARS, LANES, LEADS, LOST, OPEN, SURE, Bunch, Rests


@compiled
def add_up(  # pragma: compiled
    s: int, begin: int, width: int, figures: Figures, firsts: IntArray, bunch: Bunch
) -> None:
    """Work out what the first issues settle of each row's margin.

    Parameters
    ----------
    s, begin, width : int
        The draw, the first of the firsts, and how many there are.
    firsts : IntArray
        Shape (firsts, first issues): the columns that each chooses.
    bunch : Bunch
        `margin` is overwritten.
    """
    gain, base, margin = figures.gain, figures.base, bunch.margin
    for r in range(margin.shape[0]):
        for j in range(width):
            margin[r, j] = base[s, r]
        for k in range(firsts.shape[1]):
            for j in range(width):
                margin[r, j] += gain[s, r, firsts[begin + j, k]]


@compiled
def bound(  # pragma: compiled
    s: int,
    begin: int,
    width: int,
    figures: Figures,
    circuit: Circuit,
    crossed: IntArray,
    rests: Rests,
    bunch: Bunch,
) -> None:
    """Bound every margin, and so every test and threshold.

    Every loop over firsts writes one array only, since the compiler makes vectors of none that
    needs many checks whether arrays overlap.

    Parameters
    ----------
    crossed : IntArray
        Shape (firsts, rows): 2 where a first crosses a red line of a row, 1 where some of
        its lanes do.
    bunch : Bunch
        `stand`, `open` and `sums` are overwritten; the cues of leaders who are the same in
        all lanes are added to `margin`.
    """
    margin, low, high, stand = bunch.margin, bunch.low, bunch.high, bunch.stand
    open_, sums, scale = bunch.open, bunch.sums, rests.scale
    plus, minus, level = figures.plus, figures.minus, figures.level
    for_level, against_level = figures.for_level, figures.against_level
    link_first, leader, abstains = circuit.link_first, circuit.leader, circuit.abstains
    row_first, first, node = circuit.row_first, circuit.first, circuit.node
    weight, start, leads = circuit.weight, circuit.start, circuit.leads
    for n in range(sums.shape[1]):
        for j in range(width):
            sums[0, n, j] = start[n]
            sums[1, n, j] = start[n]
            sums[2, n, j] = start[n]
    for r in range(margin.shape[0]):
        for j in range(width):
            low[j] = scale[0, r]
            high[j] = scale[1, r]
        for i in range(link_first[r], link_first[r + 1]):
            up = leader[i]
            yes = plus[s, i]
            no = minus[s, i]
            least = min(yes, no)
            most = max(yes, no)
            if abstains[up]:
                least = min(least, 0.0)
                most = max(most, 0.0)
            for j in range(width):
                same = yes if stand[0, up, j] == 2 else no if stand[0, up, j] == 0 else 0.0
                margin[r, j] += same if stand[0, up, j] == stand[1, up, j] else 0.0
            for j in range(width):
                low[j] += 0.0 if stand[0, up, j] == stand[1, up, j] else least
            for j in range(width):
                high[j] += 0.0 if stand[0, up, j] == stand[1, up, j] else most
        for j in range(width):
            c = crossed[begin + j, r]
            low[j] = low[j] + margin[r, j] if c == 0 else -np.inf
            high[j] = high[j] + margin[r, j] if c < 2 else -np.inf
        if leads[r]:
            yes = for_level[s, r]
            no = against_level[s, r]
            for j in range(width):
                stand[0, r, j] = 2 if low[j] >= yes else 1 if low[j] >= no else 0
                stand[1, r, j] = 2 if high[j] >= yes else 1 if high[j] >= no else 0
        for t in range(row_first[r], row_first[r + 1]):
            need = level[s, t]
            for j in range(width):
                open_[t, j] = 1 if (high[j] >= need) & (low[j] < need) else 0
            for e in range(first[t], first[t + 1]):
                n = node[e]
                w = float(weight[e])
                rise = max(w, 0.0)
                fall = min(w, 0.0)
                for j in range(width):
                    sums[0, n, j] += w if low[j] >= need else fall if high[j] >= need else 0.0
                for j in range(width):
                    sums[1, n, j] += w if low[j] >= need else rise if high[j] >= need else 0.0
                for j in range(width):
                    sums[2, n, j] += w if low[j] >= need else 0.0


@compiled
def decide(  # pragma: compiled
    begin: int, width: int, circuit: Circuit, skip: BoolArray, bunch: Bunch, whole: IntArray
) -> int:
    """Say which groups of gates pass in all lanes or in none, and count the former.

    Parameters
    ----------
    skip : BoolArray
        Shape (firsts,): firsts that no deal may hold.
    bunch : Bunch
        `group` and `undecided` are overwritten, `sums` completed.
    whole : IntArray
        Shape (groups + 1, firsts): added to.

    Returns
    -------
    int
        How many firsts have an open group.
    """
    part_first, part, part_weight = circuit.part_first, circuit.part, circuit.part_weight
    group_first, group_node = circuit.group_first, circuit.group_node
    sums, group, undecided = bunch.sums, bunch.group, bunch.undecided
    for n in range(sums.shape[1]):
        for k in range(part_first[n], part_first[n + 1]):
            p = part[k]
            w = float(part_weight[k])
            for j in range(width):
                sums[2, n, j] += w if sums[0, p, j] >= 0 else 0.0
            for j in range(width):
                sums[0, n, j] += w if sums[0, p, j] >= 0 else 0.0
            for j in range(width):
                sums[1, n, j] += w if sums[1, p, j] >= 0 else 0.0
    found = 0
    for j in range(width):
        undecided[j] = 0
        lost = skip[begin + j]
        for g in range(group.shape[0]):
            stands = LOST if skip[begin + j] else SURE
            for k in range(group_first[g], group_first[g + 1]):
                n = group_node[k]
                if sums[1, n, j] < 0:
                    stands = LOST
                elif sums[0, n, j] < 0 and stands == SURE:
                    stands = OPEN
            group[g, j] = stands
            if stands == OPEN:
                undecided[j] = 1
            elif stands == SURE:
                whole[g, begin + j] += 1
            else:
                lost = True
        found += undecided[j]
        if not lost and not undecided[j]:
            whole[group.shape[0], begin + j] += 1
    return found


@compiled
def want(width: int, circuit: Circuit, bunch: Bunch) -> None:  # pragma: compiled
    """Find the thresholds, tests and rows that must be worked out lane by lane.

    Parameters
    ----------
    bunch : Bunch
        `needed` and `wanted` are overwritten, `asked` is not kept; tests that no open group
        turns on are closed.
    """
    part_first, part, first, node = circuit.part_first, circuit.part, circuit.first, circuit.node
    group_first, group_node = circuit.group_first, circuit.group_node
    link_first, leader, row_first = circuit.link_first, circuit.leader, circuit.row_first
    sums, group, stand, open_ = bunch.sums, bunch.group, bunch.stand, bunch.open
    needed, wanted = bunch.needed, bunch.wanted
    useful = bunch.asked  # not yet in use
    for n in range(needed.shape[0]):
        for j in range(width):
            needed[n, j] = 0
    for g in range(group.shape[0]):
        for k in range(group_first[g], group_first[g + 1]):
            n = group_node[k]
            for j in range(width):
                needed[n, j] |= group[g, j] == OPEN and sums[0, n, j] < 0
    for n in range(needed.shape[0] - 1, -1, -1):
        for k in range(part_first[n], part_first[n + 1]):
            p = part[k]
            for j in range(width):
                needed[p, j] |= needed[n, j] and sums[0, p, j] < 0 and sums[1, p, j] >= 0
    for r in range(wanted.shape[0]):
        for j in range(width):
            wanted[r, j] = 0
    for r in range(wanted.shape[0] - 1, -1, -1):
        for t in range(row_first[r], row_first[r + 1]):
            for j in range(width):
                useful[t, j] = 0
            for e in range(first[t], first[t + 1]):
                n = node[e]
                for j in range(width):
                    useful[t, j] |= needed[n, j]
            for j in range(width):
                open_[t, j] &= useful[t, j]
            for j in range(width):
                wanted[r, j] |= LANES * open_[t, j]
        for i in range(link_first[r], link_first[r + 1]):
            up = leader[i]
            for j in range(width):
                if wanted[r, j] and stand[0, up, j] != stand[1, up, j]:
                    wanted[up, j] |= LEADS
                    wanted[r, j] |= HEARS

"""What changing a plan does to margins, votes and gates, row by touched row."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray, SingleArray
from leveltwo.core.compiled import compiled

ZERO = np.float32(0)
ONE = np.float32(1)
NEAR = np.float32(0.9)
"""What a draw that only just fails counts, of one that passes."""


@compiled
def shift(  # pragma: compiled
    number: int,
    who: IntArray,
    new: IntArray,
    old: IntArray,
    flag: BoolArray,
    first_column: IntArray,
    gain: SingleArray,
    margin: SingleArray,
    trial: SingleArray,
) -> None:
    """Margins, without cues heard anew, of flagged rows after one or two variables changed."""
    a = first_column[who[0]] + new[0]
    b = first_column[who[0]] + old[0]
    if number == 1:
        for r in range(margin.shape[0]):
            if flag[r]:
                for d in range(margin.shape[1]):
                    trial[r, d] = margin[r, d] + (gain[a, r, d] - gain[b, r, d])
        return
    p = first_column[who[1]] + new[1]
    q = first_column[who[1]] + old[1]
    for r in range(margin.shape[0]):
        if flag[r]:
            for d in range(margin.shape[1]):
                more = gain[p, r, d] - gain[q, r, d]
                trial[r, d] = margin[r, d] + (gain[a, r, d] - gain[b, r, d]) + more


@compiled
def cross(  # pragma: compiled
    flag: BoolArray,
    chosen: IntArray,
    first_column: IntArray,
    line_first: IntArray,
    line_column: IntArray,
    lifter_first: IntArray,
    lifter: IntArray,
    crossed: BoolArray,
) -> None:
    """Mark the flagged rows whose red lines a plan crosses."""
    for r in range(flag.shape[0]):
        if flag[r]:
            crossed[r] = False
            for i in range(line_first[r], line_first[r + 1]):
                taken = False
                for v in range(chosen.shape[0]):
                    taken |= first_column[v] + chosen[v] == line_column[i]
                for j in range(lifter_first[i], lifter_first[i + 1]):
                    taken &= chosen[lifter[j]] != 1
                crossed[r] |= taken


@compiled
def hear(  # pragma: compiled
    sign: int,
    flag: BoolArray,
    margin: SingleArray,
    crossed: BoolArray,
    link_first: IntArray,
    leader: IntArray,
    plus: SingleArray,
    minus: SingleArray,
    for_level: SingleArray,
    against_level: SingleArray,
    into: SingleArray,
) -> None:
    """Add (or take back, if the sign is -1) what the votes of flagged leaders are worth."""
    factor = np.float32(sign)
    for r in range(flag.shape[0]):
        for i in range(link_first[r], link_first[r + 1]):
            up = leader[i]
            if not flag[up]:
                continue
            if crossed[up]:
                for d in range(into.shape[1]):
                    into[r, d] += factor * minus[i, d]
            else:
                for d in range(into.shape[1]):
                    yes = margin[up, d] >= for_level[up, d]
                    no = margin[up, d] < against_level[up, d]
                    into[r, d] += factor * (plus[i, d] if yes else minus[i, d] if no else ZERO)


@compiled
def count(  # pragma: compiled
    flag: BoolArray,
    margin: SingleArray,
    crossed: BoolArray,
    trial: SingleArray,
    trial_crossed: BoolArray,
    level: SingleArray,
    test_first: IntArray,
    entry_first: IntArray,
    node: IntArray,
    weight: SingleArray,
    sharp: float,
    score: SingleArray,
) -> None:
    """Add to the thresholds the votes of flagged rows at their new margins, less the old.

    Parameters
    ----------
    crossed, trial_crossed : BoolArray
        Shape (rows,): rows whose votes count for nothing, before and after.
    sharp : float
        One over the points by which a voter may be short and still count a little.
    score : SingleArray
        Shape (2, thresholds, draws): with whole votes, and with part votes.
    """
    steep = np.float32(sharp)
    for r in range(flag.shape[0]):
        if not flag[r]:
            continue
        for t in range(test_first[r], test_first[r + 1]):
            for e in range(entry_first[t], entry_first[t + 1]):
                n = node[e]
                old = ZERO if crossed[r] else weight[e]
                new = ZERO if trial_crossed[r] else weight[e]
                for d in range(margin.shape[1]):
                    a = trial[r, d] - level[t, d]
                    b = margin[r, d] - level[t, d]
                    score[0, n, d] += (new if a >= ZERO else ZERO) - (old if b >= ZERO else ZERO)
                    part = new * min(max(ONE + a * steep, ZERO), ONE)
                    score[1, n, d] += part - old * min(max(ONE + b * steep, ZERO), ONE)


@compiled
def begin(  # pragma: compiled
    chosen: IntArray,
    first_column: IntArray,
    base: SingleArray,
    gain: SingleArray,
    own_base: SingleArray,
    own_gain: SingleArray,
    start: SingleArray,
    flag: BoolArray,
    margin: SingleArray,
    own: SingleArray,
    score: SingleArray,
) -> None:
    """Margins before cues, and what passing is worth, from scratch; thresholds without votes."""
    rows, draws = base.shape
    for r in range(rows):
        flag[r] = True
        for d in range(draws):
            margin[r, d] = base[r, d]
    for d in range(draws):
        own[d] = own_base[d]
    for v in range(chosen.shape[0]):
        c = first_column[v] + chosen[v]
        for d in range(draws):
            own[d] += own_gain[c, d]
        for r in range(rows):
            for d in range(draws):
                margin[r, d] += gain[c, r, d]
    for n in range(start.shape[0]):
        for d in range(draws):
            score[0, n, d] = start[n]
            score[1, n, d] = start[n]


@compiled
def attempt(  # pragma: compiled
    number: int,
    who: IntArray,
    new: IntArray,
    old: IntArray,
    first_column: IntArray,
    touched: BoolArray,
    own_gain: SingleArray,
    own: SingleArray,
    score: SingleArray,
    flag: BoolArray,
    trial_own: SingleArray,
    trial_score: SingleArray,
) -> None:
    """Flag the rows that a change touches; what passing is worth after it; thresholds as before."""
    for r in range(flag.shape[0]):
        flag[r] = touched[who[0], r] or (number > 1 and touched[who[1], r])
    for d in range(own.shape[0]):
        trial_own[d] = own[d]
    for j in range(number):
        a = first_column[who[j]] + new[j]
        b = first_column[who[j]] + old[j]
        for d in range(own.shape[0]):
            trial_own[d] += own_gain[a, d] - own_gain[b, d]
    copy_score(score, trial_score)


@compiled
def copy_score(score: SingleArray, into: SingleArray) -> None:  # pragma: compiled
    """Copy thresholds."""
    for n in range(score.shape[1]):
        for d in range(score.shape[2]):
            into[0, n, d] = score[0, n, d]
            into[1, n, d] = score[1, n, d]


@compiled
def accept(  # pragma: compiled
    flag: BoolArray,
    trial_margin: SingleArray,
    trial_crossed: BoolArray,
    trial_own: SingleArray,
    trial_score: SingleArray,
    margin: SingleArray,
    crossed: BoolArray,
    own: SingleArray,
    score: SingleArray,
) -> None:
    """Make what was tried the present state."""
    for r in range(flag.shape[0]):
        if flag[r]:
            crossed[r] = trial_crossed[r]
            for d in range(margin.shape[1]):
                margin[r, d] = trial_margin[r, d]
    for d in range(own.shape[0]):
        own[d] = trial_own[d]
    copy_score(trial_score, score)


@compiled
def wire(  # pragma: compiled
    score: SingleArray,
    scale: SingleArray,
    part_first: IntArray,
    part: IntArray,
    part_weight: SingleArray,
    room: SingleArray,
) -> None:
    """Thresholds with what earlier ones add to them, into ``room``."""
    copy_score(score, room)
    for n in range(score.shape[1]):
        for i in range(part_first[n], part_first[n + 1]):
            p = part[i]
            w = part_weight[i]
            steep = ONE / scale[p]
            for d in range(score.shape[2]):
                room[0, n, d] += w if room[0, p, d] >= ZERO else ZERO
                room[1, n, d] += w * min(max(ONE + room[1, p, d] * steep, ZERO), ONE)


@compiled
def sum_up(  # pragma: compiled
    score: SingleArray,
    own: SingleArray,
    scale: SingleArray,
    goal: IntArray,
    part_first: IntArray,
    part: IntArray,
    part_weight: SingleArray,
    width: float,
    slope: float,
    lure: float,
    need: int,
    room: SingleArray,
    sums: SingleArray,
) -> tuple[float, float, int]:
    """What a plan comes to before its price: with the slopes, and as it is; draws that pass."""
    draws = own.shape[0]
    if part.shape[0]:
        wire(score, scale, part_first, part, part_weight, room)
        whole, soft = room[0], room[1]
    else:
        whole, soft = score[0], score[1]
    for d in range(draws):
        sums[0, d] = ZERO
        sums[1, d] = ZERO
    for g in range(goal.shape[0]):
        n = goal[g]
        steep = ONE / scale[n]
        for d in range(draws):
            sums[0, d] += ONE if whole[n, d] < ZERO else ZERO
            sums[1, d] += min(max(-soft[n, d] * steep, ZERO), ONE)
    steep = np.float32(1.0 / width)
    hope = 0.0
    real = 0.0
    near = 0.0
    passed = 0
    for d in range(draws):
        if sums[0, d] == ZERO:
            passed += 1
            real += own[d]
        else:
            share = NEAR * max(ZERO, ONE - sums[1, d] * steep)
            near += share
            hope += share * max(own[d], ZERO) - slope * sums[1, d]
    hope += real + lure * min(float(need), passed + near)
    return hope / draws, real / draws, passed

"""Deals that pass gates which hear one person only, counted without listing them.

In the certain case such gates depend on one margin, a sum over issues. Sums of the first half of
the issues are held against sorted sums of the other (Horowitz & Sahni 1974): ten million million
deals take as long as a few million.
"""

from __future__ import annotations

from collections.abc import Collection
from math import prod

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.counting import Counter, counter
from leveltwo.core.table import Table

MOST_SUMS = 4_000_000
"""Sums of either half at most."""


def lone_count(table: Table, moves: Collection[str], side: str) -> int | None:
    """Combinations of options that pass one side's gates.

    Parameters
    ----------
    table : Table
        The numbers; one draw.
    moves : collection of str
        Moves in force.
    side : str
        The side.

    Returns
    -------
    int or None
        Constraints are left out of account. None if it does not apply: where there are
        several draws, where more than one constituency is asked or heard, or where either
        half of the issues has more than `MOST_SUMS` combinations. Time grows with the
        square root of all combinations, times its logarithm.
    """
    if table.draws > 1:
        return None
    one = counter(table, moves, [side])
    if len(one.circuit.leads) != 1:
        return None
    issues = [v for v in table.layout.variables if not v.is_move]
    gains = [_kept(one, v.first, len(v.options)) for v in issues]
    half = _middle([len(gain) for gain in gains])
    if max(prod(map(len, gains[:half])), prod(map(len, gains[half:]))) > MOST_SUMS:
        return None
    first, last = _sums(gains[:half]), np.sort(_sums(gains[half:]))
    levels = sorted(set(one.figures.level[0].tolist()))
    reach = [_reaching(first, last, level - one.figures.base[0, 0]) for level in levels]
    everything = prod(len(v.options) for v in issues)
    found = everything - len(first) * len(last) if _passes(one, -np.inf) else 0
    steps = [-np.inf, *levels], [len(first) * len(last), *reach], [*reach, 0]
    return found + sum(
        more - fewer for at, more, fewer in zip(*steps, strict=True) if _passes(one, at)
    )


def _kept(one: Counter, first: int, options: int) -> FloatArray:
    """What each option of an issue adds, but for those that cross a red line."""
    columns = slice(first, first + options)
    gain: FloatArray = one.figures.gain[0, 0, columns]
    return gain[~one.refused[0, columns]]


def _middle(sizes: list[int]) -> int:
    """How many issues make up the first half, so that neither has many combinations."""
    return min(range(len(sizes) + 1), key=lambda k: max(prod(sizes[:k]), prod(sizes[k:])))


def _sums(gains: list[FloatArray]) -> FloatArray:
    total = np.zeros(1)
    for gain in gains:
        total = (total[:, None] + gain).reshape(-1)
    return total


def _reaching(first: FloatArray, last: FloatArray, need: float) -> int:
    """Pairs of sums that come to at least what is needed."""
    return int((len(last) - np.searchsorted(last, need - first, side="left")).sum())


def _passes(one: Counter, margin: float) -> bool:
    """Whether the gates pass at some margin."""
    circuit = one.circuit
    score = circuit.start.copy()
    for t, level in enumerate(one.figures.level[0].tolist()):
        entries = slice(circuit.first[t], circuit.first[t + 1])
        if margin >= level:
            np.add.at(score, circuit.node[entries], circuit.weight[entries])
    for i in range(len(score)):
        parts = slice(circuit.part_first[i], circuit.part_first[i + 1])
        score[i] += circuit.part_weight[parts][score[circuit.part[parts]] >= 0].sum()
    return bool((score[circuit.group_node] >= 0).all())

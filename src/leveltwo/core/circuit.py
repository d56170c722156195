"""A program laid out for counting many deals: draws first, tests by row, weights whole.

The inner loops of the map take one draw at a time and let deals lie side by side, so every
array here has draws first. Its parts are named tuples of arrays, which the compiler takes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, RealArray, WholeArray
from leveltwo.core.program import Program

SMALL = 2**31 - 1
"""Sums no larger than this are kept in 32 bits."""


class Figures(NamedTuple):
    """The numbers of every draw, points.

    Parameters
    ----------
    gain : FloatArray
        Shape (draws, rows, columns): what each option of each issue adds.
    base : FloatArray
        Shape (draws, rows): moves in force included.
    level : FloatArray
        Shape (draws, tests): what a margin must reach.
    plus, minus : FloatArray
        Shape (draws, links): what a follower gets from a leader for, or against.
    for_level, against_level : FloatArray
        Shape (draws, rows): margin from which a row is for, below which it is against.
    """

    gain: FloatArray
    base: FloatArray
    level: FloatArray
    plus: FloatArray
    minus: FloatArray
    for_level: FloatArray
    against_level: FloatArray


class Circuit(NamedTuple):
    """Who is tested and heard where, and what passing adds to which threshold.

    Parameters
    ----------
    row_first : IntArray
        Shape (rows + 1,): where each row's tests begin.
    first, node, weight : IntArray, IntArray, WholeArray
        What each test adds to which threshold, from ``first[t]`` to ``first[t + 1]``.
    start : FloatArray
        Shape (thresholds,): the sum before any test passes, less the threshold's level.
    link_first, leader : IntArray
        Whom each row hears, from ``link_first[r]`` to ``link_first[r + 1]``.
    leads, abstains : IntArray
        Shape (rows,): 1 where somebody hears a row; where it may abstain.
    part_first, part, part_weight : IntArray, IntArray, WholeArray
        Earlier thresholds that feed each threshold.
    group_first, group_node : IntArray
        The thresholds that must all pass for each group of gates.
    """

    row_first: IntArray
    first: IntArray
    node: IntArray
    weight: WholeArray
    start: FloatArray
    link_first: IntArray
    leader: IntArray
    leads: IntArray
    abstains: IntArray
    part_first: IntArray
    part: IntArray
    part_weight: WholeArray
    group_first: IntArray
    group_node: IntArray


def figures(program: Program, done: BoolArray, columns: IntArray) -> Figures:
    """The numbers of a program with some moves in force.

    Parameters
    ----------
    program : Program
        The program.
    done : BoolArray
        Shape (variables,): the moves in force.
    columns : IntArray
        The columns of issues; others are left out.
    """
    exact, cues = program.exact, program.cues
    order = np.argsort(exact.row, kind="stable")
    added = program.first_column[:-1][done] + 1
    return Figures(
        gain=np.ascontiguousarray(program.gain[columns].transpose(2, 1, 0)),
        base=_draws_first(program.base + program.gain[added].sum(axis=0)),
        level=_draws_first(exact.level[order]),
        plus=_draws_first(cues.plus),
        minus=_draws_first(cues.minus),
        for_level=_draws_first(cues.for_level),
        against_level=_draws_first(cues.against_level),
    )


def circuit(program: Program) -> Circuit:
    """The structure of a program, its tests in the order of their rows."""
    exact, cues, wiring = program.exact, program.cues, program.wiring
    rows = np.arange(len(program.rows) + 1)
    order = np.argsort(exact.row, kind="stable")
    entries = [np.arange(exact.first[t], exact.first[t + 1]) for t in order]
    entry = np.concatenate([np.empty(0, dtype=np.int64), *entries])
    wide = _wide(program)
    return Circuit(
        row_first=np.searchsorted(exact.row[order], rows),
        first=np.concatenate([[0], np.cumsum([len(e) for e in entries])]).astype(np.int64),
        node=exact.node[entry],
        weight=_whole(exact.weight[entry], wide=wide),
        start=exact.start,
        link_first=np.searchsorted(cues.follower, rows),
        leader=cues.leader,
        leads=np.isin(rows[:-1], cues.leader).astype(np.int64),
        abstains=(cues.for_level != cues.against_level).any(axis=1).astype(np.int64),
        part_first=wiring.first,
        part=wiring.part,
        part_weight=_whole(wiring.weight, wide=wide),
        group_first=wiring.group_first,
        group_node=wiring.group_node,
    )


def _draws_first(rows: RealArray) -> FloatArray:
    return np.ascontiguousarray(rows.T)


def _wide(program: Program) -> bool:
    """Whether some threshold may come to a sum that 32 bits do not hold."""
    exact, wiring = program.exact, program.wiring
    most = np.abs(exact.start).max(initial=0) + np.abs(exact.weight).sum()
    return bool(most + np.abs(wiring.weight).sum() > SMALL)


def _whole(weights: FloatArray, *, wide: bool) -> WholeArray:
    return weights.astype(np.int64) if wide else weights.astype(np.int32)

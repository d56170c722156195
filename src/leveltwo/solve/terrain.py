"""A problem in single precision, laid out so that one change of a plan is cheap to work out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.memory import reserve
from leveltwo.core.program import Tests
from leveltwo.solve.bounding import REMEDY
from leveltwo.solve.problem import Problem
from leveltwo.solve.rules import Rules

SINGLE = np.float32


class Terrain(NamedTuple):
    """What local search walks on.

    Parameters
    ----------
    gain, base, own, own_base, price, first_column, need
        As in `Exact`; arrays over draws in single precision.
    option, option_first : IntArray
        Options allowed of each variable, from ``option_first[v]`` to ``option_first[v + 1]``.
    open_ : IntArray
        Variables with at least two of them.
    touched : BoolArray
        Shape (variables, rows): rows whose vote may change with the variable, cues included.
    level, test_first, entry_first, node, weight
        Tests of each row, and what passing each adds to which thresholds.
    start, scale : SingleArray
        Shape (thresholds,): the sum before any test passes; the shortfall that counts as 1.
    link_first, leader, plus, minus, for_level, against_level
        Whom each row hears, and what their votes are worth.
    line_first, line_column, lifter_first, lifter
        Red lines of each row, and the moves that lift each.
    part_first, part, part_weight, goal
        Earlier thresholds that feed each, and those that must pass.
    rule_first, rule : IntArray
        Forbidden combinations in which each variable stands.
    """

    gain: SingleArray
    base: SingleArray
    own: SingleArray
    own_base: SingleArray
    price: FloatArray
    first_column: IntArray
    need: int
    option: IntArray
    option_first: IntArray
    open_: IntArray
    touched: BoolArray
    level: SingleArray
    test_first: IntArray
    entry_first: IntArray
    node: IntArray
    weight: SingleArray
    start: SingleArray
    scale: SingleArray
    link_first: IntArray
    leader: IntArray
    plus: SingleArray
    minus: SingleArray
    for_level: SingleArray
    against_level: SingleArray
    line_first: IntArray
    line_column: IntArray
    lifter_first: IntArray
    lifter: IntArray
    part_first: IntArray
    part: IntArray
    part_weight: SingleArray
    goal: IntArray
    rule_first: IntArray
    rule: IntArray


def terrain(problem: Problem) -> Terrain:
    """Lay a problem out.

    Raises
    ------
    TooLarge
        If it would take too much memory.
    """
    exact, cues, lines = problem.exact, problem.exact.cues, problem.exact.lines
    reserve("search", 4 * exact.gain.size, REMEDY)
    rows = len(exact.base)
    by_row = np.argsort(exact.tests.row, kind="stable")
    tests = _sorted(exact.tests, by_row)
    heard = np.argsort(cues.follower, kind="stable")
    drawn = np.argsort(lines.row, kind="stable")
    lifters = [lines.lifter[lines.first[i] : lines.first[i + 1]] for i in drawn]
    counts = problem.allowed.sum(axis=1)
    rule_first, rule = _rules_by_variable(problem.rules, len(counts))
    return Terrain(
        gain=exact.gain.astype(SINGLE),
        base=exact.base.astype(SINGLE),
        own=exact.own.astype(SINGLE),
        own_base=exact.own_base.astype(SINGLE),
        price=exact.price,
        first_column=exact.first_column,
        need=exact.need,
        option=np.nonzero(problem.allowed)[1],
        option_first=_starts(counts),
        open_=np.flatnonzero(counts > 1),
        touched=_touched(problem),
        level=tests.level.astype(SINGLE),
        test_first=_starts(np.bincount(tests.row, minlength=rows)),
        entry_first=tests.first,
        node=tests.node,
        weight=tests.weight.astype(SINGLE),
        start=tests.start.astype(SINGLE),
        scale=_scale(problem),
        link_first=_starts(np.bincount(cues.follower, minlength=rows)),
        leader=cues.leader[heard],
        plus=cues.plus[heard].astype(SINGLE),
        minus=cues.minus[heard].astype(SINGLE),
        for_level=cues.for_level.astype(SINGLE),
        against_level=cues.against_level.astype(SINGLE),
        line_first=_starts(np.bincount(lines.row, minlength=rows)),
        line_column=lines.column[drawn],
        lifter_first=_starts([len(each) for each in lifters]),
        lifter=np.concatenate([np.empty(0, dtype=np.int64), *lifters]),
        part_first=exact.wiring.first,
        part=exact.wiring.part,
        part_weight=exact.wiring.weight.astype(SINGLE),
        goal=exact.wiring.group_node,
        rule_first=rule_first,
        rule=rule,
    )


def _sorted(tests: Tests, order: IntArray) -> Tests:
    """The same tests in another order."""
    entries = [np.arange(tests.first[t], tests.first[t + 1]) for t in order]
    index = np.concatenate([np.empty(0, dtype=np.int64), *entries])
    return tests._replace(
        row=tests.row[order],
        level=tests.level[order],
        first=_starts([len(each) for each in entries]),
        node=tests.node[index],
        weight=tests.weight[index],
    )


def _scale(problem: Problem) -> SingleArray:
    """By threshold: how far below its level it starts, or its heaviest weight if that is more."""
    tests, wiring = problem.exact.tests, problem.exact.wiring
    scale = np.maximum(-tests.start, 1e-6)
    np.maximum.at(scale, tests.node, np.abs(tests.weight))
    fed = np.repeat(np.arange(len(scale)), np.diff(wiring.first))
    np.maximum.at(scale, fed, wiring.weight)
    return scale.astype(SINGLE)


def _touched(problem: Problem) -> BoolArray:
    """Rows that a variable reaches by its options, by red lines, or over those they follow."""
    exact, lines = problem.exact, problem.exact.lines
    found = np.zeros((len(problem.allowed), len(exact.base)), dtype=np.bool_)
    for v, first in enumerate(exact.first_column[:-1]):
        gain = exact.gain[first + np.flatnonzero(problem.allowed[v])]
        found[v] = (gain.max(axis=0) > gain.min(axis=0)).any(axis=1)
    owner = np.searchsorted(exact.first_column, lines.column, side="right") - 1
    found[owner, lines.row] = True
    found[lines.lifter, np.repeat(lines.row, np.diff(lines.first))] = True
    for leader, follower in zip(exact.cues.leader, exact.cues.follower, strict=True):
        found[:, follower] |= found[:, leader]
    return found


def _rules_by_variable(rules: Rules, variables: int) -> tuple[IntArray, IntArray]:
    owner = np.repeat(np.arange(len(rules.first) - 1), np.diff(rules.first))
    order = np.argsort(rules.variable, kind="stable")
    return _starts(np.bincount(rules.variable, minlength=variables)), owner[order]


def _starts(lengths: Iterable[int]) -> IntArray:
    return np.concatenate([[0], np.cumsum(np.fromiter(lengths, dtype=np.int64))])

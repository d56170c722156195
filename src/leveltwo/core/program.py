"""The table flattened for the compiled loops.

A program holds, for some of a layout's gates, the rows that matter, the tests a margin must
pass to count as a vote, and the thresholds those votes add up to. Every kernel, exact or
bounding, runs the same program. Its parts are named tuples of arrays, which the compiler takes
as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import TOLERANCE, FloatArray, IntArray, RealArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.table import Table


class Tests(NamedTuple):
    """Which margins are tested and what passing adds to which threshold.

    Parameters
    ----------
    row : IntArray
        Shape (tests,), the row whose margin is tested.
    level : FloatArray
        Shape (tests, draws), points the margin must reach.
    first : IntArray
        Shape (tests + 1,): where each test's entries begin in `node` and `weight`.
    node, weight : IntArray, FloatArray
        Shape (entries,): what passing adds, and where.
    start : FloatArray
        Shape (thresholds,): the sum before any test passes, less the threshold's level.
    """

    row: IntArray
    level: RealArray
    first: IntArray
    node: IntArray
    weight: FloatArray
    start: FloatArray


class Cues(NamedTuple):
    """Follow-links between rows, leaders first.

    Parameters
    ----------
    leader, follower : IntArray
        Shape (links,), rows.
    plus, minus : FloatArray
        Shape (links, draws), points if the leader is for, or against.
    for_level, against_level : FloatArray
        Shape (rows, draws): margin at or above which a row is for, below which against.
    """

    leader: IntArray
    follower: IntArray
    plus: RealArray
    minus: RealArray
    for_level: RealArray
    against_level: RealArray


class Wiring(NamedTuple):
    """How thresholds feed each other, and which must pass for each group of gates.

    Parameters
    ----------
    first, part, weight : IntArray, IntArray, FloatArray
        Earlier thresholds that feed each threshold, from ``first[i]`` to ``first[i + 1]``.
    group_first, group_node : IntArray
        The thresholds that must all pass for each group.
    """

    first: IntArray
    part: IntArray
    weight: FloatArray
    group_first: IntArray
    group_node: IntArray


class RedLines(NamedTuple):
    """Red lines on rows.

    Parameters
    ----------
    row, column : IntArray
        Shape (lines,).
    first, lifter : IntArray
        Variables of the moves that lift each line, from ``first[i]`` to ``first[i + 1]``.
    """

    row: IntArray
    column: IntArray
    first: IntArray
    lifter: IntArray


@dataclass(frozen=True)
class Program:
    """Everything the compiled loops need, in plain arrays.

    Parameters
    ----------
    rows : IntArray
        The blocs that matter, in topological order.
    base : FloatArray
        Shape (rows, draws).
    gain : FloatArray
        Shape (columns, rows, draws).
    first_column : IntArray
        Shape (variables + 1,): where each variable's columns begin.
    exact, optimistic : Tests
        Tests of votes as they are, and as they could at best be at a given best margin.
    cues : Cues
    wiring : Wiring
    red_lines : RedLines
    """

    rows: IntArray
    base: FloatArray
    gain: FloatArray
    first_column: IntArray
    exact: Tests
    optimistic: Tests
    cues: Cues
    wiring: Wiring
    red_lines: RedLines


def flatten(table: Table, groups: Iterable[Iterable[GateRow]]) -> Program:
    """The program of some groups of gates.

    Parameters
    ----------
    table : Table
        The numbers.
    groups : iterable of iterables of GateRow
        Each group passes when all its gates pass.
    """
    grouped = [list(group) for group in groups]
    flat = _Flattener(table, grouped)
    layout = table.layout
    whole = len(flat.rows) == len(layout.blocs)
    return Program(
        rows=np.array(flat.rows, dtype=np.int64),
        base=table.base[flat.rows],
        gain=table.gain if whole else np.ascontiguousarray(table.gain[:, flat.rows]),
        first_column=np.array(
            [v.first for v in layout.variables] + [layout.columns], dtype=np.int64
        ),
        exact=flat.tests(optimistic=False),
        optimistic=flat.tests(optimistic=True),
        cues=flat.cues(),
        wiring=flat.wiring(),
        red_lines=flat.red_lines(),
    )


class _Flattener:
    """Numbers the rows and thresholds that some gates need."""

    def __init__(self, table: Table, groups: list[list[GateRow]]) -> None:
        self.table = table
        self.layout: Layout = table.layout
        self.groups = groups
        gates = {(gate.side, gate.key): gate for group in groups for gate in group}
        nodes = [i for key in sorted(gates) for i in gates[key].nodes]
        self.node = {old: new for new, old in enumerate(nodes)}
        self.nodes = [self.layout.thresholds.nodes[i] for i in nodes]
        self.rows = self._needed_rows()
        self.row = {bloc: i for i, bloc in enumerate(self.rows)}

    def _needed_rows(self) -> list[int]:
        voters = {v for node in self.nodes for v in (*node.for_, *node.against)}
        rows = {self.layout.voters[v].bloc for v in voters}
        for link in reversed(self.layout.cues):
            if link.follower in rows:
                rows.add(link.leader)
        return sorted(rows)

    def levels(self, voter: int) -> tuple[FloatArray, FloatArray]:
        """Levels of a bloc's margin at which a voter is for, and not against."""
        table, bloc = self.table, self.layout.voters[voter].bloc
        shift = TOLERANCE + table.offset[voter]
        return table.band[bloc] - shift, -table.band[bloc] - shift

    def tests(self, *, optimistic: bool) -> Tests:
        """One test for each voter and level that matters, with what passing it adds."""
        start = np.array([-float(node.level) for node in self.nodes])
        entries: dict[tuple[int, bool], list[tuple[int, float]]] = {}
        for i, node in enumerate(self.nodes):
            for voter in sorted({*node.for_, *node.against}):
                abstains = bool(self.table.band[self.layout.voters[voter].bloc].any())
                states = _states(
                    node.for_.get(voter, 0),
                    node.against.get(voter, 0),
                    abstains=abstains,
                    optimistic=optimistic,
                )
                start[i] += states[0]
                for is_for, rise in ((False, states[1] - states[0]), (True, states[2] - states[1])):
                    if rise:
                        entries.setdefault((voter, is_for), []).append((i, float(rise)))
        return self._tests(entries, start)

    def _tests(
        self, entries: dict[tuple[int, bool], list[tuple[int, float]]], start: FloatArray
    ) -> Tests:
        keys = sorted(entries)
        pairs = [pair for key in keys for pair in entries[key]]
        levels = [self.levels(voter)[0 if is_for else 1] for voter, is_for in keys]
        return Tests(
            row=_ints(self.row[self.layout.voters[voter].bloc] for voter, _ in keys),
            level=np.array(levels).reshape(len(keys), self.table.draws),
            first=_starts(len(entries[key]) for key in keys),
            node=_ints(node for node, _ in pairs),
            weight=np.array([rise for _, rise in pairs], dtype=np.float64),
            start=start,
        )

    def cues(self) -> Cues:
        """Links between rows that matter."""
        kept = [(i, link) for i, link in enumerate(self.layout.cues) if link.follower in self.row]
        index = [i for i, _ in kept]
        levels = [self.levels(bloc) for bloc in self.rows]
        shape = len(self.rows), self.table.draws
        return Cues(
            leader=_ints(self.row[link.leader] for _, link in kept),
            follower=_ints(self.row[link.follower] for _, link in kept),
            plus=self.table.cue_for[index],
            minus=self.table.cue_against[index],
            for_level=np.array([level for level, _ in levels]).reshape(shape),
            against_level=np.array([level for _, level in levels]).reshape(shape),
        )

    def wiring(self) -> Wiring:
        """Links between thresholds, and the groups."""
        parts = [
            [(self.node[old], float(n)) for old, n in sorted(node.passed.items())]
            for node in self.nodes
        ]
        return Wiring(
            first=_starts(len(part) for part in parts),
            part=_ints(old for part in parts for old, _ in part),
            weight=np.array([n for part in parts for _, n in part], dtype=np.float64),
            group_first=_starts(len(group) for group in self.groups),
            group_node=_ints(self.node[gate.node] for group in self.groups for gate in group),
        )

    def red_lines(self) -> RedLines:
        """Red lines of rows that matter."""
        lines = [line for line in self.layout.red_lines if line.bloc in self.row]
        return RedLines(
            row=_ints(self.row[line.bloc] for line in lines),
            column=_ints(line.column for line in lines),
            first=_starts(len(line.lifters) for line in lines),
            lifter=_ints(v for line in lines for v in line.lifters),
        )


def _states(for_: int, against: int, *, abstains: bool, optimistic: bool) -> tuple[int, int, int]:
    """What a voter adds when against, when abstaining and when for.

    At best, a voter whose best margin would make it for may still turn out lower, where a
    quorum or a veto's quorum counts votes cast: the most of any state it may reach.
    """
    if not abstains:
        top = max(for_, against) if optimistic else for_
        return against, against, top
    if not optimistic:
        return against, 0, for_
    middle = max(0, against)
    return against, middle, max(for_, middle)


def _ints(values: Iterable[int]) -> IntArray:
    return np.array(list(values), dtype=np.int64)


def _starts(lengths: Iterable[int]) -> IntArray:
    return np.concatenate([[0], np.cumsum(list(lengths))]).astype(np.int64)

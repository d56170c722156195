"""The question in the plain terms that general solvers take: sums, tests, gates."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.table import Table
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import Problem, pose


@dataclass(frozen=True)
class Plain:
    """A question without cues, red lines, abstention, side rules or floors.

    A test is one voter in one gate. It is passed in a draw if
    ``base[test, draw] + sum(gain[chosen columns, test, draw]) >= 0``.

    Parameters
    ----------
    problem : Problem
        The question as our own search takes it.
    issues : tuple of IntArray
        Columns of each issue; one of them is chosen.
    moves : IntArray
        Column of each move that may be done, where done; not done adds nothing.
    gain : FloatArray
        Shape (columns, tests, draws), points.
    base : FloatArray
        Shape (tests, draws), points.
    gate, votes : IntArray
        Shape (tests,): the gate that each test counts in, and its votes there.
    need : IntArray
        Shape (gates,): votes that pass each gate; all must pass.
    own, own_base : FloatArray
        Shapes (columns, draws) and (draws,): what passing is worth to us, points.
    price : FloatArray
        Shape (columns,), points.
    """

    problem: Problem
    issues: tuple[IntArray, ...]
    moves: IntArray
    gain: FloatArray
    base: FloatArray
    gate: IntArray
    votes: IntArray
    need: IntArray
    own: FloatArray
    own_base: FloatArray
    price: FloatArray

    @property
    def draws(self) -> int:
        """Number of draws."""
        return int(self.base.shape[1])

    def most(self, gain: FloatArray) -> FloatArray:
        """The most that any plan adds, of what each column adds: shape ``gain.shape[1:]``."""
        issues = np.sum([gain[columns].max(axis=0) for columns in self.issues], axis=0)
        return np.asarray(issues + np.maximum(gain[self.moves], 0).sum(axis=0))

    def least(self, gain: FloatArray) -> FloatArray:
        """The least that any plan adds."""
        return -self.most(-gain)

    def chosen(self, picked: BoolArray) -> IntArray:
        """Options chosen, in the order of our variables, of the columns picked."""
        first = self.problem.exact.first_column
        return np.array([int(np.argmax(picked[a:b])) for a, b in pairwise(first)])


def plain(table: Table) -> Plain:
    """The question about a table: the most value.

    Raises
    ------
    ValueError
        If it holds what the models for general solvers leave out.
    """
    problem = pose(table, Objective())
    exact, tests = problem.exact, problem.exact.tests
    _refuse_more(problem)
    first = exact.first_column
    wide = [i for i, v in enumerate(problem.layout.variables) if not v.is_move]
    moves = [i for i, v in enumerate(problem.layout.variables) if v.is_move]
    return Plain(
        problem=problem,
        issues=tuple(np.arange(first[i], first[i + 1]) for i in wide),
        moves=np.array([first[i] + 1 for i in moves if problem.allowed[i, 1]], dtype=np.int64),
        gain=exact.gain[:, tests.row],
        base=exact.base[tests.row] - tests.level,
        gate=tests.node,
        votes=tests.weight.astype(np.int64),
        need=np.ceil(-tests.start).astype(np.int64),
        own=exact.own,
        own_base=exact.own_base,
        price=exact.price,
    )


def _refuse_more(problem: Problem) -> None:
    exact = problem.exact
    more = {
        "cues": len(exact.cues.leader),
        "red lines": len(exact.lines.row),
        "gates of gates": len(exact.wiring.part),
        "voters who count twice": (np.diff(exact.tests.first) != 1).any(),
        "votes that are no whole positive numbers": (exact.tests.weight % 1 != 0).any()
        or (exact.tests.weight <= 0).any(),
        "side rules": len(problem.rules.variable) + len(problem.rules.limit),
        "a floor": exact.need,
    }
    for what, there in more.items():
        if there:
            raise ValueError(f"The models for general solvers leave out {what}.")

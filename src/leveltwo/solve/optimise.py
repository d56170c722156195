"""The best plan: a good one fast, then proof that there is none better."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.program import Arrays, tuple_of
from leveltwo.core.table import Table
from leveltwo.solve.local import climbs
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import Problem, pose
from leveltwo.solve.result import Found, Status

NODES_PER_LOOK = 256
WIDTH = 3
PAD = np.float32(1e-3)
Watch = Callable[[float, float, int], None]


def optimise(
    table: Table,
    objective: Objective,
    *,
    seconds: float | None = None,
    nodes: int | None = None,
    starts: tuple[IntArray, ...] = (),
    seed: int = 0,
    watch: Watch | None = None,
) -> Found:
    """Find the best plan and prove it, as far as time allows.

    Parameters
    ----------
    table : Table
        The numbers.
    objective : Objective
        What is wanted.
    seconds : float or None
        Time after which the best found so far is returned; None for no limit.
    nodes : int or None
        Partial plans after which it stops likewise; None for no limit.
    starts : tuple of IntArray
        Plans to start from, beside random ones.
    seed : int
        Seed of the random starts.
    watch : callable or None
        Called now and then with the best score, the bound proved and the nodes looked at.

    Returns
    -------
    Found
        ``OPTIMAL`` or ``INFEASIBLE`` if proved, else ``FEASIBLE`` or ``UNKNOWN``.
        The number of nodes can grow exponentially with issues and moves.
    """
    began = time.monotonic()
    search = _Search(pose(table, objective))
    try:
        search.warm(climbs(search.problem, starts, seed, seconds))
        while not search.ended:
            search.step()
            if watch is not None:
                watch(search.score, search.bound, search.nodes)
            if _over(seconds, time.monotonic() - began) or _over(nodes, search.nodes):
                break
    except KeyboardInterrupt:
        return search.found(time.monotonic() - began, interrupted=True)
    return search.found(time.monotonic() - began)


def _over(limit: float | None, spent: float) -> bool:
    return limit is not None and spent >= limit


@dataclass
class _Numbers:
    """The bounding side of a problem, in single precision."""

    loss: FloatArray
    rise: FloatArray
    down: FloatArray
    high: FloatArray
    low: FloatArray
    top: FloatArray


class _Search:
    """The state of one branch and bound between looks."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        program, variables = problem.program, len(problem.layout.variables)
        width = problem.allowed.shape[1]
        numbers = _bounding(problem)
        depth = variables + 2
        rows, draws = program.base.shape
        self.numbers = numbers
        self.best = np.array([-np.inf])
        self.best_chosen = np.full(variables, -1)
        self.state = np.array([0, 0])
        self.domain = np.zeros((depth, variables, width), dtype=np.bool_)
        self.domain[0] = problem.allowed
        self.fixed = np.zeros((depth, variables), dtype=np.bool_)
        self.high = np.zeros((depth, rows, draws), dtype=np.float32)
        self.high[0] = numbers.high
        self.low = np.zeros((depth, *numbers.low.shape), dtype=np.float32)
        self.low[0] = numbers.low
        self.top = np.zeros((depth, draws))
        self.top[0] = numbers.top
        self.paid = np.zeros(depth)
        self.limit = np.full(depth, np.inf)
        self.variable = np.zeros(depth, dtype=np.int64)
        self.child = np.zeros((depth, width), dtype=np.int64)
        self.child_bound = np.full((depth, width), -np.inf)
        self.next_child = np.full(depth, -1)
        self.order = _order(problem, numbers)
        self.owner = np.repeat(np.arange(variables), np.diff(program.first_column))
        self.hopeful, self.hopeful_cues = _hopeful(problem)

    @property
    def ended(self) -> bool:
        """Whether nothing is left to look at."""
        return bool(self.state[0] < 0)

    @property
    def score(self) -> float:
        """The objective of the best plan found."""
        return float(self.best[0])

    @property
    def nodes(self) -> int:
        """Partial plans looked at."""
        return int(self.state[1])

    @property
    def bound(self) -> float:
        """What no plan can exceed, as far as proved."""
        if self.ended:
            return self.score
        open_ = [self.limit[0] if self.next_child[0] < 0 else -np.inf]
        for depth in range(int(self.state[0]) + 1):
            at = int(self.next_child[depth])
            if at < 0:
                open_.append(float(self.limit[depth]))
                continue
            rest = self.child[depth, at:] >= 0
            open_ += self.child_bound[depth, at:][rest].tolist()
        return max(self.score, *open_)

    def warm(self, known: tuple[float, IntArray] | None) -> None:
        """Take over a plan already found."""
        if known is not None and known[0] > self.score:
            self.best[0], self.best_chosen[:] = known

    def step(self) -> None:
        """Look at some more nodes."""
        from leveltwo.solve.search import branch

        p, program = self.problem, self.problem.program
        exact, cues, wiring, lines = program.arrays()
        n = self.numbers
        branch(
            NODES_PER_LOOK, self.state, self.best, self.best_chosen, self.order, WIDTH,
            program.base, program.gain, program.first_column, p.own, p.own_base, p.price, p.need,
            exact, cues, self.owner, n.loss, n.rise, n.down, self.hopeful, self.hopeful_cues,
            wiring, lines, tuple_of(p.rules), self.domain, self.fixed, self.high, self.low,
            self.top, self.paid, self.limit, self.variable, self.child, self.child_bound,
            self.next_child,
        )  # fmt: skip

    def found(self, seconds: float, *, interrupted: bool = False) -> Found:
        """The result as it stands."""
        any_ = bool(np.isfinite(self.best[0]))
        if self.ended:
            status = Status.OPTIMAL if any_ else Status.INFEASIBLE
        else:
            status = Status.FEASIBLE if any_ else Status.UNKNOWN
        chosen = self.best_chosen.copy() if any_ else None
        return Found(
            status, chosen, self.score, self.bound, self.nodes, seconds, interrupted=interrupted
        )


def _bounding(problem: Problem) -> _Numbers:
    """Best and worst still possible at the root, and what each option takes from them."""
    program = problem.program
    loss, rise = np.zeros_like(program.gain), np.zeros_like(program.gain)
    down = np.zeros_like(problem.own)
    high, low = program.base.copy(), program.base.copy()
    top = problem.own_base.copy()
    for v, first in enumerate(program.first_column[:-1]):
        columns = first + np.flatnonzero(problem.allowed[v])
        best, worst = program.gain[columns].max(axis=0), program.gain[columns].min(axis=0)
        own = problem.own[columns].max(axis=0)
        high, low, top = high + best, low + worst, top + own
        loss[columns] = best - program.gain[columns]
        rise[columns] = program.gain[columns] - worst
        down[columns] = own - problem.own[columns]
    single = np.float32
    if not len(program.cues.leader):
        low, rise = low[:0], rise[:, :0]
    return _Numbers(
        loss.astype(single),
        np.ascontiguousarray(rise, dtype=single),
        down,
        high.astype(single),
        low.astype(single),
        top,
    )


def _hopeful(problem: Problem) -> tuple[Arrays, Arrays]:
    """Tests and cues of the bound, their levels moved by more than single precision loses."""
    tests = list(tuple_of(problem.program.optimistic))
    tests[1] = (tests[1] - PAD).astype(np.float32)
    cues = list(tuple_of(problem.program.cues))
    cues[4] = (cues[4] - PAD).astype(np.float32)
    cues[5] = (cues[5] + PAD).astype(np.float32)
    return tuple(tests), tuple(cues)


def _order(problem: Problem, numbers: _Numbers) -> IntArray:
    """Issues before moves; within each, those that can change margins and our gain most."""
    program = problem.program
    weight = np.abs(numbers.loss).mean(axis=(1, 2)) + numbers.down.mean(axis=1)
    reach = np.array(
        [
            weight[a:b].max(initial=0.0)
            for a, b in zip(program.first_column[:-1], program.first_column[1:], strict=True)
        ]
    )
    is_move = np.array([v.is_move for v in problem.layout.variables])
    return np.lexsort((-reach, is_move)).astype(np.int64)

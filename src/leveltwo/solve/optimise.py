"""The best plan: a good one fast, then proof that there is none better."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.table import Table
from leveltwo.solve.bounding import bounding, order, stack
from leveltwo.solve.local import Known, climbs
from leveltwo.solve.objective import Objective
from leveltwo.solve.pace import MOST, Pace
from leveltwo.solve.problem import Problem, pose
from leveltwo.solve.result import Found, Status

ROUNDING = 1e-12
WIDTH = 3
CLIMBING = 0.5
"""Share of the time limit that climbing may take."""
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
    limit = float("inf") if seconds is None else seconds
    pace = Pace(began + limit)
    search = _Search(pose(table, objective))
    _load()
    interrupted = False
    try:
        for known in climbs(search.problem, starts, seed, Pace(began + CLIMBING * limit)):
            search.warm(known)
        while not search.ended and search.left(nodes):
            search.step(pace, search.left(nodes))
            if watch is not None:
                watch(search.score, search.bound, search.nodes)
            if pace.over:
                break
    except KeyboardInterrupt:
        interrupted = True
    return search.found(time.monotonic() - began, interrupted=interrupted)


def _load() -> None:
    """Import the compiled loops: an interrupt meanwhile stops the program, not just the search."""
    import leveltwo.solve.kernels
    import leveltwo.solve.search.tree  # noqa: F401


class _Search:
    """The state of one branch and bound between looks."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.bounds = bounding(problem)
        self.stack = stack(problem, self.bounds)
        self.order = order(problem, self.bounds)
        self.best = np.array([-np.inf])
        self.best_chosen = np.full(len(problem.allowed), -1)
        self.state = np.array([0, 0])

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
        return max([self.score, *self._open()])

    def _open(self) -> Iterator[float]:
        """Bounds of everything not yet looked at: options left at each depth, and the next node."""
        stack = self.stack
        for depth in range(int(self.state[0]) + 1):
            at = int(stack.next_child[depth])
            if at < 0:
                yield float(stack.limit[depth])
            else:
                rest = stack.child[depth, at:] >= 0
                yield from stack.child_bound[depth, at:][rest].tolist()

    def left(self, nodes: int | None) -> int:
        """How many more partial plans may be looked at in one step."""
        return MOST if nodes is None else max(0, min(nodes - self.nodes, MOST))

    def warm(self, known: Known) -> None:
        """Take over a plan already found, if it is better."""
        if known[0] > self.score + ROUNDING:
            self.best[0], self.best_chosen[:] = known

    def step(self, pace: Pace, most: int) -> None:
        """Look at some more nodes."""
        from leveltwo.solve.search.tree import branch

        with pace.look(most) as budget:
            branch(
                budget,
                WIDTH,
                self.state,
                self.best,
                self.best_chosen,
                self.order,
                self.problem.exact,
                self.bounds,
                self.problem.rules,
                self.stack,
            )

    def found(self, seconds: float, *, interrupted: bool) -> Found:
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

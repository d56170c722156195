"""The best plan: a good one fast, then proof that there is none better."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.crew import Crew, Threads
from leveltwo.core.table import Table
from leveltwo.solve.aids import aids_of
from leveltwo.solve.bounding import bounding, ceiling, order
from leveltwo.solve.local import ROUNDS, Known, climbs
from leveltwo.solve.objective import Objective
from leveltwo.solve.pace import Pace
from leveltwo.solve.pool import Exploration, Leftover, Pool
from leveltwo.solve.problem import Problem, pose
from leveltwo.solve.recipe import FULL, Recipe
from leveltwo.solve.result import Found, Status

ROUNDING = 1e-12
CLIMBING = 0.5
"""Share of the time limit that climbing may take."""
SOON = 16000
"""Nodes after which it is time to look longer for good plans."""
Watch = Callable[[float, float, int], None]


def optimise(  # noqa: PLR0913
    table: Table,
    objective: Objective,
    *,
    seconds: float | None = None,
    nodes: int | None = None,
    starts: tuple[IntArray, ...] = (),
    seed: int = 0,
    watch: Watch | None = None,
    crew: Crew | None = None,
    recipe: Recipe = FULL,
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
    crew : Crew or None
        Who does the work; None for threads of this process. The result is the same.
    recipe : Recipe
        What the search is made of.

    Returns
    -------
    Found
        ``OPTIMAL`` or ``INFEASIBLE`` if proved, else ``FEASIBLE`` or ``UNKNOWN``.
        The number of nodes can grow exponentially with issues and moves.
    """
    began = time.monotonic()
    limit = float("inf") if seconds is None else seconds
    pace = Pace(began + limit)
    search = _Search(pose(table, objective), Threads() if crew is None else crew, recipe)
    _load()
    interrupted = False
    try:
        half = Pace(began + CLIMBING * limit)
        if recipe.climb:
            search.climb(starts, seed, half, effort=0)
        while not (search.ended or pace.over or search.spent(nodes)):
            if recipe.climb and not search.easy and nodes is None:
                search.climb((), seed, half, effort=ROUNDS)
                recipe = recipe._replace(climb=False)
            search.round(pace, nodes, watch)
    except KeyboardInterrupt:
        interrupted = True
    return search.found(time.monotonic() - began, interrupted=interrupted)


def _load() -> None:
    """Import the compiled loops: an interrupt meanwhile stops the program, not just the search."""
    import leveltwo.solve.kernels
    import leveltwo.solve.search.anneal
    import leveltwo.solve.search.tree  # noqa: F401


class _Search:
    """The state of one branch and bound between rounds."""

    def __init__(self, problem: Problem, crew: Crew, recipe: Recipe) -> None:
        aids = aids_of(problem)
        bounds = bounding(problem, aids)
        line = order(problem, bounds) if recipe.order else np.arange(len(problem.allowed))
        self.problem = problem
        self.crew = crew
        self.task = Exploration(problem, bounds, aids, line, recipe)
        self.pool = Pool(problem.allowed, ceiling(problem, bounds), bounds.high.size)
        self.score = -np.inf
        self.chosen: IntArray | None = None
        self.nodes = 0

    @property
    def ended(self) -> bool:
        """Whether nothing is left to look at."""
        return self.pool.limit == -np.inf

    @property
    def bound(self) -> float:
        """What no plan can exceed, as far as proved."""
        return max(self.score, self.pool.limit)

    @property
    def easy(self) -> bool:
        """Whether so few nodes have been looked at that a proof may be near."""
        return self.nodes < SOON

    def climb(self, starts: tuple[IntArray, ...], seed: int, pace: Pace, *, effort: int) -> None:
        """Look for good plans."""
        for known in climbs(self.problem, starts, seed, pace, crew=self.crew, effort=effort):
            self.learn(known)

    def spent(self, nodes: int | None) -> bool:
        """Whether as many nodes have been looked at as were allowed."""
        return nodes is not None and self.nodes >= nodes

    def learn(self, known: Known) -> None:
        """Take over a plan, if it is better."""
        if known[0] > self.score + ROUNDING:
            self.score, self.chosen = known

    def round(self, pace: Pace, nodes: int | None, watch: Watch | None) -> None:
        """Look into the most promising partial plans."""
        left = None if nodes is None else nodes - self.nodes
        with closing(self.pool.round(self.task, self.crew, self.score, left)) as results:
            for result in results:
                self._note(result)
                if watch is not None:
                    watch(self.score, self.bound, self.nodes)
                if pace.over:
                    break

    def _note(self, result: Leftover) -> None:
        self.nodes += result.nodes
        if result.chosen[0] >= 0:
            self.learn((result.score, result.chosen))

    def found(self, seconds: float, *, interrupted: bool) -> Found:
        """The result as it stands."""
        if self.ended:
            status = Status.INFEASIBLE if self.chosen is None else Status.OPTIMAL
        else:
            status = Status.UNKNOWN if self.chosen is None else Status.FEASIBLE
        return Found(
            status=status,
            chosen=self.chosen,
            score=self.score,
            bound=self.bound,
            nodes=self.nodes,
            seconds=seconds,
            interrupted=interrupted,
        )

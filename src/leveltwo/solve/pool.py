"""Partial plans not yet looked at, and rounds of looking at the most promising of them."""

from __future__ import annotations

import heapq
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.crew import Crew
from leveltwo.solve.aids import Aids
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.problem import Problem
from leveltwo.solve.recipe import Recipe

PIECES = 32
"""Partial plans looked into in one round, whatever the number of workers."""
FIRST_BUDGET = 128
LARGEST_BUDGET = 2048
FAST_CELLS = 20_000
"""Rows × draws of a case small enough for the largest budget."""
LEAST_BUDGET = 16


class Piece(NamedTuple):
    """One partial plan to look into, with what was known when its round began."""

    domain: BoolArray
    limit: float
    budget: int
    best: float


class Leftover(NamedTuple):
    """What came of it: a better plan, or none; nodes looked at; what is left to look at."""

    score: float
    chosen: IntArray
    nodes: int
    domains: BoolArray
    limits: FloatArray


@dataclass(frozen=True)
class Exploration:
    """The task of looking into one partial plan."""

    problem: Problem
    bounds: Bounding
    aids: Aids
    order: IntArray
    recipe: Recipe

    def __call__(self, piece: Piece) -> Leftover:
        """Look into a partial plan as far as its budget goes."""
        from leveltwo.solve.search.tree import explore

        best, chosen = np.array([piece.best]), np.full(len(self.order), -1)
        nodes, domains, limits = explore(
            piece.domain,
            piece.limit,
            piece.budget,
            best,
            chosen,
            self.order,
            self.recipe,
            self.problem.exact,
            self.bounds,
            self.aids,
            self.problem.rules,
        )
        return Leftover(float(best[0]), chosen, nodes, domains, limits)


class Pool:
    """Partial plans by what they may still be worth.

    Every round takes the most promising, looks into each of them as far as a budget goes, and
    puts back what is left. What a round does depends on earlier rounds alone, and so the
    result does not depend on who does the work.

    Parameters
    ----------
    root : BoolArray
        Shape (variables, most options): everything allowed.
    limit : float
        What no plan can exceed.
    cells : int
        Rows × draws.
    """

    def __init__(self, root: BoolArray, limit: float, cells: int) -> None:
        self._waiting: list[tuple[float, int, BoolArray]] = [(-limit, 0, root)]
        self._working: dict[int, tuple[float, int, BoolArray]] = {}
        self._made = 1
        self._most = max(LEAST_BUDGET, LARGEST_BUDGET * FAST_CELLS // max(cells, FAST_CELLS))
        self._budget = min(FIRST_BUDGET, self._most)

    @property
    def limit(self) -> float:
        """What no plan in it can exceed; minus infinity if it is empty."""
        waiting = -self._waiting[0][0] if self._waiting else -np.inf
        return float(max([waiting, *(-entry[0] for entry in self._working.values())]))

    def round(
        self, task: Exploration, crew: Crew, best: float, nodes: int | None
    ) -> Generator[Leftover, None, None]:
        """Look into the most promising partial plans, putting back what is left.

        Parameters
        ----------
        task : Exploration
            The task.
        crew : Crew
            Who does it.
        best : float
            The objective of the best plan known.
        nodes : int or None
            Nodes to look at at most.

        Yields
        ------
        Leftover
            What came of each. If the round is broken off, the others wait on.
        """
        count = min(PIECES, len(self._waiting))
        left = count * self._budget if nodes is None else nodes
        taken = [heapq.heappop(self._waiting) for _ in range(count)]
        self._working = dict(enumerate(taken))
        pieces = []
        for limit, _, domain in taken:
            budget = min(self._budget, left)
            left -= budget
            pieces.append(Piece(domain, -limit, budget, best))
        self._budget = min(2 * self._budget, self._most)
        results = crew.each(task, pieces)
        try:
            with closing(results):
                for n, result in enumerate(results):
                    del self._working[n]
                    for limit, domain in zip(result.limits.tolist(), result.domains, strict=True):
                        heapq.heappush(self._waiting, (-limit, self._made, domain))
                        self._made += 1
                    yield result
        finally:
            for entry in self._working.values():
                heapq.heappush(self._waiting, entry)
            self._working = {}

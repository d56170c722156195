"""Stability: which terms and moves stay in the best plan if judgements vary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import pinned, sample
from leveltwo.core.layout import Layout
from leveltwo.core.returns import returns
from leveltwo.core.survey import survey
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.record import Stability
from leveltwo.solve.verdict import WORTHLESS

DRAWS = 256
NODES = 300
"""Partial plans that the search of one variant may look at, beside the plans known."""

STARTS = 16
"""Known plans that each search starts from."""


@dataclass
class Variants:
    """Looks for the best plan in variants of a case, one after another.

    A variant is one way in which every judgement could turn out; moods, and whether moves work,
    stay open in it. All variants share the draws of these.

    Parameters
    ----------
    layout : Layout
        The structure.
    objective : Objective
        What is wanted.
    chosen : IntArray or None
        The plan asked about; None for walking away.
    seed : int
        Seed of the variants, and of moods and luck.
    known : list of IntArray
        Plans to start from; those found are added.
    """

    layout: Layout
    objective: Objective
    chosen: Choice
    seed: int
    known: list[IntArray]
    best: list[Choice] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    proved: int = 0

    def explore(self, variants: int, left: Callable[[], float | None]) -> Iterator[int]:
        """Find the best plan of each variant; yield how many are done.

        Parameters
        ----------
        variants : int
            How many.
        left : callable
            Seconds left, None for no limit; it ends when none are, after one at least.
        """
        case = self.layout.case
        drawn = sample(case, variants, self.seed)
        paths = list(survey(case))
        for i in range(variants):
            limit = left()
            if self.best and limit is not None and limit <= 0:
                return
            values = {path: float(np.broadcast_to(drawn[path], variants)[i]) for path in paths}
            self._look(values, limit)
            yield i + 1

    def _look(self, values: dict[str, float], seconds: float | None) -> None:
        table = compile_table(self.layout, pinned(self.layout.case, values, DRAWS, self.seed))
        found = optimise(
            table,
            self.objective,
            starts=tuple(self.known[:STARTS]),
            nodes=NODES,
            seconds=seconds,
            seed=self.seed,
        )
        if found.interrupted:
            raise KeyboardInterrupt
        asked = float(returns(table, [self.chosen])[0].mean())
        best: Choice = found.chosen if found.score > WORTHLESS else None
        worth = float(returns(table, [best])[0].mean())
        if asked >= worth - WORTHLESS:
            best, worth = self.chosen, asked
        self.best.append(best)
        self.losses.append(worth - asked)
        self.proved += found.status in (Status.OPTIMAL, Status.INFEASIBLE)
        if best is not None and not any(np.array_equal(best, plan) for plan in self.known):
            self.known.append(best)

    def result(self) -> Stability:
        """What has been found so far, in one variant at least."""
        plans = [decode(self.layout, plan) for plan in self.best if plan is not None]
        asked = () if self.chosen is None else decode(self.layout, self.chosen).moves
        moves = Counter(move for plan in plans for move in plan.moves)
        losses = np.array(self.losses)
        return Stability(
            variants=len(self.best),
            draws=DRAWS,
            seed=self.seed,
            proved=self.proved,
            walked=sum(plan is None for plan in self.best),
            same=sum(_equal(plan, self.chosen) for plan in self.best),
            moves={m: moves[m] for m in self.layout.case.moves if m in moves or m in asked},
            terms={
                issue: dict(Counter(plan.deal[issue] for plan in plans))
                for issue in self.layout.case.issues
            },
            loss=float(losses.mean()),
            error=float(losses.std() / np.sqrt(len(losses))),
            worst=float(losses.max()),
        )


def _equal(one: Choice, other: Choice) -> bool:
    if one is None or other is None:
        return one is other
    return np.array_equal(one, other)

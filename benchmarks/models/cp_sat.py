"""The question as a constraint program for CP-SAT (OR-Tools), in whole numbers.

One literal for each option, move, vote and passing draw. A vote's literal enforces its
margin; votes that are certain or impossible are settled beforehand; a draw that passes
needs the votes of each gate. The worth of a draw is bounded by its most if it passes, and by
our gain. That a draw whose gates pass counts even if it is a loss is said only where asked for.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.models.answer import Answer
from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray, IntArray

SCALE = 10_000
"""Steps in a point."""
THREADS = 2
Literal: TypeAlias = Any
"""A Boolean variable of CP-SAT, which has no types of its own here."""


def attempt(asked: Plain, counted: BoolArray, seconds: float) -> Answer:
    """The best plan that CP-SAT finds, and its bound; losses count in some draws."""
    began = time.monotonic()
    model = _Model(asked, counted)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = THREADS
    solver.parameters.max_time_in_seconds = seconds
    ready = time.monotonic()
    status = solver.solve(model.model)
    ended = time.monotonic()
    if status in {cp_model.INFEASIBLE, cp_model.MODEL_INVALID}:
        raise ValueError(f"CP-SAT says {solver.status_name(status)}")
    any_ = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    unit = SCALE * asked.draws
    return Answer(
        proved=status == cp_model.OPTIMAL,
        chosen=model.chosen(solver) if any_ else None,
        claimed=solver.objective_value / unit if any_ else -np.inf,
        bound=solver.best_objective_bound / unit,
        building=ready - began,
        seconds=ended - ready,
        rounding=0.5 * (len(asked.issues) + len(asked.moves) + 2) / SCALE,
    )


@dataclass
class _Model:
    """The program while it is built."""

    asked: Plain
    counted: BoolArray
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)

    def __post_init__(self) -> None:
        asked = self.asked
        self.columns = [*np.concatenate(asked.issues).tolist(), *asked.moves.tolist()]
        self.picked = [self.model.new_bool_var(f"x{c}") for c in self.columns]
        at = dict(zip(self.columns, self.picked, strict=True))
        for issue in asked.issues:
            self.model.add_exactly_one(at[c] for c in issue.tolist())
        worths = [self._draw(d) for d in range(asked.draws)]
        prices = np.rint(asked.price[self.columns] * SCALE * asked.draws).astype(int)
        total = sum(w for w in worths if w is not None)
        self.model.maximize(total - self._sum(prices))

    def chosen(self, solver: cp_model.CpSolver) -> IntArray:
        """The plan found."""
        picked = np.zeros(len(self.asked.price), dtype=np.bool_)
        picked[self.columns] = [solver.boolean_value(x) for x in self.picked]
        return self.asked.chosen(picked)

    def _sum(self, coefficients: IntArray) -> Any:
        return cp_model.LinearExpr.weighted_sum(self.picked, coefficients.tolist())

    def _draw(self, d: int) -> Literal | None:
        """What one draw is worth; None if it cannot pass."""
        asked = self.asked
        votes = [self._vote(t, d) for t in range(len(asked.gate))]
        passes = self.model.new_bool_var(f"pass{d}")
        gates: list[Any] = [self._gate(g, votes, passes, d) for g in range(len(asked.need))]
        if any(gate is None for gate in gates):
            return None
        if self.counted[d]:
            self.model.add_bool_or([passes, *(~gate for gate in gates)])
        own = np.rint(asked.own[:, d] * SCALE).astype(int)
        base = round(asked.own_base[d] * SCALE)
        low = base + int(asked.least(own[:, None])[0])
        high = base + int(asked.most(own[:, None])[0])
        if high <= 0 and not self.counted[d]:
            return None
        worth = self.model.new_int_var(min(low, 0), max(high, 0), f"worth{d}")
        self.model.add(worth <= max(high, 0) * passes)
        self.model.add(worth <= self._sum(own[self.columns]) + base - min(low, 0) * (1 - passes))
        return worth

    def _vote(self, t: int, d: int) -> Literal | bool:
        """Whether a voter is for in a draw."""
        asked = self.asked
        gain = np.rint(asked.gain[:, t, d] * SCALE).astype(int)
        base = round(asked.base[t, d] * SCALE)
        if base + asked.least(gain[:, None])[0] >= 0:
            return True
        if base + asked.most(gain[:, None])[0] < 0:
            return False
        vote = self.model.new_bool_var(f"vote{t}_{d}")
        margin = self._sum(gain[self.columns]) + base
        self.model.add(margin >= 0).only_enforce_if(vote)
        if self.counted[d]:
            self.model.add(margin <= -1).only_enforce_if(~vote)
        return vote

    def _gate(self, g: int, votes: list[Literal | bool], passes: Literal, d: int) -> Literal | None:
        """What is true if a gate passes; None if it cannot."""
        asked = self.asked
        ours = np.flatnonzero(asked.gate == g).tolist()
        need = int(asked.need[g]) - sum(int(asked.votes[t]) for t in ours if votes[t] is True)
        open_ = [t for t in ours if not isinstance(votes[t], bool)]
        literals = [votes[t] for t in open_]
        weights = [int(asked.votes[t]) for t in open_]
        if sum(weights) < need:
            return None
        for_ = cp_model.LinearExpr.weighted_sum(literals, weights)
        if need > 0:
            self.model.add(for_ >= need * passes)
        if not self.counted[d]:
            return passes
        gate = self.model.new_bool_var(f"gate{g}_{d}")
        self.model.add(for_ <= need - 1).only_enforce_if(~gate)
        return gate

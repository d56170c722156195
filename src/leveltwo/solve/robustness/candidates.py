"""Candidates: plans that could be best, should a judgement turn out otherwise than guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import without
from leveltwo.core.layout import Layout
from leveltwo.model.compatibility import conflicts
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import usable

Choice = IntArray | None
"""An encoded plan; None for walking away."""


def distinct(plans: Iterable[Choice]) -> list[Choice]:
    """The same plans, each once, in the order in which they first come."""
    found: dict[tuple[int, ...] | None, Choice] = {}
    for plan in plans:
        found.setdefault(None if plan is None else tuple(plan.tolist()), plan)
    return list(found.values())


def neighbours(layout: Layout, objective: Objective, chosen: IntArray) -> Iterator[IntArray]:
    """Plans that differ from one in a single term or move, and what hangs on it.

    A move is left out together with those that need it; one is added if it goes with the others.
    """
    moves = usable(layout, objective)
    for i, variable in enumerate(layout.variables):
        for option in range(len(variable.options)):
            if option == chosen[i] or (variable.is_move and option and variable.key not in moves):
                continue
            other = _changed(layout, chosen, i, option)
            if not any(conflicts(layout.case, decode(layout, other))):
                yield other


def _changed(layout: Layout, chosen: IntArray, index: int, option: int) -> IntArray:
    variable = layout.variables[index]
    if variable.is_move and not option:
        return without(layout, chosen, variable.key)
    other = np.array(chosen)
    other[index] = option
    return other

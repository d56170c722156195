"""How an annealing goes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.solve.problem import EQUAL, Problem


class Schedule(NamedTuple):
    """How an annealing goes from its first level to its last, geometrically.

    Parameters
    ----------
    levels : int
        Levels of equal length.
    hot, cold : float
        Temperature, in mean changes of the objective.
    wide, narrow : float
        Share of a gate's need by which a draw may fail and still count a little.
    soft, firm : float
        Points by which a voter may be short and still count a little.
    steep, flat : float
        What missing a gate wholly costs in a draw, in the unit of the objective.
    pairs : float
        Share of changes that change two variables at once.
    lure : float
        What each draw that passes is worth as long as too few do.
    """

    levels: int
    hot: float
    cold: float
    wide: float
    narrow: float
    soft: float
    firm: float
    steep: float
    flat: float
    pairs: float
    lure: float = 0.0


SCHEDULES = (
    Schedule(
        levels=100, hot=1.0, cold=0.01, wide=1.0, narrow=0.02, soft=20.0, firm=2.0,
        steep=0.05, flat=0.0005, pairs=0.5,
    ),
    Schedule(
        levels=100, hot=0.3, cold=0.003, wide=0.5, narrow=0.05, soft=20.0, firm=1.0,
        steep=0.05, flat=0.0005, pairs=0.8,
    ),
)  # fmt: skip
"""Those that chains take in turn; what suits one problem does not suit another."""


def lured(schedule: Schedule, problem: Problem) -> Schedule:
    """A schedule in the units of a problem.

    What missing a gate costs is given in shares of the most that passing may be worth, or of
    all prices if that is more; and with a floor, passing is worth more than either.
    """
    exact = problem.exact
    top = exact.own_base.copy()
    prices = 0.0
    for v, first in enumerate(exact.first_column[:-1]):
        options = first + np.flatnonzero(problem.allowed[v])
        top += exact.own[options].max(axis=0)
        prices += float(np.ptp(exact.price[options]))
    unit = max(float(np.maximum(top, 0).mean()), prices, EQUAL)
    return schedule._replace(
        steep=schedule.steep * unit,
        flat=schedule.flat * unit,
        lure=2 * unit if exact.need else 0.0,
    )

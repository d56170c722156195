"""What a search found, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.arrays import IntArray


class Status(StrEnum):
    """How a search ended.

    ``OPTIMAL``: proved best. ``FEASIBLE``: best found before it was stopped.
    ``NO_DEAL``: proved that no plan is worth more than walking away.
    ``INFEASIBLE``: proved that no plan meets what was asked.
    ``UNKNOWN``: stopped before anything was found.
    """

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    NO_DEAL = "no_deal"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Found:
    """The result of one search.

    Parameters
    ----------
    status : Status
        How it ended.
    chosen : IntArray or None
        The best plan found, encoded.
    score : float
        What the objective comes to for it (minus infinity if none was found).
    bound : float
        What no plan can exceed.
    nodes : int
        Partial plans looked at.
    seconds : float
        Time taken.
    interrupted : bool
        Whether somebody stopped it.
    """

    status: Status
    chosen: IntArray | None
    score: float
    bound: float
    nodes: int
    seconds: float
    interrupted: bool = False

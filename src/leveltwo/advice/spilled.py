"""What every move does to a plan: the matrix, its traps, and the plan's guard-rails."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.advice.guard_rails import Warned, warnings
from leveltwo.advice.traps import Trap, traps
from leveltwo.core.spill import Spillover
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation


@dataclass(frozen=True)
class Spilled:
    """What every move does to a plan.

    Parameters
    ----------
    matrix : Spillover
        Every move against every audience and gate.
    traps : tuple of Trap
        Moves that had better not be made.
    warnings : tuple of Warned
        Guard-rails of the plan.
    advice : Recommendation or None
        What was advised, where no deal was named.
    """

    matrix: Spillover
    traps: tuple[Trap, ...]
    warnings: tuple[Warned, ...]
    advice: Recommendation | None


def spilled(case: Negotiation, matrix: Spillover, advice: Recommendation | None = None) -> Spilled:
    """The matrix of a plan with what follows from it."""
    return Spilled(matrix, traps(case, matrix), warnings(case, matrix.plan), advice)

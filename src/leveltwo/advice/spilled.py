"""What every move does to a plan: the matrix, its traps, and the plan's guard-rails."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from leveltwo.advice.fallen import all_fallen
from leveltwo.advice.guard_rails import Warned, warnings
from leveltwo.advice.precedents import Match
from leveltwo.advice.traps import Trap, traps
from leveltwo.core.spill import Spillover
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent
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
    fallen : mapping of str to Match
        For each trap, by move, the closest case from history that fell into one, if there is any.
    """

    matrix: Spillover
    traps: tuple[Trap, ...]
    warnings: tuple[Warned, ...]
    advice: Recommendation | None
    fallen: Mapping[str, Match]


def spilled(
    case: Negotiation,
    matrix: Spillover,
    advice: Recommendation | None = None,
    library: Mapping[str, Precedent] | None = None,
    but_not: Collection[str] = (),
) -> Spilled:
    """The matrix of a plan with what follows from it; with a library, what it calls to mind."""
    found = traps(case, matrix)
    fallen = all_fallen(case, found, library or {}, but_not)
    return Spilled(matrix, found, warnings(case, matrix.plan), advice, fallen)

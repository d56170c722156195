"""Diagnose: who stands in the way of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leveltwo.errors import PlanError, did_you_mean
from leveltwo.tasks.answer import Answer, Deal
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling

if TYPE_CHECKING:
    from leveltwo.advice.barriers import Barrier
    from leveltwo.advice.precedents import Match
    from leveltwo.core.assessment import Assessment
    from leveltwo.model.negotiation import Negotiation


@dataclass(frozen=True)
class Diagnosis:
    """Who stands in the way of a plan.

    Parameters
    ----------
    plan : Assessment
        The plan at every gate.
    side : str or None
        The side asked about; None for all.
    barriers : tuple of Barrier
        Those first whose conversion buys most.
    precedents : tuple of tuple of Match
        For each barrier, in the same order, the closest precedents.
    """

    plan: Assessment
    side: str | None
    barriers: tuple[Barrier, ...]
    precedents: tuple[tuple[Match, ...], ...]

    @property
    def lacking(self) -> tuple[Barrier, ...]:
        """The barriers of those for whom something must change."""
        return tuple(barrier for barrier in self.barriers if barrier.lacks)

    @property
    def likely(self) -> tuple[Barrier, ...]:
        """Those of the others: people who lack nothing at any gate."""
        named = {barrier.conversion.who for barrier in self.lacking}
        return tuple(b for b in self.barriers if b.conversion.who not in named)


def diagnose(
    source: str,
    deal: Deal,
    moves: Iterable[str] = (),
    side: str | None = None,
    sampling: Sampling = AS_WRITTEN,
) -> Answer[Diagnosis]:
    """Who stands in the way of a plan, why, and what converting each would buy."""
    from leveltwo.advice.barriers import barriers
    from leveltwo.core.assessment import assess as assess_plan
    from leveltwo.core.choice import encode
    from leveltwo.core.conversion import conversions
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.model.planning import sound_plan
    from leveltwo.tasks.turning import without_traps

    case = open_case(source)
    if side is not None and side not in case.sides:
        raise PlanError(f"no such side, “{side}”{did_you_mean(side, case.sides)}")
    plan = sound_plan(case, deal, moves)
    layout, sample = Layout(case), sampling.of(case)
    chosen = encode(layout, plan.deal, plan.moves)
    assessment = assess_plan(layout, sample, chosen)
    named = barriers(case, conversions(layout, sample, chosen), assessment, side)
    found = without_traps(layout, sample, chosen, named)
    cited = _cited(source, case, found)
    return Answer(source, case, Diagnosis(assessment, side, found, cited))


def _cited(
    source: str, case: Negotiation, found: Iterable[Barrier]
) -> tuple[tuple[Match, ...], ...]:
    """The closest precedents of every barrier; the case is none of its own."""
    from leveltwo.advice.precedents import closest, for_barrier, own
    from leveltwo.io.library import precedents

    library, but_not = precedents(), own(case, source)
    wanted = (for_barrier(case, b.kind, b.conversion.side, b.conversion.gate) for b in found)
    return tuple(closest(one, library, but_not) for one in wanted)

"""Assess one plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.tasks.answer import Answer, Deal
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.core.assessment import Assessment


def assess(
    source: str,
    deal: Deal,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
) -> Answer[Assessment]:
    """What becomes of one plan at every gate, and why.

    Threads do not make this faster, so it is done in one; other processes do, where there
    are many draws.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case.
    """
    from leveltwo.core.assessment import assess as assess_plan
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.model.planning import sound_plan

    case = open_case(source)
    plan = sound_plan(case, deal, moves)
    layout = Layout(case)
    chosen = encode(layout, plan.deal, plan.moves)
    with workers.elsewhere() as crew:
        result = assess_plan(layout, sampling.of(case), chosen, crew)
    return Answer(source, case, result)

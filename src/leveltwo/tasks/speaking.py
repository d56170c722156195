"""Speech: with which words each leader can say yes at home."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.tasks.advice import advise
from leveltwo.tasks.answer import Answer, Deal, Watch
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.stopping import unbroken
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.advice.speech import Speeches


def speech(  # noqa: PLR0913
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    audiences: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    ours: bool = False,
    seconds: float | None = None,
    watch: Watch | None = None,
) -> Answer[Speeches]:
    """Outlines of the speeches with which a plan can be defended at home.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal; None for the plan that `advise` finds.
    moves : iterable of str
        The moves made with that deal.
    audiences : iterable of str
        Constituencies, or gates, which stand for everybody they ask; all if none is named.
    sampling : Sampling
        How to sample.
    workers : Workers
        Who searches, if a plan is to be found.
    ours : bool
        Whether our own leader speaks, rather than those of the other sides.
    seconds : float or None
        Time limit, about, where the plan is looked for.
    watch : callable or None
        Called with the best score, the bound and the nodes looked at.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case, or somebody is named who is not spoken to.
    """
    from leveltwo.advice.audiences import audiences as find
    from leveltwo.advice.speech import Outline, Speeches, outline
    from leveltwo.core.appraise import appraise
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.tasks.plans import given

    case = open_case(source)
    asked = find(case, audiences, ours=ours)
    plan, advice = given(case, deal, moves), None
    if plan is None:
        asking = advise(source, sampling=sampling, workers=workers, seconds=seconds, watch=watch)
        advice = unbroken(asking.result)
        plan = advice.plan
    layout, sample = Layout(case), sampling.of(case)
    outlines: tuple[Outline, ...] = ()
    if plan is not None:
        found = appraise(layout, sample, encode(layout, plan.deal, plan.moves))
        outlines = tuple(outline(case, found, audience.find(found)) for audience in asked)
    return Answer(source, case, Speeches(ours, sample, plan, outlines, advice))

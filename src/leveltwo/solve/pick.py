"""Pick: the best plan and what it comes to, without all that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recommendation import Fresh
from leveltwo.solve.result import Status
from leveltwo.solve.verdict import afresh, bound, is_worthless, open_bound, verdict


@dataclass(frozen=True)
class Pick:
    """The best plan in short.

    Parameters
    ----------
    status : Status
        How sure it is that there is nothing better.
    bound : float
        What no plan's worth can exceed (if the goal is cost: what no plan's cost can undercut).
    plan : Plan or None
        The plan; None if walking away is best, or if nothing meets what was asked.
    score : Score or None
        Its chance, worth and cost on the draws it was chosen on.
    fresh : Fresh or None
        It on fresh draws; None in the certain case.
    """

    status: Status
    bound: float
    plan: Plan | None = None
    score: Score | None = None
    fresh: Fresh | None = None


def pick(
    layout: Layout,
    sample: Sample,
    objective: Objective,
    *,
    seconds: float | None = None,
    crew: Crew | None = None,
) -> Pick:
    """Choose a plan as `advise` does, with the same crew unless told.

    Raises
    ------
    KeyboardInterrupt
        If somebody stops the search: half an answer among many would mislead.
    """
    table = compile_table(layout, sample.all_at_once(layout.case))
    found = optimise(table, objective, seconds=seconds, seed=sample.seed, crew=crew)
    if found.interrupted:
        raise KeyboardInterrupt
    status = verdict(found, objective)
    if found.chosen is None or is_worthless(found, objective):
        return Pick(status, open_bound(found, objective, status))
    score = scores(table, [found.chosen])[0]
    return Pick(
        status,
        bound(found, objective, score, status),
        decode(layout, found.chosen),
        score,
        afresh(layout, sample, found.chosen),
    )

"""How far a plan can be relied on: under pessimism, if judgements vary, and what to ask about."""

from __future__ import annotations

from leveltwo.core.crew import Crew, Threads
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan
from leveltwo.solve.clock import Clock
from leveltwo.solve.objective import Objective
from leveltwo.solve.robustness.record import Robustness
from leveltwo.solve.robustness.study import Study, Watch

DRAWS = 16_384


def robust(  # noqa: PLR0913
    layout: Layout,
    sample: Sample,
    objective: Objective,
    plan: Plan | None = None,
    *,
    draws: int = DRAWS,
    seconds: float | None = None,
    watch: Watch | None = None,
    crew: Crew | None = None,
) -> Robustness:
    """How far a plan can be relied on.

    Parameters
    ----------
    layout : Layout
        The structure of the case.
    sample : Sample
        The draws that plans are searched on.
    objective : Objective
        What is wanted; the goal is value.
    plan : Plan or None
        The plan; None for the one that is best.
    draws : int
        Fresh draws that plans are compared on.
    seconds : float or None
        Limit, shared out among the parts; each comes at least to a first result.
    watch : callable or None
        Called with the part under way, one of ``search``, ``stability``, ``candidates`` and
        ``finding_out``, how much of it is done, and how much there is (0 where nobody knows).
    crew : Crew or None
        Who does the work; None for threads of this process.
    """
    study = Study(layout, sample, objective, Clock(seconds), crew or Threads(), watch)
    interrupted = False
    try:
        study.search(plan)
        study.press()
        study.vary()
        study.compare(draws)
    except KeyboardInterrupt:
        interrupted = True
    return study.result(advised=plan is None, interrupted=interrupted)

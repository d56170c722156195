"""Advise: the best plan, why each move is in it, and what else there would be."""

from __future__ import annotations

from dataclasses import replace

from leveltwo.core.arrays import IntArray
from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.evaluation import scores
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.spillover import spillover
from leveltwo.core.table import Table
from leveltwo.solve.frontier import TradeOffs, best_chance, trade_offs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import Watch, optimise
from leveltwo.solve.reasons import reasons
from leveltwo.solve.recommendation import Option, Recommendation
from leveltwo.solve.result import Found, Status
from leveltwo.solve.verdict import afresh, bound, is_worthless, open_bound, verdict

AFTER_INTERRUPT = 1.0
"""Seconds for what explains a result, once somebody has stopped the search."""


def advise(
    layout: Layout,
    sample: Sample,
    objective: Objective,
    *,
    seconds: float | None = None,
    watch: Watch | None = None,
    crew: Crew | None = None,
) -> Recommendation:
    """Choose a plan and gather all that explains it.

    Parameters
    ----------
    layout : Layout
        The structure of the case.
    sample : Sample
        The draws to choose on.
    objective : Objective
        What is wanted.
    seconds : float or None
        Limit for the search, and again for all that explains the result.
    watch : callable or None
        Called now and then with the best score, the bound and the nodes looked at.
    crew : Crew or None
        Who searches; None for threads of this process.
    """
    table = compile_table(layout, sample.all_at_once(layout.case))
    found = optimise(table, objective, seconds=seconds, seed=sample.seed, watch=watch, crew=crew)
    limit = AFTER_INTERRUPT if found.interrupted else seconds
    if found.chosen is None or is_worthless(found, objective):
        return _stop(table, sample, objective, found, limit)
    return _recommend(table, sample, objective, found, found.chosen, limit)


def _recommend(
    table: Table,
    sample: Sample,
    objective: Objective,
    found: Found,
    chosen: IntArray,
    seconds: float | None,
) -> Recommendation:
    layout, status = table.layout, verdict(found, objective)
    assessment = assess(layout, sample, chosen)
    score, why = reasons(table, chosen, assessment.missed)
    moves = frozenset(layout.case.our_moves) | (objective.moves or frozenset())
    beside = TradeOffs((), interrupted=found.interrupted)
    if objective.goal is Goal.VALUE and not found.interrupted:
        beside = trade_offs(table, objective, chosen, score.chance, seconds)
    return Recommendation(
        status=status,
        objective=objective,
        sample=sample,
        plan=decode(layout, chosen),
        score=score,
        bound=bound(found, objective, score, status),
        assessment=assessment,
        reasons=why,
        fresh=afresh(layout, sample, chosen),
        frontier=beside.options,
        best_chance=None,
        obstacle=None,
        theirs=None,
        best_proved=False,
        interrupted=beside.interrupted,
        nodes=found.nodes,
        spillover=spillover(layout, sample, chosen, moves),
    )


def _stop(
    table: Table, sample: Sample, objective: Objective, found: Found, seconds: float | None
) -> Recommendation:
    """Nothing to recommend: the plan with the best chance shows which gate is in the way."""
    layout, status = table.layout, verdict(found, objective)
    each = None if seconds is None else seconds / 2
    best = best_chance(table, objective, each)
    option: Option | None = None
    obstacle: Assessment | None = None
    if best.chosen is not None:
        score = scores(table, [best.chosen])[0]
        proved = best.status is Status.OPTIMAL
        option = Option(decode(layout, best.chosen), score, proved=proved)
        obstacle = assess(layout, sample, best.chosen)
    others = frozenset(layout.case.sides) - {layout.case.viewpoint}
    theirs = best_chance(table, replace(objective, sides=others), each)
    return Recommendation(
        status=status,
        objective=objective,
        sample=sample,
        plan=None,
        score=None,
        bound=open_bound(found, objective, status),
        assessment=None,
        reasons=(),
        fresh=None,
        frontier=(),
        best_chance=option,
        obstacle=obstacle,
        theirs=None if theirs.chosen is None else assess(layout, sample, theirs.chosen),
        best_proved={best.status, theirs.status} <= {Status.OPTIMAL, Status.INFEASIBLE},
        interrupted=found.interrupted or best.interrupted or theirs.interrupted,
        nodes=found.nodes,
    )

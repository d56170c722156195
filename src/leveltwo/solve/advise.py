"""Advise: the best plan, why each move is in it, and what else there would be."""

from __future__ import annotations

from dataclasses import replace

from leveltwo.core.arrays import IntArray
from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.evaluation import Score, scores, without
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.solve.frontier import best_chance, trade_offs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import Watch, optimise
from leveltwo.solve.recommendation import Option, Reason, Recommendation
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
    score, reasons = _reasons(table, chosen)
    options = (
        trade_offs(table, objective, chosen, score.chance, seconds)
        if objective.goal is Goal.VALUE and not found.interrupted
        else ()
    )
    return Recommendation(
        status=status,
        objective=objective,
        sample=sample,
        plan=decode(layout, chosen),
        score=score,
        bound=bound(found, objective, score, status),
        assessment=assess(layout, sample, chosen),
        reasons=reasons,
        fresh=afresh(layout, sample, chosen),
        frontier=options,
        best_chance=None,
        obstacle=None,
        theirs=None,
        best_proved=False,
        interrupted=found.interrupted,
        nodes=found.nodes,
    )


def _reasons(table: Table, chosen: IntArray) -> tuple[Score, tuple[Reason, ...]]:
    layout = table.layout
    moves = decode(layout, chosen).moves
    plans = [chosen, *(without(layout, chosen, move) for move in moves)]
    score, *others = scores(table, plans)
    reasons = (_reason(table, move, other) for move, other in zip(moves, others, strict=True))
    return score, tuple(sorted(reasons, key=lambda r: r.value_without))


def _reason(table: Table, move: str, other: Score) -> Reason:
    layout = table.layout
    index = layout.index[f"move:{move}"]
    column = layout.variables[index].first + 1
    people = layout.case.constituencies
    effects = {who: float(table.gain[column, layout.report_bloc(who)].mean()) for who in people}
    likely = layout.case.moves[move].chance
    return Reason(
        move=move,
        chance_without=other.chance,
        value_without=other.value,
        cost=float(table.cost[index].mean()),
        backfires=1.0 - (likely.low + 4 * likely.best + likely.high) / 6,
        effects={who: points for who, points in effects.items() if abs(points) > 1e-9},
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
        interrupted=found.interrupted,
        nodes=found.nodes,
    )

"""Advise: the best plan, why each move is in it, and what else there would be."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

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
from leveltwo.solve.clock import Clock
from leveltwo.solve.frontier import NODES, best_chance, trade_offs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import Watch, optimise
from leveltwo.solve.reasons import reasons
from leveltwo.solve.recommendation import Option, Recommendation
from leveltwo.solve.result import Found, Status
from leveltwo.solve.timekeeper import Part, Timekeeper
from leveltwo.solve.verdict import afresh, bound, is_worthless, open_bound, verdict

AFTER_INTERRUPT = 1.0
"""Seconds for what explains a result, once somebody has stopped the search."""
SEARCHING = 0.6
"""Share of a time limit by which the search for the plan ends."""
LEAST_SEARCH = 0.3
"""Share of it that the search gets, however long the draws took."""
SURE = {Status.OPTIMAL, Status.INFEASIBLE}


class Question(NamedTuple):
    """What is asked: the numbers, the draws they rest on, and what is wanted."""

    table: Table
    sample: Sample
    objective: Objective

    @property
    def layout(self) -> Layout:
        """The structure of the case."""
        return self.table.layout


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
        Limit for all of it, about: the search ends after `SEARCHING` of it at the latest, plans
        beside the one found are looked for with what the other parts leave, and parts whose turn
        comes too late are left out. Each plan told of is looked at once, whatever the limit.
    watch : callable or None
        Called now and then with the best score, the bound and the nodes looked at.
    crew : Crew or None
        Who searches; None for threads of this process.
    """
    clock = Clock(seconds)
    asked = Question(compile_table(layout, sample.all_at_once(layout.case)), sample, objective)
    limit = None if seconds is None else max(clock.left(SEARCHING) or 0.0, LEAST_SEARCH * seconds)
    found = optimise(
        asked.table, objective, seconds=limit, seed=sample.seed, watch=watch, crew=crew
    )
    keeper = Timekeeper(Clock(AFTER_INTERRUPT) if found.interrupted else clock)
    if found.status not in SURE:
        keeper.cut(Part.SEARCH)
    if found.chosen is None or is_worthless(found, objective):
        return _stop(asked, found, keeper)
    return _recommend(asked, found, found.chosen, keeper)


def _recommend(
    asked: Question, found: Found, chosen: IntArray, keeper: Timekeeper
) -> Recommendation:
    """A plan: first what no answer can do without, last what takes all the time there is."""
    table, sample, objective = asked
    layout, status = asked.layout, verdict(found, objective)
    moves = frozenset(layout.case.our_moves) | (objective.moves or frozenset())
    assessment = keeper.needed(lambda: assess(layout, sample, chosen))
    score, why = keeper.needed(lambda: reasons(table, chosen, assessment.missed))
    spill = keeper.if_time(Part.SPILLOVER, lambda: spillover(layout, sample, chosen, moves))
    fresh = keeper.if_time(Part.FRESH, lambda: afresh(layout, sample, chosen))
    frontier = _beside(asked, found, chosen, score.chance, keeper)
    return Recommendation(
        status=status,
        objective=objective,
        sample=sample,
        plan=decode(layout, chosen),
        score=score,
        bound=bound(found, objective, score, status),
        assessment=assessment,
        reasons=why,
        fresh=fresh,
        frontier=frontier,
        best_chance=None,
        obstacle=None,
        theirs=None,
        best_proved=False,
        interrupted=found.interrupted or keeper.interrupted,
        nodes=found.nodes,
        spillover=spill,
        short=keeper.short,
    )


def _beside(
    asked: Question, found: Found, chosen: IntArray, chance: float, keeper: Timekeeper
) -> tuple[Option, ...]:
    """Plans beside the one found, where worth was asked for and nobody has stopped anything."""
    if asked.objective.goal is not Goal.VALUE:
        return ()
    if found.interrupted:
        keeper.cut(Part.FRONTIER)
        return ()
    left = keeper.clock.left()
    beside = keeper.if_time(
        Part.FRONTIER, lambda: trade_offs(asked.table, asked.objective, chosen, chance, left)
    )
    if beside is None:
        return ()
    keeper.interrupted |= beside.interrupted
    if beside.interrupted or beside.curtailed:
        keeper.cut(Part.FRONTIER)
    return beside.options


def _stop(asked: Question, found: Found, keeper: Timekeeper) -> Recommendation:
    """Nothing to recommend: the plan with the best chance shows which gate is in the way."""
    table, sample, objective = asked
    layout, status = asked.layout, verdict(found, objective)
    others = frozenset(layout.case.sides) - {layout.case.viewpoint}
    left = keeper.clock.left()
    best = best_chance(table, objective, None if left is None else left / 2)
    keeper.interrupted |= best.interrupted
    theirs = keeper.if_time(
        Part.BEST_CHANCE,
        lambda: best_chance(table, replace(objective, sides=others), keeper.clock.left()),
    )
    both = [best] if theirs is None else [best, theirs]
    keeper.interrupted |= any(one.interrupted for one in both)
    if theirs is not None and any(one.status not in SURE and one.nodes < NODES for one in both):
        keeper.cut(Part.BEST_CHANCE)
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
        best_chance=_option(table, best),
        obstacle=_assessed(asked, best, keeper),
        theirs=None if theirs is None else _assessed(asked, theirs, keeper),
        best_proved=theirs is not None and {best.status, theirs.status} <= SURE,
        interrupted=found.interrupted or keeper.interrupted,
        nodes=found.nodes,
        short=keeper.short,
    )


def _option(table: Table, found: Found) -> Option | None:
    """A plan found, with what it comes to."""
    if found.chosen is None:
        return None
    score = scores(table, [found.chosen])[0]
    return Option(decode(table.layout, found.chosen), score, proved=found.status is Status.OPTIMAL)


def _assessed(asked: Question, found: Found, keeper: Timekeeper) -> Assessment | None:
    """A plan found, at every gate."""
    if (chosen := found.chosen) is None:
        return None
    return keeper.needed(lambda: assess(asked.layout, asked.sample, chosen))

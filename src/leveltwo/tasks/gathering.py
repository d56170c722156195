"""Gathering: all records that a brief tells of, about one plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leveltwo.tasks.stopping import unbroken

if TYPE_CHECKING:
    from leveltwo.advice.barriers import Barrier
    from leveltwo.advice.precedents import Match
    from leveltwo.advice.speech import Outline
    from leveltwo.advice.spilled import Spilled
    from leveltwo.core.arrays import IntArray
    from leveltwo.core.assessment import Assessment
    from leveltwo.core.calendar import Calendar
    from leveltwo.core.evaluation import Score
    from leveltwo.core.layout import Layout
    from leveltwo.core.sample import Sample
    from leveltwo.model.plan import Plan
    from leveltwo.model.seen_from import Redating
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.solve.insurance.record import Insurance
    from leveltwo.solve.order import Order
    from leveltwo.solve.recommendation import Fresh, Reason, Recommendation

SETS = 2_000
"""Sets of moves looked at for an insurance; `insure` looks at more."""
SPEECHES = 1
"""Speeches outlined besides those to leaders."""


@dataclass(frozen=True)
class Found:
    """The plan told of, and how it came.

    Parameters
    ----------
    stance : Stance
        What is said of it.
    advice : Recommendation or None
        Where it was looked for.
    plan : Assessment or None
        The plan advised or given, on fresh draws where there are some; or the one that comes
        nearest.
    score : Score or None
        Its worth on the draws searched; for a plan advised or given.
    fresh : Fresh or None
        It on fresh draws.
    reasons : tuple of Reason
        Why its moves are in it, on the same draws as `plan`.
    """

    stance: Stance
    advice: Recommendation | None
    plan: Assessment | None
    score: Score | None
    fresh: Fresh | None
    reasons: tuple[Reason, ...]

    @property
    def proposed(self) -> Plan | None:
        """The plan, if it is advised or given."""
        return None if self.plan is None or self.score is None else self.plan.plan


def of_advice(layout: Layout, advice: Recommendation) -> Found:
    """The plan advised, or the one that comes nearest."""
    from leveltwo.core.choice import encode
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.solve.result import Status

    if advice.plan is not None:
        found = Found(Stance.ADVISED, advice, advice.assessment, advice.score, advice.fresh,
                      advice.reasons)  # fmt: skip
        return _afresh(layout, found, encode(layout, advice.plan.deal, advice.plan.moves))
    away = advice.status in (Status.NO_DEAL, Status.FEASIBLE)
    stance = Stance.WALK_AWAY if away else Stance.IMPOSSIBLE
    return Found(stance, advice, advice.obstacle, None, None, ())


def of_plan(layout: Layout, sample: Sample, plan: Plan) -> Found:
    """A plan that somebody named."""
    from leveltwo.core.assessment import assess
    from leveltwo.core.choice import encode
    from leveltwo.core.compile import compile_table
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.solve.reasons import reasons
    from leveltwo.solve.verdict import afresh

    chosen = encode(layout, plan.deal, plan.moves)
    assessed, fresh = assess(layout, sample, chosen), afresh(layout, sample, chosen)
    table = compile_table(layout, sample.all_at_once(layout.case))
    score, why = reasons(table, chosen, assessed.missed)
    return _afresh(layout, Found(Stance.GIVEN, None, assessed, score, fresh, why), chosen)


def _afresh(layout: Layout, found: Found, chosen: IntArray) -> Found:
    """The same, told on the draws that its chance is told on; so no gate is less likely than all.

    Nothing else changes, and nothing at all where there are no fresh draws.
    """
    from leveltwo.core.assessment import assess
    from leveltwo.solve.reasons import reasons_afresh

    if found.fresh is None:
        return found
    draws = found.fresh.sample
    why = reasons_afresh(layout, draws, chosen, found.reasons)
    return replace(found, plan=assess(layout, draws, chosen), reasons=why)


def in_the_way(layout: Layout, found: Found) -> tuple[Barrier, ...]:
    """Who stands in the way of the plan told of, or of the one that comes nearest."""
    from leveltwo.advice.barriers import barriers
    from leveltwo.core.choice import encode
    from leveltwo.core.conversion import conversions
    from leveltwo.tasks.turning import without_traps

    if found.plan is None:
        return ()
    chosen = encode(layout, found.plan.plan.deal, found.plan.plan.moves)
    sample = found.plan.sample
    named = barriers(layout.case, conversions(layout, sample, chosen), found.plan)
    return without_traps(layout, sample, chosen, named)


def outlines(layout: Layout, found: Found, barriers: tuple[Barrier, ...]) -> tuple[Outline, ...]:
    """Speeches to the others' leaders, and to a few of their people who stand in the way."""
    from leveltwo.advice.audiences import audiences
    from leveltwo.advice.speech import outline
    from leveltwo.core.appraise import appraise
    from leveltwo.core.choice import encode

    if found.plan is None or found.proposed is None:
        return ()
    case, plan = layout.case, found.proposed
    leaders = [who for side, who in case.negotiators.items() if side != case.viewpoint]
    people = [barrier.conversion.who for barrier in barriers]
    theirs = [who for who in people if case.constituencies[who].side != case.viewpoint]
    asked = list(dict.fromkeys([*leaders, *theirs]))[: len(leaders) + SPEECHES]
    appeals = appraise(layout, found.plan.sample, encode(layout, plan.deal, plan.moves))
    listeners = audiences(case, asked, ours=False)
    return tuple(outline(case, appeals, listener.find(appeals)) for listener in listeners)


def scheduled(
    layout: Layout,
    sample: Sample,
    found: Found,
    today: dt.date,
    changes: tuple[Redating, ...],
) -> Calendar:
    """Gates and events, and the moves of the plan if it is advised or given."""
    from leveltwo.core.calendar import calendar

    return calendar(layout.case, sample, today, found.proposed, (), changes)


def spill(source: str, layout: Layout, found: Found) -> Spilled | None:
    """What every move of ours, and of theirs in the plan, does to it."""
    from leveltwo.advice.precedents import own
    from leveltwo.advice.spilled import spilled
    from leveltwo.core.choice import encode
    from leveltwo.core.spillover import spillover
    from leveltwo.io.library import precedents

    plan = found.proposed
    if found.plan is None or plan is None:
        return None
    chosen = encode(layout, plan.deal, plan.moves)
    asked = {*layout.case.our_moves, *plan.moves}
    matrix = spillover(layout, found.plan.sample, chosen, asked)
    return spilled(layout.case, matrix, found.advice, precedents(), own(layout.case, source))


def insured(layout: Layout, sample: Sample, found: Found) -> Insurance | None:
    """How easily a rival breaks the plan advised or given, and the cheapest moves against that."""
    from leveltwo.core.choice import encode
    from leveltwo.solve.insurance.insure import insure

    plan = found.proposed
    if plan is None:
        return None
    return unbroken(insure(layout, sample, encode(layout, plan.deal, plan.moves), most=SETS))


def approaches(layout: Layout, sample: Sample, found: Found) -> Order | None:
    """Whom to approach first, where somebody follows somebody."""
    from leveltwo.core.choice import encode
    from leveltwo.core.listening import links
    from leveltwo.solve.order import approach

    plan = found.proposed
    if plan is None or not links(layout):
        return None
    chosen = encode(layout, plan.deal, plan.moves)
    return approach(layout, sample, chosen, tuple(layout.case.constituencies))


def parallels(source: str, layout: Layout, found: Found) -> Mapping[str, tuple[Match, ...]]:
    """The closest precedents of every move of the plan."""
    from leveltwo.tasks.advice import cited

    if found.proposed is None:
        return {}
    return cited(source, layout.case, found.proposed, [reason.move for reason in found.reasons])

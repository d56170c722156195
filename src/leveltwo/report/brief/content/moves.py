"""The moves: those that matter most, and all of them."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import dates, headings
from leveltwo.advice.wording.briefing import moves as said
from leveltwo.core.evaluation import Score
from leveltwo.model.plan import Plan
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.solve.recommendation import Reason

FIRST = 3


def principal(briefing: Briefing) -> list[Block]:
    """The three moves that would be missed most."""
    plan, score = briefing.plan, briefing.score
    if plan is None or score is None or not briefing.reasons:
        return []
    case = briefing.case
    items = tuple(
        Paragraph(
            said.move_said(case, reason, plan.plan.deal, score, briefing.sample),
            said.move_lead(case, reason),
        )
        for reason in briefing.reasons[:FIRST]
    )
    more = said.more_moves(len(briefing.reasons) - FIRST)
    rest: list[Block] = [Paragraph(more)] if more else []
    return [Heading(headings.FIRST_MOVES, 1), Bullets(items), *rest]


def annex(briefing: Briefing) -> list[Block]:
    """Every move with its date, cost, effects and what is lost without it."""
    plan, score = briefing.plan, briefing.score
    if plan is None or score is None:
        return []
    if not briefing.reasons:
        return [Heading(headings.MOVES), Paragraph(said.NONE)]
    rows = tuple(_row(briefing, plan.plan, score, reason) for reason in briefing.reasons)
    table = Table("", headings.MOVES_HEAD, rows, (6, 3, 1, 7, 4), frozenset({2}))
    told = [
        Paragraph("; ".join(notes) + ".", f"{briefing.case.name('moves', reason.move)}:")
        for reason in briefing.reasons
        if (notes := wording.cautions(briefing.case, reason))
    ]
    mind: list[Block] = [Bullets(tuple(told))] if told else []
    return [Heading(headings.MOVES), table, *mind]


def _row(briefing: Briefing, plan: Plan, score: Score, reason: Reason) -> tuple[str, ...]:
    case = briefing.case
    return (
        case.name("moves", reason.move),
        dates.day_or_any(case.moves[reason.move].date),
        wording.points(reason.cost, signed=False),
        wording.wins(case, reason, plan.deal),
        said.missed(reason, score, briefing.sample),
    )

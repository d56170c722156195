"""The moves: what to do by when, and all of them."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings, order, risks, timing
from leveltwo.advice.wording.briefing import moves as said
from leveltwo.core.timing import Timing
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content import steps
from leveltwo.solve.recommendation import Reason

FIRST = 3
"""Moves that the principal is told of in full."""
PRESSING = 2
"""Moves behind or too late of which the principal is told."""


def principal(briefing: Briefing) -> list[Block]:
    """All steps by date, then the three moves that would be missed most."""
    past = timing.all_past(briefing.calendar)
    before: list[Block] = [Paragraph(past)] if past else []
    blocks = [*steps.principal(briefing), *_table(briefing)]
    return [Heading(headings.FIRST_MOVES, 1), *before, *blocks] if blocks else []


def _table(briefing: Briefing) -> list[Block]:
    if briefing.score is None or not briefing.reasons:
        return []
    rows = tuple(_first(briefing, reason) for reason in briefing.reasons[:FIRST])
    table = Table(headings.FIRST_CAPTION, headings.FIRST_HEAD, rows, (5, 4, 6, 6, 4))
    after = tuple(Paragraph(sentence) for sentence in _notes(briefing))
    return [table, Bullets(after)] if after else [table]


def _notes(briefing: Briefing) -> list[str]:
    """What is behind or too late, whether the order matters, and that there are more moves."""
    case, calendar = briefing.case, briefing.calendar
    pressing = timing.pressing_lines(case, calendar)
    told = [
        _order_matters(briefing),
        *pressing[:PRESSING],
        timing.more_pressing(len(pressing) - PRESSING),
        said.more_moves(len(briefing.reasons) - FIRST),
    ]
    return [sentence for sentence in told if sentence]


def _order_matters(briefing: Briefing) -> str | None:
    """How much it matters whom one approaches first."""
    return None if briefing.order is None else order.first_sentence(briefing.order)


def annex(briefing: Briefing) -> list[Block]:
    """Every move with its days, cost, effects at both tables and what is lost without it."""
    if briefing.score is None:
        return []
    if not briefing.reasons:
        return [Heading(headings.MOVES), Paragraph(said.NONE)]
    rows = tuple(_row(briefing, reason) for reason in briefing.reasons)
    table = Table("", headings.MOVES_HEAD, rows, (5, 4, 2, 6, 6, 4), frozenset({2}))
    notes = [note for r in briefing.reasons if (note := risks.of_move(briefing.case, r))]
    told = tuple(Paragraph(text, lead) for lead, text in notes)
    mind: list[Block] = [Bullets(told)] if told else []
    return [Heading(headings.MOVES), table, *mind]


def _timing(briefing: Briefing, move: str) -> Timing:
    return next(timing for timing in briefing.calendar.timings if timing.move == move)


def _first(briefing: Briefing, reason: Reason) -> tuple[str, ...]:
    case, (deal, without) = briefing.case, _told(briefing, reason)
    spilled = briefing.spilled
    return (
        case.name("moves", reason.move),
        timing.when(_timing(briefing, reason.move)),
        said.first_won(case, reason, deal),
        said.first_heard(case, spilled.matrix.of(reason.move)) if spilled else "",
        without,
    )


def _row(briefing: Briefing, reason: Reason) -> tuple[str, ...]:
    case, (deal, without) = briefing.case, _told(briefing, reason)
    spilled = briefing.spilled
    return (
        case.name("moves", reason.move),
        timing.when(_timing(briefing, reason.move)),
        wording.points(reason.cost, signed=False),
        said.won(case, reason, deal),
        said.heard(case, spilled.matrix.of(reason.move)) if spilled else "",
        without,
    )


def _told(briefing: Briefing, reason: Reason) -> tuple[dict[str, str], str]:
    """The terms of the plan, and what is lost without a move."""
    if briefing.plan is None or briefing.score is None:
        return {}, ""
    score = briefing.score if briefing.fresh is None else briefing.fresh.score
    return briefing.plan.plan.deal, said.missed(reason, score, briefing.sample)

"""The moves: what to do first and by when, and all of them."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings, order, risks, timing
from leveltwo.advice.wording.briefing import moves as said
from leveltwo.core.timing import Timing
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.solve.recommendation import Reason

FIRST = 3
"""Moves that the principal is told of in full."""
PRESSING = 2
"""Moves behind or too late of which the principal is told."""


def principal(briefing: Briefing) -> list[Block]:
    """The three moves that would be missed most, and what comes first in time."""
    if briefing.score is None or not briefing.reasons:
        return []
    past = timing.all_past(briefing.calendar)
    before: list[Block] = [Paragraph(past)] if past else []
    rows = tuple(_first(briefing, reason) for reason in briefing.reasons[:FIRST])
    table = Table(headings.FIRST_CAPTION, headings.FIRST_HEAD, rows, (5, 4, 6, 6, 4))
    after = [Paragraph(sentence) for sentence in _steps(briefing)]
    steps: list[Block] = [Bullets(tuple(after))] if after else []
    return [Heading(headings.FIRST_MOVES, 1), *before, table, *steps]


def _steps(briefing: Briefing) -> list[str]:
    """What comes first, what is behind or too late, and that there are more moves."""
    case, calendar = briefing.case, briefing.calendar
    pressing = timing.pressing_lines(case, calendar)
    told = [
        timing.next_sentence(case, calendar),
        _whom_first(briefing),
        *pressing[:PRESSING],
        timing.more_pressing(len(pressing) - PRESSING),
        said.more_moves(len(briefing.reasons) - FIRST),
    ]
    return [sentence for sentence in told if sentence]


def _whom_first(briefing: Briefing) -> str | None:
    """Whom to approach first, where that makes a difference."""
    return None if briefing.order is None else order.first_sentence(briefing.case, briefing.order)


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
    return briefing.plan.plan.deal, said.missed(reason, briefing.score, briefing.sample)

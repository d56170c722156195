"""What to do and what lies ahead, in the order of the days."""

from __future__ import annotations

from leveltwo.advice.wording.briefing import choice
from leveltwo.advice.wording.briefing import steps as said
from leveltwo.report.brief.blocks import Block, Bullets, Paragraph
from leveltwo.report.brief.briefing import Briefing

MOST = 10
"""Steps that the principal is told of; the annex has them all."""


def principal(briefing: Briefing) -> list[Block]:
    """One list, by date; nothing where there is nothing to do and nothing ahead."""
    told = said.in_order(_steps(briefing))
    if not told:
        return []
    items = [Paragraph(what, when) for when, what in told[:MOST]]
    more = said.more(len(told) - MOST)
    return [Bullets((*items, *([Paragraph(more)] if more else [])))]


def _steps(briefing: Briefing) -> list[said.Step]:
    case, found = briefing.case, briefing.calendar
    dated = said.of_dates(case, found, proposed=briefing.score is not None)
    steps = [*said.of_moves(case, found), *dated]
    chosen = said.to_choose(choice.step(case, briefing.advice))
    asked = said.to_find_out(case, briefing.robustness, steps)
    if briefing.plan is None or briefing.score is None:
        return [*steps, *asked]
    return [*steps, *chosen, *asked, *said.to_see_first(case, briefing.order, briefing.plan, dated)]

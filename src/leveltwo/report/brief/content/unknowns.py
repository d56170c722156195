"""What we do not know."""

from __future__ import annotations

from leveltwo.advice.wording.briefing import headings, unknowns
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing


def principal(briefing: Briefing) -> list[Block]:
    """What the figures rest on, on whom most turns, and what is left out."""
    given = briefing.judgements
    turning = None if briefing.plan is None else unknowns.turning(briefing.case, briefing.plan)
    told = [
        None if briefing.sample.certain else unknowns.CHANCES,
        turning,
        unknowns.given(given.words, given.ranges, given.exact),
        unknowns.LEFT_OUT,
    ]
    items = tuple(Paragraph(sentence) for sentence in told if sentence)
    return [Heading(headings.UNKNOWNS, 1), Bullets(items)]

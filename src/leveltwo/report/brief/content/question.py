"""The question that the brief answers."""

from __future__ import annotations

from leveltwo.advice.wording.briefing import front, headings
from leveltwo.report.brief.blocks import Block, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing


def principal(briefing: Briefing) -> list[Block]:
    """What the case is about, and what is asked."""
    background = front.background(briefing.case)
    told: list[Block] = [Paragraph(background)] if background else []
    return [Heading(headings.QUESTION, 1), *told, Paragraph(front.question(briefing.case))]

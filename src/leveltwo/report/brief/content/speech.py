"""With which words each leader can say yes at home."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing


def annex(briefing: Briefing) -> list[Block]:
    """Outlines for the others' leaders and for some in the way; nothing without a plan."""
    if not briefing.outlines:
        return []
    blocks: list[Block] = [Heading(headings.SPEECH), Paragraph(headings.SPEECH_NOTE)]
    for outline in briefing.outlines:
        blocks.append(Heading(wording.speech_title(briefing.case, outline), 3))
        for section in wording.speech_sections(briefing.case, outline, briefing.sample):
            lines = [line for item in section.items for line in (item.text, *item.under)]
            blocks += [
                Paragraph("", section.title),
                Bullets(tuple(Paragraph(line) for line in lines)),
            ]
    return [*blocks, Paragraph(wording.CHECK_SPEECH)]

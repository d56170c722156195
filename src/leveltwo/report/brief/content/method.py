"""How this was worked out, and what it can be traced to."""

from __future__ import annotations

from leveltwo.advice.wording.briefing import headings, method
from leveltwo.report.brief.blocks import Block, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing


def annex(briefing: Briefing) -> list[Block]:
    """The method in plain words, and the identity of the brief."""
    told = [
        method.MARGIN,
        method.sampled(briefing.case, briefing.sample, briefing.fresh),
        method.searched(briefing.advice),
        method.mapped(briefing.map),
        method.MODEL,
        method.MORE,
    ]
    found = briefing.identity
    rows = method.identity(
        found.source, found.sha256, str(found.date), found.marking, briefing.sample
    )
    return [
        Heading(headings.METHOD),
        *(Paragraph(text) for text in told if text),
        Table("", headings.IDENTITY_HEAD, rows, (1, 3)),
    ]

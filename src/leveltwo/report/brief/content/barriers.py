"""Who stands in the way, of what kind, and what is at hand."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing

MOST = 6
"""Barriers told of in full."""


def annex(briefing: Briefing) -> list[Block]:
    """Each barrier: what it is, what they object to and like, and whom they hear."""
    plan = briefing.plan
    if plan is None:
        return []
    if not briefing.barriers:
        return [Heading(headings.BARRIERS), Paragraph(wording.NO_BARRIERS)]
    blocks: list[Block] = [Heading(headings.BARRIERS)]
    for barrier in briefing.barriers[:MOST]:
        first, *rest = wording.barrier_lines(briefing.case, barrier, plan)
        told = headings.barrier(wording.barrier_sentence(barrier, plan.sample), rest)
        blocks += [Paragraph("", first), Bullets(tuple(Paragraph(line) for line in told))]
    return blocks

"""Who stands in the way, of what kind, and what is at hand."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.barriers import Barrier
from leveltwo.advice.wording.briefing import headings, measures
from leveltwo.core.assessment import Assessment
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing

MOST = 20
"""Barriers told of."""
FULL = 3
"""Barriers told of in full."""


def annex(briefing: Briefing) -> list[Block]:
    """Those who lack something, in a table; the first in full; the others by name."""
    plan = briefing.plan
    if plan is None:
        return []
    if not briefing.barriers:
        return [Heading(headings.BARRIERS), Paragraph(wording.NO_BARRIERS)]
    shown = [barrier for barrier in briefing.barriers if barrier.lacks]
    rows = tuple(_row(briefing, barrier, plan) for barrier in shown[:MOST])
    table = Table("", headings.BARRIERS_HEAD, rows, (5, 5, 4, 5, 4))
    likely = wording.likely_sentence(briefing.case, _likely(briefing, shown))
    blocks: list[Block] = [Heading(headings.BARRIERS), *([table] if rows else [])]
    blocks += [Paragraph(likely)] if likely else []
    blocks += [Paragraph(measures.FROM_OPTIONS)] if shown else []
    for first, *rest in wording.barriers_told(briefing.case, shown[:FULL], plan):
        told = headings.barrier(rest)
        blocks += [Paragraph("", first)]
        blocks += [Bullets(tuple(Paragraph(line) for line in told))] if told else []
    return blocks


def _likely(briefing: Briefing, shown: list[Barrier]) -> list[Barrier]:
    """Barriers of those who lack nothing anywhere."""
    named = {barrier.conversion.who for barrier in shown}
    return [barrier for barrier in briefing.barriers if barrier.conversion.who not in named]


def _row(briefing: Briefing, barrier: Barrier, plan: Assessment) -> tuple[str, ...]:
    case, c = briefing.case, barrier.conversion
    return (
        wording.person(case, c.who),
        wording.gate_name(case, c.side, c.gate),
        wording.kind_words(barrier),
        wording.lacking_sentence(barrier, plan.sample),
        wording.barrier_sentence(barrier, plan.sample),
    )

"""Who stands in the way, of what kind, and what is at hand."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.barriers import Barrier
from leveltwo.advice.wording.briefing import headings
from leveltwo.core.assessment import Assessment
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing

MOST = 20
"""Barriers told of."""
FULL = 3
"""Barriers told of in full."""


def annex(briefing: Briefing) -> list[Block]:
    """All in a table; of the first, what they object to and like, and whom they hear."""
    plan = briefing.plan
    if plan is None:
        return []
    if not briefing.barriers:
        return [Heading(headings.BARRIERS), Paragraph(wording.NO_BARRIERS)]
    rows = tuple(_row(briefing, barrier, plan) for barrier in briefing.barriers[:MOST])
    table = Table("", headings.BARRIERS_HEAD, rows, (5, 5, 4, 5, 4))
    blocks: list[Block] = [Heading(headings.BARRIERS), table]
    for barrier in briefing.barriers[:FULL]:
        first, *rest = wording.barrier_lines(briefing.case, barrier, plan)
        told = headings.barrier(rest)
        blocks += [Paragraph("", first), Bullets(tuple(Paragraph(line) for line in told))]
    return blocks


def _row(briefing: Briefing, barrier: Barrier, plan: Assessment) -> tuple[str, ...]:
    case, c = briefing.case, barrier.conversion
    return (
        wording.person(case, c.who),
        wording.gate_name(case, c.side, c.gate),
        wording.KINDS[barrier.kind],
        wording.lacking_sentence(barrier, plan.sample),
        wording.barrier_sentence(barrier, plan.sample),
    )

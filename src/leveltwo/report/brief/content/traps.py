"""What could go wrong: the gate most likely to fail, side effects, lateness, rivals."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings, risks
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing

MOST = 3
"""Moves whose side effects the principal is told of; the annex has them all."""


def principal(briefing: Briefing) -> list[Block]:
    """The risks of the plan."""
    case, plan = briefing.case, briefing.plan
    if plan is None:
        return []
    told = [
        risks.weakest_gate(case, plan),
        risks.crossed(case, plan),
        wording.consent_sentence(case, plan.plan),
        risks.cheapest_to_break(case, plan),
    ]
    items = [Paragraph(sentence) for sentence in told if sentence]
    noted = [(r, notes) for r in briefing.reasons if (notes := wording.cautions(case, r))]
    items += [
        Paragraph(f"{'; '.join(notes)}.", f"{case.name('moves', reason.move)}:")
        for reason, notes in noted[:MOST]
    ]
    return [Heading(headings.TRAPS, 1), Bullets(tuple(items))]

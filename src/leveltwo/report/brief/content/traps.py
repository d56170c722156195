"""What would make it fail: gates, the worst case, rivals, traps and guard-rails."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import carrying_out, headings, insurance, risks, spare
from leveltwo.advice.wording.left_out import HEADING, left_out_sentences
from leveltwo.core.assessment import Assessment
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing

MOST = 2
"""Traps, guard-rails and risky moves that the principal is told of; the annex has them all."""


def principal(briefing: Briefing) -> list[Block]:
    """What would make the plan fail."""
    if briefing.plan is None:
        return []
    items = tuple(Paragraph(sentence) for sentence in _told(briefing, briefing.plan) if sentence)
    noted = [note for r in briefing.reasons if (note := risks.of_move(briefing.case, r))]
    risky = tuple(Paragraph(text, lead) for lead, text in noted[:MOST])
    title = headings.TRAPS if briefing.score else headings.TRAPS_NEAREST
    return [Heading(title, 1), Bullets((*items, *risky))]


def _told(briefing: Briefing, plan: Assessment) -> list[str | None]:
    case, spilled, relied = briefing.case, briefing.spilled, briefing.robustness
    traps = () if spilled is None else spilled.traps
    warned = () if spilled is None else spilled.warnings
    barred = [] if spilled is None else left_out_sentences(case, spilled.matrix)
    return [
        risks.weakest_gate(case, plan),
        spare.votes_to_spare(case, plan),
        carrying_out.carried_out(case, plan, spilled),
        risks.crossed(case, plan),
        None if relied is None else wording.stress_sentence(case, relied),
        None if briefing.score is None else risks.cheapest_to_break(case, plan),
        insurance.insured(case, briefing.insurance),
        *risks.guarded(case, warned, MOST),
        *risks.trapped(case, traps, briefing.sample, MOST),
        *(f"{HEADING} {sentence}" for sentence in barred[:MOST]),
    ]

"""What we do not know, and what to ask about first."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings, unknowns
from leveltwo.advice.wording.robustness import changes_sentence
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph
from leveltwo.report.brief.briefing import Briefing


def principal(briefing: Briefing) -> list[Block]:
    """What to find out first, what the figures rest on, and what is left out."""
    given, relied = briefing.judgements, briefing.robustness
    asked = [] if relied is None else unknowns.ask_first(briefing.case, relied)
    turning = None
    if not asked and briefing.plan is not None:
        turning = unknowns.turning(briefing.case, briefing.plan)
    told = [
        turning,
        None if relied is None else wording.stopped_sentence(relied),
        None if relied is None else wording.steady_sentence(relied),
        None if relied is None else changes_sentence(briefing.case, relied),
        None if briefing.sample.certain else unknowns.CHANCES,
        unknowns.given(given.words, given.ranges, given.exact, given.holders, given.sourced),
        unknowns.LEFT_OUT,
    ]
    first = tuple(Paragraph(text, lead) for lead, text in asked)
    items = tuple(Paragraph(sentence) for sentence in told if sentence)
    return [Heading(headings.UNKNOWNS, 1), Bullets((*first, *items))]

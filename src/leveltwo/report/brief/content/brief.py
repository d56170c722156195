"""The whole brief: two pages for the principal, and the annex."""

from __future__ import annotations

from dataclasses import replace

from leveltwo.advice.wording.briefing import charts, front, headings
from leveltwo.report.brief.blocks import Block, Brief, Contents, Heading, Picture
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content import (
    answer,
    barriers,
    calendar,
    deals,
    frontier,
    gates,
    judgements,
    margins,
    method,
    moves,
    order,
    people,
    precedents,
    question,
    robustness,
    speech,
    spillover,
    traps,
    unknowns,
    words,
)
from leveltwo.report.brief.tidy import tidy

PRINCIPAL = (question, answer, moves, people, traps, unknowns)
ANNEX = (
    answer,
    people,
    gates,
    barriers,
    moves,
    calendar,
    spillover,
    order,
    precedents,
    robustness,
    speech,
    margins,
    frontier,
    deals,
    judgements,
    method,
)

SECTION = 2
"""Level of the headings in the table of contents."""


def brief_of(briefing: Briefing) -> Brief:
    """The content of a brief; a section without anything to tell is left out."""
    case, identity = briefing.case, briefing.identity
    principal = [block for section in PRINCIPAL for block in section.principal(briefing)]
    told = [block for section in ANNEX for block in section.annex(briefing)]
    told += words.annex((*principal, *told))
    listed = tuple(b.text for b in told if isinstance(b, Heading) and b.level == SECTION)
    annex: list[Block] = [Heading(headings.ANNEX, 1), Contents(listed), *told]
    brief = Brief(
        title=case.title,
        subtitle=front.subtitle(case, identity.date),
        marking=identity.marking,
        stamp=front.stamp(identity.source, identity.sha256, identity.date),
        date=identity.date.isoformat(),
        principal=tuple(principal),
        annex=tuple(annex),
    )
    return _numbered(tidy(brief))


def _numbered(brief: Brief) -> Brief:
    """Figures numbered through both parts."""
    number = 0

    def counted(block: Block) -> Block:
        nonlocal number
        if not isinstance(block, Picture):
            return block
        number += 1
        return replace(block, caption=charts.numbered(number, block.caption))

    return replace(
        brief,
        principal=tuple(counted(block) for block in brief.principal),
        annex=tuple(counted(block) for block in brief.annex),
    )

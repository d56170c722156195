"""The order of approach: whom to see first, and whom they will have heard."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing

MOST = 16
"""People told of in their turn."""
HINTS = 5


def annex(briefing: Briefing) -> list[Block]:
    """The best order, or that it makes no difference; nothing where nobody follows anybody."""
    case, found = briefing.case, briefing.order
    if found is None:
        return []
    said = [
        wording.order_headline(case, found),
        wording.order_chance(found) if found.matters else None,
        wording.order_proof(found),
    ]
    blocks: list[Block] = [
        Heading(headings.ORDER),
        Paragraph(" ".join(sentence for sentence in said if sentence)),
    ]
    if not found.matters:
        return blocks
    rows = tuple(wording.turn_rows(case, found)[:MOST])
    turns = Table(
        headings.TURNS_CAPTION, headings.TURNS_HEAD, rows, (1, 6, 4, 7, 3), frozenset({0, 4})
    )
    told = [*wording.hint_lines(case, found)[:HINTS], *wording.apart_sentences(case, found)]
    return [*blocks, turns, *_listed(told), Paragraph(wording.RULE)]


def _listed(lines: list[str]) -> list[Block]:
    return [Bullets(tuple(Paragraph(line) for line in lines))] if lines else []

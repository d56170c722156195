"""Precedents: cases from history closest to the moves of the plan, and to its traps."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice import wording
from leveltwo.advice.precedents import Match
from leveltwo.advice.wording.briefing import headings
from leveltwo.advice.wording.briefing import precedents as said
from leveltwo.advice.wording.cited import akin_sentence, none_close
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing


def annex(briefing: Briefing) -> list[Block]:
    """Each precedent once, with the moves it is cited for; and the moves that have none."""
    case = briefing.case
    cited = [(m, case.name("moves", move)) for move, ms in briefing.precedents.items() for m in ms]
    if briefing.spilled is not None:
        cited += [
            (match, said.trap(case.name("moves", move)))
            for move, match in briefing.spilled.fallen.items()
        ]
    lacking = [none_close(case, briefing.precedents), akin_sentence(briefing.akin)]
    none = [Paragraph(text) for text in lacking if text is not None]
    if not cited:
        return [Heading(headings.PRECEDENTS), *none] if none else []
    rows = tuple(said.cells(match, names) for match, names in _grouped(cited))
    table = Table("", headings.PRECEDENTS_HEAD, rows, (5, 5, 9))
    works = tuple(said.works(entry) for entry in {m.name: m.precedent for m, _ in cited}.values())
    sources = Bullets(tuple(Paragraph(text, lead) for lead, text in works))
    return [Heading(headings.PRECEDENTS), table, *none, Paragraph(wording.OUR_JUDGEMENT), sources]


def _grouped(cited: Iterable[tuple[Match, str]]) -> list[tuple[Match, list[str]]]:
    """Moves with the same precedent and the same reason share a row."""
    groups: dict[Match, list[str]] = {}
    for match, name in cited:
        groups.setdefault(match, []).append(name)
    return list(groups.items())

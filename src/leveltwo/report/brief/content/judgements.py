"""Every judgement of the case file, with its sources."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.advice.wording.briefing import judgements as said
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing


def annex(briefing: Briefing) -> list[Block]:
    """Sources of the case, then people by side, then gates and issues, then moves."""
    case = briefing.case
    blocks: list[Block] = [Heading(headings.JUDGEMENTS), Paragraph(said.INTRODUCTION)]
    if case.sources:
        blocks.append(Bullets(tuple(Paragraph(text) for text in case.sources)))
    for side in case.sides:
        blocks.append(Heading(case.name("sides", side), 3))
        for who, found in case.constituencies.items():
            if found.side == side:
                blocks += _person(briefing, who)
    named = _sourced(briefing)
    if named:
        blocks += [Heading(headings.SOURCED, 3), Bullets(named)]
    if case.moves:
        items = (
            Paragraph(
                _with_sources(said.move_facts(case, key), move.sources),
                f"{case.name('moves', key)}.",
            )
            for key, move in case.moves.items()
        )
        blocks += [Heading(headings.ALL_MOVES, 3), Bullets(tuple(items))]
    return blocks


def _with_sources(facts: str, sources: tuple[str, ...]) -> str:
    return f"{facts} {said.SOURCES} {said.sources(sources) or said.NO_SOURCE}."


def _person(briefing: Briefing, who: str) -> list[Block]:
    case = briefing.case
    found = case.constituencies[who]
    facts = _with_sources(said.standing_facts(case, who), found.sources)
    rows = tuple(said.rating_cells(case, issue, rating) for issue, rating in found.values.items())
    return [
        Paragraph(facts, f"{wording.person(case, who)}."),
        Table("", headings.RATINGS_HEAD, rows, (5, 2, 11)),
    ]


def _sourced(briefing: Briefing) -> tuple[Paragraph, ...]:
    """Gates and issues that name their sources."""
    case = briefing.case
    found = [
        (wording.gate_name(case, key, gate_id), gate.sources)
        for key, side in case.sides.items()
        for gate_id, gate in side.gates.items()
    ]
    found += [(case.name("issues", key), issue.sources) for key, issue in case.issues.items()]
    return tuple(
        Paragraph(f"{said.sources(sources)}.", f"{name}:") for name, sources in found if sources
    )

"""Every judgement of the case file, with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.advice.wording.briefing import judgements as said
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing

COLUMNS = 8
"""People whose ratings stand beside each other."""


def annex(briefing: Briefing) -> list[Block]:
    """Sources of the case, then people by side, then gates and issues, then moves."""
    case = briefing.case
    blocks: list[Block] = [Heading(headings.JUDGEMENTS), Paragraph(said.INTRODUCTION)]
    blocks.append(Paragraph(headings.RATINGS_NOTE))
    if case.sources:
        blocks.append(Bullets(tuple(Paragraph(text) for text in case.sources)))
    for side in case.sides:
        blocks.append(Heading(case.name("sides", side), 3))
        people = [who for who, found in case.constituencies.items() if found.side == side]
        blocks += [_facts(briefing, people), *_ratings(briefing, people)]
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


def _facts(briefing: Briefing, people: list[str]) -> Bullets:
    """What the file says of each apart from ratings."""
    case = briefing.case
    told = (
        Paragraph(
            _with_sources(said.standing_facts(case, who), case.constituencies[who].sources),
            f"{wording.person(case, who)}.",
        )
        for who in people
    )
    return Bullets(tuple(told))


def _ratings(briefing: Briefing, people: list[str]) -> Iterator[Table]:
    """Weights and ratings, as many people beside each other as fit."""
    case = briefing.case
    tables = -(-len(people) // COLUMNS)
    for i in range(tables):
        part = people[i * len(people) // tables : (i + 1) * len(people) // tables]
        letters = wording.letters(len(part))
        key = wording.key_sentence(wording.person(case, who) for who in part)
        rows = tuple(said.rating_rows(case, part))
        yield Table(f"{key}.", (headings.RATINGS_HEAD, *letters), rows, (10, *(3 for _ in part)))


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

"""Spill-over: what the moves of the plan, and the traps, do to every audience and gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leveltwo.advice import wording
from leveltwo.advice.spilled import Spilled
from leveltwo.advice.wording.briefing import headings
from leveltwo.advice.wording.briefing import spillover as said
from leveltwo.core.spill import Spillover
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.brief.blocks import Block, Bullets, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.traps import MOST

COLUMNS = 8
"""Columns that fit beside each other."""


def annex(briefing: Briefing) -> list[Block]:
    """The matrix, ours first; then traps and guard-rails. Nothing without a plan."""
    case, spilled = briefing.case, briefing.spilled
    if spilled is None:
        return []
    matrix = _shown(spilled)
    blocks: list[Block] = []
    if matrix.spills:
        blocks += [Heading(headings.SPILLOVER), Paragraph(said.MATRIX)]
        blocks += [*_audiences(case, matrix), *_changes(case, matrix)]
        besides = wording.besides_lines(case, matrix)[1:]
        blocks += _listed(said.BESIDES, besides)
    ranked = sorted(spilled.traps, key=lambda trap: not trap.spill.made)
    traps = [wording.trap_sentence(case, trap, matrix.sample) for trap in ranked[MOST:]]
    rails = wording.guard_rail_sentences(case, spilled.warnings)
    told = ((headings.TRAP_MOVES, said.MORE_TRAPS, traps), (headings.GUARD_RAILS, "", rails))
    for heading, lead, lines in told:
        blocks += [Heading(heading, 3), *_listed(lead, lines)] if lines else []
    return blocks


def _listed(lead: str, lines: list[str]) -> list[Block]:
    if not lines:
        return []
    items = tuple(Paragraph(line.removeprefix("• ")) for line in lines)
    return [*([Paragraph("", lead)] if lead else []), Bullets(items)]


def _shown(spilled: Spilled) -> Spillover:
    """The moves of the plan and the traps; the command has the others too."""
    traps = {trap.spill.move for trap in spilled.traps}
    kept = tuple(s for s in spilled.matrix.spills if s.made or s.move in traps)
    return replace(spilled.matrix, spills=kept)


def _audiences(case: Negotiation, matrix: Spillover) -> Iterator[Block]:
    """What moves add to the margins of each side's people."""
    for side in sorted(case.sides, key=lambda side: side != case.viewpoint):
        names = wording.audience_names(case, side, matrix)
        for part in _parts(names):
            rows = [
                (
                    wording.move_cell(case, spill),
                    *(wording.points_cell(spill.heard.get(who)) for who in part),
                )
                for spill in matrix.spills
                if any(who in spill.heard for who in part)
            ]
            yield _table(wording.points_title(case, side), (), part.values(), rows)


def _changes(case: Negotiation, matrix: Spillover) -> Iterator[Block]:
    """What each move changes: the chance of all gates and the worth, then gate by gate."""
    gates = list(wording.gate_names(case, matrix).items())
    heads = list(wording.WHOLE)
    title = wording.changes_title(matrix.sample)
    changed = [(s, change) for s in matrix.spills if (change := s.change) is not None]
    while heads or gates:
        part, gates = gates[: COLUMNS - len(heads)], gates[COLUMNS - len(heads) :]
        rows = [
            (
                wording.move_cell(case, spill),
                *((wording.shift_cell(change.chance, matrix.sample), wording.points(change.value))
                  if heads else ()),
                *(wording.shift_cell(change.gates[gate], matrix.sample) for gate, _ in part),
            )
            for spill, change in changed
        ]  # fmt: skip
        yield _table(title, tuple(heads), (name for _, name in part), rows)
        heads = []


def _parts(names: Mapping[str, str]) -> list[dict[str, str]]:
    """Names in parts that fit beside each other."""
    every = list(names.items())
    return [dict(every[i : i + COLUMNS]) for i in range(0, len(every), COLUMNS)]


def _table(
    title: str, heads: tuple[str, ...], names: Iterable[str], rows: list[tuple[str, ...]]
) -> Table:
    """A table whose columns are headed by letters, with their key in the caption."""
    titles = list(names)
    key = wording.key_sentence(titles)
    caption = f"{title}. {key}." if key else f"{title}."
    columns = (*heads, *wording.letters(len(titles)))
    numbers = frozenset(range(1, len(columns) + 1))
    widths = (16, *(3 for _ in columns))
    return Table(caption, (headings.MOVE, *columns), tuple(rows), widths, numbers)

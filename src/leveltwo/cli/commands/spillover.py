"""``leveltwo spillover``: what every move does to every audience, and to every gate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.advice.spilled import Spilled
    from leveltwo.core.spill import Spillover
    from leveltwo.model.negotiation import Negotiation

Name = TypeVar("Name")
COLUMNS = 6
"""Columns of figures beside the names of moves, so that a table fits a narrow screen."""


def spillover(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    in_return: options.InReturn = [],  # noqa: B006 - Typer copies it
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    seconds: options.Seconds = None,
    as_json: options.Json = False,
) -> None:
    """Show what each move does to everybody who hears it and to every gate, and name the traps."""
    from leveltwo.advice import wording

    with progress(source, wording.SEARCHING, solves=not deal) as display:
        answer = tasks.spillover(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            arguments.split(in_return),
            options.sampling(certain, draws, seed),
            seconds=seconds,
            watch=display.search,
        )
    case, result = answer.case, answer.result
    if as_json:
        from leveltwo.report.document import document

        screen.print_json(document(result, case))
        return
    screen.show(screen.heading(case.title), *parts(case, result))


def parts(case: Negotiation, result: Spilled) -> Iterator[RenderableType | None]:
    """The answer, part by part."""
    from leveltwo.advice import wording
    from leveltwo.advice.wording.left_out import left_out_lines
    from leveltwo.cli.commands.assess import plan

    yield from plan(case, result.matrix.plan)
    if not result.matrix.spills:
        yield screen.paragraph(wording.NOTHING_TO_SPILL)
    else:
        advised = result.advice is not None
        found = result.advice is not None and result.advice.plan is not None
        yield screen.paragraph(wording.matrix_sentence(advised=advised, found=found))
        yield from audiences(case, result.matrix)
        yield from changes(case, result.matrix)
        yield screen.lines(wording.besides_lines(case, result.matrix))
        yield screen.lines(wording.home_lines(case, result.matrix))
        traps = wording.trap_lines(case, result.traps, result.matrix.sample, result.fallen)
        yield screen.lines(traps)
        yield screen.lines(left_out_lines(case, result.matrix))
    yield screen.lines(wording.guard_rail_lines(case, result.warnings))
    yield screen.paragraph(wording.CAVEAT)


def audiences(case: Negotiation, matrix: Spillover) -> Iterator[RenderableType | None]:
    """What moves add to the margins of each side's people, ours first."""
    from leveltwo.advice import wording

    for side in sorted(case.sides, key=lambda side: side != case.viewpoint):
        names = wording.audience_names(case, side, matrix)
        for part in _parts(names):
            rows = [
                [wording.move_cell(case, s), *(wording.points_cell(s.heard.get(w)) for w in part)]
                for s in matrix.spills
                if any(who in s.heard for who in part)
            ]
            yield _lettered(wording.points_title(case, side), part, rows)
            yield screen.paragraph(wording.key_sentence(part.values()))


def changes(case: Negotiation, matrix: Spillover) -> Iterator[RenderableType | None]:
    """What moves change: the chance of all gates, the worth of the plan, and every gate."""
    from leveltwo.advice import wording

    whole = {
        spill.move: [
            wording.shift_cell(change.chance, matrix.sample),
            wording.points(change.value),
        ]
        for spill in matrix.spills
        if (change := spill.change) is not None
    }
    heads = list(wording.WHOLE)
    for part in _parts(wording.gate_names(case, matrix), COLUMNS - len(heads)) or [{}]:
        rows = [
            [wording.move_cell(case, spill), *whole.get(spill.move, []), *cells]
            for spill in matrix.spills
            if (change := spill.change) is not None
            for cells in [[wording.shift_cell(change.gates[g], matrix.sample) for g in part]]
            if whole or any(cells)
        ]
        yield _lettered(wording.changes_title(matrix.sample), part, rows, heads)
        yield screen.paragraph(wording.key_sentence(part.values()))
        heads, whole = [], {}


def _parts(names: Mapping[Name, str], first: int = COLUMNS) -> list[dict[Name, str]]:
    """Names in parts that fit beside each other; the first may be shorter."""
    every = list(names.items())
    starts = [0, *range(first, len(every), COLUMNS)]
    return [dict(every[a:b]) for a, b in pairwise([*starts, len(every)])] if every else []


def _lettered(
    title: str, part: Mapping[Name, str], rows: list[list[str]], heads: list[str] | None = None
) -> RenderableType:
    """A table whose columns are headed by letters."""
    from leveltwo.advice import wording

    columns = [*(heads or []), *wording.letters(len(part))]
    return screen.table(title, ["move", *columns], rows, right=range(1, 1 + len(columns)))

"""``leveltwo calendar``: by when to make each move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress
from leveltwo.cli.status import NO

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.core.calendar import Calendar
    from leveltwo.model.negotiation import Negotiation

AllMoves = Annotated[
    bool, typer.Option("--all-moves", help="Show every move of ours, whatever the deal.")
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="See it from this day, instead of the present."),
]
Ics = Annotated[
    str | None,
    typer.Option("--ics", metavar="FILE", help="Write it for other calendars, as .ics, as well."),
]


def calendar(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    all_moves: AllMoves = False,
    today: Today = None,
    ics: Ics = None,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    as_json: options.Json = False,
) -> None:
    """Say by when to make each move, which gates it misses, and what a better day would bring.

    Without --deal and --all-moves, for the plan advised.
    """
    from leveltwo.advice import wording

    with progress(source, wording.SEARCHING, solves=not (deal or all_moves)) as display:
        answer = tasks.calendar(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            options.sampling(certain, draws, seed),
            all_moves=all_moves,
            today=None if today is None else arguments.day("--today", today),
            ics=ics,
            watch=display.search,
        )
    if as_json:
        from leveltwo.report.calendar_document import calendar_document

        screen.print_json(calendar_document(answer.result, answer.case))
    else:
        screen.show(screen.heading(answer.case.title), *parts(answer.case, answer.result))
    if answer.result.plan is None and not all_moves:
        raise typer.Exit(NO)


def parts(case: Negotiation, result: Calendar) -> list[RenderableType | None]:
    """The calendar, part by part."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands.assess import guard_rails

    nothing = result.plan is None and not result.timings
    return [
        screen.paragraph(
            wording.calendar_headline(result),
            wording.all_decided(result),
            wording.NO_PLAN if nothing else None,
            wording.calendar_durability(case, result),
            wording.undoing_sentence(case, result.plan) if result.plan else None,
        ),
        screen.lines(redated(case, result)),
        guard_rails(case, result.plan) if result.plan else None,
        time_line(case, result),
        screen.paragraph(wording.undated_sentence(case, result)),
        moves_table(case, result),
        gates_table(case, result),
        screen.lines(wording.timing_lines(case, result)),
        screen.lines(wording.missed_lines(case, result)),
        screen.lines(wording.clash_lines(case, result)),
        screen.paragraph(wording.CAVEAT) if result.score else None,
    ]


def redated(case: Negotiation, result: Calendar) -> list[str]:
    """Moves on another day than written; those left out too, unless they are in the tables."""
    from leveltwo.advice import wording

    all_shown = result.plan is None and result.timings
    told = wording.shown_lines if all_shown else wording.redated_lines
    return told(case, result.changes)


def time_line(case: Negotiation, result: Calendar) -> RenderableType | None:
    """Gates, events and moves by date."""
    from leveltwo.advice import wording

    rows = wording.time_line_rows(case, result)
    if not rows:
        return screen.paragraph(wording.NO_DATES)
    return screen.table("The time line", ["day", "", "what"], rows)


def moves_table(case: Negotiation, result: Calendar) -> RenderableType | None:
    """When each move is due, when to begin, and until when it is of use."""
    from leveltwo.advice import wording

    rows = [wording.move_cells(case, timing) for timing in result.timings]
    headers = ["move", "due", "begin", "latest useful", "today"]
    return screen.table("The moves", headers, rows, right=[1, 2, 3]) if rows else None


def gates_table(case: Negotiation, result: Calendar) -> RenderableType | None:
    """Where each move counts first, and for what it comes too late."""
    from leveltwo.advice import wording

    rows = [wording.service_cells(case, timing) for timing in result.timings]
    headers = ["move", "helps first at", "comes too late for"]
    return screen.table("The gates they serve", headers, rows) if rows else None

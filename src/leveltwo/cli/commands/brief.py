"""``leveltwo brief``: a negotiation on paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress
from leveltwo.cli.status import NO

Out = Annotated[
    list[Path],
    typer.Option(
        "--out", "-o", metavar="FILE", help="Where to: .html, .pdf, .docx or .md; may be repeated."
    ),
]
Floor = Annotated[
    float | None, typer.Option("--floor", help="Least chance wanted that every gate passes.")
]
Marking = Annotated[
    str, typer.Option("--marking", metavar="TEXT", help="How confidential it is, on every page.")
]
Open = Annotated[bool, typer.Option("--not-confidential", help="Leave the marking out.")]
Date = Annotated[
    dt.datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="Its date, from which dates are seen; else today."
    ),
]
RobustSeconds = Annotated[
    float,
    typer.Option(
        "--robust-seconds", help="Time for what to ask about first and what stays; 0: leave it out."
    ),
]


def brief(
    source: options.Source,
    out: Out = [Path("brief.html")],  # noqa: B006 - Typer copies it
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    floor: Floor = None,
    marking: Marking = tasks.CONFIDENTIAL,
    not_confidential: Open = False,
    date: Date = None,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    seconds: options.Seconds = None,
    robust_seconds: RobustSeconds = tasks.ROBUST_SECONDS,
    threads: options.Threads = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Write a brief: two pages for the principal, and an annex with all they rest on."""
    from leveltwo.advice import wording

    told = tasks.Told(
        deal=arguments.pairs(deal) if deal else None,
        moves=tuple(arguments.split(moves)),
        floor=floor,
        marking="" if not_confidential else marking,
        date=None if date is None else date.date(),
    )
    with progress(source, wording.WRITING) as display:
        answer = tasks.write_brief(
            source,
            out,
            told,
            options.sampling(certain, draws, seed),
            options.workers(threads, cluster, scheduler),
            seconds=seconds,
            robust_seconds=robust_seconds,
            watch=display.search,
            study=display.study,
        )
    if as_json:
        from leveltwo.report.document import document

        screen.print_json(document(answer.result, answer.case))
    else:
        screen.show(screen.lines(wording.written_sentences(answer.result.files)))
    if answer.result.is_no:
        raise typer.Exit(NO)

"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from leveltwo import tasks

Source = Annotated[
    str, typer.Argument(metavar="FILE", help="A case file, or the name of a bundled case.")
]
Deal = Annotated[
    list[str],
    typer.Option(
        "--deal", metavar="ISSUE=OPTION …", help="One option for every issue, or the word history."
    ),
]
PlanDeal = Annotated[
    list[str],
    typer.Option(
        "--deal",
        metavar="ISSUE=OPTION …",
        help="One option for every issue, or the word history; without it, the plan advised.",
    ),
]
Moves = Annotated[
    list[str],
    typer.Option("--moves", metavar="A,B", help="Moves made, by id, or the word history."),
]
InReturn = Annotated[
    list[str],
    typer.Option("--in-return", metavar="A,B", help="Moves of theirs that may be counted on."),
]
Seconds = Annotated[
    float | None, typer.Option("--seconds", help="Finish in about so many seconds.")
]
Certain = Annotated[
    bool,
    typer.Option("--certain", help="Take every judgement at its best guess; no chances."),
]
Draws = Annotated[
    int | None,
    typer.Option("--draws", min=1, max=65_536, help="Number of draws, instead of the case’s."),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the draws, instead of the case’s."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Threads = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Threads here, instead of one on each processor."),
]
Processes = Annotated[
    int | None,
    typer.Option("--cluster", min=1, help="Let so many processes on this machine do the work."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Let the workers of this Dask scheduler do it."
    ),
]


def sampling(certain: bool, draws: int | None, seed: int | None) -> tasks.Sampling:
    """How to sample, from the options given."""
    return tasks.Sampling(certain=certain, draws=draws, seed=seed)


def workers(threads: int | None, processes: int | None, scheduler: str | None) -> tasks.Workers:
    """Who does the work, from the options given."""
    return tasks.Workers(threads, processes, scheduler)

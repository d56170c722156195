"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from leveltwo.tasks import Sampling

Source = Annotated[
    str, typer.Argument(metavar="FILE", help="A case file, or the name of a bundled case.")
]
Deal = Annotated[
    list[str],
    typer.Option(
        "--deal", metavar="ISSUE=OPTION …", help="One option for every issue, or the word history."
    ),
]
Moves = Annotated[
    list[str],
    typer.Option("--moves", metavar="A,B", help="Moves made, by id, or the word history."),
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


def sampling(certain: bool, draws: int | None, seed: int | None) -> Sampling:
    """How to sample, from the options given."""
    return Sampling(certain=certain, draws=draws, seed=seed)

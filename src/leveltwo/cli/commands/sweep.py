"""``leveltwo sweep``: what if."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.scale.sweeps.swept import Swept

MOST_SHOWN = 20
ENDS_SHOWN = 5
EFFECTS_SHOWN = 12
Set = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="PLACE=VALUES",
        help="A place in the case and the values to try there, such as 51,60,67 or 30..60/7.",
    ),
]
File = Annotated[
    str | None, typer.Option("--file", metavar="SWEEP", help="A sweep file, for longer ones.")
]
Sample = Annotated[
    int | None,
    typer.Option("--sample", min=1, help="Draw so many points at random, instead of a grid."),
]
Deal = Annotated[
    list[str],
    typer.Option(
        "--deal",
        metavar="ISSUE=OPTION …",
        help="Assess this deal at every point, instead of looking for the best plan.",
    ),
]
Floor = Annotated[
    float | None, typer.Option("--floor", help="Least chance wanted of the best plan.")
]
Seconds = Annotated[
    float | None, typer.Option("--seconds", help="Stop each search after so many seconds.")
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="TABLE", help="Keep the table here: .csv or .parquet."),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace the table that is there, and start afresh.")
]


def sweep(
    source: options.Source,
    places: Set = [],  # noqa: B006 - Typer copies it
    file: File = None,
    sample: Sample = None,
    deal: Deal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    floor: Floor = None,
    in_return: options.InReturn = [],  # noqa: B006 - Typer copies it
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    seconds: Seconds = None,
    out: Out = None,
    overwrite: Overwrite = False,
    workers: options.Threads = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Ask what if: one question, put to many variants of a case.

    With --deal, what becomes of that plan; without, which plan is best.
    """
    wanted = tasks.Sweep(
        vary=arguments.settings(places),
        sample=sample,
        deal=arguments.pairs(deal) if deal else None,
        moves=tuple(arguments.split(moves)),
        floor=floor,
        in_return=tuple(arguments.split(in_return)),
        draws=draws,
        seed=seed,
        certain=certain,
        seconds=seconds,
    )
    crew = options.workers(workers, cluster, scheduler)
    answer = asked(source, wanted, file, out, crew, overwrite)
    if as_json:
        screen.print_json(answer.result.document(answer.case.title))
        return
    from leveltwo.advice import wording

    statuses = Counter(str(row["status"]) for row in answer.result.rows)
    screen.show(
        screen.heading(answer.case.title),
        screen.paragraph(
            wording.points_sentence(statuses, answer.result.reused), wording.out_sentence(out)
        ),
        *tables(answer.result),
        screen.paragraph(wording.CAVEAT),
    )


def asked(
    source: str,
    wanted: tasks.Sweep,
    file: str | None,
    out: str | None,
    workers: tasks.Workers,
    overwrite: bool,
) -> tasks.Answer[Swept]:
    """The sweep, with progress on a terminal."""
    from leveltwo.advice import wording

    tasks.show(source)  # a broken file is refused before anything begins
    try:
        with screen.working(wording.SWEEPING) as say:
            return tasks.sweep(
                source,
                wanted,
                file,
                out,
                workers,
                lambda done, all_: say(f"{wording.SWEEPING} {done:,} of {all_:,}"),
                afresh=overwrite,
            )
    except KeyboardInterrupt:
        if out is not None:
            screen.console(errors=True).print(wording.kept_sentence(out))
        raise


def tables(result: Swept) -> list[RenderableType | None]:
    """The points, or the best and the worst of them, and what matters most."""
    order = result.ranked()
    if len(result.rows) <= MOST_SHOWN:
        return [_points("Points", result, list(result.rows)), *_effects(result)]
    return [
        _points("The best points", result, order[:ENDS_SHOWN]),
        _points("The worst points", result, order[::-1][:ENDS_SHOWN]),
        *_effects(result),
    ]


def _points(
    title: str, result: Swept, rows: list[dict[str, str | int | float | None]]
) -> RenderableType:
    from leveltwo.advice import wording

    names = result.names if len(result.names) <= ENDS_SHOWN else ()
    shown = [
        [
            str(row["point"]),
            *("–" if row[name] is None else str(row[name]) for name in names),
            str(row["status"]).replace("_", " "),
            wording.measured(result.measure, row.get(result.measure)),
        ]
        for row in rows
    ]
    headers = ["point", *names, "status", wording.MEASURES[result.measure]]
    return screen.table(title, headers, shown, right=[0, len(headers) - 1])


def _effects(result: Swept) -> list[RenderableType | None]:
    from leveltwo.advice import wording

    effects = result.effects()
    if not effects:
        return [screen.paragraph(wording.NO_EFFECTS)]
    rows = [
        [
            effect.name,
            wording.spread(result.measure, effect.spread),
            f"{wording.measured(result.measure, effect.lowest[1])} at {effect.lowest[0]}",
            f"{wording.measured(result.measure, effect.highest[1])} at {effect.highest[0]}",
        ]
        for effect in effects[:EFFECTS_SHOWN]
    ]
    headers = ["place", "range", "least", "most"]
    title = wording.matters_title(result.measure)
    return [screen.table(title, headers, rows, right=[1]), screen.paragraph(wording.EFFECTS)]

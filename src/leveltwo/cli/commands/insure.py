"""``leveltwo insure``: how easily a rival breaks a plan, and the cheapest insurance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress
from leveltwo.cli.status import NO

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.model.negotiation import Negotiation
    from leveltwo.solve.insurance.record import Insurance

Rival = Annotated[
    float | None,
    typer.Option("--rival", metavar="POINTS", help="Points that a rival can take from people."),
]


def insure(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    rival: Rival = None,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    as_json: options.Json = False,
) -> None:
    """Say how easily a rival breaks a plan’s gates, and find the cheapest moves against that.

    Without --deal, for the plan advised.
    """
    from leveltwo.advice import wording

    doing = wording.INSURING if deal else wording.SEARCHING
    with progress(source, doing, solves=not deal) as display:
        answer = tasks.insure(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            options.sampling(certain, draws, seed),
            rival=rival,
            watch=display.search,
            insuring=display.insure,
        )
    if as_json:
        from leveltwo.report.insurance_document import insurance_told

        screen.print_json(insurance_told(answer.result, answer.case))
    else:
        screen.show(screen.heading(answer.case.title), *parts(answer.case, answer.result))
    if answer.result is None or not answer.result.is_reached:
        raise typer.Exit(NO)


def parts(case: Negotiation, result: Insurance | None) -> list[RenderableType | None]:
    """The answer, part by part."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands.assess import guard_rails
    from leveltwo.cli.commands.assess import plan as plan_table

    if result is None:
        return [screen.paragraph(wording.NO_PLAN_TO_INSURE)]
    return [
        *plan_table(case, result.plan),
        screen.paragraph(
            wording.rival_sentence(case, result),
            wording.insurance_headline(case, result),
            wording.insurance_proof(result),
            wording.insured_chance(result),
        ),
        gates(case, result),
        screen.lines(wording.safer_lines(case, result)),
        screen.lines(wording.counted_lines(case, result)),
        guard_rails(case, result.insured_plan),
        screen.paragraph(wording.GUARDED_RULE, wording.CAVEAT),
    ]


def gates(case: Negotiation, result: Insurance) -> RenderableType:
    """How safe each gate is, without and with the moves."""
    from leveltwo.advice import wording

    rows = [list(row) for row in wording.guarded_rows(case, result)]
    headers = [
        "gate",
        "side",
        "points that break it",
        "bought from",
        "with the moves",
        "holds against the rival",
    ]
    if not result.added:
        rows, headers = [[*row[:4], row[5]] for row in rows], [*headers[:4], headers[5]]
    return screen.table("How safe each gate is", headers, rows, right=[2])

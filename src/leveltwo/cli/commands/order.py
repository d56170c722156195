"""``leveltwo order``: whom to approach first."""

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
    from leveltwo.solve.order import Order

Sides = Annotated[
    list[str], typer.Option("--side", metavar="A,B", help="Approach only people of these sides.")
]
People = Annotated[
    list[str], typer.Option("--people", metavar="A,B", help="Approach only these constituencies.")
]


def order(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    side: Sides = [],  # noqa: B006 - Typer copies it
    people: People = [],  # noqa: B006 - Typer copies it
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    as_json: options.Json = False,
) -> None:
    """Say whom to approach first, so that those who follow hear a yes before they decide.

    Without --deal, for the plan advised.
    """
    from leveltwo.advice import wording

    with progress(source, wording.SEARCHING, solves=not deal) as display:
        answer = tasks.order(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            options.sampling(certain, draws, seed),
            sides=arguments.split(side),
            people=arguments.split(people),
            watch=display.search,
        )
    if as_json:
        from leveltwo.report.order_document import order_told

        screen.print_json(order_told(answer.result, answer.case))
    else:
        screen.show(screen.heading(answer.case.title), *parts(answer.case, answer.result))
    if answer.result is None:
        raise typer.Exit(NO)


def parts(case: Negotiation, result: Order | None) -> list[RenderableType | None]:
    """The answer, part by part."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands.assess import guard_rails

    if result is None:
        return [screen.paragraph(wording.NO_PLAN_TO_ORDER)]
    return [
        screen.paragraph(
            wording.order_headline(case, result),
            wording.order_chance(result),
            wording.order_durability(case, result),
            wording.only_said(case, result.plan),
            wording.undoing_sentence(case, result.plan),
            wording.order_proof(result),
        ),
        guard_rails(case, result.plan),
        turns(case, result),
        ways(case, result),
        screen.lines(wording.hint_lines(case, result)),
        screen.lines(wording.apart_sentences(case, result)),
        screen.paragraph(wording.RULE if result.best.people else None, wording.CAVEAT),
    ]


def turns(case: Negotiation, result: Order) -> RenderableType | None:
    """Who is approached when."""
    from leveltwo.advice import wording

    rows = wording.turn_rows(case, result) if result.matters else []
    headers = ["", "approach", "side", "having heard", "chance of a yes"]
    return screen.table("Whom to approach when", headers, rows, right=[0, 4]) if rows else None


def ways(case: Negotiation, result: Order) -> RenderableType | None:
    """The best order beside others."""
    from leveltwo.advice import wording

    rows = wording.way_rows(case, result) if result.matters else []
    headers = ["way", "first", "chance"]
    return screen.table("Beside other orders", headers, rows, right=[2]) if rows else None

"""``leveltwo diagnose``: who stands in the way, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.advice.barriers import Barrier
    from leveltwo.core.sample import Sample
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.tasks import Diagnosis

Side = Annotated[str | None, typer.Option("--side", help="Only barriers on this side.")]


def diagnose(
    source: options.Source,
    deal: options.Deal,
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    side: Side = None,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    as_json: options.Json = False,
) -> None:
    """Name who stands in the way of a plan, why, and what converting each would buy."""
    answer = tasks.diagnose(
        source,
        arguments.pairs(deal),
        arguments.split(moves),
        side,
        options.sampling(certain, draws, seed),
    )
    case, result = answer.case, answer.result
    if as_json:
        from leveltwo.report.barrier_document import barrier_document
        from leveltwo.report.document import document

        plan = document(result.plan, case)
        pairs = zip(result.barriers, result.precedents, strict=True)
        found = [barrier_document(case, one, result.plan, cited) for one, cited in pairs]
        screen.print_json({**plan, "side": result.side, "barriers": found})
        return
    from leveltwo.advice import wording
    from leveltwo.cli.commands.assess import plan as plan_table

    screen.show(
        screen.heading(case.title),
        *plan_table(case, result.plan.plan),
        screen.paragraph(
            wording.interval_sentence(result.plan),
            wording.durability_sentence(case, result.plan.durable, result.plan.sample),
            wording.undoing_sentence(case, result.plan.plan),
            wording.only_said(case, result.plan.plan),
        ),
        *barriers(case, result),
        *details(case, result),
        precedents(case, result),
        screen.paragraph(wording.CAVEAT),
    )


DETAILED = 5


def barriers(case: Negotiation, result: Diagnosis) -> list[RenderableType | None]:
    """All barriers: to approval, and to carrying the deal out."""
    from leveltwo.advice import wording

    if not result.barriers:
        return [screen.paragraph(wording.NO_BARRIERS)]
    sample = result.plan.sample
    approval = [b for b in result.lacking if not b.implementation]
    carrying = [b for b in result.lacking if b.implementation]
    likely = wording.likely_sentence(case, result.likely)
    return [
        _table("Barriers to approval, those first whose conversion buys most",
               "chance of approval if they are for", case, approval, sample),
        _table("Barriers to carrying it out",
               "chance of approval and carrying out if they are for", case, carrying, sample),
        None if likely is None else screen.paragraph(likely),
    ]  # fmt: skip


def _table(
    title: str, last: str, case: Negotiation, found: Iterable[Barrier], sample: Sample
) -> RenderableType | None:
    from leveltwo.advice import wording

    rows = [
        [
            wording.person(case, b.conversion.who),
            wording.gate_name(case, b.conversion.side, b.conversion.gate),
            wording.chance(b.conversion.chance, sample),
            wording.points(b.conversion.margin),
            wording.kind_words(b, short=True),
            wording.barrier_sentence(b, sample),
        ]
        for b in found
    ]
    headers = ["who", "gate", "for", "margin", "kind", last]
    return screen.table(title, headers, rows, right=[2, 3]) if rows else None


def details(
    case: Negotiation, result: Diagnosis, most: int = DETAILED
) -> list[RenderableType | None]:
    """The first barriers in full."""
    from leveltwo.advice import wording

    told = wording.barriers_told(case, result.lacking[:most], result.plan)
    return [screen.lines(lines) for lines in told]


def precedents(case: Negotiation, result: Diagnosis) -> RenderableType | None:
    """The closest precedents of the barriers told in full."""
    from leveltwo.advice import wording

    every = zip(result.barriers, result.precedents, strict=True)
    pairs = [(b, cited) for b, cited in every if b.lacks][:DETAILED]
    return screen.lines(wording.barrier_precedent_lines(case, pairs))

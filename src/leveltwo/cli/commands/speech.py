"""``leveltwo speech``: with which words each leader can say yes at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress
from leveltwo.cli.status import NO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from leveltwo.advice.speech import Outline, Speeches
    from leveltwo.core.sample import Sample
    from leveltwo.model.negotiation import Negotiation

For = Annotated[
    list[str],
    typer.Option(
        "--for", metavar="A,B", help="Only these constituencies, or those at these gates."
    ),
]
Ours = Annotated[bool, typer.Option("--ours", help="Our own leader’s speeches, not the others’.")]


def speech(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    audiences: For = [],  # noqa: B006 - Typer copies it
    ours: Ours = False,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    seconds: options.Seconds = None,
    as_json: options.Json = False,
) -> None:
    """Outline the speeches with which each leader can say yes at home, in true words only."""
    from leveltwo.advice import wording

    with progress(source, wording.SEARCHING, solves=not deal) as display:
        answer = tasks.speech(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            arguments.split(audiences),
            options.sampling(certain, draws, seed),
            ours=ours,
            seconds=seconds,
            watch=display.search,
        )
    case, result = answer.case, answer.result
    if as_json:
        from leveltwo.report.document import document

        screen.print_json(document(result, case))
    else:
        screen.show(screen.heading(case.title), *parts(case, result))
    if result.advice is not None and result.advice.is_no:
        raise typer.Exit(NO)


def parts(case: Negotiation, result: Speeches) -> Iterator[RenderableType | None]:
    """The plan, then one outline after another."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands.advise import parts as advice
    from leveltwo.cli.commands.assess import plan

    if result.advice is not None and result.plan is None:
        yield from advice(case, result.advice)
    if result.plan is not None:
        yield from plan(case, result.plan)
    for outline in result.outlines:
        yield screen.heading(wording.speech_title(case, outline))
        yield from sections(case, outline, result.sample)
    if result.outlines:
        yield screen.paragraph(wording.CHECK_SPEECH)


def sections(
    case: Negotiation, outline: Outline, sample: Sample
) -> Iterator[RenderableType | None]:
    """One outline, section by section."""
    from leveltwo.advice import wording

    for section in wording.speech_sections(case, outline, sample):
        yield screen.outline(section.title, [(item.text, item.under) for item in section.items])

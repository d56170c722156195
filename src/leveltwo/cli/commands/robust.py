"""``leveltwo robust``: how far a plan can be relied on, and what to ask about first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.model.negotiation import Negotiation
    from leveltwo.solve.robustness.record import Robustness

SHOWN = 10
Fresh = Annotated[
    int,
    typer.Option("--draws", min=1024, max=65_536, help="Fresh draws that plans are compared on."),
]


def robust(
    source: options.Source,
    deal: options.PlanDeal = [],  # noqa: B006 - Typer copies it
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    draws: Fresh = tasks.FRESH_DRAWS,
    seed: options.Seed = None,
    seconds: options.Seconds = None,
    threads: options.Threads = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Say what to ask about first, what in a plan stays if judgements vary, and its worst case.

    Without --deal, for the plan that is advised.
    """
    from leveltwo.advice import wording

    with progress(source, wording.STUDYING) as display:
        answer = tasks.robust(
            source,
            arguments.pairs(deal) if deal else None,
            arguments.split(moves),
            options.sampling(False, None, seed),
            options.workers(threads, cluster, scheduler),
            draws=draws,
            seconds=seconds,
            watch=display.study,
        )
    if as_json:
        from leveltwo.report.robustness_document import robustness_document

        screen.print_json(robustness_document(answer.result, answer.case))
        return
    screen.show(screen.heading(answer.case.title), *parts(answer.case, answer.result))


def parts(case: Negotiation, found: Robustness) -> list[RenderableType | None]:
    """The answer, part by part."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands.assess import plan as plan_table

    return [
        *(plan_table(case, found.plan) if found.plan else ()),
        screen.paragraph(
            wording.walking_sentence(case, found),
            wording.stopped_sentence(found),
            wording.lead_sentence(case, found),
            wording.theirs_sentence(case, found),
        ),
        screen.paragraph(wording.found_sentence(found)),
        questions(case, found),
        screen.paragraph(wording.mood_sentence(found, SHOWN)),
        screen.paragraph(wording.stability_sentence(found), wording.stays_sentence(case, found)),
        depends(case, found),
        screen.paragraph(wording.stress_sentence(case, found)),
        screen.lines(wording.turning_notes(case, found, SHOWN)),
        screen.paragraph(wording.CAVEAT),
    ]


def questions(case: Negotiation, found: Robustness) -> RenderableType | None:
    """What to ask about first."""
    from leveltwo.advice import wording

    if found.finding_out is None or not found.finding_out.questions:
        return None
    rows = [
        [
            wording.question_sentence(case, question),
            wording.question_worth(question),
            "\n".join(wording.turn_lines(case, found, question)),
        ]
        for question in found.finding_out.questions[:SHOWN]
    ]
    headers = ["what to find out", "worth (points)", "how the advice would change"]
    return screen.table(f"{wording.ASK_FIRST}. {wording.ALONE}", headers, rows, right=[1])


def depends(case: Negotiation, found: Robustness) -> RenderableType | None:
    """What is not always in the best plan."""
    from leveltwo.advice import wording

    rows = wording.depends_lines(case, found)
    if not rows:
        return None
    return screen.table("What depends on the judgements", ["part", "best in", "else"], rows)

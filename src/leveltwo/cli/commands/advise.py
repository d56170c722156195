"""``leveltwo advise``: which deal, and which moves of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress
from leveltwo.cli.status import NO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from leveltwo.advice.precedents import Match
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.precedent import Precedent
    from leveltwo.solve.recommendation import Recommendation

    Precedents = Mapping[str, tuple[Match, ...]]

FRONTIER_ROWS = 8
Floor = Annotated[
    float | None, typer.Option("--floor", help="Least chance wanted that every gate passes.")
]
OneDeal = Annotated[
    list[str],
    typer.Option(
        "--deal", metavar="ISSUE=OPTION …", help="Seek the least costly help for this deal."
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="See it from this day: what must still be prepared begins then.",
    ),
]


def advise(
    source: options.Source,
    deal: OneDeal = [],  # noqa: B006 - Typer copies it
    floor: Floor = None,
    in_return: options.InReturn = [],  # noqa: B006 - Typer copies it
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    seconds: options.Seconds = None,
    threads: options.Threads = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    today: Today = None,
    as_json: options.Json = False,
) -> None:
    """Find the plan that serves our side best, and say why each move is in it.

    With --deal, find the least costly moves that bring that deal to the chance asked for.
    """
    from leveltwo.advice import wording

    seen = None if today is None else arguments.day("--today", today)
    with progress(source, wording.SEARCHING) as display:
        answer = tasks.advise(
            source,
            arguments.pairs(deal) if deal else None,
            floor,
            arguments.split(in_return),
            options.sampling(certain, draws, seed),
            options.workers(threads, cluster, scheduler),
            seconds=seconds,
            today=seen,
            watch=display.search,
        )
    if as_json:
        from leveltwo.report.document import document
        from leveltwo.report.library_document import with_precedents
        from leveltwo.report.seen_document import with_day

        found = with_day(document(answer.result, answer.case), answer.today, answer.changes)
        screen.print_json(with_precedents(found, answer.precedents, answer.fallen, answer.akin))
    else:
        shown = parts(answer.case, answer.result, answer.precedents, answer.fallen, answer.akin)
        screen.show(screen.heading(answer.case.title), redated(answer), *shown)
    if answer.result.is_no:
        raise typer.Exit(NO)


def redated(answer: tasks.Advised) -> RenderableType | None:
    """From which day it is seen, and which moves are reckoned on another day than written."""
    from leveltwo.advice import wording

    if answer.today is None:
        return None
    seen = wording.seen_sentence(answer.today)
    return screen.lines([seen, *wording.redated_lines(answer.case, answer.changes)])


def parts(
    case: Negotiation,
    result: Recommendation,
    precedents: Precedents | None = None,
    fallen: Mapping[str, Match] | None = None,
    akin: Mapping[str, Precedent] | None = None,
) -> list[RenderableType | None]:
    """The advice, part by part; with the precedents of its moves and traps, if they are given."""
    from leveltwo.advice import wording
    from leveltwo.advice.wording.left_out import left_out_lines
    from leveltwo.cli.commands.assess import guard_rails
    from leveltwo.cli.commands.assess import plan as plan_table

    if result.plan is None:
        said = wording.stop_sentences(case, result)
        return [screen.paragraph(wording.headline(case, result), *said),
                screen.paragraph(wording.short_sentence(result)),
                screen.paragraph(wording.CAVEAT)]  # fmt: skip
    return [
        screen.paragraph(
            wording.headline(case, result),
            wording.worth_sentence(case, result),
            wording.fresh_sentence(result) or wording.certain_sentence(result),
            wording.advised_durability(case, result),
            wording.undoing_sentence(case, result.plan),
            wording.only_said(case, result.plan),
        ),
        screen.paragraph(wording.nearly_sentence(case, result)),
        plan_table(case, result.plan)[0],
        moves(case, result),
        screen.lines(wording.reason_lines(case, result)),
        screen.lines(wording.advised_spill_lines(case, result)),
        traps(case, result, fallen or {}),
        screen.lines(left_out_lines(case, result.spillover)),
        guard_rails(case, result.plan),
        gates(case, result),
        frontier(case, result),
        frontier_notes(case, result),
        screen.paragraph(wording.short_sentence(result)),
        screen.lines(wording.precedent_lines(case, precedents or {}, akin)),
        screen.paragraph(wording.CAVEAT),
    ]


def moves(case: Negotiation, result: Recommendation) -> RenderableType | None:
    """The moves advised and what each does."""
    from leveltwo.advice import wording

    if result.plan is None or not result.reasons:
        return screen.paragraph(wording.NO_MOVES)
    rows = []
    for reason in result.reasons:
        move = case.moves[reason.move]
        rows.append(
            [
                case.name("moves", reason.move),
                str(move.date) if move.date else "any time",
                wording.points(reason.cost, signed=False),
                wording.wins(case, reason, result.plan.deal),
                wording.loss(reason, result),
            ]
        )
    return screen.table(
        "Our moves, those first that would be missed most",
        ["move", "counts from", "cost", "wins over (points)", "without it"],
        rows,
        right=[2],
    )


def traps(
    case: Negotiation, result: Recommendation, fallen: Mapping[str, Match]
) -> RenderableType | None:
    """Moves to leave."""
    from leveltwo.advice import wording
    from leveltwo.advice.traps import to_leave

    if result.spillover is None:
        return None
    leave = to_leave(case, result.spillover)
    return screen.lines(wording.trap_lines(case, leave, result.sample, fallen))


def gates(case: Negotiation, result: Recommendation) -> RenderableType | None:
    """The advised plan at every gate."""
    from leveltwo.cli.commands.assess import gates as gate_table

    return None if result.assessment is None else gate_table(case, result.assessment)


def frontier(case: Negotiation, result: Recommendation) -> RenderableType | None:
    """What more certainty costs."""
    from leveltwo.advice import wording

    shown = result.more_certain(FRONTIER_ROWS)
    if len(shown) < 2 or result.plan is None:
        return None
    carried = case.has_implementation
    headers = ["chance", *(["carried out"] if carried else []), "worth"]
    headers += ["gain before cost", "cost of moves", "against the advice"]
    rows = [
        [
            wording.chance(option.score.chance, result.sample),
            *([wording.chance(option.score.durable, result.sample)] if carried else []),
            wording.points(option.score.value),
            wording.points(option.score.before_cost),
            wording.points(option.score.cost, signed=False),
            wording.on_frontier(case, result.plan, option),
        ]
        for option in shown
    ]
    return screen.table(
        "What more certainty costs",
        headers,
        rows,
        right=range(len(headers) - 1),
    )


def frontier_notes(case: Negotiation, result: Recommendation) -> RenderableType | None:
    """What is delicate about the plans of that table."""
    from leveltwo.advice import wording

    shown = result.more_certain(FRONTIER_ROWS)
    if len(shown) < 2 or result.plan is None:
        return None
    return screen.lines([wording.BY_HAND, *wording.frontier_notes(case, shown)])

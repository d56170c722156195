"""``leveltwo assess``: what becomes of one plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.core.assessment import Assessment
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.plan import Plan


def assess(
    source: options.Source,
    deal: options.Deal,
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Say what becomes of one plan at every gate, who decides, and what adds to each margin."""
    answer = tasks.assess(
        source,
        arguments.pairs(deal),
        arguments.split(moves),
        options.sampling(certain, draws, seed),
        options.workers(None, cluster, scheduler),
    )
    if as_json:
        from leveltwo.report.document import document

        screen.print_json(document(answer.result, answer.case))
        return
    from leveltwo.advice import wording

    screen.show(
        screen.heading(answer.case.title),
        *plan(answer.case, answer.result.plan),
        screen.paragraph(
            wording.interval_sentence(answer.result),
            wording.durability_sentence(answer.case, answer.result.durable, answer.result.sample),
            wording.undoing_sentence(answer.case, answer.result.plan),
            wording.only_said(answer.case, answer.result.plan),
            wording.late_sentence(answer.case, answer.result),
        ),
        guard_rails(answer.case, answer.result.plan),
        gates(answer.case, answer.result),
        people(answer.case, answer.result),
        waterfall(answer.case, answer.result),
        safety(answer.case, answer.result),
        blocking(answer.case, answer.result),
        screen.paragraph(wording.CAVEAT),
    )


def plan(case: Negotiation, chosen: Plan) -> list[RenderableType | None]:
    """The plan in the reader's own words."""
    rows = [
        [case.name("issues", issue), case.label(issue, option)]
        for issue, option in chosen.deal.items()
    ]
    moves = "; ".join(case.name("moves", m) for m in chosen.moves) or "none"
    return [
        screen.table("The deal", ["issue", "option"], rows),
        screen.paragraph(f"Moves: {moves}."),
    ]


def guard_rails(case: Negotiation, chosen: Plan) -> RenderableType | None:
    """Warnings about a plan."""
    from leveltwo.advice import wording
    from leveltwo.advice.guard_rails import warnings

    return screen.lines(wording.guard_rail_lines(case, warnings(case, chosen)))


def gates(case: Negotiation, result: Assessment) -> RenderableType:
    """Chances of sides and gates."""
    from leveltwo.advice import wording

    rows = []
    for side, part in result.sides.items():
        shown = wording.chance(part.chance, result.sample)
        rows.append([case.name("sides", side), "all its approval gates", "", shown])
        for gate, share in part.gates.items():
            date = case.sides[side].gates[gate].date
            kind = " (carrying out)" if case.sides[side].gates[gate].implementation else ""
            name = wording.gate_name(case, side, gate) + kind
            rows.append(["", name, str(date or ""), wording.chance(share, result.sample)])
        gain = wording.gain_cell(part.gain)
        rows.append(["", gain, "", ""])
    header = "passes" if result.sample.certain else "chance"
    return screen.table("Gates", ["side", "gate", "date", header], rows, right=[3])


def people(case: Negotiation, result: Assessment) -> RenderableType:
    """Where everybody stands."""
    from leveltwo.advice import wording

    rows = []
    for who, part in result.constituencies.items():
        name = wording.person(case, who)
        crossed = "red line crossed" if part.crossed else ""
        rows.append(
            [
                name,
                case.name("sides", case.constituencies[who].side),
                wording.chance(part.chance, result.sample),
                wording.points(part.margin),
                wording.chance(part.pivotal, result.sample) if part.gates else "no vote",
                crossed,
            ]
        )
    header = "for" if result.sample.certain else "chance for"
    return screen.table(
        "Who stands where", ["who", "side", header, "margin", "decides a gate", ""], rows,
        right=[2, 3, 4],
    )  # fmt: skip


def waterfall(case: Negotiation, result: Assessment) -> RenderableType:
    """What adds to and takes from each margin."""
    from leveltwo.advice import wording

    rows = [
        [
            wording.person(case, who),
            wording.points(part.parts.no_deal),
            wording.points(sum(part.parts.terms.values())),
            wording.points(sum(part.parts.moves.values())),
            wording.points(sum(part.parts.cues.values())),
            wording.points(part.margin),
            wording.largest_parts(case, result.plan, part.parts),
        ]
        for who, part in result.constituencies.items()
    ]
    return screen.table(
        "What makes the margins (points)",
        ["who", "no deal", "terms", "moves", "cues", "margin", "largest parts"],
        rows,
        right=[1, 2, 3, 4, 5],
    )


def safety(case: Negotiation, result: Assessment) -> RenderableType | None:
    """How little breaks the gates that pass if every best guess is right."""
    from leveltwo.advice import wording

    if not result.safety:
        return None
    rows = [
        [
            wording.gate_name(case, found.side, found.gate),
            case.name("sides", found.side),
            wording.votes_to_lose(found),
            wording.points_to_lose(found),
            wording.bought(case, found),
        ]
        for found in result.safety
    ]
    title = "What would break a gate that passes if every best guess is right"
    header = ["gate", "side", "votes turned", "or points taken", "from whom"]
    return screen.table(title, header, rows, right=[2, 3])


def blocking(case: Negotiation, result: Assessment) -> RenderableType | None:
    """The likeliest of the smallest groups that could stop a gate."""
    from leveltwo.advice import wording

    if not result.blocking:
        return None
    rows = [
        [
            wording.listed([wording.person(case, who) for who in group.members]),
            wording.gate_name(case, group.side, group.gate),
            wording.chance(group.chance, result.sample),
        ]
        for group in result.blocking
    ]
    header = "all against" if result.sample.certain else "chance that all are against"
    return screen.table(wording.blocking_title(result), ["group", "gate", header], rows, right=[2])

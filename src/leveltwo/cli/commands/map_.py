"""``leveltwo map``: which deals could pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import arguments, options, screen
from leveltwo.cli.progress import progress

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.core.map import Estimate, Map, Spot
    from leveltwo.model.negotiation import Negotiation

FRONTIER = "Pareto frontier of the negotiators’ values"
Confidence = Annotated[
    float, typer.Option("--confidence", help="Chance at which a deal counts as passing.")
]


def map_(
    source: options.Source,
    moves: options.Moves = [],  # noqa: B006 - Typer copies it
    confidence: Confidence = 0.5,
    certain: options.Certain = False,
    draws: options.Draws = None,
    seed: options.Seed = None,
    threads: options.Threads = None,
    cluster: options.Processes = None,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Map the deals: each side's win-set, their overlap, the frontier, and fair solutions."""
    from leveltwo.advice import wording

    with progress(source, wording.MAPPING) as display:
        answer = tasks.map_deals(
            source,
            arguments.split(moves),
            confidence,
            options.sampling(certain, draws, seed),
            display.map_deals,
            options.workers(threads, cluster, scheduler),
        )
    if as_json:
        from leveltwo.report.document import document

        screen.print_json(document(answer.result, answer.case))
        return

    screen.show(
        screen.heading(answer.case.title),
        screen.paragraph(wording.map_sentence(answer.case, answer.result)),
        winsets(answer.case, answer.result),
        *solutions(answer.case, answer.result),
        screen.paragraph(wording.CAVEAT),
    )


def winsets(case: Negotiation, result: Map) -> RenderableType:
    """Sizes of win-sets and their overlap."""
    from leveltwo.advice import wording

    total = max(result.deals, 1)
    if result.estimate is not None:
        return estimates(case, result.estimate, result)
    rows = [
        [f"Win-set of {case.name('sides', side)}", f"{n:,}", wording.percent(n / total)]
        for side, n in result.winsets.items()
    ]
    rows.append(["Overlap (zone of possible agreement)", f"{result.overlap:,}",
                 wording.percent(result.overlap / total)])  # fmt: skip
    rows.append([FRONTIER, f"{result.pareto:,}", ""])
    title = f"{result.deals:,} deal{'' if result.deals == 1 else 's'}"
    return screen.table(title, ["", "deals", "share"], rows, right=[1, 2])


def estimates(case: Negotiation, found: Estimate, result: Map) -> RenderableType:
    """Estimated sizes of win-sets and their overlap, each with its interval."""
    from leveltwo.advice import wording

    parts = {f"Win-set of {case.name('sides', s)}": (result.winsets[s], found.winsets[s])
             for s in result.winsets}  # fmt: skip
    parts["Overlap (zone of possible agreement)"] = result.overlap, found.overlap
    rows = [
        [what, wording.about(n, exact=share.exact), *wording.share_cells(share)]
        for what, (n, share) in parts.items()
    ]
    if result.pareto is not None:
        rows.append([FRONTIER, f"{result.pareto:,}", "", ""])
    title = f"{wording.about(result.deals, exact=found.allowed.exact)} deals"
    return screen.table(title, ["", "deals", "share", "95 % interval"], rows, right=[1, 2, 3])


def solutions(case: Negotiation, result: Map) -> list[RenderableType | None]:
    """The deals that rules of fairness pick: figures first, then the deals by letter."""
    from leveltwo.advice import wording

    letters: dict[tuple[str, ...], str] = {}
    rows = []
    picks = {"among deals that pass": result.solutions, "at the table only": result.at_the_table}
    for title, picked in picks.items():
        if result.estimate is not None and not any(picked.values()):
            continue
        names = {wording.RULES[rule]: spot for rule, spot in picked.items()}
        rows += [[title, rule, *_spot(case, result, spot, letters)] for rule, spot in names.items()]
    if result.likeliest is not None:
        last = _spot(case, result, result.likeliest, letters)
        of = "of all deals" if result.estimate is None else "of those looked at"
        rows.append([of, "likeliest to pass", *last])
    gains = [f"gain {case.name('sides', side)}" for side in case.sides]
    header = "passes" if result.sample.certain else "chance"
    figures = screen.table(
        "What rules of fairness would pick" if len(rows) > 1 else "A deal",
        ["", "rule", header, *gains, "deal"],
        rows,
        right=range(2, 3 + len(gains)),
    )
    return [figures, _deals(case, letters)]


def _spot(
    case: Negotiation, result: Map, spot: Spot | None, letters: dict[tuple[str, ...], str]
) -> list[str]:
    from leveltwo.advice import wording

    if spot is None:
        return ["–", *("–" for _ in case.sides), "none"]
    gains = [wording.points(spot.gains[side]) for side in case.sides]
    letter = letters.setdefault(tuple(spot.deal.values()), chr(ord("A") + len(letters)))
    return [wording.chance(spot.chance, result.sample), *gains, letter]


def _deals(case: Negotiation, letters: dict[tuple[str, ...], str]) -> RenderableType | None:
    rows = []
    for i, issue in enumerate(case.issues):
        labels = [case.label(issue, deal[i]) for deal in letters]
        same = len(set(labels)) == 1
        shown = [labels[0], *("″" for _ in labels[1:])] if same else labels
        rows.append([case.name("issues", issue), *shown])
    return screen.table("Those deals", ["issue", *letters.values()], rows) if letters else None

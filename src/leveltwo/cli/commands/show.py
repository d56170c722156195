"""``leveltwo show``: both tables at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import options, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.model.negotiation import Negotiation


Words = Annotated[bool, typer.Option("--words", help="List every judgement given as a word.")]


Full = Annotated[
    bool, typer.Option("--full", help="Show all that stands in the file, to be checked.")
]


def show(
    source: options.Source,
    full: Full = False,
    words: Words = False,
    as_json: options.Json = False,
) -> None:
    """Show both tables at a glance: sides and gates, people, issues and moves."""
    case = tasks.show(source).case
    if as_json:
        screen.print_json(case.model_dump(mode="json", by_alias=True, exclude_defaults=True))
        return
    found = tasks.judgements(case)
    screen.show(
        screen.heading(case.title),
        screen.paragraph(case.summary and " ".join(case.summary.split())),
        *(_side(case, side) for side in case.sides),
        _issues(case),
        _people(case),
        _moves(case),
        _events(case),
        *(_full(case) if full else []),
        _words(found),
        _each_word(found) if words else None,
        _history(case),
    )


def _side(case: Negotiation, key: str) -> RenderableType:
    from leveltwo.advice import wording

    side = case.sides[key]
    viewpoint = " — the side being advised" if key == case.viewpoint else ""
    rows = []
    for gate_id, gate in side.gates.items():
        when = str(gate.date) if gate.date else "any time"
        kind = "carrying out" if gate.implementation else "approval"
        rule = f"needs {wording.rule_in_words(case, gate.rule)}"
        rows.append([wording.gate_name(case, key, gate_id), when, kind, rule])
    negotiator = wording.person(case, side.negotiator)
    title = f"{case.name('sides', key)}{viewpoint} (negotiator: {negotiator})"
    return screen.table(title, ["gate", "date", "for", "rule"], rows)


def _issues(case: Negotiation) -> RenderableType:
    rows = []
    for key, issue in case.issues.items():
        options_ = issue.option_ids
        if issue.numeric:
            text = f"{options_[0]} to {issue.label(options_[-1])} by {issue.step:g}"
        else:
            text = "; ".join(f"{issue.label(option)} ({option})" for option in options_)
        rows.append([case.name("issues", key), text, key])
    return screen.table("Issues", ["issue", "options (and their ids)", "id"], rows)


def _people(case: Negotiation) -> RenderableType:
    from leveltwo.advice import wording

    rows = []
    for key, who in case.constituencies.items():
        follows = wording.listed([wording.person(case, leader) for leader in who.follows])
        red = "; ".join(
            wording.term(case, line.issue, option)
            for line in who.red_lines
            for option in line.options
        )
        rows.append([wording.person(case, key), case.name("sides", who.side), follows, red, key])
    return screen.table(
        "Constituencies", ["who", "side", "follows", "refuses (red lines)", "id"], rows
    )


def _moves(case: Negotiation) -> RenderableType | None:
    from leveltwo.advice import wording
    from leveltwo.model.move import Device

    rows, seen = [], None
    told = any(move.binding for move in case.moves.values())
    for device in [*Device, None]:
        for key, move in case.moves.items():
            if move.device is device:
                label = device.label if device else "other"
                date = str(move.date) if move.date else "any time"
                by = case.name("sides", move.by)
                binds = [wording.BINDS[move.binding] if move.binding else ""] if told else []
                shown = "" if seen == label else label
                rows.append([shown, case.name("moves", key), by, date, *binds, key])
                seen = label
    headers = ["device", "move", "by", "date", *(["binds"] if told else []), "id"]
    return screen.table("Moves", headers, rows) if rows else None


def _events(case: Negotiation) -> RenderableType | None:
    rows = [
        [case.name("events", key), str(event.date), str(event.until or ""), key]
        for key, event in case.events.items()
    ]
    return screen.table("Events", ["event", "date", "until", "id"], rows) if rows else None


def _full(case: Negotiation) -> list[RenderableType]:
    """All that is said of people, moves and the whole."""
    from leveltwo.advice import wording

    parts = [
        screen.outline(
            "Constituencies, in full (ratings: 0 worst, 100 best)", wording.people_items(case)
        )
    ]
    if case.moves:
        parts.append(screen.outline("Moves, in full", wording.move_items(case)))
    return [*parts, screen.outline("What else the file says", wording.rule_items(case))]


def _words(found: tasks.Judgements) -> RenderableType | None:
    """The words used, what each stands for, and how often."""
    from leveltwo.advice import wording

    counts: dict[tuple[str, str], int] = {}
    for word, low, best, high in found.words.values():
        meaning = (word, f"{best:g} ({low:g} to {high:g})")
        counts[meaning] = counts.get(meaning, 0) + 1
    rows = [[*meaning, f"{n}"] for meaning, n in sorted(counts.items(), key=_by_size)]
    title = wording.judgements_title(len(found.words), found.ranges, found.exact)
    headers = ["word", "best (low to high)", "times"]
    return screen.table(title, headers, rows, right=[2]) if rows else screen.paragraph(title)


def _by_size(entry: tuple[tuple[str, str], int]) -> tuple[float, str]:
    (word, meaning), _ = entry
    return -float(meaning.split()[0]), word


def _each_word(found: tasks.Judgements) -> RenderableType:
    """Every judgement given as a word, by its place in the file."""
    rows = [
        [path, word, f"{best:g}", f"{low:g} to {high:g}"]
        for path, (word, low, best, high) in found.words.items()
    ]
    headers = ["place in the file", "word", "best", "range"]
    return screen.table("Judgements given as words", headers, rows, right=[2])


def _history(case: Negotiation) -> RenderableType | None:
    if case.history is None:
        return None
    return screen.paragraph(f"What happened: {' '.join(case.history.result.split())}")

"""``leveltwo precedents``: how help to another side's people fared before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import options, screen
from leveltwo.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.model.precedent import Precedent

Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Tell all about this one, such as colombia-2016."),
]
OfDevice = Annotated[
    str | None, typer.Option("--device", help="Only those where this device was used.")
]
OfBarrier = Annotated[
    str | None, typer.Option("--barrier", help="Only those that met this kind of barrier.")
]
OfVerdict = Annotated[
    str | None,
    typer.Option("--verdict", help="Only those that fared like this: helped, late or wrong."),
]
Search = Annotated[
    str, typer.Option("--search", metavar="WORDS", help="Only those where all these words occur.")
]


def precedents(
    name: Name = None,
    device: OfDevice = None,
    barrier: OfBarrier = None,
    verdict: OfVerdict = None,
    search: Search = "",
    as_json: options.Json = False,
) -> None:
    """List precedents: how help to another side's people fared, with votes and sources."""
    if name is not None:
        if device or barrier or verdict or search:
            raise InputError("give a precedent’s name, or options to look for some, not both")
        one(name, as_json)
        return
    found = tasks.precedents(device, barrier, verdict, search)
    if as_json:
        from leveltwo.report.library_document import precedent_document

        screen.print_json([precedent_document(key, entry) for key, entry in found.items()])
        return
    from leveltwo.advice import wording

    rows = [
        [key, f"{entry.title}, {entry.years}", wording.verdict_words(entry)]
        for key, entry in found.items()
    ]
    headers = ["name", "what it is about", "how help fared"]
    screen.show(
        screen.table("Precedents", headers, rows) if rows else None,
        screen.paragraph(wording.OUR_JUDGEMENT if rows else wording.NO_PRECEDENTS),
    )


def one(name: str, as_json: bool) -> None:
    """Tell one precedent."""
    entry = tasks.precedent(name)
    if as_json:
        from leveltwo.report.library_document import precedent_document

        screen.print_json(precedent_document(name, entry))
    else:
        screen.show(*detail(name, entry))


def detail(name: str, entry: Precedent) -> list[RenderableType | None]:
    """All about one precedent."""
    from leveltwo.advice import wording

    when, needed, outcome, lesson = wording.precedent_sentences(entry)
    return [
        screen.heading(f"{entry.title}, {entry.years} ({name})"),
        screen.paragraph(when),
        screen.items("Sides", entry.sides),
        screen.items("Who had to approve", entry.approvers),
        screen.paragraph(needed),
        screen.items("Votes", [wording.vote_line(vote) for vote in entry.votes]),
        screen.items("What was done, and how it fared", [wording.act_line(a) for a in entry.acts]),
        screen.paragraph(outcome),
        screen.paragraph(lesson),
        screen.items("Doubts", entry.doubts),
        screen.items("Sources", [wording.source_line(source) for source in entry.sources]),
        screen.items("How well it is established", wording.footing_lines(entry)),
        screen.paragraph(wording.OUR_JUDGEMENT),
    ]

"""The reference pages of devices and precedents, made from the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from leveltwo.advice import wording
from leveltwo.io.library import devices, precedents
from leveltwo.model.footing import Footing
from leveltwo.model.move import Device
from leveltwo.model.precedent import Precedent
from tests.docs.markdown import ROOT

REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Made from the library by tests.docs.refresh; change the library, not this page. -->"
DEVICES = """\
A move is anything that a side does besides the terms to change how a deal is received. The classes
of moves, here called devices, follow Sebenius 2014; see the
[bibliography](../explanation/bibliography.md)."""
PRECEDENTS = """\
How help to another side's people fared. In the program: `leveltwo precedents`. Every recorded vote
is put through the arithmetic that gates are computed with, and ends as history says."""


def devices_page() -> str:
    """All notes on devices."""
    lines = [
        "# Devices",
        MADE,
        f"{DEVICES} In the program: `leveltwo devices`. {wording.NO_LEGAL_ADVICE}",
    ]
    for device in Device:
        note, name = devices()[device], wording.DEVICES[device]
        found = (key for key, entry in precedents().items() if device in entry.devices)
        lines += [
            f"## {name[0].upper()}{name[1:]}",
            f"`{device.value}`. {note.what}",
            *_list("Works when", note.works),
            *_list("Backfires when", note.backfires),
            *_list("Mind", note.cautions),
            *_list("Guard-rails", note.guard_rails),
            f"**Fits barriers of:** {'; '.join(note.fits)}.",
            f"**To invent one:** {note.invent}",
            f"**Precedents:** {', '.join(f'[{p}](precedents.md#{p})' for p in found)}.",
            *_list("Sources", note.sources),
        ]
    return _page(lines)


def precedents_page() -> str:
    """All precedents."""
    lines = [
        "# Precedents",
        MADE,
        f"{PRECEDENTS} {wording.OUR_JUDGEMENT}",
        *_list("Footing", (f"{f}: {f.meaning}" for f in Footing)),
        "\n".join(
            [
                "| name | | how help fared |",
                "|---|---|---|",
                *(
                    f"| [{name}](#{name}) | {entry.title}, {entry.years} "
                    f"| {wording.verdict_words(entry)} |"
                    for name, entry in precedents().items()
                ),
            ]
        ),
    ]
    for name, entry in precedents().items():
        lines += _entry(name, entry)
    return _page(lines)


def _entry(name: str, entry: Precedent) -> list[str]:
    return [
        f"## {name}",
        f"**{entry.title}**, {entry.begins} to {entry.ends}.",
        f"**Sides:** {'; '.join(entry.sides)}.",
        f"**Who had to approve:** {'; '.join(entry.approvers)}.",
        f"**What was needed:** {entry.rule}",
        *_list("Votes", (wording.vote_line(vote) for vote in entry.votes)),
        *_list("What was done, and how it fared", (wording.act_line(act) for act in entry.acts)),
        f"**Outcome:** {entry.outcome}",
        f"**Lesson:** {entry.lesson}",
        *_list("Doubts", entry.doubts),
        *_list("Sources", (wording.source_line(source) for source in entry.sources)),
    ]


def _list(title: str, texts: Iterable[str]) -> list[str]:
    items = [f"- {text}" for text in texts]
    return [f"**{title}**", "\n".join(items)] if items else []


def _page(lines: Iterable[str]) -> str:
    return "\n\n".join(lines) + "\n"


PAGES: dict[Path, Callable[[], str]] = {
    REFERENCE / "devices.md": devices_page,
    REFERENCE / "precedents.md": precedents_page,
}

"""``leveltwo devices``: the classes of moves, when they work and when they backfire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import options, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leveltwo.model.device_note import DeviceNote
    from leveltwo.model.move import Device

Name = Annotated[
    str | None,
    typer.Argument(metavar="DEVICE", help="Tell all about this one, such as agreement_form."),
]


def devices(name: Name = None, as_json: options.Json = False) -> None:
    """List the devices: classes of moves, when they work and when they backfire."""
    found = tasks.devices(name)
    if as_json:
        from leveltwo.report.library_document import device_document

        told = [device_document(device, note) for device, note in found.items()]
        screen.print_json(told if name is None else told[0])
    elif name is None:
        rows = [[device.value, note.what, "; ".join(note.fits)] for device, note in found.items()]
        screen.show(screen.table("Devices", ["device", "what it is", "fits barriers of"], rows))
    else:
        for device, note in found.items():
            screen.show(*detail(device, note))


def detail(device: Device, note: DeviceNote) -> list[RenderableType | None]:
    """All about one device."""
    from leveltwo.advice import wording

    title = wording.DEVICES[device]
    return [
        screen.heading(f"{title[0].upper()}{title[1:]} ({device.value})"),
        screen.paragraph(note.what),
        screen.items("Works when", note.works),
        screen.items("Backfires when", note.backfires),
        screen.items("Mind", note.cautions),
        screen.items("Guard-rails", note.guard_rails),
        screen.paragraph(wording.NO_LEGAL_ADVICE if note.guard_rails else None),
        screen.paragraph(wording.fits_sentence(note)),
        screen.paragraph(wording.invent_sentence(note)),
        screen.items("Sources", note.sources),
        screen.paragraph(wording.where_used(device)),
    ]

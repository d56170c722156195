"""Sentences on the pages of one device and of one precedent."""

from __future__ import annotations

from leveltwo.model.device_note import DeviceNote
from leveltwo.model.move import Device
from leveltwo.model.precedent import Precedent


def fits_sentence(note: DeviceNote) -> str:
    """The kinds of barrier that a device fits."""
    return f"Fits barriers of: {'; '.join(note.fits)}."


def invent_sentence(note: DeviceNote) -> str:
    """The question that helps to think of such a move."""
    return f"To invent one: {note.invent}"


def where_used(device: Device) -> str:
    """The command that lists where a device was used."""
    return f"Precedents: leveltwo precedents --device {device.value}"


def precedent_sentences(entry: Precedent) -> tuple[str, str, str, str]:
    """When it was, what was needed, how it ended, and the lesson."""
    return (
        f"From {entry.begins} to {entry.ends}.",
        f"What was needed: {entry.rule}",
        f"Outcome: {entry.outcome}",
        f"Lesson: {entry.lesson}",
    )

"""The library: notes on devices, and precedents, as they come with the program."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from leveltwo.errors import InputError, Problem, Severity, did_you_mean, nearest, tidy
from leveltwo.io.yaml_tree import parse
from leveltwo.model.device_note import DeviceNote
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent


@cache
def devices() -> dict[Device, DeviceNote]:
    """Notes on all classes of moves, in the order of `Device`."""
    found = _document("devices")
    return {device: DeviceNote.model_validate(found[device]) for device in Device}


@cache
def precedents() -> dict[str, Precedent]:
    """All precedents by name, in the order of the file; some hundredths of a second."""
    found = _document("precedents")
    return {name: Precedent.model_validate(entry) for name, entry in found.items()}


def precedent(name: str) -> Precedent:
    """A precedent by name.

    Raises
    ------
    InputError
        If there is none of that name.
    """
    if name not in precedents():
        hint = did_you_mean(name, precedents()) or "; for their names: leveltwo precedents"
        raise InputError(f"there is no precedent “{tidy(name)}”{hint}")
    return precedents()[name]


def unlinked(case: Negotiation) -> Iterator[Problem]:
    """A warning if the precedent that a case names is not in the library."""
    name = case.precedent
    if name is not None and name not in precedents():
        message = f"the library has no precedent “{tidy(name)}”{nearest(name, precedents())}"
        yield Problem(("precedent",), message, Severity.WARNING)


def _document(name: str) -> dict[str, Any]:
    file = resources.files("leveltwo.io").joinpath("library", f"{name}.yaml")
    root, problems = parse(file.read_text(encoding="utf-8"))
    if problems:
        raise ValueError(f"{name}.yaml: {problems[0].message}")
    return {str(key): entry.plain() for key, entry in root.value.items()}

"""Whom a form of agreement goes round: constituencies, or gates as ``side.gate``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from leveltwo.model.base import as_tuple

PassedOver = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")], ...],
    BeforeValidator(as_tuple),
]


def as_gate(written: str) -> tuple[str, str] | None:
    """Side and gate, if it is a gate that is written."""
    side, dot, gate = written.partition(".")
    return (side, gate) if dot else None

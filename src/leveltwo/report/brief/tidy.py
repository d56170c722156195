"""Text fit for any document: no line breaks, nothing unprintable."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Part = TypeVar("Part")
JOINERS = "\u200c\u200d"
"""Unprintable, but some scripts and pictures need them."""


def tidy(part: Part) -> Part:
    """The same record with every text in it made fit, however deep."""
    found: Any = part
    if isinstance(found, str):
        found = _text(found)
    elif isinstance(found, tuple):
        found = tuple(tidy(one) for one in found)
    elif is_dataclass(found) and not isinstance(found, type):
        found = replace(found, **{f.name: tidy(getattr(found, f.name)) for f in fields(found)})
    return found  # type: ignore[no-any-return]


def _text(text: str) -> str:
    words = " ".join(text.split())
    return "".join(c if c.isprintable() or c in JOINERS else "�" for c in words)

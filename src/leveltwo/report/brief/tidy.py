"""Text fit for any document: no line breaks, nothing unprintable."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

Part = TypeVar("Part")
KEPT = "\u00a0\u200c\u200d"
"""Called unprintable, but texts, scripts and pictures need them."""
PER_CENT = re.compile(r"(?<=\d) %")
"""A figure and its sign stay on one line."""


def tidy(part: Part) -> Part:
    """The same record with every text in it made fit, however deep."""
    found: Any = part
    if isinstance(found, str):
        found = _text(found)
    elif isinstance(found, tuple):
        found = tuple(tidy(one) for one in found)
    elif is_dataclass(found) and not isinstance(found, type):
        found = replace(found, **{f.name: tidy(getattr(found, f.name)) for f in fields(found)})
    return cast("Part", found)


def _text(text: str) -> str:
    words = PER_CENT.sub("\u00a0%", " ".join(text.split()))
    return "".join(c if c.isprintable() or c in KEPT else "�" for c in words)

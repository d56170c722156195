"""Several ids as somebody names them in Python: a list of them, or one as plain text."""

from __future__ import annotations

from collections.abc import Iterable


def several(written: Iterable[str]) -> tuple[str, ...]:
    """The ids named; plain text is one id, not its letters."""
    return (written,) if isinstance(written, str) else tuple(written)

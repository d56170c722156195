"""What the command says that writes a brief."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

WRITING = "Gathering what the brief tells …"


def written_sentences(files: Iterable[Path]) -> list[str]:
    """Where the brief is."""
    return [f"The brief is in {file}." for file in files]

"""Measurements kept as JSON, so that tables can be remade without measuring again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"
Rows = list[dict[str, Any]]
"""One record for each run: flat, of plain numbers and words."""


def keep(name: str, rows: Rows) -> Rows:
    """Write a benchmark's measurements, and give them back."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(rows, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    return rows


def kept(name: str) -> Rows | None:
    """Measurements written before, if there are any."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        return None
    found: Rows = json.loads(path.read_text(encoding="utf-8"))
    return found

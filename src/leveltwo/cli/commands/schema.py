"""``leveltwo schema``: the JSON Schema of case files."""

from __future__ import annotations

from leveltwo import tasks
from leveltwo.cli import screen


def schema() -> None:
    """Print the JSON Schema of case files, for editors that check as one types."""
    screen.print_json(tasks.schema())

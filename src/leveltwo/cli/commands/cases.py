"""``leveltwo cases``: the bundled cases."""

from __future__ import annotations

from leveltwo import tasks
from leveltwo.cli import options, screen


def cases(as_json: options.Json = False) -> None:
    """List the bundled cases; every command takes their names in place of a file."""
    found = tasks.cases()
    if as_json:
        screen.print_json([{"name": name, "title": case.title} for name, case in found.items()])
        return
    rows = [[name, case.title] for name, case in found.items()]
    screen.show(screen.table("Bundled cases", ["name", "title"], rows))

"""``leveltwo cases``: the bundled cases."""

from __future__ import annotations

from typing import Annotated

import typer

from leveltwo import tasks
from leveltwo.cli import options, screen
from leveltwo.errors import InputError

Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Print the file of this case, to copy and change."),
]


def cases(name: Name = None, as_json: options.Json = False) -> None:
    """List the bundled cases; every command takes their names in place of a file."""
    if name is not None and as_json:
        raise InputError(f"a case’s file is YAML; for JSON use: leveltwo show {name} --json")
    if name is not None:
        screen.write(tasks.case_text(name))
        return
    found = tasks.cases()
    if as_json:
        screen.print_json([{"name": name, "title": case.title} for name, case in found.items()])
        return
    rows = [[name, case.title] for name, case in found.items()]
    screen.show(screen.table("Bundled cases", ["name", "title"], rows))

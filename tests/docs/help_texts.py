"""What ``--help`` prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer.main

from leveltwo.cli.main import app
from tests.docs.console import Session


def help_text(command: str) -> list[str]:
    """The lines of a command's help; of the whole program's, if no command is named."""
    return Session(Path.cwd()).run(" ".join(["leveltwo", *command.split(), "--help"]))


def options() -> dict[str, list[str]]:
    """Every command's options, ``--help`` left out."""
    group: Any = typer.main.get_command(app)
    return {
        name: [
            option
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--") and option != "--help"
        ]
        for name, command in group.commands.items()
    }

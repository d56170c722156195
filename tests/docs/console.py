"""Console blocks: commands, and what they print.

A block marked ``console`` holds commands after ``$`` and below each what it prints, both
streams together. A line that is only ``…`` stands for any number of lines left out. All
of it is run, in order, in one directory for each page.
"""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest import mock

from tests.docs.markdown import FILE, Block

PROMPT = "$ "
SKIP = "…"
PLAIN = re.compile(r"leveltwo( [\w.,=:/+-]+)*")
"""A command that needs no shell."""


@dataclass(frozen=True)
class Step:
    """A command and what the page says that it prints."""

    command: str
    shown: tuple[str, ...]
    first: int
    """Index within the block of the first line shown."""


def steps(block: Block) -> list[Step]:
    """The commands of a block; a backslash at the end of a line carries on."""
    found: list[Step] = []
    lines = list(block.lines)
    i = 0
    while i < len(lines):
        assert lines[i].startswith(PROMPT), f"{block.where}: expected a command at line {i + 1}"
        command = lines[i].removeprefix(PROMPT)
        while command.endswith("\\"):
            i += 1
            command = command[:-1] + lines[i].strip()
        first = i = i + 1
        while i < len(lines) and not lines[i].startswith(PROMPT):
            i += 1
        found.append(Step(command, tuple(lines[first:i]), first))
    return found


def agrees(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether what is shown is what was printed, lines left out where ``…`` stands."""
    if not shown:
        return not printed
    if shown[0] == SKIP:
        rest = shown[1:]
        return any(agrees(rest, printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and agrees(shown[1:], printed[1:])


def tidied(text: str) -> list[str]:
    """Printed lines without blanks at their ends, or blank lines at the end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


@dataclass
class Session:
    """Somebody who follows a page from top to bottom.

    Parameters
    ----------
    folder : Path
        Where they work.
    status : int
        The last command's exit status.
    """

    folder: Path
    status: int = 0

    def follow(self, block: Block) -> Iterator[tuple[Step, list[str]]]:
        """Do what a block says; yield each command with what it printed."""
        if note := FILE.match(block.note):
            self.write(block, note["name"], note["how"])
        elif block.language == "console":
            for step in steps(block):
                yield step, self.run(step.command)

    def write(self, block: Block, name: str, how: str) -> None:
        """Make a file, add to it, or change lines of it."""
        path = self.folder / name
        if how == "new":
            path.write_text(block.text, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text + block.text if how == "append" else edited(text, block), encoding="utf-8"
        )

    def run(self, command: str) -> list[str]:
        """Run one command."""
        if command == "echo $?":
            return [str(self.status)]
        text = self._plain(command) if PLAIN.fullmatch(command) else self._shell(command)
        return tidied(text)

    def _plain(self, command: str) -> str:
        from leveltwo.cli.main import run

        out = io.StringIO()
        with (
            mock.patch.object(sys, "argv", command.split()),
            mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(out),
        ):
            try:
                run()
                self.status = 0
            except SystemExit as stop:
                self.status = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
        return out.getvalue()

    def _shell(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", f'export PATH="{Path(sys.executable).parent}:$PATH"; {command}'],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.status = done.returncode
        return done.stdout


def edited(text: str, block: Block) -> str:
    """A file's text with a ``diff`` block applied: lines with − taken out, with + put in."""
    gone = "".join(f"{line[1:]}\n" for line in block.lines if line[:1] in {"-", " "})
    come = "".join(f"{line[1:]}\n" for line in block.lines if line[:1] in {"+", " "})
    assert text.count(gone) == 1, f"{block.where}: the lines to change stand {text.count(gone)}×"
    return text.replace(gone, come)

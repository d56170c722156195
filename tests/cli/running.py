"""Runs the command line, in this process or in one of its own, and says how it ended."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from leveltwo.cli.main import run

COMMAND = (sys.executable, "-m", "leveltwo.cli.main")
TABLE = ("term=30", "hiring=quota")
"""The deal of the port lease that is advised."""


@dataclass(frozen=True)
class Ended:
    """How a run ended.

    Parameters
    ----------
    status : int
        Exit status.
    out, err : str
        What it printed.
    """

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; fails if anything else stands there."""
        return json.loads(self.out)

    @property
    def said(self) -> str:
        """Standard output as one line, however it was broken into lines."""
        return " ".join(self.out.split())


def leveltwo(*args: str) -> Ended:
    """The command in this process, with its output piped."""
    out, err = _pipe(), _pipe()
    argv = mock.patch.object(sys, "argv", ["leveltwo", *args])
    with argv, redirect_stdout(out), redirect_stderr(err):
        status = _status()
    return Ended(status, _text(out), _text(err))


def process(*args: str, **environment: str) -> Ended:
    """The command in a process of its own, with its output piped."""
    found = subprocess.run(
        [*COMMAND, *args],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    return Ended(found.returncode, found.stdout.decode(), found.stderr.decode())


def written(folder: Path, text: str, name: str = "case.yaml") -> str:
    """A case file with a text; its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _status() -> int:
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _pipe() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(pipe: io.TextIOWrapper) -> str:
    pipe.flush()
    buffer = pipe.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()

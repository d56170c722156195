"""The command ``leveltwo``: parse, call a task, print. It begins in `leveltwo.cli.start`."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer

from leveltwo.cli import screen
from leveltwo.cli.arguments import DealCommand
from leveltwo.cli.commands import (
    advise,
    assess,
    brief,
    calendar,
    cases,
    check,
    demo,
    devices,
    diagnose,
    insure,
    map_,
    order,
    precedents,
    robust,
    schema,
    show,
    speech,
    spillover,
    sweep,
)
from leveltwo.cli.status import STOPPED, WRONG
from leveltwo.errors import CaseFileError, LevelTwoError, describe

app = typer.Typer(
    name="leveltwo",
    help="Help the other side with its behind-the-table problem: which deal, and which moves of "
    "ours, get through their gates without losing it at ours.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from leveltwo.version import VERSION

        typer.echo(f"leveltwo {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options before the command."""


app.command("check")(check.check)
app.command("show")(show.show)
app.command("assess", cls=DealCommand)(assess.assess)
app.command("map", cls=DealCommand)(map_.map_)
app.command("diagnose", cls=DealCommand)(diagnose.diagnose)
app.command("advise", cls=DealCommand)(advise.advise)
app.command("speech", cls=DealCommand)(speech.speech)
app.command("calendar", cls=DealCommand)(calendar.calendar)
app.command("brief", cls=DealCommand)(brief.brief)
app.command("spillover", cls=DealCommand)(spillover.spillover)
app.command("order", cls=DealCommand)(order.order)
app.command("insure", cls=DealCommand)(insure.insure)
app.command("robust", cls=DealCommand)(robust.robust)
app.command("sweep", cls=DealCommand)(sweep.sweep)
app.command("devices")(devices.devices)
app.command("precedents")(precedents.precedents)
app.command("cases")(cases.cases)
app.command("demo")(demo.demo)
app.command("schema")(schema.schema)


def run() -> None:
    """Run the command line; errors end in one clear message and status 2."""
    _speak_utf8()
    try:
        app()
    except CaseFileError as error:
        for problem in error.problems:
            _say(describe(error.source, problem))
        sys.exit(WRONG)
    except LevelTwoError as error:
        _say(f"error: {error}")
        sys.exit(WRONG)
    except KeyboardInterrupt:
        _say("Stopped.")
        sys.exit(STOPPED)
    except SystemExit as end:
        if end.code == STOPPED:  # so Typer ends when interrupted
            _say("Stopped.")
        raise
    except screen.ReaderGone:
        _forget_output()
        sys.exit(WRONG)
    except OSError as error:
        _say(f"error: cannot write the answer: {error.strerror}")
        _forget_output()
        sys.exit(WRONG)


def _speak_utf8() -> None:
    """Print what the answers hold, names and minus signs, whatever the system's own encoding."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:  # closed by whoever called
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """Let nothing that could not be written be tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    """Print a message, with what a terminal would obey made visible."""
    sys.stderr.write(f"{screen.visible(text)}\n")


if __name__ == "__main__":
    run()

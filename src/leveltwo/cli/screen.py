"""Where answers are printed: tables and paragraphs on a terminal, JSON for programs."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from textwrap import fill
from typing import TYPE_CHECKING, Any

from leveltwo.cli.status import STOPPED

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 110
ALLOWED = "\n\u200c\u200d"
"""Line breaks, and the joiners that some scripts and pictures need."""


class ReaderGone(Exception):
    """Whoever read our output has gone."""


def visible(text: str) -> str:
    """A text with what a terminal would obey made visible."""
    return "".join(c if c.isprintable() or c in ALLOWED else ascii(c)[1:-1] for c in text)


def write(text: str) -> None:
    """Write to standard output.

    Raises
    ------
    ReaderGone
        If nobody reads it any more.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def console(*, errors: bool = False) -> Console:
    """The console for answers, or for errors and progress."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def show(*parts: RenderableType | None) -> None:
    """Print paragraphs and tables, one blank line between them and none at the ends of lines."""
    out = console()
    for part in parts:
        if part is not None:
            with out.capture() as captured:
                out.print(part)
            shown = "\n".join(line.rstrip() for line in captured.get().split("\n"))
            write(shown.rstrip("\n") + "\n\n")


def print_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    write(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def heading(text: str) -> RenderableType:
    """A heading."""
    from rich.text import Text

    return Text(visible(text), style="bold")


def paragraph(*sentences: str | None) -> RenderableType | None:
    """Sentences in a row; None if there are none."""
    from rich.text import Text

    said = " ".join(sentence for sentence in sentences if sentence)
    return Text(visible(said)) if said else None


def lines(texts: Iterable[str]) -> RenderableType | None:
    """One line each; None if there are none."""
    from rich.text import Text

    return Text(visible("\n".join(texts))) if (texts := list(texts)) else None


def outline(title: str, items: Iterable[tuple[str, Iterable[str]]]) -> RenderableType:
    """A heading, and below it items and what is set in below each."""
    from rich.console import Group

    rows = [heading(title)]
    for text, under in items:
        rows.append(_item("•", text))
        rows += [_item("  –", each) for each in under]
    return Group(*rows)


def _item(mark: str, text: str) -> RenderableType:
    """A text whose lines all stand to the right of its mark."""
    from rich.table import Table
    from rich.text import Text

    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(mark, Text(visible(text)))
    return row


def items(title: str, texts: Iterable[str]) -> RenderableType | None:
    """A heading with a list under it; None if there is nothing to list."""
    listed = [(text, ()) for text in texts]
    return outline(title, listed) if listed else None


def table(
    title: str, headers: Iterable[str], rows: Iterable[Iterable[str]], *, right: Iterable[int] = ()
) -> RenderableType:
    """A table with a title; columns named in `right` hold numbers."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    numbers = set(right)
    found = Table(
        title=visible(title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for i, header in enumerate(headers):
        if i in numbers:  # a narrow screen may break a heading, but never a figure
            found.add_column(fill(header, 16), justify="right", overflow="ellipsis", no_wrap=True)
        else:
            found.add_column(header, overflow="fold")
    for row in rows:
        found.add_row(*(Text(visible(cell)) for cell in row))
    return found


@contextmanager
def working(text: str) -> Iterator[Any]:
    """Show on a terminal that something long is going on; yield a function that says more."""
    out = console(errors=True)
    if not out.is_terminal:
        yield lambda _: None
        return
    with out.status(text) as status:
        yield status.update


@contextmanager
def preparing() -> Iterator[None]:
    """Compile the solver first, and say so where that has not been done on this machine."""
    from leveltwo import tasks

    if not tasks.is_prepared():
        from leveltwo.advice.wording import PREPARING

        console(errors=True).print(PREPARING)
        with _ended_by_ctrl_c():
            tasks.prepare()
    yield


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Have Ctrl-C end the program: the compiler would now and then swallow it."""
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(*_: object) -> None:
    os.write(2, b"\nStopped.\n")
    os._exit(STOPPED)

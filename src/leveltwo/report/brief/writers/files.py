"""Briefs in files: the suffix says how, and readers see a whole file or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from leveltwo.errors import InputError
from leveltwo.io.whole_files import check_writable, write_whole
from leveltwo.report.brief.blocks import Brief
from leveltwo.report.brief.writers.docx import to_docx
from leveltwo.report.brief.writers.html import to_html
from leveltwo.report.brief.writers.markdown import to_markdown
from leveltwo.report.brief.writers.pdf import to_pdf

Writer = Callable[[Brief], bytes]
WRITERS: dict[str, Writer] = {
    ".html": to_html,
    ".pdf": to_pdf,
    ".docx": to_docx,
    ".md": to_markdown,
}


def check_files(files: Iterable[Path]) -> None:
    """Refuse files that could not be written, before any work is done.

    Raises
    ------
    InputError
        If a suffix is unknown, or a file cannot be written where it is to stand.
    """
    for file in files:
        if file.suffix.lower() not in WRITERS:
            known = ", ".join(WRITERS)
            raise InputError(f"{file}: expected a name that ends in one of {known}")
        check_writable(file)


def write(brief: Brief, files: Iterable[Path]) -> None:
    """Write a brief into files, all or none; each older one is replaced in one stroke.

    Raises
    ------
    InputError
        If one cannot be written.
    """
    write_whole({file: WRITERS[file.suffix.lower()](brief) for file in files})

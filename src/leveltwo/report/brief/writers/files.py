"""Briefs in files: the suffix says how, and readers see a whole file or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from leveltwo.errors import InputError
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


def check_suffixes(files: Iterable[Path]) -> None:
    """Refuse files that could not be written, before any work is done.

    Raises
    ------
    InputError
        If a suffix is unknown, or there is no such folder.
    """
    for file in files:
        if file.suffix.lower() not in WRITERS:
            known = ", ".join(WRITERS)
            raise InputError(f"{file}: expected a name that ends in one of {known}")
        if not file.parent.is_dir():
            raise InputError(f"{file}: there is no folder {file.parent}")


def write(brief: Brief, file: Path) -> None:
    """Write a brief; an older file of that name is replaced in one stroke.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    data = WRITERS[file.suffix.lower()](brief)
    new = file.with_name(f".{file.name}.new")
    try:
        try:
            new.write_bytes(data)
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{file}: cannot be written: {error.strerror or error}") from error

"""Bring the documentation up to date with the program: ``python -m tests.docs.refresh [PAGE …]``.

What console blocks show is replaced by what the commands print now, and the help texts
likewise, and so are the parts of a page that are made; the picture has a script of its own,
``docs/images/make.py``. Where a block leaves lines out, each part shown is found again by its
likeness. Read the difference before you keep it.
"""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from pathlib import Path

from tests.docs.console import SKIP, Session, agrees
from tests.docs.help_texts import help_text
from tests.docs.histories import PAGE, completed, make
from tests.docs.library_pages import PAGES
from tests.docs.made import remade
from tests.docs.markdown import HELP, Block, blocks, pages

NEAR = 0.5


def renewed(shown: tuple[str, ...], printed: list[str]) -> list[str]:
    """What to show now: all that is printed, or the parts most like those shown before."""
    if SKIP not in shown:
        return printed
    found: list[str] = []
    at = 0
    for part in _parts(shown):
        if part == [SKIP]:
            found.append(SKIP)
            continue
        start = _find(part[0], printed, at)
        end = start if len(part) == 1 else _find_last(part, printed, start + 1)
        found += printed[start : end + 1]
        at = end + 1
    return found


def _parts(shown: tuple[str, ...]) -> list[list[str]]:
    parts: list[list[str]] = []
    for line in shown:
        if line == SKIP or not parts or parts[-1] == [SKIP]:
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _find(line: str, printed: list[str], start: int) -> int:
    """The first line from `start` on that is most like a line."""
    ratios = [difflib.SequenceMatcher(None, line, other).ratio() for other in printed[start:]]
    best = max(ratios, default=0.0)
    if best < NEAR:
        raise LookupError(f"nothing printed now is like “{line.strip()}”")
    return start + ratios.index(best)


def _find_last(part: list[str], printed: list[str], start: int) -> int:
    """Where a part ends: its last lines, blank ones among them, near where they used to be."""
    reach = printed[: start + 2 * len(part) + 5]
    if part[-1] == "":
        last = _find(part[-2], reach, start)
        return last + 1
    return _find(part[-1], reach, start)


def refresh(page: Path) -> None:
    """Renew one page."""
    lines = page.read_text(encoding="utf-8").splitlines()
    changes: list[tuple[int, int, list[str]]] = []
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder))
        for block in blocks(page):
            changes += [*_outputs(session, block), *_help(block)]
    for start, end, new in reversed(changes):
        lines[start:end] = new
    if page == PAGE:
        lines = remade(completed(lines), make)
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _outputs(session: Session, block: Block) -> list[tuple[int, int, list[str]]]:
    found = []
    for step, printed in session.follow(block):
        if not agrees(step.shown, printed):
            start = block.line - 1 + step.first
            sys.stdout.write(f"{block.where}: {step.command}\n")
            try:
                now = renewed(step.shown, printed)
            except LookupError as error:
                sys.stdout.write(f"  {error}; all of it is shown, shorten it by hand\n")
                now = printed
            found.append((start, start + len(step.shown), now))
    return found


def _help(block: Block) -> list[tuple[int, int, list[str]]]:
    note = HELP.match(block.note)
    if note is None:
        return []
    start = block.line - 1
    return [(start, start + len(block.lines), help_text(note["command"]))]


def main(names: list[str]) -> None:
    """Renew the pages named, or all."""
    os.environ["COLUMNS"] = "80"
    from leveltwo.tasks import prepare

    prepare()
    for page, made in PAGES.items():
        page.write_text(made(), encoding="utf-8")
    for page in [Path(name).resolve() for name in names] or pages():
        refresh(page)


if __name__ == "__main__":
    main(sys.argv[1:])

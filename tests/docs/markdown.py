"""Markdown pages taken apart: fenced blocks, headings, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w*)$")
FILE = re.compile(r"^<!-- (?P<name>[\w.-]+): (?P<how>new|append|edit) -->$")
HELP = re.compile(r"^<!-- help: (?P<command>[\w ]*) -->$")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$")


@dataclass(frozen=True)
class Block:
    """A fenced block.

    Parameters
    ----------
    page : Path
        The file it stands in.
    line : int
        Number of its first line within the fence, counted from 1.
    language : str
        What the fence names.
    lines : tuple of str
        Its text.
    note : str
        The line before the fence, if that is an HTML comment; else empty.
    """

    page: Path
    line: int
    language: str
    lines: tuple[str, ...]
    note: str

    @property
    def text(self) -> str:
        """Its text, with a line break at the end."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def where(self) -> str:
        """Page and line, for messages."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """The pages for readers."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return [ROOT / "README.md", *found]


def named(page: Path) -> str:
    """A page's name, for test ids."""
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    lines = page.read_text(encoding="utf-8").splitlines()
    found: list[Block] = []
    start, language = None, ""
    for i, line in enumerate(lines):
        if start is None and (fence := FENCE.match(line)):
            start, language = i + 1, fence[1]
        elif start is not None and line == "```":
            before = lines[start - 2] if start > 1 else ""
            note = before if before.startswith("<!--") else ""
            found.append(Block(page, start + 1, language, tuple(lines[start:i]), note))
            start = None
    assert start is None, f"{named(page)}: a fence is not closed"
    return found


def prose(page: Path) -> list[str]:
    """Lines outside fenced blocks."""
    lines, inside = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            lines.append(line)
    return lines


def anchors(page: Path) -> set[str]:
    """What can be linked to within a page, as GitHub names headings."""
    titles = (heading[1] for line in prose(page) if (heading := HEADING.match(line)))
    return {
        re.sub(r"[^\w\- ]", "", title.replace("`", "").lower()).replace(" ", "-")
        for title in titles
    }


def links(page: Path) -> list[str]:
    """Targets of a page's links and pictures."""
    return [target for line in prose(page) for target in LINK.findall(line)]


def section(page: Path, title: str) -> list[str]:
    """Prose lines under a heading, up to the next one of its level or above."""
    found: list[str] = []
    level = 0
    for line in prose(page):
        heading = HEADING.match(line)
        depth = len(line) - len(line.lstrip("#"))
        if level and heading and depth <= level:
            break
        if level:
            found.append(line)
        elif heading and heading[1].replace("`", "") == title:
            level = depth
    return found

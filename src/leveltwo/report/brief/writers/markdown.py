"""The brief as Markdown (CommonMark with tables); pictures are told in words."""

from __future__ import annotations

import re

from leveltwo.report.brief import blocks
from leveltwo.report.brief.blocks import Block, Brief

MEANT = re.compile(r"([\\`*_\[\]<>#|$~&])")
STARTS = re.compile(r"^([-+=]|\d+[.)])")


def to_markdown(brief: Brief) -> bytes:
    """The brief as text that any program shows."""
    marking = [f"**{_plain(brief.marking)}**"] if brief.marking else []
    parts = [*marking, f"# {_plain(brief.title)}", _line(brief.subtitle)]
    parts += [_block(block) for block in brief.blocks]
    parts += ["---", _line(brief.stamp), *marking]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind
    match block:
        case blocks.Heading():
            return f"{'#' * (block.level + 1)} {_plain(block.text)}"
        case blocks.Paragraph():
            return _said(block)
        case blocks.Bullets():
            return "\n".join(f"- {_said(item)}" for item in block.items)
        case blocks.Callout():
            return "\n>\n".join(f"> {_said(item)}" for item in block.paragraphs)
        case blocks.Table():
            return _table(block)
        case blocks.Picture():
            return f"*{_plain(block.caption)}*\n\n> {_line(block.told)}"
        case blocks.Contents():
            return "\n".join(f"- {_line(section)}" for section in block.sections)
        case blocks.PageBreak():
            return "---"


def _table(block: blocks.Table) -> str:
    rules = ["---:" if i in block.numbers else "---" for i in range(len(block.header))]
    rows = [[_plain(cell) for cell in row] for row in (block.header, *block.rows)]
    lines = [f"| {' | '.join(row)} |" for row in (rows[0], rules, *rows[1:])]
    caption = [f"*{_plain(block.caption)}*", ""] if block.caption else []
    return "\n".join([*caption, *lines])


def _said(item: blocks.Paragraph) -> str:
    if not item.lead:
        return _line(item.text)
    return f"**{_plain(item.lead)}** {_plain(item.text)}".rstrip()


def _line(text: str) -> str:
    """Text at the start of a line, where some signs would begin a list or a heading."""
    return STARTS.sub(lambda found: _escaped(found[1]), _plain(text))


def _escaped(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}"


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return MEANT.sub(r"\\\1", text)

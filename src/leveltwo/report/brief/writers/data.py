"""A brief as plain data, for templates that cannot be given Python objects."""

from __future__ import annotations

from typing import Any

from leveltwo.report.brief import blocks
from leveltwo.report.brief.blocks import Block, Brief

Data = dict[str, Any]


def data_of(brief: Brief) -> Data:
    """Title, marking, stamp, date and blocks; each block has its `kind`.

    Pictures are numbered from 0 in the order of the brief, as `pictures` gives them.
    """
    told = [_block(block) for block in brief.blocks]
    for kind in ("picture", "heading"):
        for number, block in enumerate(block for block in told if block["kind"] == kind):
            block["number"] = number
    _linked(told)
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "marking": brief.marking,
        "stamp": brief.stamp,
        "date": brief.date,
        "blocks": told,
    }


def _linked(told: list[Data]) -> None:
    """Give every line of a table of contents the number of its heading."""
    for i, block in enumerate(told):
        if block["kind"] == "contents":
            numbers = {b["text"]: b["number"] for b in told[i:] if b["kind"] == "heading"}
            block["sections"] = [(title, numbers[title]) for title in block["sections"]]


def pictures(brief: Brief) -> tuple[blocks.Picture, ...]:
    """The pictures of a brief, in their order."""
    return tuple(block for block in brief.blocks if isinstance(block, blocks.Picture))


def _block(block: Block) -> Data:  # noqa: PLR0911 - one for each kind
    match block:
        case blocks.Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case blocks.Paragraph():
            return {"kind": "paragraph", **_paragraph(block)}
        case blocks.Bullets():
            return {"kind": "bullets", "items": [_paragraph(item) for item in block.items]}
        case blocks.Callout():
            return {"kind": "callout", "items": [_paragraph(item) for item in block.paragraphs]}
        case blocks.Table():
            return _table(block)
        case blocks.Picture():
            return {"kind": "picture", "caption": block.caption, "told": block.told}
        case blocks.Contents():
            return {"kind": "contents", "sections": list(block.sections)}
        case blocks.PageBreak():
            return {"kind": "page_break"}


def _paragraph(block: blocks.Paragraph) -> Data:
    return {"lead": block.lead, "text": block.text}


def _table(block: blocks.Table) -> Data:
    whole = sum(block.widths)
    return {
        "kind": "table",
        "caption": block.caption,
        "header": list(block.header),
        "rows": [list(row) for row in block.rows],
        "widths": [round(100 * width / whole, 2) for width in block.widths],
        "numbers": [i in block.numbers for i in range(len(block.header))],
    }

"""The words of a brief, as its blocks hold them and as files show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from leveltwo.report.brief import blocks
from leveltwo.report.brief.blocks import Block, Brief

VOID = {"meta", "col", "hr", "br", "path", "use", "rect"}


def words(text: str) -> Counter[str]:
    """Words and numbers, however they are spaced and broken into lines."""
    return Counter(re.findall(r"\w+", text))


def texts(brief: Brief) -> Iterator[str]:
    """Every text that readers see, in order; what pictures tell is not among them."""
    yield from (brief.title, brief.subtitle)
    for block in brief.blocks:
        yield from texts_of(block)


def texts_of(block: Block) -> Iterator[str]:  # noqa: C901 - one for each kind
    """The texts of a block."""
    match block:
        case blocks.Heading():
            yield block.text
        case blocks.Paragraph():
            yield from (block.lead, block.text)
        case blocks.Bullets():
            for item in block.items:
                yield from texts_of(item)
        case blocks.Callout():
            for item in block.paragraphs:
                yield from texts_of(item)
        case blocks.Table():
            yield from (block.caption, *block.header)
            yield from (cell for row in block.rows for cell in row)
        case blocks.Picture():
            yield block.caption
        case blocks.Contents():
            yield from block.sections
        case blocks.PageBreak():
            return


class Page(HTMLParser):
    """An HTML page read strictly: its words, its elements, and what it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.body: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "body" in self.open and "svg" not in self.open:
            self.body.append(data)

    @property
    def text(self) -> str:
        """What stands on the page, drawings left out."""
        return " ".join(self.body)

    @property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(about["id"]) for _, about in self.seen if "id" in about]

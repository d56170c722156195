"""The words of art that a brief uses, at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from leveltwo.advice.wording.briefing import headings, words
from leveltwo.report.brief.blocks import Block, Heading, Table


def annex(blocks: Iterable[Block]) -> list[Block]:
    """A table of those that stand in some blocks; nothing if none does."""
    rows = words.meanings(_texts(tuple(blocks)))
    if not rows:
        return []
    return [Heading(headings.WORDS), Table("", headings.WORDS_HEAD, rows, (2, 9))]


def _texts(part: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))

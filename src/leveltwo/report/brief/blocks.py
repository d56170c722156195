"""The plain blocks that a brief is made of; every writer sets the same ones."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.report.charts.chart import Chart

TEXT_LEFT = frozenset[int]()


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a part, 2 a section, 3 what is in it."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` stands before the text, in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Callout:
    """What must not be overlooked, set apart."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row.

    Parameters
    ----------
    caption : str
        What it shows.
    header : tuple of str
        One heading a column.
    rows : tuple of tuple of str
        As many cells in each as there are headings.
    widths : tuple of int
        Relative widths of the columns.
    numbers : frozenset of int
        Columns that hold figures, set to the right.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: frozenset[int] = TEXT_LEFT


@dataclass(frozen=True)
class Picture:
    """A chart, its caption, and the same told in words for those who do not see it."""

    chart: Chart
    caption: str
    told: str


@dataclass(frozen=True)
class Contents:
    """The sections of the annex, by their headings."""

    sections: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Callout | Table | Picture | Contents | PageBreak


@dataclass(frozen=True)
class Brief:
    """A brief, ready to be written.

    Parameters
    ----------
    title, subtitle : str
        What it is about, and whom it advises.
    marking : str
        How confidential it is; empty if it is not marked.
    stamp : str
        Date, case file and version, for the foot of every page.
    date : str
        As ISO 8601.
    principal, annex : tuple of Block
        Two pages to read, and what they rest on.
    """

    title: str
    subtitle: str
    marking: str
    stamp: str
    date: str
    principal: tuple[Block, ...]
    annex: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Both parts in a row."""
        return (*self.principal, PageBreak(), *self.annex)

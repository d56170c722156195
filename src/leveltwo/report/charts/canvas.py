"""The paper that charts are drawn on: one style, vector graphics, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, filterwarnings

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 6.7
"""Inches between the margins of an A4 page."""
INK, SHADE, PALE, RULE = "#1a1a1a", "#7f7f7f", "#d9d9d9", "#b0b0b0"
SIZE = 7.0
DPI = 220
FONT = "DejaVu Sans"
"""Comes with the library; Latin, Greek, Cyrillic and more."""
STYLE = {
    "font.size": SIZE,
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.labelsize": SIZE,
    "axes.linewidth": 0.6,
    "axes.titlesize": SIZE + 1,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SIZE,
    "ytick.labelsize": SIZE,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "hatch.linewidth": 0.5,
    "svg.fonttype": "path",
    "svg.hashsalt": "leveltwo",
    "text.parse_math": False,  # a dollar sign in somebody's name is a dollar sign
}
FALLBACK = (
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Hiragino Sans",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "Noto Sans",
    "Arial Unicode MS",
)
"""For scripts that the font that comes with the charts lacks, if the machine has one of these."""


@dataclass(frozen=True)
class Drawing:
    """A chart drawn: as vectors, and as points for programs that cannot show vectors.

    Parameters
    ----------
    svg : str
        The drawing.
    png : bytes
        The same in points.
    width, height : float
        Inches.
    """

    svg: str
    png: bytes
    width: float
    height: float

    def fitting(self, width: float, tallest: float) -> float:
        """The width at which it is no wider, and no taller, than it may be; in their unit."""
        return min(width, tallest * self.width / self.height)


@contextmanager
def paper(height: float) -> Iterator[Figure]:
    """A figure of full width in our style, whatever the user's own settings are."""
    from matplotlib import rc_context, rcParamsDefault
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    family = [FONT, *(name for name in FALLBACK if name in there)]
    ours = ("backend", "interactive")
    plain = {key: v for key, v in rcParamsDefault.items() if not key.startswith(ours)}
    style: dict[Any, Any] = {**plain, **STYLE, "font.family": family}
    with catch_warnings(), rc_context(style):
        filterwarnings("ignore", message="Glyph .* missing from")  # shown as a box; tables name all
        yield Figure(figsize=(WIDTH, height), layout="constrained")


def drawn(figure: Figure) -> Drawing:
    """A figure as vectors and as points."""
    vectors, dots = BytesIO(), BytesIO()
    figure.savefig(vectors, format="svg", metadata={"Date": None, "Creator": None})
    figure.savefig(dots, format="png", dpi=DPI, metadata={"Software": None})
    width, height = figure.get_size_inches()
    svg = vectors.getvalue().decode("utf-8")
    return Drawing(_bare(svg), dots.getvalue(), float(width), float(height))


def _bare(svg: str) -> str:
    """The drawing alone: no declarations and metadata, which say nothing about it."""
    svg = svg[svg.index("<svg") :]
    return re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)


def shade(chance: float) -> str:
    """How dark somebody is shown: black if likely for, white if likely against."""
    if chance >= LIKELY:
        return INK
    return "white" if chance <= 1 - LIKELY else PALE


LIKELY = 2 / 3
"""A chance from which somebody is shown as likely for; below one less it, as likely against."""


def quiet(axes: Axes, *, left: bool = False) -> None:
    """Take away what is not needed to read the axes."""
    axes.spines["left"].set_visible(left)
    axes.tick_params(axis="y", length=2.5 if left else 0)


def widened(limits: tuple[float, float], least: float) -> tuple[float, float]:
    """An axis at least so long about the same middle, so that ticks can stand at round numbers."""
    low, high = limits
    middle, half = (low + high) / 2, max(high - low, least) / 2
    return middle - half, middle + half


def plain(number: float, _: object = None) -> str:
    """A number at a tick as the text writes it: no power of ten, no distance from another."""
    return f"{round(number, 9) + 0:,.10g}".replace("-", "−")


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """A name in a few lines, the rest left out."""
    from textwrap import wrap

    return "\n".join(wrap(text, width, max_lines=lines, placeholder=" …"))

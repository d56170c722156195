"""Waterfalls: what makes up a constituency's margin."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from leveltwo.report.charts.canvas import Drawing

ROW = 0.19
NARROWEST = 1.0
"""Points that an axis runs over at least."""


@dataclass(frozen=True)
class Waterfall:
    """One margin taken apart.

    Parameters
    ----------
    who : str
        Whose.
    steps : tuple of (str, float)
        What adds how many points, in order.
    margin : float
        What they come to.
    """

    who: str
    steps: tuple[tuple[str, float], ...]
    margin: float


@dataclass(frozen=True)
class Waterfalls:
    """Some margins side by side; the words for what they come to and for the axis."""

    margins: tuple[Waterfall, ...]
    total: str
    axis: str


def draw(chart: Waterfalls) -> Drawing:
    """Draw each margin as a waterfall, two in a row."""
    from leveltwo.report.charts.canvas import drawn, paper

    columns = min(2, len(chart.margins))
    lines = -(-len(chart.margins) // columns)
    most = [
        max(len(one.steps) for one in chart.margins[i * columns : (i + 1) * columns]) + 1
        for i in range(lines)
    ]
    with paper(sum(0.6 + ROW * n for n in most)) as figure:
        grid = figure.subplots(lines, columns, squeeze=False, height_ratios=most)
        places = grid.flatten().tolist()
        for place, one in zip(places, chart.margins, strict=False):
            _fall(place, one, chart)
        for spare in places[len(chart.margins) :]:
            spare.set_axis_off()
        for place in places[-columns:]:
            place.set_xlabel(chart.axis)
        return drawn(figure)


def _fall(axes: Axes, one: Waterfall, chart: Waterfalls) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    from leveltwo.report.charts.canvas import INK, PALE, RULE, SIZE, plain, quiet, widened, wrapped

    added = [points for _, points in one.steps]
    levels = [0.0, *accumulate(added)]
    last = len(added)
    for row, points in enumerate(added):
        axes.barh(row, points, left=levels[row], height=0.7, color=PALE if points >= 0 else "white",
                  edgecolor=INK, linewidth=0.6, hatch="" if points >= 0 else "//////")  # fmt: skip
        axes.vlines(levels[row + 1], row, row + 1, color=RULE, linewidth=0.6)
    axes.barh(last, one.margin, height=0.7, color=INK)
    for row, points in enumerate([*added, one.margin]):
        end = max(levels[row], levels[row + 1]) if row < last else max(one.margin, 0.0)
        axes.annotate(f"{points:+.1f}".replace("-", "−"), (end, row), xytext=(2, 0), va="center",
                      textcoords="offset points", fontsize=SIZE - 1.5)  # fmt: skip
    axes.axvline(0, color=INK, linewidth=0.8)
    names = [wrapped(name, 32) for name, _ in one.steps]
    axes.set_yticks(range(last + 1), [*names, chart.total], fontsize=SIZE - 1.5, linespacing=0.9)
    axes.set_ylim(last + 0.6, -0.6)
    axes.margins(x=0.12)
    axes.set_xlim(widened(axes.get_xlim(), NARROWEST))
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(plain))
    axes.set_title(wrapped(one.who, 26), loc="left")
    quiet(axes)

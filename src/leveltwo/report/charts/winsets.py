"""The map of win-sets: how many deals each side's gates would let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from leveltwo.report.charts.canvas import Drawing

HATCH = "////"


@dataclass(frozen=True)
class WinSets:
    """Deals by their chance at each side's gates, and deals worth a name.

    Parameters
    ----------
    sides : tuple of (str, tuple of int)
        Each side (and all together) and how many deals have a chance below 1/n, 2/n, … 1.
    confidence : float
        The chance from which a deal counts as passing.
    across, upwards, inside : str
        What the axes show, and what the hatched bars are.
    """

    sides: tuple[tuple[str, tuple[int, ...]], ...]
    confidence: float
    across: str
    upwards: str
    inside: str


def draw(chart: WinSets) -> Drawing:
    """Draw a histogram for each side, deals inside the win-set hatched."""
    from matplotlib.ticker import PercentFormatter

    from leveltwo.report.charts.canvas import INK, drawn, paper

    with paper(2.3) as figure:
        places = figure.subplots(1, len(chart.sides), sharey=True, squeeze=False)[0].tolist()
        for axes, (title, counts) in zip(places, chart.sides, strict=True):
            _bars(axes, title, counts, chart)
            axes.axvline(chart.confidence, color=INK, linewidth=0.8, linestyle="--")
            axes.set_xticks([0.0, 0.5, 1.0])
            axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
            first, *_, last = axes.get_xticklabels()
            first.set_horizontalalignment("left")  # or it meets the end of the next axis
            last.set_horizontalalignment("right")
            axes.set_xlabel(chart.across)
        most = max(max(counts) for _, counts in chart.sides)
        places[0].set_ylim(0, 1.05 * max(1, most))
        places[0].set_ylabel(chart.upwards)
        figure.legend(*places[-1].get_legend_handles_labels(), loc="outside lower center",
                      frameon=False)  # fmt: skip
        return drawn(figure)


def _bars(axes: Axes, title: str, counts: tuple[int, ...], chart: WinSets) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    from leveltwo.report.charts.canvas import INK, PALE, wrapped

    step = 1 / len(counts)
    inside = [i * step >= chart.confidence - 1e-9 for i in range(len(counts))]
    for within, fill, hatch, word in ((False, "white", "", ""), (True, PALE, HATCH, chart.inside)):
        shown = [i for i, held in enumerate(inside) if held is within]
        places, heights = [i * step for i in shown], [counts[i] for i in shown]
        axes.bar(places, heights, width=step, align="edge", color=fill, edgecolor=INK,
                 linewidth=0.5, hatch=hatch, label=word or None)  # fmt: skip
    axes.set_title(wrapped(title, 30), loc="left")
    axes.set_xlim(0, 1)
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}"))

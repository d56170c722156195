"""The frontier: what more certainty costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.report.charts.canvas import Drawing


@dataclass(frozen=True)
class Choice:
    """A plan of the frontier: its chance, its gain, its letter in the table, whether advised."""

    chance: float
    gain: float
    letter: str
    advised: bool


@dataclass(frozen=True)
class Frontier:
    """Plans by chance and own gain, and what the axes show."""

    choices: tuple[Choice, ...]
    across: str
    upwards: str
    advised: str
    other: str


def draw(chart: Frontier) -> Drawing:
    """Draw plans by chance (across) and gain (upwards)."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    from leveltwo.report.charts.canvas import INK, RULE, SIZE, drawn, paper

    with paper(2.6) as figure:
        axes = figure.subplots()
        ranked = sorted(chart.choices, key=lambda c: (c.chance, c.gain))
        axes.plot([c.chance for c in ranked], [c.gain for c in ranked], color=RULE, linewidth=0.8)
        for advised, word, marker, size in (
            (False, chart.other, "o", 26), (True, chart.advised, "*", 110),
        ):  # fmt: skip
            shown = [c for c in chart.choices if c.advised is advised]
            axes.scatter([c.chance for c in shown], [c.gain for c in shown], s=size, marker=marker,
                         color=INK if advised else "white", edgecolors=INK, linewidths=0.8,
                         zorder=3, label=word)  # fmt: skip
        for c in chart.choices:
            axes.annotate(c.letter, (c.chance, c.gain), xytext=(4, 4), textcoords="offset points",
                          fontsize=SIZE)  # fmt: skip
        axes.margins(x=0.08, y=0.15)
        axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{100 * share:.4g} %"))
        axes.set_xlabel(chart.across)
        axes.set_ylabel(chart.upwards)
        axes.legend(frameon=False, loc="best")
        return drawn(figure)

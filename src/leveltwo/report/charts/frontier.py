"""The frontier: what more certainty costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.report.charts.canvas import Drawing


NARROWEST = 1.0
"""Points, and hundredths of chance, that the axes run over at least."""


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

    from leveltwo.report.charts.canvas import INK, RULE, SIZE, drawn, paper, plain, widened

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
        axes.set_xlim(widened(axes.get_xlim(), NARROWEST / 100))
        axes.set_ylim(widened(axes.get_ylim(), NARROWEST))
        axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        axes.xaxis.set_major_formatter(FuncFormatter(_percent))
        axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        axes.yaxis.set_major_formatter(FuncFormatter(plain))
        axes.set_xlabel(chart.across)
        axes.set_ylabel(chart.upwards)
        axes.legend(frameon=False, loc="best")
        return drawn(figure)


def _percent(share: float, _: object = None) -> str:
    """A chance at a tick; nothing beside an axis that runs beyond none and all."""
    return f"{100 * share:.4g} %" if -1e-9 <= share <= 1 + 1e-9 else ""

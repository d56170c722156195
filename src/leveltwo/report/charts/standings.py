"""Both tables: who stands where, how sure that is, and on whom it turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from leveltwo.report.charts.canvas import Drawing

ROW = 0.25
LARGEST = 110.0
SMALLEST = 16.0


@dataclass(frozen=True)
class Stand:
    """One constituency.

    Parameters
    ----------
    name : str
        Who.
    margin : float
        Mean margin, points.
    chance : float
        Chance that it votes for.
    told : str
        That chance as readers see it.
    pivotal : float
        Share of draws in which some gate turns on it.
    crossed : bool
        Whether its red line is crossed.
    """

    name: str
    margin: float
    chance: float
    told: str
    pivotal: float
    crossed: bool


@dataclass(frozen=True)
class Standings:
    """A panel for each side, with its title; and what stands under the axis and in the key.

    Parameters
    ----------
    sides : tuple of (str, tuple of Stand)
        Each side and its people, top down.
    axis : str
        What the axis shows.
    key : tuple of str
        Words for likely for, open, likely against, and for a red line crossed.
    """

    sides: tuple[tuple[str, tuple[Stand, ...]], ...]
    axis: str
    key: tuple[str, str, str, str]


def draw(chart: Standings) -> Drawing:
    """Draw both tables side by side."""
    from leveltwo.report.charts.canvas import drawn, paper

    most = max(len(people) for _, people in chart.sides)
    columns = min(2, len(chart.sides))
    rows = -(-len(chart.sides) // columns)
    reach = _reach(chart)
    with paper(rows * (0.75 + ROW * most) + 0.3) as figure:
        places = figure.subplots(rows, columns, squeeze=False).flatten().tolist()
        for place, (title, people) in zip(places, chart.sides, strict=False):
            _panel(place, title, people, reach, most)
            place.set_xlabel(chart.axis)
        for spare in places[len(chart.sides) :]:
            spare.set_axis_off()
        _key(places[0], chart)
        return drawn(figure)


def _reach(chart: Standings) -> float:
    """How far the axis runs to either side."""
    return max(10.0, *(abs(one.margin) for _, people in chart.sides for one in people)) * 1.1


def _panel(axes: Axes, title: str, people: tuple[Stand, ...], reach: float, most: int) -> None:
    from leveltwo.report.charts.canvas import INK, RULE, SIZE, quiet, shade, wrapped

    axes.set_title(wrapped(title, 44), loc="left")
    axes.axvline(0, color=INK, linewidth=0.8)
    for row, one in enumerate(people):
        axes.hlines(row, 0, one.margin, color=RULE, linewidth=0.8)
        size = SMALLEST + one.pivotal * (LARGEST - SMALLEST)
        marker = "X" if one.crossed else "o"
        axes.scatter([one.margin], [row], s=size, marker=marker, color=shade(one.chance),
                     edgecolors=INK, linewidths=0.8, zorder=3, clip_on=False)  # fmt: skip
        axes.annotate(one.told, (1.02, row), xycoords=("axes fraction", "data"), va="center",
                      annotation_clip=False, fontsize=SIZE - 0.5)  # fmt: skip
    axes.set_yticks(range(len(people)), [wrapped(one.name, 27) for one in people],
                    fontsize=SIZE - 0.5, linespacing=0.95)  # fmt: skip
    axes.set_ylim(most - 0.4, -0.6)
    axes.set_xlim(-reach, reach)
    quiet(axes)


def _key(axes: Axes, chart: Standings) -> None:
    from matplotlib.lines import Line2D

    from leveltwo.report.charts.canvas import INK, PALE, SIZE

    fills = [INK, PALE, "white"]
    marks = [
        Line2D([], [], marker="o", linestyle="", color=fill, markeredgecolor=INK, label=word)
        for fill, word in zip(fills, chart.key, strict=False)
    ]
    if any(one.crossed for _, people in chart.sides for one in people):
        marks.append(Line2D([], [], marker="X", linestyle="", color="white",
                            markeredgecolor=INK, label=chart.key[3]))  # fmt: skip
    axes.figure.legend(handles=marks, loc="outside lower center", ncols=len(marks), frameon=False,
                       fontsize=SIZE, handletextpad=0.2)  # fmt: skip

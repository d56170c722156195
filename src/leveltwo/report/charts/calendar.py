"""The calendar: moves, gates and events on a line of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from leveltwo.report.charts.canvas import Drawing

ROW = 0.2


@dataclass(frozen=True)
class Event:
    """Something dated, and in a word what kind of thing it is."""

    date: dt.date
    name: str
    kind: str


@dataclass(frozen=True)
class Calendar:
    """Events in the order of their dates; the words for a gate, a move and an event; and today."""

    events: tuple[Event, ...]
    kinds: tuple[str, str, str]
    today: dt.date | None = None


def draw(chart: Calendar) -> Drawing:
    """Draw one line an event, the earliest at the top."""
    from leveltwo.report.charts.canvas import drawn, paper

    with paper(0.75 + ROW * len(chart.events)) as figure:
        axes = figure.subplots()
        _events(axes, chart)
        figure.legend(loc="outside lower center", ncols=3, frameon=False)
        return drawn(figure)


def _events(axes: Axes, chart: Calendar) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    from leveltwo.report.charts.canvas import INK, PALE, RULE, SIZE, quiet, wrapped

    days = [date2num(event.date) for event in chart.events]
    for kind, marker, fill in zip(chart.kinds, ("D", "o", "s"), (INK, PALE, "white"), strict=True):
        shown = [row for row, event in enumerate(chart.events) if event.kind == kind]
        if shown:
            axes.scatter([days[row] for row in shown], shown, marker=marker, s=26, color=fill,
                         edgecolors=INK, linewidths=0.8, zorder=3, label=kind)  # fmt: skip
    if chart.today is not None:
        axes.axvline(date2num(chart.today), color=INK, linewidth=0.8, linestyle="--")
    axes.hlines(range(len(days)), min(days), days, color=RULE, linewidth=0.5, linestyle=":")
    names = [f"{event.date}  {wrapped(event.name, 62, 1)}" for event in chart.events]
    axes.set_yticks(range(len(days)), names, fontsize=SIZE - 0.5)
    axes.set_ylim(len(days) - 0.4, -0.6)
    spare = max(7.0, 0.05 * (max(days) - min(days)))
    first, last = date2num(dt.date.min), date2num(dt.date.max)
    axes.set_xlim(max(first, min(days) - spare), min(last, max(days) + spare))
    locator = AutoDateLocator(minticks=2, maxticks=6)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    quiet(axes)

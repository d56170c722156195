"""Draw a chart."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from leveltwo.report.charts import calendar, frontier, standings, waterfalls, winsets
from leveltwo.report.charts.canvas import Drawing
from leveltwo.report.charts.chart import Chart


@lru_cache(maxsize=64)
def draw(chart: Chart) -> Drawing:
    """Draw a chart of any kind; the same data give the same bytes.

    Drawings are kept, since a brief written in several forms needs each several times.
    """
    match chart:
        case standings.Standings():
            return standings.draw(chart)
        case frontier.Frontier():
            return frontier.draw(chart)
        case winsets.WinSets():
            return winsets.draw(chart)
        case waterfalls.Waterfalls():
            return waterfalls.draw(chart)
        case calendar.Calendar():
            return calendar.draw(chart)
        case _:
            assert_never(chart)

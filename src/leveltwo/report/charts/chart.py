"""What a chart shows, as plain data; drawing it is another matter."""

from __future__ import annotations

from leveltwo.report.charts.calendar import Calendar
from leveltwo.report.charts.frontier import Frontier
from leveltwo.report.charts.standings import Standings
from leveltwo.report.charts.waterfalls import Waterfalls
from leveltwo.report.charts.winsets import WinSets

Chart = Standings | Frontier | WinSets | Waterfalls | Calendar

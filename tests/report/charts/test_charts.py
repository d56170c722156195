"""Charts: vectors that any program reads, the same every time, whatever the names."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import etree

from leveltwo.report.charts.calendar import Calendar, Event
from leveltwo.report.charts.canvas import INK, PALE, shade, wrapped
from leveltwo.report.charts.chart import Chart
from leveltwo.report.charts.draw import draw
from leveltwo.report.charts.frontier import Choice, Frontier
from leveltwo.report.charts.standings import Stand, Standings
from leveltwo.report.charts.waterfalls import Waterfall, Waterfalls
from leveltwo.report.charts.winsets import WinSets

NAME = r"$A_1$ \frac <b>&</b> Łódź Ελλάδα Горбачёв 中文, a name that goes on for far too many words"


def stand(margin: float, chance: float, pivotal: float, *, crossed: bool = False) -> Stand:
    return Stand(NAME, margin, chance, "50 %", pivotal, crossed)


KEY = ("for", "open", "against", "crossed")
CHARTS: dict[str, Chart] = {
    "two tables": Standings(
        (
            (NAME, (stand(20, 0.9, 0.3), stand(-3, 0.5, 1))),
            ("B", (stand(-40, 0, 0, crossed=True),)),
        ),
        "points", KEY,
    ),
    "three tables": Standings(((NAME, (stand(1, 1, 0),)), ("B", ()), ("C", ())), "points", KEY),
    "frontier": Frontier(
        (Choice(0.5, 20, "A", advised=True), Choice(0.7, 10, "B", advised=False)),
        "chance", "gain", "advised", "other",
    ),
    "win-sets": WinSets(
        ((NAME, (5, 0, 2, 100_000)), ("B", (0, 0, 0, 0))), 0.5, "chance", "deals", "inside"
    ),
    "waterfalls": Waterfalls(
        (
            Waterfall(NAME, ((NAME, -40.0), ("b", 55.0), ("c", -2.0)), 13.0),
            Waterfall("B", (("a", -10.0),), -10.0),
            Waterfall("C", (("a", 0.0),), 0.0),
        ),
        "margin", "points",
    ),
    "one waterfall": Waterfalls((Waterfall("B", (("a", -10.0),), -10.0),), "margin", "points"),
    "calendar": Calendar(
        (Event(dt.date(2026, 1, 1), NAME, "gate"), Event(dt.date(2026, 5, 1), "Today", "today"),
         Event(dt.date(2027, 6, 1), "b", "move"), Event(dt.date(2027, 6, 1), "c", "event")),
        ("gate", "move", "event"), dt.date(2026, 5, 1),
    ),
    "one day": Calendar(
        (Event(dt.date(2026, 1, 1), NAME, "gate"),), ("gate", "move", "event")
    ),
    "all days that there are": Calendar(
        (Event(dt.date.min, NAME, "gate"), Event(dt.date.max, "b", "gate")),
        ("gate", "move", "event"),
    ),
    "the last day that there is": Calendar(
        (Event(dt.date.max, NAME, "gate"),), ("gate", "move", "event")
    ),
}  # fmt: skip


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_a_chart_is_one_drawing_with_size_and_no_colour(chart: Chart) -> None:
    """Well-formed vectors of the page's width, grey only, with nothing fetched."""
    drawing = draw(chart)
    root = etree.fromstring(drawing.svg.encode())
    assert root.tag.endswith("svg")
    assert drawing.width == pytest.approx(6.7)
    assert drawing.png.startswith(b"\x89PNG")
    colours = {
        part.split(":")[1].strip()
        for element in root.iter("*")
        for part in element.get("style", "").split(";")
        if part.strip().startswith(("fill:", "stroke:"))
    }
    hexes = {c for c in colours if c.startswith("#") and len(c) == 7}
    assert all(c[1:3] == c[3:5] == c[5:7] for c in hexes)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_the_same_chart_is_the_same_drawing(chart: Chart) -> None:
    """Drawn anew, not taken from those kept."""
    first = draw(chart)
    draw.cache_clear()
    assert draw(chart) == first


def test_the_key_of_a_calendar_has_only_what_stands_in_it() -> None:
    """No move in the key where there is none."""
    from matplotlib.figure import Figure

    from leveltwo.report.charts.calendar import _events

    axes = Figure().subplots()
    _events(axes, Calendar((Event(dt.date(2026, 1, 1), "a", "gate"),), ("gate", "move", "event")))
    assert axes.get_legend_handles_labels()[1] == ["gate"]


def test_shades_tell_for_from_against() -> None:
    assert [shade(c) for c in (1, 0.67, 0.5, 0.33, 0)] == [INK, INK, PALE, "white", "white"]


def test_long_names_are_cut_with_a_sign() -> None:
    assert wrapped("one two three four five", 9) == "one two\nthree …"

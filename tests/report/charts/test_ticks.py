"""Ticks of charts: at round numbers, inside the axis, in order, with labels that keep apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leveltwo.report.charts.calendar import Calendar, Event
from leveltwo.report.charts.canvas import Drawing
from leveltwo.report.charts.chart import Chart
from leveltwo.report.charts.frontier import Choice, Frontier
from leveltwo.report.charts.standings import Stand, Standings
from leveltwo.report.charts.waterfalls import Waterfall, Waterfalls
from leveltwo.report.charts.winsets import WinSets

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

KINDS = ("gate", "move", "event")
POINTS = st.floats(-200, 200, allow_nan=False, allow_subnormal=False)
SHARES = st.floats(0, 1, allow_subnormal=False)
DAYS = st.dates()
SOME = settings(max_examples=6, deadline=None)


@contextmanager
def figure_of(chart: Chart) -> Iterator[Figure]:
    """The figure of a chart, laid out as it is drawn, without its vectors and points."""
    kept: list[Figure] = []

    def keep(figure: Figure) -> Drawing:
        figure.draw_without_rendering()
        kept.append(figure)
        return Drawing("", b"", 1, 1)

    canvas: Any = import_module("leveltwo.report.charts.canvas")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canvas, "drawn", keep)
        part: Any = import_module(type(chart).__module__)
        part.draw(chart)
    yield kept[0]


def shown(axes: Axes, which: Literal["x", "y"]) -> list[tuple[float, Text]]:
    """Where the ticks of an axis are that have a label, and the labels."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    low, high = sorted(axis.get_view_interval())
    near = 1e-9 * max(abs(low), abs(high), high - low)
    ticks = [(float(tick.get_loc()), tick.label1) for tick in axis.get_major_ticks()]
    seen = [(at, text) for at, text in ticks if text.get_visible() and text.get_text()]
    return [(at, text) for at, text in seen if low - near <= at <= high + near]


def in_order(axes: Axes, which: Literal["x", "y"], least: int = 2) -> list[tuple[float, Text]]:
    """The ticks of an axis: at least some, in order, and their labels apart and different."""
    found = shown(axes, which)
    assert len(found) >= least
    places = [at for at, _ in found]
    assert places == sorted(places)
    texts = [text.get_text() for _, text in found]
    assert len(set(texts)) == len(texts)
    boxes = [text.get_window_extent() for _, text in found]
    for one, other in pairwise(boxes):
        if which == "x":
            assert one.x1 <= other.x0
        else:
            assert one.y1 <= other.y0 or other.y1 <= one.y0
    return found


def assert_round(found: list[tuple[float, Text]]) -> None:
    """Steps of 1, 2, 2.5 or 5 and noughts, from multiples of the step; labels say the number."""
    steps = {f"{after - before:.6g}" for (before, _), (after, _) in pairwise(found)}
    assert len(steps) == 1
    step = Decimal(steps.pop())
    assert "".join(map(str, step.normalize().as_tuple().digits)) in {"1", "2", "25", "5"}
    for at, _ in found:
        turns = at / float(step)
        assert turns == pytest.approx(round(turns), abs=1e-4)


def inside(axes: Axes, **places: list[float]) -> None:
    """Whatever is shown lies inside the axes."""
    for which, found in places.items():
        low, high = sorted(axes.get_xlim() if which == "x" else axes.get_ylim())
        assert all(low - 1e-9 <= at <= high + 1e-9 for at in found)


def number(text: Text) -> float:
    """A label read as a number."""
    said = text.get_text().replace("−", "-").replace(",", "").removesuffix(" %")
    return float(said)


def frontier_of(choices: list[tuple[float, float]]) -> Frontier:
    told = [Choice(c, g, chr(65 + i), advised=i == 0) for i, (c, g) in enumerate(choices)]
    return Frontier(tuple(told), "chance", "gain", "advised", "other")


@SOME
@example([(0.5, 20.0)])
@example([(0.5, 20.0), (0.5, 20.0)])
@example([(1.0, 0.0)])
@example([(0.0, -10.0), (1.0, 100.0)])
@example([(0.501, 20.0), (0.502, 20.01)])
@example([(0.9990234375, 37.5), (0.99951171875, 37.25)])
@example([(1e-12, 1e-9), (0.0, 0.0)])
@given(st.lists(st.tuples(SHARES, POINTS), min_size=1, max_size=8))
def test_ticks_of_the_frontier(choices: list[tuple[float, float]]) -> None:
    """Chances stay between none and all; both axes are read off at round numbers."""
    with figure_of(frontier_of(choices)) as figure:
        (axes,) = figure.axes
        across, upwards = in_order(axes, "x"), in_order(axes, "y")
        assert_round(across)
        assert_round(upwards)
        assert all(-1e-9 <= at <= 1 + 1e-9 for at, _ in across)
        assert [number(text) for _, text in across] == pytest.approx([100 * at for at, _ in across])
        assert [number(text) for _, text in upwards] == pytest.approx([at for at, _ in upwards])
        inside(axes, x=[c for c, _ in choices], y=[g for _, g in choices])


@SOME
@example([[0, 0, 0, 0]], 0.5)
@example([[1, 0]], 0.5)
@example([[0, 0, 3, 100_000_000], [5, 5, 5, 5], [0, 1, 0, 0]], 0.9)
@given(
    st.integers(1, 10).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(0, 10**9), min_size=n, max_size=n), min_size=1, max_size=4
        )
    ),
    SHARES,
)
def test_ticks_of_the_map(counts: list[list[int]], confidence: float) -> None:
    """Deals are counted in whole numbers; chances are read at none, half and all."""
    sides = tuple((f"Side {i}", tuple(one)) for i, one in enumerate(counts))
    chart = WinSets(sides, confidence, "chance", "deals", "inside the win-set")
    with figure_of(chart) as figure:
        places = list(figure.axes)
        for axes in places:
            across = in_order(axes, "x")
            assert [at for at, _ in across] == [0.0, 0.5, 1.0]
            assert [text.get_text() for _, text in across] == ["0 %", "50 %", "100 %"]
        for axes, after in pairwise(places):
            last, first = shown(axes, "x")[-1][1], shown(after, "x")[0][1]
            assert last.get_window_extent().x1 <= first.get_window_extent().x0
        upwards = in_order(places[0], "y")
        assert_round(upwards)
        assert [number(text) for _, text in upwards] == [at for at, _ in upwards]
        assert all(at >= 0 for at, _ in upwards)
        inside(places[0], y=[max(max(one) for one in counts)])


@SOME
@example([[0.0]])
@example([[1e-9], [-1e-9]])
@example([[-40.0, 55.0, -2.0], [-10.0]])
@example([[1e6, -1e6]])
@given(st.lists(st.lists(POINTS, min_size=1, max_size=12), min_size=1, max_size=4))
def test_ticks_of_waterfalls(margins: list[list[float]]) -> None:
    """Every step starts and ends inside the axis, which is read off at round points."""
    told = [Waterfall("Them", tuple((f"step {i}", p) for i, p in enumerate(one)), sum(one))
            for one in margins]  # fmt: skip
    with figure_of(Waterfalls(tuple(told), "margin", "points")) as figure:
        for axes, one in zip(figure.axes, told, strict=False):
            across = in_order(axes, "x")
            assert_round(across)
            assert [number(text) for _, text in across] == pytest.approx([at for at, _ in across])
            names = in_order(axes, "y")
            assert [at for at, _ in names] == list(range(len(one.steps) + 1))
            levels = [sum(p for _, p in one.steps[:i]) for i in range(len(one.steps) + 1)]
            inside(axes, x=[0.0, *levels[:-1], one.margin], y=[at for at, _ in names])


@SOME
@example([[0.0]])
@example([[-100.0, 100.0], [1e-9]])
@given(st.lists(st.lists(POINTS, min_size=1, max_size=8), min_size=1, max_size=3))
def test_ticks_of_both_tables(margins: list[list[float]]) -> None:
    """Yes and no have as much room on every panel, with no points in the middle."""
    sides = tuple(
        (f"Side {i}", tuple(Stand(f"Mx {m}", m, 0.5, "50 %", 0.1, crossed=False) for m in one))
        for i, one in enumerate(margins)
    )
    with figure_of(Standings(sides, "points", ("for", "open", "against", "crossed"))) as figure:
        for axes, one in zip(figure.axes, margins, strict=False):
            across = in_order(axes, "x", 3)
            assert_round(across)
            assert 0.0 in [at for at, _ in across]
            assert [number(text) for _, text in across] == pytest.approx([at for at, _ in across])
            inside(axes, x=one, y=list(range(len(one))))


@SOME
@example([dt.date(2026, 1, 1)])
@example([dt.date(2026, 1, 1), dt.date(2026, 1, 2)])
@example([dt.date(2018, 6, 20), dt.date(2019, 1, 25)])
@example([dt.date.min, dt.date.max])
@example([dt.date.min])
@example([dt.date.max])
@given(st.lists(DAYS, min_size=1, max_size=12))
def test_ticks_of_the_calendar(days: list[dt.date]) -> None:
    """The line of time is read off at whole days, months or years."""
    from matplotlib.dates import date2num

    events = tuple(Event(day, f"Event {i}", KINDS[i % 3]) for i, day in enumerate(sorted(days)))
    with figure_of(Calendar(events, KINDS, min(days))) as figure:
        (axes,) = figure.axes
        across = in_order(axes, "x")
        assert all(at == round(at) for at, _ in across)
        assert [at for at, _ in in_order(axes, "y", 1)] == list(range(len(days)))
        inside(axes, x=[float(date2num(day)) for day in days], y=list(range(len(days))))

"""Growth curves as SVG, readable in grey."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

STYLES = (("black", "-", "o"), ("0.45", "--", "s"))
"""Grey, line and marker of each curve."""


class Curve(NamedTuple):
    """Median times, with the fastest and the slowest; `proved` where half or more ended."""

    name: str
    at: Sequence[float]
    middle: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]
    proved: Sequence[bool]


def draw(path: Path, title: str, axis: str, curves: Sequence[Curve]) -> None:
    """Write one picture: times on a logarithmic scale, hollow marks where time ran out."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "leveltwo"  # the same file for the same numbers
    figure = Figure(figsize=(5, 3.4), layout="constrained")
    axes = figure.subplots()
    for curve, (grey, line, marker) in zip(curves, STYLES, strict=False):
        axes.plot(curve.at, curve.middle, line, color=grey, label=curve.name)
        axes.fill_between(curve.at, curve.low, curve.high, color=grey, alpha=0.15, linewidth=0)
        for x, y, proved in zip(curve.at, curve.middle, curve.proved, strict=True):
            axes.plot([x], [y], marker, color=grey, markerfacecolor=grey if proved else "white")
    axes.set(title=title, xlabel=axis, ylabel="seconds, median and range", yscale="log")
    if max(x for curve in curves for x in curve.at) > 500:
        axes.set_xscale("log")
    axes.grid(visible=True, color="0.9")
    if len(curves) > 1:
        axes.legend(frameon=False)
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})

"""What a sweep shows at a glance: the best and the worst point, and what matters most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from leveltwo.model.number import is_number
from leveltwo.scale.sweeps.ask import Cell, Row
from leveltwo.scale.sweeps.values import text

MOST_VALUES = 12
"""Values of a place that are looked at one by one."""
GROUPS = 5
"""Groups of neighbouring values, about equal in size, where there are more."""


@dataclass(frozen=True)
class Effect:
    """How much one place matters, everything else averaged (a one-way range).

    Parameters
    ----------
    name : str
        The place.
    spread : float
        The largest less the smallest mean.
    lowest, highest : tuple
        The value, or the range of values, with the smallest and the largest mean; and that mean.
    """

    name: str
    spread: float
    lowest: tuple[str, float]
    highest: tuple[str, float]


def ranked(rows: Sequence[Row], measure: str) -> list[Row]:
    """Rows that have a figure, the largest first, equals in their order."""
    found = [row for row in rows if is_number(row.get(measure))]
    return sorted(found, key=lambda row: _figure(row, measure), reverse=True)


def effects(
    names: Sequence[str], rows: Sequence[Row], measure: str, most: int = MOST_VALUES
) -> list[Effect]:
    """One-way ranges of a measure, the widest first.

    The rows are grouped by the values of one place at a time; the mean of each group is over
    whatever the other places are there. On a grid this is a main effect; on a sample it is an
    estimate of one. Places with more than `most` values are grouped by neighbouring values.
    Time grows with places × rows.
    """
    rows = ranked(rows, measure)
    found = [_effect(name, rows, measure, most) for name in names] if rows else []
    return sorted(found, key=lambda effect: (-effect.spread, effect.name))


def _effect(name: str, rows: Sequence[Row], measure: str, most: int) -> Effect:
    means = [
        (label, fmean(_figure(row, measure) for row in group))
        for label, group in _groups(name, rows, most)
    ]
    lowest = min(means, key=lambda pair: pair[1])
    highest = max(means, key=lambda pair: pair[1])
    return Effect(name, highest[1] - lowest[1], lowest, highest)


def _groups(name: str, rows: Sequence[Row], most: int) -> list[tuple[str, list[Row]]]:
    """Rows by value; by neighbouring values where there are many."""
    by_value: dict[Cell, list[Row]] = {}
    for row in rows:
        by_value.setdefault(row[name], []).append(row)
    values = sorted(by_value, key=_rank)
    if len(values) <= most:
        return [(text(value), by_value[value]) for value in values]
    found = []
    groups = max(2, min(GROUPS, len(values) // 4))
    for i in range(groups):
        part = values[i * len(values) // groups : (i + 1) * len(values) // groups]
        label = f"{text(part[0])} to {text(part[-1])}"
        found.append((label, [row for value in part for row in by_value[value]]))
    return found


def _rank(value: Cell) -> tuple[bool, float, str]:
    return (False, float(value), "") if is_number(value) else (True, 0.0, str(value))


def _figure(row: Row, measure: str) -> float:
    cell = row[measure]
    return float(cell) if is_number(cell) else float("nan")

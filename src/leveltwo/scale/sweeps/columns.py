"""The columns of a sweep's table: what varies, what came of it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leveltwo.errors import InputError
from leveltwo.model.number import is_number
from leveltwo.scale.sweeps.ask import Cell, Row
from leveltwo.scale.sweeps.points import Point
from leveltwo.scale.sweeps.values import text

FIRST = "point"
AFTER_PARAMETERS = ("status", "problem")
LAST = ("draws", "seed", "version", "case", "question")
TEXTS = frozenset({"status", "problem", "moves", "version", "case", "question"})
IDENTITY = ("version", "case", "question")
OF_PLAN = ("chance", "chance_low", "chance_high", "durable")
OF_SEARCH = (
    "value", "chance", "durable", "gain", "cost", "bound", "fresh_chance", "fresh_value", "moves",
)  # fmt: skip
Key = tuple[str, ...]


def key_of(point: Point) -> Key:
    """A point as text, by which it is found again in a file."""
    return tuple(text(value) for value in point)


def columns(names: Sequence[str], rows: Iterable[Row], expected: Sequence[str]) -> list[str]:
    """Every column in order: expected figures first, then others as they first appear."""
    about = {FIRST, *names, *AFTER_PARAMETERS, *LAST}
    found = dict.fromkeys(expected)
    for row in rows:
        found |= dict.fromkeys(name for name in row if name not in about)
    return [FIRST, *names, *AFTER_PARAMETERS, *found, *LAST]


def parameters_among(found: Sequence[str]) -> list[str]:
    """Which columns of a table are what varied.

    Raises
    ------
    InputError
        If it is no table of a sweep.
    """
    if tuple(found[:1]) != (FIRST,) or not set(AFTER_PARAMETERS + LAST) <= set(found):
        raise InputError("it is no table of a sweep")
    return list(found[1 : found.index(AFTER_PARAMETERS[0])])


def values(names: Sequence[str], point: Point) -> Row:
    """What varies at a point: numbers as such, everything else as text."""
    return {
        name: value if is_number(value) else text(value)
        for name, value in zip(names, point, strict=True)
    }


def is_text(name: str, found: Iterable[Cell]) -> bool:
    """Whether a column holds text."""
    return name in TEXTS or any(isinstance(cell, str) for cell in found)

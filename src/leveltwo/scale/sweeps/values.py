"""What is put in a place: values one by one, or spans of numbers and of dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from leveltwo.errors import InputError, tidy
from leveltwo.io.scalars import scalar
from leveltwo.io.yaml_tree import YamlError, parse
from leveltwo.model.number import is_number, number_text, short

MOST_VALUES = 10_000
_SPAN = re.compile(r"(.+?)\.\.(.+?)(?:/(\d+))?")


@dataclass(frozen=True)
class Span:
    """From one number or date to another.

    Parameters
    ----------
    low, high : number or date
        The ends, both of one kind.
    count : int or None
        How many values, evenly apart, ends included; None where only a sample can be drawn.
    """

    low: Any
    high: Any
    count: int | None = None

    def at(self, share: float) -> Any:
        """The value at a share of the way, in [0, 1], to six digits."""
        if isinstance(self.low, dt.date):
            days = round((self.high - self.low).days * share)
            return self.low + dt.timedelta(days=days)
        return short(float(f"{self.low + (self.high - self.low) * share:.6g}"))

    def values(self) -> list[Any]:
        """Its values, evenly apart."""
        count = self.count or 0
        if isinstance(self.low, dt.date):
            return [self.at(i / (count - 1)) for i in range(count)]
        low, high = (Fraction(str(number_text(end))) for end in (self.low, self.high))
        exact = [low + (high - low) * i / (count - 1) for i in range(count)]
        return [short(float(number)) for number in exact]


def read_values(written: object, where: str) -> list[Any]:
    """Values and spans as somebody wrote them.

    Parameters
    ----------
    written : object
        Text as on a command line, ``51,60,67`` or ``30..60/7``, lists in brackets; or from a
        file a list of values, or one.
    where : str
        What they are for, for messages.

    Returns
    -------
    list
        Plain values and `Span` objects.

    Raises
    ------
    InputError
        If there are none, or a span makes no sense.
    """
    if isinstance(written, str):
        try:
            root, problems = parse(f"[{written}]")
        except YamlError as error:
            raise InputError(
                f"{where}: “{tidy(written)}” is no list of values; write such as 51,60,67, "
                "30..60/7 or [30, 45, 60]"
            ) from error
        if problems:
            raise InputError(f"{where}: “{tidy(written)}”: {problems[0].message}")
        found = root.plain()
    else:
        found = written if isinstance(written, list) else [written]
    if not found:
        raise InputError(f"{where}: no values; write such as 51,60,67 or 30..60/7")
    return [_span(value, where) for value in found]


def _span(value: Any, where: str) -> Any:
    match = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return value
    low, high = scalar(match[1].strip()), scalar(match[2].strip())
    dates = isinstance(low, dt.date) and isinstance(high, dt.date)
    if not dates and not (is_number(low) and is_number(high)):
        raise InputError(f"{where}: “{tidy(value)}” does not run from number to number, or dates")
    if not low < high:  # type: ignore[operator]  # of one kind, as was seen
        raise InputError(f"{where}: “{tidy(value)}” runs down; write the lower end first")
    count = None if match[3] is None else int(match[3])
    if count is not None and not 2 <= count <= MOST_VALUES:
        raise InputError(f"{where}: “{tidy(value)}” asks for {count} values; expected 2 or more")
    return Span(low, high, count)


def text(value: Any) -> str:
    """A value as one cell of a table shows it: as a file would, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if is_number(value):
        return number_text(value) or repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(text, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {text(part)}" for key, part in value.items()) + "}"
    return str(value)

"""A judgement: a number that somebody believes, and how sure they are of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from leveltwo.errors import nearest
from leveltwo.model.base import refuse
from leveltwo.model.number import LIMIT, is_number, short

Range = tuple[float, float, float]


class Confidence(StrEnum):
    """How sure the author is of the words used; widens or narrows their ranges."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def width(self) -> float:
        """Factor on the distance from a word's best to each end of its range."""
        return {"high": 0.5, "medium": 1.0, "low": 2.0}[self.value]


@dataclass(frozen=True, slots=True)
class Scale:
    """What a judgement is measured on: its words, its ends, and whether a minus may lead a word."""

    name: str
    words: dict[str, Range]
    low: float
    high: float
    signed: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every word that may be written, those with a minus sign included."""
        turned = (f"-{word}" for word in self.words) if self.signed else ()
        return *self.words, *turned

    def clip(self, number: float) -> float:
        """The nearest number on the scale."""
        return min(max(number, self.low), self.high)

    def word(self, text: str) -> Range | None:
        """The range of a word at medium confidence; None if the scale has no such word."""
        if self.signed and text.startswith("-") and text[1:] in self.words:
            low, best, high = self.words[text[1:]]
            return -high, -best, -low
        return self.words.get(text)


RATING = Scale(
    "a rating",
    {
        "ideal": (95, 100, 100),
        "good": (65, 75, 85),
        "fair": (38, 50, 62),
        "poor": (15, 25, 35),
        "bad": (3, 10, 18),
        "worst": (0, 0, 5),
    },
    0,
    100,
)
WEIGHT = Scale(
    "a weight",
    {
        "critical": (6, 8, 10),
        "high": (3, 4, 5.5),
        "medium": (1.3, 2, 3),
        "low": (0.5, 1, 1.5),
        "none": (0, 0, 0),
    },
    0,
    LIMIT,
)
POINTS = Scale(
    "points",
    {
        "none": (0, 0, 0),
        "slight": (1, 3, 5),
        "clear": (5, 8, 12),
        "strong": (10, 15, 21),
        "decisive": (20, 30, 40),
    },
    -LIMIT,
    LIMIT,
    signed=True,
)
AMOUNT = Scale("an amount", {}, 0, LIMIT)
SHARE = Scale("a share", {}, 0, 1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A number as somebody wrote it: exact, a range, or a word.

    Parameters
    ----------
    low, best, high : float
        The ends and the most likely value, in the units of the scale; for a word, at
        medium confidence. An exact number has all three equal.
    word : str or None
        The word, if it was written as one.
    """

    low: float
    best: float
    high: float
    word: str | None = None

    def span(self, scale: Scale, confidence: Confidence) -> Range:
        """Low, best and high once confidence has widened a word, clipped to the scale."""
        low, high = self.low, self.high
        if self.word is not None:
            low = self.best - (self.best - low) * confidence.width
            high = self.best + (high - self.best) * confidence.width
        return scale.clip(low), self.best, scale.clip(high)

    @property
    def mean(self) -> float:
        """What it is on average over its range (PERT, as drawn); for a word, at medium confidence.

        The one figure for readers where a chance is judged by a range: what happens in so many of
        all cases, which the most likely value is not.
        """
        if self.low == self.high:
            return self.best
        return (self.low + 4 * self.best + self.high) / 6

    @property
    def written(self) -> Any:
        """The judgement as it stands in a file: a number, a list of three, or a word."""
        if self.word is not None:
            return self.word
        if self.low == self.high:
            return short(self.best)
        return [short(self.low), short(self.best), short(self.high)]


def exactly(number: float) -> Judgement:
    """The judgement of somebody who is certain."""
    return Judgement(number, number, number)


MINUS = "−"
"""The true minus sign, which answers print and people copy before a word."""


def _reader(scale: Scale) -> Callable[[object], Judgement]:
    def read(raw: object) -> Judgement:
        if isinstance(raw, Judgement):
            return raw
        if isinstance(raw, str):
            return _worded(raw.replace(MINUS, "-"), scale)
        if isinstance(raw, list | tuple):
            return _ranged(raw, scale)
        _check(raw, raw, scale)
        return exactly(float(raw))  # type: ignore[arg-type]

    return read


def _worded(raw: str, scale: Scale) -> Judgement:
    span = scale.word(raw)
    if span is None:
        raise refuse(_expected(scale) + (_meant(raw, scale) or nearest(raw, scale.spellings)), raw)
    low, best, high = span
    return Judgement(float(low), float(best), float(high), word=raw)


def _ranged(raw: Sequence[Any], scale: Scale) -> Judgement:
    if len(raw) != 3 or not all(is_number(number) for number in raw):
        raise refuse(_expected(scale), raw)
    if not raw[0] <= raw[1] <= raw[2]:
        raise refuse("a range in rising order: low, best, high", raw)
    if max(abs(raw[0]), abs(raw[2])) > LIMIT:
        raise refuse(f"numbers no larger than {LIMIT:,.0f}", raw)
    _check(raw[1], raw, scale)
    return Judgement(float(raw[0]), float(raw[1]), float(raw[2]))


def _check(best: object, raw: object, scale: Scale) -> None:
    """Refuse what is no number of the scale."""
    if not is_number(best):
        raise refuse(_expected(scale), raw)
    if not scale.low <= best <= scale.high:
        hint = ""
        if scale is SHARE and is_number(best) and 10 <= best <= 100:
            hint = f"; for {best:g} per cent write {best / 100:g}"
        raise refuse(f"{scale.name} from {scale.low:,.0f} to {scale.high:,.0f}{hint}", raw)


_PERCENT = re.compile(r"\s*(\d{1,3}(?:\.\d{1,6})?)\s*%\s*", re.ASCII)
_NUMBER = r"(-?\d{1,9}(?:\.\d{1,6})?)"
_SPAN = re.compile(rf"\s*{_NUMBER}\s*(?:[-–—]|to|\.\.)\s*{_NUMBER}\s*", re.ASCII)


def _meant(raw: str, scale: Scale) -> str:
    """How to write what was meant by a text that is a percentage, or a range with a dash."""
    percent, span = _PERCENT.fullmatch(raw), _SPAN.fullmatch(raw)
    if percent is not None:
        share = float(percent[1]) / (100 if scale is SHARE else 1)
        return f"; for {percent[1]} per cent write {share:g}"
    if span is not None:
        low, high = float(span[1]), float(span[2])
        middle = (low + high) / 2
        return f"; write [{low:g}, {middle:g}, {high:g}], your best guess in the middle"
    return ""


def _expected(scale: Scale) -> str:
    if not scale.words:
        return "a number or a range [low, best, high]"
    minus = " (with a minus sign to turn one round)" if scale.signed else ""
    words = ", ".join(scale.words)
    return f"a number, a range [low, best, high], or one of the words {words}{minus}"


def _schema(scale: Scale) -> dict[str, Any]:
    number = {"type": "number", "minimum": scale.low, "maximum": scale.high}
    end = {"type": "number", "minimum": -LIMIT, "maximum": LIMIT}
    triple = {"type": "array", "prefixItems": [end, number, end], "minItems": 3, "maxItems": 3}
    words = [{"enum": list(scale.spellings)}] if scale.words else []
    return {"anyOf": [number, triple, *words], "title": scale.name}


_WRITTEN = PlainSerializer(lambda judgement: judgement.written)

Rated = Annotated[
    Judgement, PlainValidator(_reader(RATING)), _WRITTEN, WithJsonSchema(_schema(RATING))
]
Weighted = Annotated[
    Judgement, PlainValidator(_reader(WEIGHT)), _WRITTEN, WithJsonSchema(_schema(WEIGHT))
]
Pointed = Annotated[
    Judgement, PlainValidator(_reader(POINTS)), _WRITTEN, WithJsonSchema(_schema(POINTS))
]
Amount = Annotated[
    Judgement, PlainValidator(_reader(AMOUNT)), _WRITTEN, WithJsonSchema(_schema(AMOUNT))
]
Share = Annotated[
    Judgement, PlainValidator(_reader(SHARE)), _WRITTEN, WithJsonSchema(_schema(SHARE))
]

"""Judgements: words and ranges turned into numbers."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Doc = dict[str, Any]
Triple = tuple[float, float, float]

RATINGS: dict[str, Triple] = {
    "ideal": (95, 100, 100),
    "good": (65, 75, 85),
    "fair": (38, 50, 62),
    "poor": (15, 25, 35),
    "bad": (3, 10, 18),
    "worst": (0, 0, 5),
}
WEIGHTS: dict[str, Triple] = {
    "critical": (6, 8, 10),
    "high": (3, 4, 5.5),
    "medium": (1.3, 2, 3),
    "low": (0.5, 1, 1.5),
    "none": (0, 0, 0),
}
EFFECTS: dict[str, Triple] = {
    "none": (0, 0, 0),
    "slight": (1, 3, 5),
    "clear": (5, 8, 12),
    "strong": (10, 15, 21),
    "decisive": (20, 30, 40),
}
WIDENING = {"high": 0.5, "medium": 1.0, "low": 2.0}


@dataclass(frozen=True)
class Kind:
    """What may be written for a judgement, and the ends it is clipped to."""

    words: Mapping[str, Triple]
    least: float = -math.inf
    most: float = math.inf


RATING = Kind(RATINGS, 0, 100)
WEIGHT = Kind(WEIGHTS, 0)
EFFECT = Kind(EFFECTS)
PLAIN = Kind({})


@dataclass(frozen=True)
class Judgement:
    """One judgement: its path, the dictionary and key that hold it, and how to read it."""

    path: str
    holder: Doc
    key: Any
    kind: Kind
    confidence: str

    @property
    def triple(self) -> Triple:
        """Low, best and high."""
        return triple(self.holder[self.key], self.kind, self.confidence)


def number_name(number: float) -> str:
    """Name of a numeric option in a path: ``10`` or ``12.5``."""
    return str(int(number)) if float(number).is_integer() else str(float(number))


def triple(written: Any, kind: Kind, confidence: str = "medium") -> Triple:
    """Low, best and high of a number, a range or a word.

    Parameters
    ----------
    written : number, list of three numbers or str
        As in the document.
    kind : Kind
        Its words and ends.
    confidence : {"high", "medium", "low"}
        Halves or doubles the width of words; numbers and ranges stay as written.

    Returns
    -------
    Triple
        Clipped to the ends of the kind.
    """
    if isinstance(written, str):
        low, best, high = _word(written, kind, WIDENING[confidence])
    elif isinstance(written, list):
        low, best, high = written
    else:
        low = best = high = written
    ends = [min(max(float(end), kind.least), kind.most) for end in (low, best, high)]
    return ends[0], ends[1], ends[2]


def _word(word: str, kind: Kind, widening: float) -> Triple:
    if word.startswith("-"):
        low, best, high = _word(word[1:], kind, widening)
        return -high, -best, -low
    low, best, high = kind.words[word]
    return best - widening * (best - low), best, best + widening * (high - best)


def judgements(doc: Doc) -> Iterator[Judgement]:
    """Every judgement of the document, uncertain or not."""
    for name, constituency in doc["constituencies"].items():
        yield from _of_constituency(f"constituencies.{name}", constituency)
    for name, move in doc.get("moves", {}).items():
        yield from _of_move(f"moves.{name}", move)


def _of_constituency(path: str, constituency: Doc) -> Iterator[Judgement]:
    confidence = constituency.get("confidence", "medium")
    if not isinstance(constituency["no_deal"], dict):
        yield Judgement(f"{path}.no_deal", constituency, "no_deal", RATING, confidence)
    for issue, rated in constituency["values"].items():
        yield from _of_issue(f"{path}.values.{issue}", rated, confidence)
    for leader, cue in constituency.get("follows", {}).items():
        for vote in cue:
            yield Judgement(f"{path}.follows.{leader}.{vote}", cue, vote, EFFECT, confidence)
    for key in ("band", "spread", "devalues"):
        if key in constituency:
            yield Judgement(f"{path}.{key}", constituency, key, PLAIN, confidence)


def _of_issue(path: str, rated: Doc, confidence: str) -> Iterator[Judgement]:
    yield Judgement(f"{path}.weight", rated, "weight", WEIGHT, confidence)
    for option in rated:
        if option not in ("weight", "points"):
            yield Judgement(f"{path}.{option}", rated, option, RATING, confidence)
    points = rated.get("points", {})
    for number in points:
        where = f"{path}.points.{number_name(number)}"
        yield Judgement(where, points, number, RATING, confidence)


def _of_move(path: str, move: Doc) -> Iterator[Judgement]:
    confidence = move.get("confidence", "medium")
    for key in ("effects", "otherwise"):
        for audience in move.get(key, {}):
            yield Judgement(f"{path}.{key}.{audience}", move[key], audience, EFFECT, confidence)
    for key, kind in (("cost", EFFECT), ("chance", PLAIN)):
        if key in move:
            yield Judgement(f"{path}.{key}", move, key, kind, confidence)


def ranges(doc: Doc) -> dict[str, Triple]:
    """Low, best and high of every judgement that is uncertain, by path."""
    triples = {judgement.path: judgement.triple for judgement in judgements(doc)}
    return {path: ends for path, ends in triples.items() if ends[0] < ends[2]}


def settle(doc: Doc, values: Mapping[str, float] | None = None) -> Doc:
    """Replace every judgement by a number.

    Parameters
    ----------
    doc : Doc
        A document as YAML gives it; it is not changed.
    values : mapping of path to number, optional
        Numbers to use; the best of the judgement for paths that are not in it. A path that
        names no judgement is an error, so that a misspelt path is never silently ignored.

    Returns
    -------
    Doc
        The same document with numbers only.
    """
    settled = copy.deepcopy(doc)
    left = dict(values or {})
    for judgement in list(judgements(settled)):
        judgement.holder[judgement.key] = left.pop(judgement.path, judgement.triple[1])
    if left:
        raise KeyError(f"no such judgement: {', '.join(sorted(left))}")
    return settled

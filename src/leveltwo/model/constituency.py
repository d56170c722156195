"""A constituency: somebody behind the table whose approval, or whose voice, counts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from leveltwo.errors import closest
from leveltwo.model.base import Id, Ids, Noun, Text, Texts, as_tuple, reader, refuse, wrong
from leveltwo.model.deal import Deal
from leveltwo.model.judgement import (
    Amount,
    Confidence,
    Judgement,
    Pointed,
    Rated,
    Share,
    Weighted,
    exactly,
)
from leveltwo.model.number import number_text
from leveltwo.model.objection import Objections
from leveltwo.model.option import OptionRefs


def _point(raw: object) -> str:
    text = number_text(raw)
    if text is None:
        raise refuse("a number of the issue’s range", raw)
    return text


def _distinct(raw: object) -> object:
    """Refuse points at the same number, however it is written."""
    seen: set[str] = set()
    for key in raw if isinstance(raw, dict) else ():
        text = number_text(key)
        if text in seen:
            raise wrong(f"there are two points at {text}; keep one")
        seen |= {text} if text is not None else set()
    return raw


Points = Annotated[
    dict[Annotated[str, BeforeValidator(_point)], Rated],
    Field(min_length=1),
    BeforeValidator(_distinct),
]


class Rating(Noun):
    """What one constituency thinks of one issue.

    Parameters
    ----------
    weight : Judgement
        How much going from worst to best on this issue matters, against its other issues.
    points : dict or None
        For a numeric issue: ratings at some numbers, straight lines between them.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Rated]

    weight: Weighted
    points: Points | None = None

    @property
    def options(self) -> dict[str, Judgement]:
        """Ratings of a named issue's options."""
        return dict(self.__pydantic_extra__ or {})


class Cue(Noun):
    """What a leader's vote is worth to a follower, in points of margin."""

    for_: Pointed = Field(default=exactly(0), alias="for")
    against: Pointed = exactly(0)


class RedLine(Noun):
    """Options of one issue that a constituency refuses, unless one of some moves is made."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, OptionRefs]

    unless: Ids = ()

    @model_validator(mode="after")
    def _one_issue(self) -> RedLine:
        issues = sorted(self.__pydantic_extra__ or {})
        if not issues:
            raise wrong("names no issue; write the issue and the option refused: {hiring: none}")
        if len(issues) > 1:
            slip = next((name for name in issues if closest(name, ["unless"])), None)
            hint = f"; did you mean “unless” by “{slip}”?" if slip else "; write one line for each"
            raise wrong(f"names several issues: {', '.join(issues)}{hint}")
        return self

    @property
    def issue(self) -> str:
        """The issue it concerns."""
        return next(iter(self.__pydantic_extra__ or {}))

    @property
    def options(self) -> tuple[str, ...]:
        """The options refused."""
        return (self.__pydantic_extra__ or {})[self.issue]


NoDeal = Annotated[
    Annotated[Rated, Tag("<rating>")] | Annotated[Deal, Tag("<deal>")],
    Discriminator(lambda raw: "<deal>" if isinstance(raw, dict) else "<rating>"),
]
RedLines = Annotated[tuple[RedLine, ...], BeforeValidator(as_tuple)]
ConfidenceWord = Annotated[Confidence, BeforeValidator(reader(Confidence, "high, medium or low"))]


class Constituency(Noun):
    """Somebody behind (or at) the table.

    Parameters
    ----------
    side : str
        The side it belongs to.
    no_deal : Judgement or dict
        What no deal is worth to it, 0 to 100; or a deal that is as good.
    values : dict
        Its rating of each issue it cares about.
    band : Judgement
        It abstains within this many points of zero.
    spread : Judgement
        Standard deviation of its members' margins around its own, in points.
    devalues : Judgement
        Share by which it discounts what visibly comes from another side.
    follows : dict
        Leaders, and what their votes are worth to it.
    objections : dict
        What it will hold against the deal, by issue and option chosen; each with what answers it.
    without : str or None
        What no deal means to it, in words.
    """

    side: Id
    no_deal: NoDeal
    values: dict[Id, Rating] = Field(min_length=1)
    name: Text | None = None
    band: Amount = exactly(0)
    spread: Amount = exactly(0)
    devalues: Share = exactly(0)
    confidence: ConfidenceWord = Confidence.MEDIUM
    follows: dict[Id, Cue] = {}
    red_lines: RedLines = ()
    objections: dict[Id, Objections] = {}
    without: Text | None = None
    summary: Text | None = None
    sources: Texts = ()

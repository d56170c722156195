"""A rule: how the votes of constituencies become an approval. The grammar of gates."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from leveltwo.model.base import Id, Noun, as_tuple, reader
from leveltwo.model.counting import MAJORITY, Count, Need, ShareOf, as_fraction

__all__ = [
    "KINDS",
    "MAJORITY",
    "RULE_KEYS",
    "All",
    "AnyOf",
    "AtLeast",
    "Base",
    "Rule",
    "Unless",
    "Vote",
    "as_fraction",
    "members",
    "parts",
    "walk",
]


class Base(StrEnum):
    """What a fraction is a fraction of."""

    ALL = "all"
    CAST = "cast"


class Vote(Noun):
    """A count: passes when the votes for reach the need.

    Parameters
    ----------
    need : number, fraction or ``majority``
        Votes needed: a number, a share of all votes (at least), or more than half.
    votes : dict
        Votes of each constituency, exact decimals.
    base : Base
        Whether fractions and majority are of all votes or of those cast.
    quorum : share or None
        Share of all votes that must be cast.
    approval : share or None
        Share of all votes that must be for.
    """

    need: Need
    votes: dict[Id, Count] = Field(min_length=1)
    base: Annotated[Base, BeforeValidator(reader(Base, "all or cast"))] = Base.ALL
    quorum: ShareOf | None = None
    approval: ShareOf | None = None

    @property
    def total(self) -> Fraction:
        """All votes."""
        return sum((as_fraction(n) for n in self.votes.values()), Fraction(0))


class Unless(Noun):
    """An inverted gate: passes unless the votes *against* reach the need."""

    unless: Vote


class All(Noun):
    """Passes when every rule passes."""

    all: Rules


class AnyOf(Noun):
    """Passes when some rule passes."""

    any: Rules


class AtLeast(Noun):
    """Passes when at least so many of the rules pass."""

    at_least: Annotated[int, Field(ge=1)]
    of: Rules


KINDS: dict[str, type[Noun]] = {
    "all": All,
    "any": AnyOf,
    "at_least": AtLeast,
    "unless": Unless,
    "need": Vote,
}
RULE_KEYS = tuple(dict.fromkeys(key for kind in KINDS.values() for key in kind.model_fields))


def _kind(raw: Any) -> str | None:
    if isinstance(raw, str):
        return "<id>"
    if isinstance(raw, dict):
        return next((f"<{key}>" for key in KINDS if key in raw), _kind_by_part(raw))
    return next((f"<{key}>" for key, kind in KINDS.items() if isinstance(raw, kind)), None)


def _kind_by_part(raw: dict[Any, Any]) -> str | None:
    """The kind that a rule without its chief key is meant to be."""
    parts_of = ((f"<{key}>", kind.model_fields) for key, kind in KINDS.items())
    return next((tag for tag, fields in parts_of if set(fields) & set(raw)), None)


Rule = Annotated[
    Annotated[Id, Tag("<id>")]
    | Annotated[All, Tag("<all>")]
    | Annotated[AnyOf, Tag("<any>")]
    | Annotated[AtLeast, Tag("<at_least>")]
    | Annotated[Unless, Tag("<unless>")]
    | Annotated[Vote, Tag("<need>")],
    Discriminator(
        _kind,
        custom_error_type="leveltwo",
        custom_error_message="found no rule; expected a constituency’s id, or a mapping with "
        "all, any, at_least and of, need and votes, or unless",
    ),
]

Rules = Annotated[tuple[Rule, ...], Field(min_length=1), BeforeValidator(as_tuple)]

for _model in (All, AnyOf, AtLeast):
    _model.model_rebuild()


def parts(rule: Rule) -> list[tuple[tuple[str | int, ...], Rule]]:
    """The rules directly inside a rule, each with its path from it."""
    match rule:
        case All():
            return [(("all", i), part) for i, part in enumerate(rule.all)]
        case AnyOf():
            return [(("any", i), part) for i, part in enumerate(rule.any)]
        case AtLeast():
            return [(("of", i), part) for i, part in enumerate(rule.of)]
        case Unless():
            return [(("unless",), rule.unless)]
    return []


def walk(rule: Rule) -> Iterator[tuple[tuple[str | int, ...], Rule]]:
    """Every rule inside a rule, itself first, each with its path."""
    yield (), rule
    for step, part in parts(rule):
        for path, inner in walk(part):
            yield step + path, inner


def members(rule: Rule) -> tuple[str, ...]:
    """The constituencies a rule asks, in the order they are written, each once."""
    seen: dict[str, None] = {}
    for _, part in walk(rule):
        if isinstance(part, str):
            seen[part] = None
        elif isinstance(part, Vote):
            seen.update(dict.fromkeys(part.votes))
    return tuple(seen)

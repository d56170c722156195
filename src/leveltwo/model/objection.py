"""Objections: what a constituency will hold against a deal, and what elsewhere answers it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from leveltwo.model.base import Id, Noun, Text, as_tuple, refuse, wrong
from leveltwo.model.option import OptionRef, OptionRefs
from leveltwo.model.said import ANY

ANSWERED = "answered_by"


def _one_issue(raw: object) -> object:
    if isinstance(raw, dict) and len(raw) != 1:
        named = f"names several issues: {', '.join(map(str, raw))}" if raw else "names no issue"
        raise wrong(f"{named}; write one line for each: {{funding: [10, 15]}}")
    return raw


Term = Annotated[
    dict[Id, OptionRefs],
    BeforeValidator(_one_issue),
    Field(json_schema_extra={"minProperties": 1, "maxProperties": 1}),
]
"""One issue, and the option or options of it that answer."""

Answer = Annotated[
    Annotated[Id, Tag("<move>")] | Annotated[Term, Tag("<term>")],
    Discriminator(lambda raw: "<term>" if isinstance(raw, dict) else "<move>"),
]
"""What answers an objection: a move, or options of an issue."""


class Objection(Noun):
    """What somebody will say against a term.

    Parameters
    ----------
    text : str
        The objection, in their words.
    answered_by : tuple of (str or dict)
        What answers it though it concerns another issue or none: ids of moves, and options of
        an issue. Each answers alone.
    """

    text: Text
    answered_by: Annotated[tuple[Answer, ...], BeforeValidator(as_tuple)] = ()

    @property
    def moves(self) -> tuple[str, ...]:
        """Moves that answer it."""
        return tuple(answer for answer in self.answered_by if isinstance(answer, str))

    @property
    def terms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Issues of which some options answer it, with these."""
        named = (answer for answer in self.answered_by if isinstance(answer, dict))
        return tuple(term for answer in named for term in answer.items())


def _objection(raw: object) -> object:
    if isinstance(raw, str):
        return {"text": raw}
    if not isinstance(raw, dict | Objection):
        raise refuse("a text, or a text with what answers it: {text: …, answered_by: […]}", raw)
    return raw


def _by_option(raw: object) -> object:
    """One objection to whatever is agreed, as one by option; a mapping of options as it is."""
    if isinstance(raw, str) or _answered(raw):
        return {ANY: raw}
    if not isinstance(raw, dict) or not raw:
        raise refuse("a text, or texts by option with “any” for all others", raw)
    return raw


def _answered(raw: object) -> bool:
    """Whether a mapping is an objection with its answers rather than texts by option."""
    if not isinstance(raw, dict) or ANSWERED not in raw:
        return False
    return "text" in raw or not isinstance(raw[ANSWERED], str)


One = Annotated[Objection, BeforeValidator(_objection)]

Objections = Annotated[dict[OptionRef, One], BeforeValidator(_by_option)]
"""Objections by the option chosen; ``any`` for all that have none of their own."""

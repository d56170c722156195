"""Words for people: one text for everybody, or a text for each whom it is meant for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, WithJsonSchema

from leveltwo.model.base import Text, refuse
from leveltwo.model.option import OptionRef

Words = TypeVar("Words")
ANY = "any"
"""In place of an id: all that have no text of their own."""


def _said(raw: object) -> object:
    if isinstance(raw, str):
        return {ANY: raw}
    if not isinstance(raw, dict) or not raw:
        raise refuse("a text, or texts by id with “any” for all others", raw)
    return raw


_TEXT: dict[str, Any] = {"type": "string", "pattern": r"\S"}
_TEXTS = {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}

Said = Annotated[
    dict[OptionRef, Text],
    BeforeValidator(_said),
    WithJsonSchema({"anyOf": [_TEXT, _TEXTS]}),
]
"""Texts by the id of an audience or of an option; ``any`` for all that have none."""


def said_for(said: Mapping[str, Words] | None, key: str) -> Words | None:
    """What is written for one audience or one option, or else for any; None if nothing is."""
    return None if said is None else said.get(key, said.get(ANY))

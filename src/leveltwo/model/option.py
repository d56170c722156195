"""References to options: ids, or numbers where an issue is numeric."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from leveltwo.model.base import refuse
from leveltwo.model.number import number_text


def _option(raw: object) -> str:
    if isinstance(raw, str) and raw:
        return raw
    text = None if isinstance(raw, str) else number_text(raw)
    if text is None:
        raise refuse("an option: its id, or its number for a numeric issue", raw)
    return text


def _options(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        return (_option(raw),)
    if not raw:
        raise refuse("an option or a list of options", raw)
    return tuple(_option(one) for one in raw)


_ONE: dict[str, Any] = {"type": ["string", "number"]}
_SOME: dict[str, Any] = {"anyOf": [_ONE, {"type": "array", "items": _ONE, "minItems": 1}]}

OptionRef = Annotated[str, BeforeValidator(_option), WithJsonSchema(_ONE)]
OptionRefs = Annotated[tuple[str, ...], BeforeValidator(_options), WithJsonSchema(_SOME)]

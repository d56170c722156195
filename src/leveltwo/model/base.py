"""What all nouns share: frozen, strict, exact about ids, and clear about what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from leveltwo.errors import nearest, tidy

ID_PATTERN = r"^[a-z][a-z0-9_]*$"
Word = TypeVar("Word", bound=StrEnum)


class Noun(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)


def show(raw: object) -> str:
    """What was found, short enough for a message."""
    if isinstance(raw, str):
        return f"“{tidy(raw)}”"
    if isinstance(raw, dict):
        return "a mapping" if raw else "an empty mapping"
    if isinstance(raw, list | tuple):
        return _show_list(list(raw))
    constants = {None: "nothing", True: "true", False: "false"}
    if raw is None or isinstance(raw, bool):
        return constants[raw]
    if isinstance(raw, int) and abs(raw) >= 10**20:
        return "a huge number"
    return tidy(str(raw))


def _show_list(items: list[object]) -> str:
    if not items:
        return "an empty list"
    if len(items) > 4 or any(isinstance(item, dict | list | tuple) for item in items):
        return "a list"
    return (
        f"the list [{', '.join(item if isinstance(item, str) else show(item) for item in items)}]"
    )


def refuse(expected: str, raw: object) -> PydanticCustomError:
    """Return the error that says what was found and what was expected."""
    return PydanticCustomError(
        "leveltwo", "found {found}; expected {expected}", {"found": show(raw), "expected": expected}
    )


def wrong(message: str) -> PydanticCustomError:
    """Return the error that says what is wrong, in a sentence of its own."""
    return PydanticCustomError("leveltwo", "{message}", {"message": message})


def reader(words: type[Word], expected: str) -> Callable[[object], Word]:
    """A reader of one of some words, which names the nearest if it is none of them."""

    def read(raw: object) -> Word:
        if isinstance(raw, str):
            if raw in set(words):
                return words(raw)
            raise refuse(expected + nearest(raw, words), raw)
        raise refuse(expected, raw)

    return read


def as_tuple(raw: object) -> object:
    """A list as a tuple, so that records stay frozen; anything else as it is."""
    return tuple(raw) if isinstance(raw, list) else raw


def _text(raw: object) -> str:
    if isinstance(raw, str) and raw.strip():
        return raw
    remedy = "" if raw is None or isinstance(raw, str | dict | list) else "; put quotes around it"
    raise refuse(f"text{remedy}", raw)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": "string", "pattern": r"\S"})]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_tuple)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_tuple)]

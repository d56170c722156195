"""Finding precedents: by device, barrier and verdict, and by words anywhere in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from leveltwo.errors import InputError, nearest, tidy
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from leveltwo.model.precedent import Act, Precedent, Verdict

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Query:
    """What is looked for; None where anything will do.

    Parameters
    ----------
    device, barrier, verdict : word or None
        What one and the same act must have been.
    text : str
        Words that must all occur somewhere, whatever their case and accents.
    """

    device: Device | None = None
    barrier: Kind | None = None
    verdict: Verdict | None = None
    text: str = ""

    def fits(self, act: Act) -> bool:
        """Whether an act is what is looked for, words left aside."""
        return (
            self.device in (None, *act.devices)
            and self.barrier in (None, *act.barriers)
            and self.verdict in (None, act.verdict)
        )


def find(query: Query, among: Mapping[str, Precedent]) -> dict[str, Precedent]:
    """The precedents that fit, in the order given. Time grows with the text looked through."""
    wanted = plain(query.text).split()
    return {
        name: entry
        for name, entry in among.items()
        if any(query.fits(act) for act in entry.acts)
        if not wanted or _holds(name, entry, wanted)
    }


def named(kind: type[Word], typed: str, what: str) -> Word:
    """The word that somebody typed, in any case, with blanks, hyphens or underscores.

    A part of it will do where it is part of one word only: ``trust`` for *trust in delivery*.

    Raises
    ------
    InputError
        If it is none of them; names the nearest, and all of them.
    """
    known = {plain(word): word for word in kind}
    text = plain(typed)
    parts = [word for name, word in known.items() if text and text in name]
    if text in known:
        return known[text]
    if len(parts) == 1:
        return parts[0]
    hint = nearest(text, known) or f"; known: {', '.join(known)}"
    raise InputError(f"there is no {what} “{tidy(typed)}”{hint}")


def plain(text: str) -> str:
    """A text without capitals, accents, hyphens and underscores, one blank between words."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("_", " ").replace("-", " ").replace("’", "'").split())


def _holds(name: str, entry: Precedent, wanted: list[str]) -> bool:
    text = plain(" ".join([name, *_texts(entry.model_dump(by_alias=True))]))
    return all(word in text for word in wanted)


def _texts(part: Any) -> Iterator[str]:
    """Every text, number and date of an entry."""
    if isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _texts(inner)
    elif part is not None:
        yield str(part)

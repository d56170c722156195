"""Two of a kind with one name, whom readers of an answer could not tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leveltwo.errors import Problem, Severity
from leveltwo.model.negotiation import Negotiation

REMEDY = "give them names that readers can tell apart"


def namesakes(case: Negotiation) -> Iterator[Problem]:
    """Warnings of sides, and of constituencies of one side, that have the same name."""
    yield from _alike(case, "sides", case.sides)
    for side in case.sides:
        people = [key for key, who in case.constituencies.items() if who.side == side]
        yield from _alike(case, "constituencies", people)


def _alike(case: Negotiation, kind: str, keys: Iterable[str]) -> Iterator[Problem]:
    """A warning at every one whose name another had before."""
    first: dict[str, str] = {}
    for key in keys:
        name = case.name(kind, key)
        other = first.setdefault(name.casefold(), key)
        if other != key:
            message = f"“{other}” is called “{name}” too: {REMEDY}"
            yield Problem((kind, key), message, Severity.WARNING)

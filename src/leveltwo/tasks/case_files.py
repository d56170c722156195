"""Case files: list, check, show, describe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leveltwo.errors import Problem, Severity
from leveltwo.tasks.answer import Answer

if TYPE_CHECKING:
    from leveltwo.model.negotiation import Negotiation


@dataclass(frozen=True)
class Check:
    """What is wrong with a case file.

    Parameters
    ----------
    source : str
        The file or name.
    case : Negotiation or None
        The case, if it has the right shape.
    problems : tuple of Problem
        Errors and warnings in the order of the file.
    """

    source: str
    case: Negotiation | None
    problems: tuple[Problem, ...]

    @property
    def valid(self) -> bool:
        """Whether there are no errors."""
        return not any(p.severity is Severity.ERROR for p in self.problems)


@dataclass(frozen=True)
class Judgements:
    """How the numbers of a case were given.

    Parameters
    ----------
    words : dict
        Document path to word, low, best and high, for judgements given as words.
    ranges, exact : int
        How many were given as ranges, and as plain numbers.
    """

    words: dict[str, tuple[str, float, float, float]]
    ranges: int
    exact: int


def cases() -> dict[str, Negotiation]:
    """The bundled cases, by name."""
    from leveltwo.io.catalog import names, open_case

    return {name: open_case(name) for name in names()}


def case_text(name: str) -> str:
    """The text of a case, to copy and change."""
    from leveltwo.io.catalog import text_of

    return text_of(name)


def schema() -> dict[str, Any]:
    """The JSON Schema of case files."""
    from leveltwo.io.schema import json_schema

    return json_schema()


def check(source: str) -> Check:
    """Every problem of a case file."""
    from leveltwo.io.catalog import inspect

    case, problems = inspect(source)
    return Check(source, case, tuple(problems))


def show(source: str) -> Answer[None]:
    """A case, to look at both its tables."""
    from leveltwo.io.catalog import open_case

    return Answer(source, open_case(source), None)


def judgements(case: Negotiation) -> Judgements:
    """How the numbers of a case were given."""
    from leveltwo.core.survey import survey, words

    spans, given = survey(case), words(case)
    ranges = sum(low < high for path, (low, _, high) in spans.items() if path not in given)
    found = {path: (given[path], *spans[path]) for path in spans if path in given}
    return Judgements(found, ranges, len(spans) - len(given) - ranges)

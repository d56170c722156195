"""Everything that can go wrong, as one tree.

    LevelTwoError
    ├── InputError            what the user gave cannot be used (exit status 2)
    │   ├── CaseFileError     a case file has problems; carries every one of them
    │   ├── NoSuchCase        neither a file nor a bundled case
    │   ├── NotInstalled      an optional library is missing
    │   └── PlanError         a deal or a set of moves that is no plan of this case
    ├── TooLarge              the question is beyond what this machine can answer
    └── WorkersFailed         workers elsewhere cannot be had, do not fit or are lost

Errors carry data, so that every front end can show them in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]

MOST_COMPARED = 300
LONGEST_COMPARED = 60
"""Comparing names is slow; a file with thousands of mistakes must not take minutes."""
MOST_LISTED = 8


class Severity(StrEnum):
    """How bad a problem is: errors stop the work, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a case, and where.

    Parameters
    ----------
    path : tuple of str or int
        Place in the document, e.g. ``("sides", "city", "gates", "council")``.
    message : str
        What is wrong and what to do, one sentence or two.
    severity : Severity
        Error or warning.
    line, column : int or None
        Place in the file, counted from 1, when the case came from a file.
    """

    path: Path
    message: str
    severity: Severity = Severity.ERROR
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> str:
        """The document path as text: ``sides.city.gates.council``, ``constraints[0]``."""
        return dotted(self.path)

    def at(self, line: int, column: int) -> Problem:
        """Return the same problem, placed in a file."""
        return replace(self, line=line, column=column)


class LevelTwoError(Exception):
    """Root of all errors that this program raises on purpose."""


class InputError(LevelTwoError):
    """What the user gave cannot be used; the message says what to do."""


class CaseFileError(InputError):
    """A case file has problems.

    Parameters
    ----------
    source : str
        Name of the file or case.
    problems : iterable of Problem
        Every problem found, warnings included.
    """

    def __init__(self, source: str, problems: Iterable[Problem]) -> None:
        self.source = source
        self.problems = tuple(problems)
        super().__init__("\n".join(describe(source, p) for p in self.problems))

    def __reduce__(self) -> tuple[type[CaseFileError], tuple[str, tuple[Problem, ...]]]:
        return type(self), (self.source, self.problems)


class NoSuchCase(InputError):
    """The name is neither a file nor a bundled case."""


class NotInstalled(InputError):
    """What is asked needs a library that does not come with every installation."""


class PlanError(InputError):
    """The deal or the moves asked about are no plan of this case."""


class TooLarge(LevelTwoError):
    """The question is beyond what can be answered here."""


class WorkersFailed(LevelTwoError):
    """Workers elsewhere cannot be reached, do not fit, or were lost; the message says which."""


def describe(source: str, problem: Problem) -> str:
    """One line for a problem: file, line, column, severity, path, message."""
    where = source if problem.line is None else f"{source}:{problem.line}:{problem.column}"
    place = f"{problem.place}: " if problem.path else ""
    return f"{where}: {problem.severity.value}: {place}{problem.message}"


def dotted(path: Path) -> str:
    """A document path as text: names joined by dots, list positions in brackets."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{tidy(step)}" if text else tidy(step)
    return text


def tidy(text: str, width: int = 60) -> str:
    """Text from a file, fit for one line of a screen: short, with nothing unprintable in it."""
    short = text if len(text) <= width else f"{text[: width - 1]}…"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short)


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like a name, whatever its case; None if none is near."""
    names = {one.lower(): one for one in islice(known, MOST_COMPARED)}
    if len(name) > LONGEST_COMPARED:
        return None
    near = get_close_matches(name.lower(), names, n=1, cutoff=0.65)
    return names[near[0]] if near else None


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known name; empty if none is near."""
    near = closest(name, known)
    return f"; did you mean “{near}”?" if near else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known name, or lists the known ones if they are few."""
    names = list(known)
    few = f"; known: {', '.join(names)}" if 0 < len(names) <= MOST_LISTED else ""
    return nearest(name, names) or few

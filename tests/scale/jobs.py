"""Tasks for workers in other processes; they may die on the way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.pivots import gate_passes
from leveltwo.core.votes import cast
from leveltwo.errors import TooLarge
from leveltwo.scale.versions import Versions, here
from tests.small import small


def square(number: int) -> int:
    """A quick piece, the first of which is the slowest."""
    time.sleep(0.05 if number == 0 else 0)
    return number * number


def too_large(number: int) -> int:
    """A piece that is refused."""
    raise TooLarge(f"{number} is too large")


def same_object(item: Any) -> Any:
    """What came over the wire."""
    return item


def deadly(number: int) -> int:
    """A worker that ends itself whenever it gets piece 3."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@dataclass(frozen=True)
class DiesOnce:
    """A task during whose piece 3 the worker is killed, once; or at every piece, while `lives`.

    Parameters
    ----------
    folder : Path
        Where it leaves a mark of having died.
    task : callable
        What it does otherwise.
    at : int
        The piece that kills, by its place among those this process has begun.
    """

    folder: Path
    task: Any
    at: int = 3

    def __call__(self, item: Any) -> Any:
        """Do the piece, in the middle of which the worker may die."""
        _begun.append(item)
        mark = self.folder / "died"
        if len(_begun) >= self.at and not mark.exists():
            mark.touch()
            self.task(item)
            os.kill(os.getpid(), signal.SIGKILL)
        return self.task(item)


_begun: list[Any] = []


@dataclass(frozen=True)
class Leaves:
    """A task that leaves a file for every piece begun, and takes its time."""

    folder: Path

    def __call__(self, number: int) -> int:
        """Do the piece."""
        (self.folder / str(number)).touch()
        time.sleep(0.2)
        return number


def gate_means(draws: Draws) -> FloatArray:
    """Share of draws in which each gate passes, for some plan of the small case."""
    layout = Layout(small())
    votes = cast(compile_table(layout, draws), np.zeros(len(layout.variables), dtype=np.int64))
    passes = [gate_passes(layout, gate, votes.for_, votes.against) for gate in layout.gates]
    return np.array([*np.mean(passes, axis=1), votes.margin.mean()])


def other_versions() -> Versions:
    """Versions of some other installation."""
    return {**here(), "numpy": "1.0"}


def versions_of_this_process() -> Versions:
    """Versions that no other process has."""
    return {**here(), "numpy": str(os.getpid())}


def lacking() -> Versions:
    """What happens on a worker that lacks the program."""
    raise ModuleNotFoundError("No module named 'leveltwo'")


def slow(number: int) -> int:
    """A piece that takes its time."""
    time.sleep(0.2)
    return number


def process(_: object) -> int:
    """Which process does it."""
    return os.getpid()


@dataclass(frozen=True)
class Named:
    """A task that says its name."""

    name: str

    def __call__(self, number: int) -> str:
        """Do the piece."""
        return f"{self.name} {number}"


@dataclass(frozen=True)
class Dying:
    """A crew one of whose workers dies at its second piece."""

    crew: Crew
    folder: Path

    def each(self, task: Callable[[Any], Any], items: Iterable[Any]) -> Generator[Any, None, None]:
        """Do a task for every item."""
        yield from self.crew.each(DiesOnce(self.folder, task, at=2), items)

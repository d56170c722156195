"""Who does the work: a crew takes pieces of work and gives their results back in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 4
"""Pieces waiting for each worker: enough to keep it busy, few enough to bound memory."""


@dataclass(eq=False)
class Halt:
    """Told to threads at work that nobody waits for them any more."""

    called: bool = False

    def goes_on(self) -> bool:
        """Whether to go on."""
        return not self.called


class Crew(Protocol):
    """Workers, here or on other machines.

    What the pieces are never depends on how many workers there are, and results are put
    together in the order of the pieces; so the answer is the same for every crew.
    """

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Generator[Result, None, None]:
        """Do a task for every item.

        Parameters
        ----------
        task : callable
            Given an item, its result. It and the items can be pickled; it changes nothing
            outside itself, so that it may run twice if a worker is lost. If it has a method
            ``give_up``, that is called when the rest is given up; pieces under way may then
            fail.
        items : iterable
            Taken as workers come free.

        Yields
        ------
        Result
            Results in the order of the items. Closing the iterator gives up the rest.
        """


def processors() -> int:
    """How many processors this process may use."""
    asked = getattr(os, "sched_getaffinity", None)
    return len(asked(0)) if asked else os.cpu_count() or 1


class Threads:
    """Threads of this process: compiled loops release the interpreter's lock.

    Parameters
    ----------
    workers : int or None
        How many; None for one on each processor that may be used.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = processors() if workers is None else workers

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Generator[Result, None, None]:
        """Do a task for every item; see `Crew.each`."""
        pool = ThreadPoolExecutor(self.workers)
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(task, item))
                if len(waiting) >= AHEAD * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            if waiting:
                getattr(task, "give_up", _nothing)()
            pool.shutdown(cancel_futures=True)


def _nothing() -> None:
    """A task that cannot be given up is done to its end."""

"""A crew of processes, on this machine or on others, led by a Dask scheduler."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar

from distributed import Client

from leveltwo.core.crew import AHEAD
from leveltwo.errors import WorkersFailed
from leveltwo.scale.shelf import Shelf
from leveltwo.scale.work import Work

Item = TypeVar("Item")
Result = TypeVar("Result")
COUNTED = 2.0
"""Seconds for which a count of the workers is good enough."""


class Cluster:
    """A crew led by a Dask scheduler (Rocklin 2015).

    Pieces lost with a worker are done again by another; results come in the order of the items,
    so the answer is that of a single process.

    Parameters
    ----------
    client : Client
        The connection to the scheduler.
    stop : callable
        Ends the connection, and the workers if they are ours.
    direct : bool
        Whether workers can be reached without the scheduler between.
    """

    def __init__(self, client: Client, stop: Callable[[], None], *, direct: bool) -> None:
        self.client = client
        self.shelf = Shelf(client, direct=direct)
        self._stop = stop
        self._workers = 1
        self._counted = 0.0

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item]
    ) -> Generator[Result, None, None]:
        """Do a task for every item; see `leveltwo.core.crew.Crew.each`.

        Raises
        ------
        WorkersFailed
            If the workers do not fit, or what is asked cannot be had from them.
        """
        with self._connection():
            work = Work(self.client, self.shelf, task)
            try:
                for item in items:
                    work.take(item)
                    if len(work.out) >= AHEAD * self.workers:
                        yield work.next()
                while work.out:
                    yield work.next()
            finally:
                work.give_up()

    @contextmanager
    def _connection(self) -> Iterator[None]:
        """Whatever goes wrong once the scheduler is gone, that is what is told."""
        try:
            yield
        except Exception as error:
            if self.client.status == "running":
                raise
            raise WorkersFailed(
                "the connection to the scheduler of the workers is lost; see that it runs, "
                "and ask again"
            ) from error

    @property
    def workers(self) -> int:
        """How many pieces can be done at once, as of a moment ago; others may join or leave."""
        if time.monotonic() > self._counted + COUNTED:
            self._workers = max(1, sum(self.client.nthreads().values()))
            self._counted = time.monotonic()
        return self._workers

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

"""Tasks that lie ready on every worker, so that they are sent once and not with every piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from distributed import Client, Future

KEPT = 2
"""Tasks that stay with the workers: a search hands out the same one round after round."""
PATIENCE = 60.0
"""Seconds to wait for a worker before a task can be handed out."""
Task = Callable[[Any], Any]


class Shelf:
    """The last few tasks handed out.

    Parameters
    ----------
    client : Client
        The connection to the scheduler.
    direct : bool
        Whether workers can be reached without the scheduler between.
    """

    def __init__(self, client: Client, *, direct: bool) -> None:
        self.client = client
        self.direct = direct
        self._kept: list[tuple[Task, Future[Any]]] = []

    def put(self, task: Task) -> Future[Any]:
        """A task, on every worker there is; those who come later ask the others for it."""
        for known, shared in self._kept:
            if known is task:
                return shared
        return self.put_again(task)

    def put_again(self, task: Task) -> Future[Any]:
        """A task that has been lost with its workers, or that is new."""
        others = [entry for entry in self._kept if entry[0] is not task]
        found: list[Future[Any]] = self.client.scatter(
            [task], broadcast=True, hash=False, direct=self.direct, timeout=PATIENCE
        )
        self._kept = [*others, (task, found[0])][-KEPT:]
        return found[0]

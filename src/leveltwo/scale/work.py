"""One task under way on a cluster: what is out, what is lost, and what comes back in order."""

from __future__ import annotations

from collections import deque
from typing import Any

from distributed import CancelledError, Client, Future, KilledWorker

from leveltwo.errors import WorkersFailed
from leveltwo.scale.piece import Piece, perform
from leveltwo.scale.shelf import PATIENCE, Shelf, Task
from leveltwo.scale.versions import here

ATTEMPTS = 4
"""How often in a row everything may be lost before giving up."""
REMEDY = "they may have too little memory: give them more, or use fewer draws"


class Work:
    """Pieces of one task in the hands of workers.

    Parameters
    ----------
    client : Client
        The connection to the scheduler.
    shelf : Shelf
        Where tasks lie ready.
    task : callable
        The task.
    """

    def __init__(self, client: Client, shelf: Shelf, task: Task) -> None:
        self.client = client
        self.shelf = shelf
        self.task = task
        self.out: deque[tuple[int, Piece, Future[Any]]] = deque()
        self.taken = 0
        self.lost = 0
        try:
            self.shared = shelf.put(task)
        except OSError as error:
            self._again(error)

    def take(self, item: Any) -> None:
        """Hand out one more piece."""
        self.taken += 1
        piece = Piece(item)
        self.out.append((self.taken, piece, self._submit(piece)))

    def next(self) -> Any:
        """The result of the oldest piece that is out.

        Raises
        ------
        WorkersFailed
            If it cannot be had: the piece ends every worker that takes it up, or the
            scheduler is gone.
        """
        while True:
            number, _, future = self.out[0]
            try:
                result = future.result()
            except KilledWorker as error:
                raise WorkersFailed(
                    f"piece {number} of the work ended one worker after another; {REMEDY}"
                ) from error
            except CancelledError as error:
                self._again(error)
            else:
                self.out.popleft()
                self.lost = 0
                return result

    def give_up(self) -> None:
        """Let go of what is out; what no worker has begun is not begun."""
        if self.out and self.client.status == "running":
            self.client.cancel([future for _, _, future in self.out], asynchronous=False)
        self.out.clear()

    def _submit(self, piece: Piece) -> Future[Any]:
        return self.client.submit(perform, self.shared, piece, here(), pure=False)

    def _again(self, error: Exception) -> None:
        """Send the task and the pieces out again: every worker that had the task is gone."""
        shared = None
        while shared is None:
            self._count_loss(error)
            try:
                self.client.wait_for_workers(1, timeout=PATIENCE)
                shared = self.shelf.put_again(self.task)
            except OSError as other:  # a worker went while it was sent, or none came
                error = other
        self.shared = shared
        self.out = deque(
            (n, piece, self._submit(piece) if future.cancelled() else future)
            for n, piece, future in self.out
        )

    def _count_loss(self, error: Exception) -> None:
        self.lost += 1
        if self.client.status != "running":
            raise error
        if self.lost >= ATTEMPTS:
            pieces = f" with pieces {self.out[0][0]} to {self.taken} under way" if self.out else ""
            raise WorkersFailed(
                f"all workers were lost {ATTEMPTS} times in a row{pieces}; {REMEDY}"
            ) from error

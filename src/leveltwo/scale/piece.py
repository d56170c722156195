"""A piece of work as a worker elsewhere does it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from leveltwo.scale.versions import Versions, here, same


@dataclass(frozen=True)
class Piece:
    """One item on its way. Closed to the scheduler, which would look into lists and tuples."""

    item: Any


def perform(task: Callable[[Any], Any], piece: Piece, versions: Versions) -> Any:
    """Do a task for an item, if this worker fits.

    Raises
    ------
    WorkersFailed
        If it has other versions than whoever asks; workers may join at any time.
    """
    if versions != here():
        same(versions, here(), f"on {socket.gethostname()}")
    return task(piece.item)

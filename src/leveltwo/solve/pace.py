"""How long compiled loops run before they come back, and when to stop for good."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

LOOK_SECONDS = 0.1
MOST = 4096


class Pace:
    """Steps to give a compiled loop, so that it comes back about ten times a second.

    A compiled loop cannot be interrupted, and how long a step takes depends on the case; the
    first look is one step, later ones as many as fit.

    Parameters
    ----------
    until : float
        When to stop, on the clock of `time.monotonic`; infinity for no limit.
    """

    def __init__(self, until: float = float("inf")) -> None:
        self.until = until
        self.steps = 1

    @property
    def over(self) -> bool:
        """Whether time is up."""
        return time.monotonic() >= self.until

    @contextmanager
    def look(self, most: int = MOST) -> Iterator[int]:
        """The number of steps for one look; what is inside is timed for the next."""
        began = time.monotonic()
        yield min(self.steps, most)
        spent = time.monotonic() - began
        if spent < LOOK_SECONDS / 2:
            self.steps = min(2 * self.steps, MOST)
        elif spent > 2 * LOOK_SECONDS:
            self.steps = max(self.steps // 2, 1)

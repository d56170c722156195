"""A time limit that several parts share."""

from __future__ import annotations

import time


class Clock:
    """Counts down from the moment it is made.

    Parameters
    ----------
    seconds : float or None
        The limit; None for none.
    """

    def __init__(self, seconds: float | None) -> None:
        self._began = time.monotonic()
        self._seconds = seconds

    def left(self, share: float = 1.0) -> float | None:
        """Seconds until so much of the limit is spent, 0 once it is; None for no limit."""
        if self._seconds is None:
            return None
        return max(0.0, self._began + share * self._seconds - time.monotonic())

    def over(self, share: float = 1.0) -> bool:
        """Whether so much of the limit is spent."""
        return self.left(share) == 0

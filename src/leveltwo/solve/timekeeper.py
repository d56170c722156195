"""Which parts of an answer there is time for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from leveltwo.solve.clock import Clock

Result = TypeVar("Result")


class Part(StrEnum):
    """A part of what is advised that a time limit, or somebody, may cut short."""

    SEARCH = "search"
    BEST_CHANCE = "best_chance"
    FRESH = "fresh"
    SPILLOVER = "spillover"
    FRONTIER = "frontier"


class Timekeeper:
    """Lets the parts of an answer have their turn, and notes which were cut short.

    Parameters
    ----------
    clock : Clock
        The limit for all of them together.

    Attributes
    ----------
    interrupted : bool
        Whether somebody stopped one.
    short : tuple of Part
        Those left out or ended early, in the order in which they had their turn.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.interrupted = False
        self.short: tuple[Part, ...] = ()

    def needed(self, work: Callable[[], Result]) -> Result:
        """Do what no answer can do without; an interrupt has it begun again, but only once."""
        try:
            return work()
        except KeyboardInterrupt:
            if self.interrupted:
                raise
            self.interrupted = True
            return work()

    def if_time(self, part: Part, work: Callable[[], Result]) -> Result | None:
        """Do what an answer can do without, unless time is up or somebody stops it."""
        if not (self.interrupted or self.clock.over()):
            try:
                return work()
            except KeyboardInterrupt:
                self.interrupted = True
        self.cut(part)
        return None

    def cut(self, part: Part) -> None:
        """Note a part that was cut short."""
        self.short = (*self.short, part)

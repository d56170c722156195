"""Stopping: tasks that begin with a plan looked for end where somebody stops that search."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Stoppable(Protocol):
    """What is still told, in part, where somebody stopped it."""

    @property
    def interrupted(self) -> bool:
        """Whether somebody stopped it."""


Part = TypeVar("Part", bound=Stoppable)


def unbroken(found: Part) -> Part:
    """The same; for a task that is worth nothing on half of what it rests on.

    Raises
    ------
    KeyboardInterrupt
        If somebody stopped it.
    """
    if found.interrupted:
        raise KeyboardInterrupt
    return found

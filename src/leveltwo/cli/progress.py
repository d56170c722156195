"""Progress of a task, told on a terminal while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from leveltwo import tasks
from leveltwo.cli import screen


class Display:
    """What tasks call back while they work: every method prints where its part has got to.

    Parameters
    ----------
    say : callable
        Shows a text in place of the one before.
    """

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say

    def search(self, best: float, bound: float, nodes: int) -> None:
        """The search for a plan."""
        from leveltwo.advice.wording import progress

        self._say(progress(best, bound, nodes))

    def map_deals(self, done: int, combinations: int) -> None:
        """The count of deals."""
        from leveltwo.advice.wording import mapping

        self._say(mapping(done, combinations))

    def insure(self, looked_at: int) -> None:
        """The search for the cheapest insurance."""
        from leveltwo.advice.wording import insuring

        self._say(insuring(looked_at))

    def study(self, part: str, done: int, of: int) -> None:
        """The study of how far a plan can be relied on."""
        from leveltwo.advice.wording import studying

        self._say(studying(part, done, of))


@contextmanager
def progress(source: str, text: str, *, solves: bool = True) -> Iterator[Display]:
    """Show on a terminal how a task goes on, the solver prepared where the task `solves`.

    Raises
    ------
    CaseFileError
        If the case cannot be read; so a broken file is refused before the solver is prepared.
    """
    tasks.show(source)
    with screen.preparing() if solves else nullcontext(), screen.working(text) as say:
        yield Display(say)

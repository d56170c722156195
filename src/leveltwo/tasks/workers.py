"""Who does the work."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leveltwo.errors import InputError

if TYPE_CHECKING:
    from leveltwo.core.crew import Crew


@dataclass(frozen=True)
class Workers:
    """Who does the work; the answer is the same whoever does.

    Parameters
    ----------
    threads : int or None
        So many threads of this process; None for one on each processor.
    processes : int or None
        So many processes on this machine.
    scheduler : str or None
        The workers of the Dask scheduler at this address.

    Raises
    ------
    InputError
        If more than one is given, or a number is below 1.
    """

    threads: int | None = None
    processes: int | None = None
    scheduler: str | None = None

    def __post_init__(self) -> None:
        if sum(given is not None for given in (self.threads, self.processes, self.scheduler)) > 1:
            raise InputError("threads, processes and a scheduler exclude each other; name one")
        for what, number in (("threads", self.threads), ("processes", self.processes)):
            if number is not None and number < 1:
                raise InputError(f"the number of {what} is {number}; expected at least 1")

    def crew(self) -> AbstractContextManager[Crew]:
        """The crew, for as long as it is needed.

        Raises
        ------
        NotInstalled, WorkersFailed
            If it cannot be had.
        """
        from leveltwo.core.crew import Threads

        if self.scheduler is None and self.processes is None:
            return nullcontext(Threads(self.threads))
        return self._elsewhere()

    def elsewhere(self) -> AbstractContextManager[Crew | None]:
        """The crew if it is outside this process, else None; raises as `crew`."""
        if self.scheduler is None and self.processes is None:
            return nullcontext()
        return self._elsewhere()

    def _elsewhere(self) -> AbstractContextManager[Crew]:
        from leveltwo.scale.extra import need

        need("distributed", "work in other processes or on other machines")
        from leveltwo.scale.hiring import join, start

        return start(self.processes or 1) if self.scheduler is None else join(self.scheduler)


HERE = Workers()

"""Opposition: a gate's constituencies asked one after the other whether they oppose."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray
from leveltwo.core.losses import NEVER, Losses, State


class Opposition:
    """A gate with everybody for, to be asked what fails when some of them oppose it.

    Parameters
    ----------
    losses : Losses
        What each takes by opposing.

    Attributes
    ----------
    people : tuple of str
        Constituencies in the order in which they are asked; those who take nothing left out.
    loss : IntArray
        Shape (people, counts).
    start : State
        Nobody opposes.

    Notes
    -----
    Those are asked first who decide or count in several ways, the others count by count, the
    heavier first. A state says what all that have been asked leave to decide; whatever can no
    longer matter is wiped out of it, so that equal states have equal futures.
    """

    def __init__(self, losses: Losses) -> None:
        self.losses = losses
        self.start = losses.spare
        order = [i for i in self._order(losses.loss) if losses.loss[i].any()]
        self.people = tuple(losses.people[i] for i in order)
        self.loss = losses.loss[order]

    def _order(self, loss: IntArray) -> list[int]:
        mixed = [n for n in range(loss.shape[1]) if not self.is_plain(n)]
        ways = (loss > 0).sum(axis=1) + (loss[:, mixed] > 0).any(axis=1)

        def key(i: int) -> tuple[int, ...]:
            several = -int(ways[i]) if ways[i] > 1 else 0
            return (several, *(loss[i] == 0).tolist(), *(-loss[i]).tolist(), i)

        return sorted(range(len(loss)), key=key)

    def is_plain(self, n: int) -> bool:
        """Whether a count counts votes alone, no other counts."""
        return not self.losses.parts[n]

    @cached_property
    def ahead(self) -> list[list[int]]:
        """Shape (people + 1, counts): what those still to be asked can take at most."""
        after = np.cumsum(self.loss[::-1], axis=0)[::-1]
        return [*after.tolist(), [0] * self.loss.shape[1]]

    @cached_property
    def heaviest(self) -> list[list[int]]:
        """Shape (people + 1, counts): the most that one still to be asked takes."""
        after = np.maximum.accumulate(self.loss[::-1], axis=0)[::-1]
        return [*after.tolist(), [0] * self.loss.shape[1]]

    @cached_property
    def private(self) -> list[list[bool]]:
        """Shape (people + 1, counts): whether all still to be asked count nowhere else."""
        several: BoolArray = ((self.loss > 0).sum(axis=1) > 1)[:, None] & (self.loss > 0)
        after = np.cumsum(several[::-1], axis=0)[::-1] == 0
        return [*after.tolist(), [True] * self.loss.shape[1]]

    @cached_property
    def _rows(self) -> list[list[int]]:
        rows: list[list[int]] = self.loss.tolist()
        return rows

    def after(self, state: State, i: int, *, opposes: bool) -> State:
        """The state once the i-th has been asked."""
        if opposes:
            state = tuple(
                s if s in (0, NEVER) else max(0, s - taken)
                for s, taken in zip(state, self._rows[i], strict=True)
            )
        return self.tidied(state, i + 1)

    def tidied(self, state: State, i: int) -> State:
        """A state with what is decided decided, once the i-th is next to be asked."""
        return self.losses.tidy(state, self.ahead[i])

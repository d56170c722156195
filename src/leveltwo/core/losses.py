"""Losses: what each constituency's vote against takes from the counts of a gate."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.layout import GateRow, Layout

State = tuple[int, ...]
"""Votes that each count can still lose before it fails; 0 if it fails, `NEVER` if it holds."""
NEVER = 2**62
Parts = list[list[tuple[int, int]]]


@dataclass(frozen=True)
class Losses:
    """A gate with everybody for, and what opposing it does.

    Parameters
    ----------
    people : tuple of str
        Constituencies that count.
    loss : IntArray
        Shape (people, counts): what each takes from every count by opposing; never below 0.
    spare : tuple of int
        What each count must lose to fail, its parts holding.
    parts : list
        By count: the earlier ones that take from it by failing, and how much.
    """

    people: tuple[str, ...]
    loss: IntArray
    spare: State
    parts: Parts

    def tidy(self, state: State, ahead: list[int]) -> State:
        """Counts decided as far as they are, and those that no longer matter as `NEVER`.

        Parameters
        ----------
        state : State
            What each count can still lose, by votes alone.
        ahead : list of int
            What those still to be asked can take from it.
        """
        found = list(state)
        for n, parts in enumerate(self.parts):
            if found[n] not in (0, NEVER):
                spare = found[n] - sum(w for part, w in parts if found[part] == 0)
                open_ = sum(w for part, w in parts if found[part] not in (0, NEVER))
                if spare <= 0:
                    found[n] = 0
                elif spare > ahead[n] + open_:
                    found[n] = NEVER
        matters = {len(found) - 1}
        for n in range(len(found) - 1, -1, -1):
            if n not in matters:
                found[n] = NEVER
            elif found[n] not in (0, NEVER):
                matters.update(part for part, _ in self.parts[n])
        return tuple(found)


def losses(layout: Layout, gate: GateRow) -> Losses:
    """The losses of a gate, simplified.

    Counts that are decided whoever opposes are left out, counts in which one constituency alone
    decides are put into those that they feed, and of several counts of the same votes those
    that cannot matter are dropped.
    """
    people = tuple(sorted(gate.blocs))
    return _absorbed(_simplified(Losses(people, *_written(layout, gate, people))))


def _written(
    layout: Layout, gate: GateRow, people: tuple[str, ...]
) -> tuple[IntArray, State, Parts]:
    first = gate.nodes.start
    nodes = [layout.thresholds.nodes[i] for i in gate.nodes]
    loss = np.array(
        [
            [
                sum(n.for_.get(seat, 0) - n.against.get(seat, 0) for seat in gate.seats[who])
                for n in nodes
            ]
            for who in people
        ],
        dtype=np.int64,
    )
    spare = [sum(n.for_.values()) + sum(n.passed.values()) - n.level + 1 for n in nodes]
    parts = [[(part - first, w) for part, w in n.passed.items()] for n in nodes]
    return loss, tuple(max(0, s) for s in spare), parts


def _simplified(written: Losses) -> Losses:
    """Without the counts that are decided from the start."""
    decided = written.tidy(written.spare, written.loss.sum(axis=0).tolist())
    loss, spare, parts = written.loss.copy(), list(decided), list(written.parts)
    for n, state in enumerate(decided):
        if state in (0, NEVER):
            loss[:, n], parts[n] = 0, []
        else:
            spare[n] -= sum(w for part, w in parts[n] if decided[part] == 0)
            parts[n] = [(part, w) for part, w in parts[n] if decided[part] not in (0, NEVER)]
    return Losses(written.people, loss, tuple(spare), parts)


def _absorbed(written: Losses) -> Losses:
    """Counts in which one constituency alone decides, put into what they feed."""
    loss, spare = written.loss.copy(), list(written.spare)
    parts: Parts = []
    for n, inside in enumerate(written.parts):
        kept = []
        for part, w in inside:
            deciding = np.flatnonzero(loss[:, part])
            if len(deciding) == 1 and not parts[part]:
                loss[deciding[0], n] += w
            else:
                kept.append((part, w))
        parts.append(kept)
        _drop_implied(n, loss, spare, parts)
    found = Losses(written.people, loss, tuple(spare), parts)
    return Losses(written.people, *_wiped(found))


def _drop_implied(n: int, loss: IntArray, spare: list[int], parts: Parts) -> None:
    """Of parts that count the same votes, leave out those that others imply.

    One fails before another. If the first alone is enough, the other cannot matter; if both must
    fail, the first need not be asked for.
    """
    for one, w in list(parts[n]):
        for other, v in list(parts[n]):
            if one == other or not {one, other} <= {part for part, _ in parts[n]}:
                continue
            if parts[one] or parts[other] or not _fails_first(one, other, loss, spare):
                continue
            if w >= spare[n]:
                parts[n].remove((other, v))
            elif int(loss[:, n].sum()) + sum(x for _, x in parts[n]) - v < spare[n]:
                parts[n].remove((one, w))
                spare[n] -= w


def _fails_first(one: int, other: int, loss: IntArray, spare: list[int]) -> bool:
    """Whether two counts weigh everybody in proportion, and one fails no later than the other."""
    a, b = loss[:, one], loss[:, other]
    p, q = gcd(*a.tolist()), gcd(*b.tolist())
    if not p or not q or (a // p != b // q).any():
        return False
    return (-(-spare[one] // p), one) <= (-(-spare[other] // q), other)


def _wiped(found: Losses) -> tuple[IntArray, State, Parts]:
    """Counts that nothing needs any longer as if they held whoever opposes."""
    spare = found.tidy(found.spare, found.loss.sum(axis=0).tolist())
    loss = found.loss.copy()
    loss[:, [s in (0, NEVER) for s in spare]] = 0
    return loss, spare, found.parts

"""Heights: how far those who vote in a gate stand above the point at which their vote is lost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import TOLERANCE, FloatArray, IntArray
from leveltwo.core.layout import GateRow
from leveltwo.core.table import Table
from leveltwo.core.votes import cast


@dataclass(frozen=True)
class Heights:
    """Where those who vote in a gate stand.

    Parameters
    ----------
    people : tuple of str
        The constituencies whose votes count in it.
    seat, person : IntArray
        Shape (seats,): the voters, each constituency's one vote or its nine members, and whose they
        are.
    height : FloatArray
        Shape (seats,), points: what must be taken until the vote is lost; below 0, what it lacks;
        minus infinity where no points win it, since a red line is crossed.
    level : FloatArray
        Shape (seats,), points: the margin at which the vote is just won.
    hearing : bool
        Whether one of them follows somebody, so that heights hold only while leaders vote as
        they do.
    """

    people: tuple[str, ...]
    seat: IntArray
    person: IntArray
    height: FloatArray
    level: FloatArray
    hearing: bool

    @property
    def one_each(self) -> bool:
        """Whether nobody's members differ."""
        return len(self.seat) == len(self.people)


def heights(table: Table, chosen: IntArray, gate: GateRow) -> Heights | None:
    """Where those who vote in a gate stand on a plan, in the first draw of a table.

    What people hear from those whom they follow is taken as it is on the plan. None where a vote
    has no one price: where it may fall to abstention, which is neither the same as a no nor as a
    yes. Time grows with seats × thresholds of the gate.
    """
    counted = _voters(table, gate)
    people = tuple(
        who for who in sorted(gate.blocs) if any(seat in counted for seat in gate.seats[who])
    )
    pairs = [(i, s) for i, who in enumerate(people) for s in gate.seats[who] if s in counted]
    found = [_level(table, gate, seat) for _, seat in pairs]
    if any(level is None for level in found):
        return None
    person, seat = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))
    votes, bloc = cast(table, chosen), [table.layout.voters[s].bloc for s in seat.tolist()]
    level = np.array(found, dtype=np.float64)
    height = votes.margin[bloc, 0] + table.offset[seat, 0] - level
    return Heights(
        people=people,
        seat=seat,
        person=person,
        height=np.where(votes.crossed[bloc], -np.inf, height),
        level=level,
        hearing=any(link.follower in bloc for link in table.layout.cues),
    )


def _voters(table: Table, gate: GateRow) -> frozenset[int]:
    """Those whose votes some threshold of a gate adds up."""
    nodes = [table.layout.thresholds.nodes[i] for i in gate.nodes]
    return frozenset(v for node in nodes for v in (*node.for_, *node.against))


def _level(table: Table, gate: GateRow, voter: int) -> float | None:
    """The margin at which a vote is won; None if there are two.

    Somebody without a band says yes or no; with one, a vote may also fall to abstention, which
    some counts take as a no and others do not.
    """
    band = float(table.band[table.layout.voters[voter].bloc, 0])
    nodes = [table.layout.thresholds.nodes[i] for i in gate.nodes]
    if band == 0:
        return -TOLERANCE
    if not any(node.against.get(voter) for node in nodes):
        return band - TOLERANCE
    if not any(node.for_.get(voter) for node in nodes):
        return -band - TOLERANCE
    return None

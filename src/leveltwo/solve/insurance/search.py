"""Search: the least costly moves that make a plan's gates as safe as asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.insurance.offers import compatible, satisfied
from leveltwo.solve.insurance.outlook import Outlook

TOGETHER = 64
"""Sets looked into side by side."""
MOST_LOOKED_AT = 100_000
CLOSE = 1e-9
Key = tuple[float, float, int, tuple[int, ...]]
"""A set in the order of looking: safety at most, least cost, depth, and move by move 0 if it is
added and 1 if not."""
Watch = Callable[[int], None]


@dataclass(frozen=True)
class Cover:
    """The set found.

    Parameters
    ----------
    added : tuple of str
        The moves, in alphabetical order.
    safety : float
        Points that break the least safe gate with them.
    proved : bool
        Whether no other set is safer up to what was asked, or as safe and less costly.
    refused : bool
        Whether sets were passed over because with them the plan would be less likely to pass.
    interrupted : bool
        Whether somebody stopped the search.
    looked_at : int
        Sets looked at, complete or not.
    """

    added: tuple[str, ...]
    safety: float
    proved: bool
    refused: bool
    interrupted: bool
    looked_at: int


@dataclass
class Search:
    """One search.

    Parameters
    ----------
    case : Negotiation
        The case.
    plan : Plan
        The plan to which moves are added.
    offered : tuple of str
        The moves, in the order in which they are decided on; of equal sets, the one that holds the
        first of them is preferred.
    cost : FloatArray
        Shape (offered,), points; may be below 0.
    outlook : Outlook
        How safe gates are, and can be at most.
    goal : float
        Points at which gates are as safe as asked; no more is sought.
    permits : callable
        Whether the plan with some more moves is likely enough to pass.

    Notes
    -----
    Best first (Hart, Nilsson & Raphael 1968): of all sets, complete or with moves still open,
    the next to be looked into is the one that can be safest, up to the goal, and of those the one
    that can cost least. Both bounds only get worse as moves are decided. So the first complete set
    that comes up and is permitted is the best: no other is safer up to the goal, and of those as
    safe none costs less. Sets that break a rule or cannot keep the gates to be kept are dropped. In
    the worst case all 2^offered sets are looked at; bounds usually leave few of them.
    """

    case: Negotiation
    plan: Plan
    offered: tuple[str, ...]
    cost: FloatArray
    outlook: Outlook
    goal: float
    permits: Callable[[tuple[str, ...]], bool]
    most: int = MOST_LOOKED_AT
    watch: Watch | None = None
    _heap: list[Key] = field(default_factory=list)
    _looked_at: int = 0
    _refused: bool = False

    def run(self) -> Cover:
        """Search until the best set is proved, too many are looked at, or somebody stops it.

        Where the plan is as safe as asked nothing is added, not even what costs less than nothing.
        """
        if self._safety(()) >= self.goal - CLOSE:
            return self._told(None, proved=True, interrupted=False)
        self._spare = np.append(np.cumsum(np.minimum(self.cost, 0.0)[::-1])[::-1], 0.0)
        self._push([()])
        interrupted = False
        try:
            while self._looked_at < self.most:
                best = self._next()
                if best is not None:
                    return self._told(best, proved=True, interrupted=False)
        except KeyboardInterrupt:
            interrupted = True
        return self._told(self._so_far(), proved=False, interrupted=interrupted)

    def _next(self) -> Key | None:
        """Look into the most promising sets; the best one, once it comes up."""
        parents: list[tuple[int, ...]] = []
        while self._heap and len(parents) < TOGETHER:
            if len(self._heap[0][3]) < len(self.offered):
                parents.append(heappop(self._heap)[3])
            elif parents:
                break
            else:
                best = heappop(self._heap)
                if self.permits(self._moves(best[3])):
                    return best
                self._refused = True
        self._push([(*parent, bit) for parent in parents for bit in (1, 0)])
        if self.watch is not None:
            self.watch(self._looked_at)
        return None

    def _push(self, sets: list[tuple[int, ...]]) -> None:
        allowed = [bits for bits in sets if self._allowed(bits)]
        self._looked_at += len(sets)
        for whole in (False, True):
            those = [bits for bits in allowed if (len(bits) == len(self.offered)) is whole]
            if not those:
                continue
            added = np.array([self._filled(bits, 0) for bits in those], dtype=np.bool_)
            if whole:
                safety = self.outlook.exact(added)
            else:
                most = np.array([self._filled(bits, 1) for bits in those], dtype=np.bool_)
                safety = self.outlook.at_most(added, most & ~added)
            for bits, row, points in zip(those, added, safety.tolist(), strict=True):
                if points >= 0:
                    cost = float(self.cost @ row) + self._spare[len(bits)]
                    heappush(self._heap, (-min(points, self.goal), cost, -len(bits), bits))

    def _filled(self, bits: tuple[int, ...], rest: int) -> tuple[int, ...]:
        """Which moves are added, those still open all or none of them."""
        return (*(1 - bit for bit in bits), *[rest] * (len(self.offered) - len(bits)))

    def _moves(self, bits: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(sorted(m for m, bit in zip(self.offered, bits, strict=False) if not bit))

    def _allowed(self, bits: tuple[int, ...]) -> bool:
        added = self._moves(bits)
        fits = compatible(self.case, self.plan, added)
        return fits and satisfied(self.case, self.plan, added, self.offered[len(bits) :])

    def _so_far(self) -> Key | None:
        """The best of the complete sets at hand that is permitted."""
        whole = sorted(key for key in self._heap if len(key[3]) == len(self.offered))
        return next((key for key in whole if self.permits(self._moves(key[3]))), None)

    def _told(self, best: Key | None, *, proved: bool, interrupted: bool) -> Cover:
        added = self._lean(() if best is None else self._moves(best[3]))
        return Cover(
            added=added,
            safety=self._safety(added),
            proved=proved,
            refused=self._refused,
            interrupted=interrupted,
            looked_at=self._looked_at,
        )

    def _lean(self, added: tuple[str, ...]) -> tuple[str, ...]:
        """The same without moves that may be left out at no loss, the weakest first."""
        wanted = min(self._safety(added), self.goal) - CLOSE
        for move in [m for m in reversed(self.offered) if m in added]:
            fewer = tuple(m for m in added if m != move)
            if (
                self.cost[self.offered.index(move)] >= 0
                and satisfied(self.case, self.plan, fewer, ())
                and self._safety(fewer) >= wanted
                and self.permits(fewer)
            ):
                added = fewer
        return added

    def _safety(self, added: tuple[str, ...]) -> float:
        row = np.array([[move in added for move in self.offered]], dtype=np.bool_)
        return float(self.outlook.exact(row)[0])

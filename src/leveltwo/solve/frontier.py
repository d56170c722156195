"""The frontier of plans: what more certainty costs, and what less help gives up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from heapq import heappop, heappush
from math import ceil
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.table import Table
from leveltwo.solve.clock import Clock
from leveltwo.solve.gains import gains_alone
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.problem import usable
from leveltwo.solve.recommendation import Option
from leveltwo.solve.result import Found, Status

NODES = 20_000
"""Partial plans that one search may look at."""
EFFORT = 400_000_000
"""Partial plans × draws × blocs that all searches may look at together."""
SEARCH = 1_000
"""Partial plans that a search counts for at least."""
UNLIKELIER = 0.4
"""How much chances below that of the plan advised count, against those above."""
LOOK = 0.5
"""Seconds of a time limit that one search may take, if half of what is left is less."""
SURE = (Status.OPTIMAL, Status.INFEASIBLE)
STARTS = 3


class Stretch(NamedTuple):
    """Plans not yet looked at: without some moves, passing in so many draws.

    Parameters
    ----------
    spared : frozenset of str
        Moves that are not made.
    low, high : int
        Draws in which all gates pass, at least and at most.
    """

    spared: frozenset[str]
    low: int
    high: int


class Point(NamedTuple):
    """The plan with the largest gain in a stretch.

    Parameters
    ----------
    chosen : tuple of int
        The plan, encoded.
    score : Score
        What it comes to.
    proved : bool
        Whether no plan with at least its chance, in its stretch, has a larger gain.
    """

    chosen: tuple[int, ...]
    score: Score
    proved: bool


class TradeOffs(NamedTuple):
    """Plans on the frontier.

    Parameters
    ----------
    options : tuple of Option
        By rising chance.
    interrupted : bool
        Whether somebody stopped the search, so that there may be others.
    curtailed : bool
        Whether the time limit did.
    """

    options: tuple[Option, ...]
    interrupted: bool
    curtailed: bool


def trade_offs(
    table: Table,
    objective: Objective,
    start: IntArray,
    chance: float,
    seconds: float | None = None,
) -> TradeOffs:
    """Plans that nobody can beat on chance, own gain and cost at once.

    Parameters
    ----------
    table : Table
        The numbers.
    objective : Objective
        What was asked.
    start : IntArray
        The best plan for it, which is always among them.
    chance : float
        That plan's chance.
    seconds : float or None
        Limit for all searches together; each gets half of what is left of it.

    Returns
    -------
    TradeOffs
        Those worth nothing are left out. If the effort allowed was enough,
        then for every plan that passes in some draw, and as often as the floor asks, there is one
        here, or one left out as worth nothing, that is as likely, costs no more and gains
        no more than 0.000002 point less (with no move of negative cost).

    Notes
    -----
    An ε-constraint method (Haimes, Lasdon & Wismer 1971) on the number of draws that pass: the
    largest gain is sought for some floor; the plan found is best for every floor up to its own
    number of draws, so that one more than that is the next attainable floor above. Stretches of
    floors are halved, the widest first, so that points are well spread whenever the search ends.
    A cheaper plan must do without some move of the one found: the stretch is looked at again
    without each of them. What has been found for fewer moves spared and a lower floor answers
    for others where it holds for them too: a plan, or that there is none. Each search starts from
    the best plans known for it. The number of searches can grow exponentially with moves.
    """
    frontier = _Frontier(table, objective, start, chance, seconds)
    frontier.explore()
    return TradeOffs(frontier.options(), frontier.interrupted, frontier.curtailed)


class _Frontier:
    """The state of the search for a frontier."""

    def __init__(
        self,
        table: Table,
        objective: Objective,
        start: IntArray,
        chance: float,
        seconds: float | None,
    ) -> None:
        self.table = table
        self.objective = objective
        self.moves = usable(table.layout, objective)
        self.clock = Clock(seconds)
        self.effort = EFFORT
        self.interrupted = False
        self.curtailed = False
        self.middle = max(1, round(chance * table.draws))
        self.points: dict[tuple[int, ...], Point] = {}
        self.solved: list[tuple[Stretch, Point | None]] = []
        self.waiting: list[tuple[int, float, list[str], Stretch]] = []
        self.seen: set[Stretch] = set()
        self.start = self._keep(start, proved=False).chosen
        self.dear = _dear(table)

    @cached_property
    def gains(self) -> Table:
        """The numbers, made so that the search for the most value is one for the largest gain."""
        return gains_alone(self.table)

    def explore(self) -> None:
        """Search until nothing is left, the effort or the time is spent, or somebody stops it."""
        try:
            self._explore()
        except KeyboardInterrupt:
            self.interrupted = True

    def _explore(self) -> None:
        least = max(1, ceil(self.objective.floor * self.table.draws - 1e-9))
        self._await(Stretch(frozenset(), self.middle, self.table.draws))
        self._await(Stretch(frozenset(), least, self.middle - 1))
        while self.waiting and self.effort > 0 and not self.interrupted:
            if self.clock.over():
                self.curtailed = True
                return
            *_, stretch = heappop(self.waiting)
            floor = self._floor(stretch)
            self._divide(stretch, floor, self._best(stretch, floor))

    def _await(self, stretch: Stretch) -> None:
        """Look at a stretch later: few moves spared first, then what is wide for its side."""
        if stretch.low <= stretch.high and stretch not in self.seen:
            self.seen.add(stretch)
            width = stretch.high - stretch.low + 1
            if stretch.low >= self.middle:
                share = width / (self.table.draws + 1 - self.middle)
            else:
                share = UNLIKELIER * width / self.middle
            heappush(self.waiting, (len(stretch.spared), -share, sorted(stretch.spared), stretch))

    def _floor(self, stretch: Stretch) -> int:
        """Where to look in a stretch: at its ends first, then in its middle."""
        if stretch.low == self.middle or stretch.spared:
            return stretch.low
        return (stretch.low + stretch.high + 1) // 2

    def _divide(self, stretch: Stretch, floor: int, best: Point | None) -> None:
        """What is left of a stretch once the best plan for a floor in it is known."""
        spared, low, high = stretch
        self._await(Stretch(spared, low, floor - 1))
        if best is None:
            return
        reached = self._draws(best.score)
        self._await(Stretch(spared, reached + 1, high))
        for move in sorted(self._made(best) & self.dear):
            self._await(Stretch(spared | {move}, floor, min(reached, high)))

    def _best(self, stretch: Stretch, floor: int) -> Point | None:
        """The plan with the largest gain for a floor, from what is known or by a search."""
        known = [one for one in self.solved if self._answers(*one, stretch.spared, floor)]
        if known:
            return known[0][1]
        found = self._search(stretch.spared, floor)
        self.interrupted |= found.interrupted
        point = None
        if found.chosen is not None:
            point = self._keep(found.chosen, proved=found.status is Status.OPTIMAL)
        if found.status in SURE:
            self.solved.append((Stretch(stretch.spared, floor, floor), point))
        return point

    def _answers(
        self, asked: Stretch, best: Point | None, spared: frozenset[str], floor: int
    ) -> bool:
        """Whether what was found for one stretch is the answer for another."""
        if not (asked.spared <= spared and asked.low <= floor):
            return False
        return best is None or self._fits(best, spared, floor)

    def _fits(self, point: Point, spared: frozenset[str], floor: int) -> bool:
        """Whether a plan does without some moves and passes in so many draws."""
        return self._draws(point.score) >= floor and spared.isdisjoint(self._made(point))

    def _made(self, point: Point) -> frozenset[str]:
        return frozenset(self._option(point).plan.moves)

    def _search(self, spared: frozenset[str], floor: int) -> Found:
        known = [point for point in self.points.values() if self._fits(point, spared, floor)]
        known.sort(key=lambda point: (-point.score.gain, point.chosen))
        question = replace(
            self.objective,
            goal=Goal.VALUE,
            floor=(floor + 1) / (self.table.draws + 1),
            moves=self.moves - spared,
        )
        starts = tuple(np.array(point.chosen) for point in known[:STARTS])
        limit = self._limit()
        found = optimise(self.gains, question, starts=starts, nodes=NODES, seconds=limit)
        if limit is not None and found.status not in SURE and found.seconds >= limit:
            self.curtailed = True
        size = self.table.draws * len(self.table.layout.blocs)
        self.effort -= max(SEARCH, found.nodes) * size
        return found

    def _limit(self) -> float | None:
        """Seconds for one search: half of what is left, so that several have their turn."""
        left = self.clock.left()
        return None if left is None else min(left, max(left / 2, LOOK))

    def _keep(self, chosen: IntArray, *, proved: bool) -> Point:
        """Note a plan; once proved it stays so."""
        key = tuple(chosen.tolist())
        old = self.points.get(key)
        score = old.score if old else scores(self.table, [chosen])[0]
        self.points[key] = Point(key, score, proved or (old is not None and old.proved))
        return self.points[key]

    def _draws(self, score: Score) -> int:
        return round(score.chance * self.table.draws)

    def _option(self, point: Point) -> Option:
        plan = decode(self.table.layout, np.array(point.chosen))
        return Option(plan, point.score, proved=point.proved)

    def options(self) -> tuple[Option, ...]:
        """What has been found and is worth something, without what others beat."""
        worth = [p for p in self.points.values() if p.score.value > 0 or p.chosen == self.start]
        found = [self._option(point) for point in _undominated(worth)]
        return tuple(sorted(found, key=lambda o: (o.score.chance, -o.score.gain, o.score.cost)))


def _dear(table: Table) -> frozenset[str]:
    """Our moves that cost something."""
    case = table.layout.case
    return frozenset(
        v.key
        for i, v in enumerate(table.layout.variables)
        if v.is_move and case.moves[v.key].by == case.viewpoint and table.cost[i].mean() > 0
    )


def _undominated(points: Iterable[Point]) -> list[Point]:
    """Points that no other reaches in all three; of equal ones one that is proved, if any is."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda p: (*_key(p.score), p.proved), reverse=True):
        if not any(_reaches(other.score, point.score) for other in kept):
            kept.append(point)
    return kept


def _key(score: Score) -> tuple[float, float, float]:
    return round(score.chance, 9), round(score.gain, 9), round(-score.cost, 9)


def _reaches(one: Score, other: Score) -> bool:
    return all(a >= b for a, b in zip(_key(one), _key(other), strict=True))


def best_chance(table: Table, objective: Objective, seconds: float | None = None) -> Found:
    """The plan with the best chance of all, whatever it is worth, and whether that is proved."""
    asked = replace(objective, goal=Goal.CHANCE, floor=0.0)
    return optimise(table, asked, nodes=NODES, seconds=seconds)

"""Sequence: the order of approach that most often, or least often, carries a plan.

Who hears whom is all that an order changes: a link is heard if the leader comes first. So the
search decides, followers after their leaders, which leaders each follower comes after.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.listening import Ballots, Link, Listening, heard_in
from leveltwo.core.outlook import Outlook, outlook
from leveltwo.solve.precedence import Precedence, put_in_order

MOST_LOOKED_AT = 20_000


@dataclass(frozen=True)
class Found:
    """An order found.

    Parameters
    ----------
    order : tuple of str
        The people, first approached first.
    passing : int
        In how many draws the plan passes.
    proved : bool
        Whether no order does better (or worse, if that was sought).
    looked_at : int
        How many partial orders were looked at.
    """

    order: tuple[str, ...]
    passing: int
    proved: bool
    looked_at: int


def most_passing(
    listening: Listening,
    starts: Sequence[Sequence[str]],
    beside: Collection[str] = (),
    most: int = MOST_LOOKED_AT,
) -> Found:
    """The order in which the plan passes in most draws.

    Parameters
    ----------
    listening : Listening
        The plan in numbers.
    starts : sequence of orders
        Orders of the same people to start from, at least one; the one nearest to the
        first is kept of equals.
    beside : collection of str
        Others approached, whose place makes no difference since no link joins them to anybody
        approached.
    most : int
        How many partial orders to look at before it ends without proof.

    Notes
    -----
    Branch and bound (Land & Doig 1960) over which of the leaders approached each follower hears:
    whether one or more orders lie behind does not matter, so at most as many leaves as there are
    acyclic orientations of the links, 2 to the number of links where they form a tree. The bound
    lets everybody who is still open hear whom it likes, in each draw anew; draws that are
    settled leave the arithmetic for good. Time grows with partial orders × draws × voters.
    """
    return _Search(listening, starts, beside, most, wanted=True).run()


def fewest_passing(
    listening: Listening,
    starts: Sequence[Sequence[str]],
    beside: Collection[str] = (),
    most: int = MOST_LOOKED_AT,
) -> Found:
    """The order in which the plan passes in fewest draws; as `most_passing`."""
    return _Search(listening, starts, beside, most, wanted=False).run()


@dataclass(frozen=True)
class _Node:
    """A partial order, and the draws that it leaves open.

    Parameters
    ----------
    listening : Listening
        In the draws that are open.
    ballots : Ballots
        Filled in for the first `done` of everybody.
    done : int
        How many have voted.
    won : int
        In how many draws it is settled as is wanted.
    precedence : Precedence
        Who must come before whom.
    """

    listening: Listening
    ballots: Ballots
    done: int
    won: int
    precedence: Precedence

    @property
    def bound(self) -> int:
        """In how many draws it may end as is wanted."""
        return self.won + self.listening.draws


class _Search:
    """One search; `best` counts the draws that end as is wanted."""

    def __init__(
        self,
        listening: Listening,
        starts: Sequence[Sequence[str]],
        beside: Collection[str],
        most: int,
        *,
        wanted: bool,
    ) -> None:
        self.draws = listening.draws
        self.beside = tuple(beside)
        self.people = frozenset((*starts[0], *beside))
        self.most = most
        self.wanted = wanted
        self.looked_at = 0
        free = Precedence.free(starts[0])
        self.root = self._node(listening, listening.nobody(), 0, 0, free)
        scored = [(self._score(start), tuple(start)) for start in starts]
        self.best, self.order = max(scored, key=lambda pair: pair[0])
        self.preferred = tuple(starts[0])

    def run(self) -> Found:
        """Climb, then search until nothing better is left, or too much has been looked at."""
        self._climb()
        self._visit(self.root)
        self._tidy()
        proved = self.looked_at <= self.most
        passing = self.best if self.wanted else self.draws - self.best
        return Found(self.order, passing, proved, self.looked_at)

    def _score(self, order: Sequence[str]) -> int:
        open_ = self.root.listening
        passes = open_.passing(open_.vote(heard_in(open_.layout, (*order, *self.beside))))
        return self.root.won + int((passes == self.wanted).sum())

    def _climb(self) -> None:
        """Move one person at a time to a better place, until nobody's helps."""
        better = True
        while better:
            better = False
            for who in self.preferred:
                for place in range(len(self.order)):
                    moved = [one for one in self.order if one != who]
                    moved.insert(place, who)
                    if (score := self._score(moved)) > self.best:
                        self.best, self.order, better = score, tuple(moved), True

    def _tidy(self) -> None:
        """Go back to the order preferred wherever that leaves the plan's chance as it is."""
        pairs = [
            (a, b)
            for i, a in enumerate(self.preferred)
            for b in self.preferred[i + 1 :]
            if a in self.root.listening.cues[b] or b in self.root.listening.cues[a]
        ]
        place = {who: i for i, who in enumerate(self.order)}
        kept = {(a, b) if place[a] < place[b] else (b, a) for a, b in pairs}
        for a, b in pairs:
            if (b, a) in kept:
                tried = kept - {(b, a)} | {(a, b)}
                order = _ordered(tried, self.preferred)
                if order is not None and self._score(order) == self.best:
                    kept = tried
        self.order = _ordered(kept, self.preferred) or self.order

    def _node(
        self, listening: Listening, ballots: Ballots, done: int, won: int, precedence: Precedence
    ) -> _Node:
        """A partial order in the draws that it leaves open."""
        self.looked_at += 1
        found: Outlook = outlook(listening, ballots, done, self.people)
        settled = found.surely if self.wanted else ~found.possibly
        open_ = found.possibly & ~found.surely
        return _Node(
            listening.only(open_), ballots.only(open_), done, won + int(settled.sum()), precedence
        )

    def _visit(self, node: _Node) -> None:
        if node.bound <= self.best or self.looked_at > self.most:
            return
        if node.listening.draws == 0:
            self.best, self.order = node.won, node.precedence.order(self.preferred)
            return
        for child in sorted(self._children(node), key=lambda c: -c.bound):
            self._visit(child)

    def _children(self, node: _Node) -> list[_Node]:
        """What may come of the next who has a choice whom to hear."""
        listening, ballots, done = node.listening, node.ballots.copy(), node.done
        while not (leaders := self._leaders(listening.everybody[done])):
            self._follow(listening, ballots, listening.everybody[done])
            done += 1
        who = listening.everybody[done]
        ways = list(node.precedence.choices(leaders))
        cast = [self._after(listening, ballots, who, heard) for heard in ways]
        if _all_alike(cast, listening.seats[who]):
            return [self._node(listening, cast[0], done + 1, node.won, node.precedence)]
        return [
            self._node(
                listening,
                after,
                done + 1,
                node.won,
                node.precedence.placed(who, heard, set(leaders) - set(heard)),
            )
            for heard, after in zip(ways, cast, strict=True)
        ]

    def _leaders(self, who: str) -> list[str]:
        """Those approached whom somebody approached may hear or not."""
        if who not in self.people:
            return []
        return [one for one in self.root.listening.cues[who] if one in self.people]

    def _follow(self, listening: Listening, ballots: Ballots, who: str) -> None:
        """Let somebody vote who has no choice whom to hear."""
        heard: Collection[str] = () if who in self.people else listening.cues[who]
        listening.fill_in(ballots, who, heard)

    def _after(
        self, listening: Listening, ballots: Ballots, who: str, heard: Collection[str]
    ) -> Ballots:
        found = ballots.copy()
        listening.fill_in(found, who, heard)
        return found


def _ordered(pairs: Collection[Link], preferred: Sequence[str]) -> tuple[str, ...] | None:
    """An order in which the first of each pair comes before the second; None if there is none."""
    return put_in_order({who: {a for a, b in pairs if b == who} for who in preferred}, preferred)


def _all_alike(cast: list[Ballots], seats: IntArray) -> bool:
    """Whether somebody votes alike in all draws, whomever it hears."""
    return all(
        np.array_equal(one.for_[seats], cast[0].for_[seats])
        and np.array_equal(one.against[seats], cast[0].against[seats])
        for one in cast[1:]
    )

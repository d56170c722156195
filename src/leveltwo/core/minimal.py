"""Minimal groups: sets that make a gate fail while no part of them does, counted and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.losses import NEVER, State
from leveltwo.core.opposition import Opposition

Token = TypeVar("Token")
Shadow = tuple[State, ...]
"""States that a group must not make fail, lest it be superfluous to oppose earlier on."""
LARGEST_TABLE = 1_000_000
"""Votes beyond which a count is not tabulated vote by vote."""
DEEPEST = 400
MOST_IN_64_BITS = 66
"""People up to whom minimal groups are fewer than 2**63: at most C(n, n/2) (Sperner 1928)."""


class TooMuch(Exception):
    """Counting would take more effort than allowed."""


class Place(NamedTuple):
    """Where a search stands: who is asked next, and what is left to decide."""

    i: int
    state: State
    shadow: Shadow


class Minimal:
    """The minimal groups of a gate.

    Parameters
    ----------
    opposition : Opposition
        The gate.
    effort : int
        States that counting may take.

    Notes
    -----
    Let f be what is left of a gate once some have been asked, f₁ and f₀ the same once the next one
    does or does not oppose. The minimal groups of f are those of f₀ and, with the next one,
    those of f₁ that do not make f₀ fail. So N(f, g), the number of minimal groups of f that
    do not make g fail, is N(f₀, g₀) + N(f₁, f₀ or g₁); g is kept as a set of states, its *shadow*.
    Within one count, the heavier first, the shadow vanishes (a group that is needed
    down to its lightest member is minimal), and what remains is a dynamic programme over
    votes, as generating functions count coalitions for the power index of Banzhaf 1965. Time
    grows with people × votes for gates of counts that share nobody (vetoes, signatures and
    quorums included), and with the number of distinct pairs (f, g) otherwise.
    """

    def __init__(self, opposition: Opposition, effort: int) -> None:
        self.opposition = opposition
        self.effort = effort
        self._known: dict[Place, int] = {}
        self._gave_up = False
        self._tables: dict[int, list[IntArray]] = {}

    @property
    def root(self) -> Place:
        """Nobody has been asked."""
        return Place(0, self.opposition.start, ())

    def count(self, place: Place) -> int:
        """How many ways there are to go on to a minimal group.

        Raises
        ------
        TooMuch
            If counting would take more than the effort allowed.
        """
        settled = _settled(place)
        if settled is not None:
            return settled
        tabled = self._tabled(place)
        if tabled is not None:
            return tabled
        if place not in self._known:
            if len(self._known) >= self.effort or len(self.opposition.people) > DEEPEST:
                raise TooMuch
            self._known[place] = sum(self.count(to) for to, _ in self.branches(place))
        return self._known[place]

    def branches(self, place: Place) -> Iterator[tuple[Place, str | None]]:
        """What follows if the next one opposes, and if not; with whoever opposes."""
        i, state = place.i, place.state
        turn = self.opposition.after
        stays, joins = turn(state, i, opposes=False), turn(state, i, opposes=True)
        shadow = [turn(other, i, opposes=True) for other in place.shadow]
        if stays != joins:
            who = self.opposition.people[i]
            yield Place(i + 1, joins, self._shadow(i + 1, joins, [stays, *shadow])), who
        shadow = [turn(other, i, opposes=False) for other in place.shadow]
        yield Place(i + 1, stays, self._shadow(i + 1, stays, shadow)), None

    def _shadow(self, i: int, state: State, others: list[State]) -> Shadow:
        """The states that minimal groups could make fail, without those that others imply."""
        reduced = {self._reachable(i, state, other) for other in others}
        open_ = sorted(other for other in reduced if other[-1] != NEVER)
        kept: list[State] = []
        for other in open_:
            if not any(all(a <= b for a, b in zip(k, other, strict=True)) for k in kept):
                kept.append(other)
        return tuple(kept)

    def _reachable(self, i: int, state: State, other: State) -> State:
        """A shadow without the counts that no minimal group of a state takes so far.

        Among those who count nowhere else, a minimal group takes less than is needed plus the
        heaviest of them, and nothing where nothing is needed.
        """
        asked = self.opposition
        found = list(other)
        for n, spare in enumerate(other):
            if spare in (0, NEVER) or not asked.private[i][n] or not asked.is_plain(n):
                continue
            needed = state[n]
            if needed in (0, NEVER) or spare >= needed + asked.heaviest[i][n]:
                found[n] = NEVER
        return asked.tidied(tuple(found), i)

    def _tabled(self, place: Place) -> int | None:
        """The count where any one of some separate counts of votes suffices; None elsewhere."""
        asked, i = self.opposition, place.i
        open_ = [
            n for n, spare in enumerate(place.state)
            if spare not in (0, NEVER) and asked.heaviest[i][n]
        ]  # fmt: skip
        if place.shadow or not all(self._stands_alone(place, n, open_) for n in open_):
            return None
        return sum(int(self._table(n)[i][place.state[n]]) for n in open_)

    def _stands_alone(self, place: Place, n: int, open_: list[int]) -> bool:
        """Whether a count is tabulated, shares nobody, and stops the gate if it fails."""
        asked, i = self.opposition, place.i
        root = len(place.state) - 1
        enough = len(open_) == 1 or any(
            part == n and weight >= place.state[root] for part, weight in asked.losses.parts[root]
        )
        return (
            enough
            and asked.is_plain(n)
            and asked.private[i][n]
            and asked.start[n] <= LARGEST_TABLE
            and i >= _falling_from(asked.loss[:, n])
        )

    def _table(self, n: int) -> list[IntArray]:
        """By place and votes lacking: the minimal groups of one count."""
        if n not in self._tables:
            self._tables[n] = _tabulate(
                self.opposition.loss[:, n].tolist(), self.opposition.start[n]
            )
        return self._tables[n]

    def search(self, token: Token, join: Callable[[Token, str], Token | None]) -> Iterator[Token]:
        """Go through the minimal groups, depth first.

        Parameters
        ----------
        token : object
            What stands for the empty group.
        join : callable
            What stands for a group with one more member; None to leave all such groups out.

        Yields
        ------
        object
            What stands for each minimal group. Where counting is not too much, every step leads
            to one, so that each takes time that grows with people.
        """
        waiting = [(self.root, token)]
        while waiting:
            place, token = waiting.pop()
            if self._leads_on(place):
                if place.state[-1] == 0:
                    yield token
                else:
                    waiting += reversed(list(self._onward(place, token, join)))

    def _onward(
        self, place: Place, token: Token, join: Callable[[Token, str], Token | None]
    ) -> Iterator[tuple[Place, Token]]:
        for to, who in self.branches(place):
            further = token if who is None else join(token, who)
            if further is not None:
                yield to, further

    def _leads_on(self, place: Place) -> bool:
        """Whether some minimal group may lie ahead; where counting is too much, perhaps none."""
        settled = _settled(place)
        if settled is not None or self._gave_up:
            return settled != 0
        try:
            return self.count(place) > 0
        except TooMuch:
            self._gave_up = True
            return True


def _settled(place: Place) -> int | None:
    """The count where nothing is left to decide."""
    if place.state[-1] == NEVER or any(other[-1] == 0 for other in place.shadow):
        return 0
    return 1 if place.state[-1] == 0 else None


def _falling_from(weights: IntArray) -> int:
    """Where weights begin only to fall, zeros left out."""
    positive = np.flatnonzero(weights)
    rises = np.flatnonzero(np.diff(weights[positive]) > 0)
    return int(positive[rises[-1] + 1]) if len(rises) else 0


def _tabulate(weights: list[int], most: int) -> list[IntArray]:
    """By place and votes lacking, from 0 to `most`: minimal groups of those still to come."""
    kind = "int64" if len(weights) <= MOST_IN_64_BITS else "object"
    found: list[IntArray] = [np.zeros(most + 1, dtype=np.int64).astype(kind)]
    for weight in reversed(weights):
        rest = found[-1]
        here = rest.copy()
        if weight:
            here[1 : weight + 1] += 1
            here[weight + 1 :] += rest[1 : max(1, most + 1 - weight)]
        found.append(here)
    return found[::-1]

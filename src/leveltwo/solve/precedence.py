"""Precedence: who must come before whom, while an order is being put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Precedence:
    """A partial order of people: for each, everybody who comes before, directly or not.

    Parameters
    ----------
    before : dict
        Those before each person; closed, so that whoever comes before them is in it too.
    """

    before: dict[str, frozenset[str]]

    @classmethod
    def free(cls, people: Collection[str]) -> Precedence:
        """Nobody need come before anybody."""
        return cls({who: frozenset() for who in people})

    def choices(self, leaders: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Which of some leaders may come before a new person, the others after; most first.

        With somebody before, all those must be before who come before them.
        """
        known = frozenset(leaders)
        for size in range(len(leaders), -1, -1):
            for chosen in combinations(leaders, size):
                if all(self.before[one] & known <= set(chosen) for one in chosen):
                    yield chosen

    def placed(self, who: str, heard: Collection[str], unheard: Collection[str]) -> Precedence:
        """With a person put after some leaders and before others."""
        first = frozenset(heard).union(*(self.before[one] for one in heard))
        ahead = first | {who}
        before = dict(self.before)
        for one, those in self.before.items():
            if one in unheard or those & frozenset(unheard):
                before[one] = those | ahead
        before[who] = self.before[who] | first
        return Precedence(before)

    def order(self, preferred: Sequence[str]) -> tuple[str, ...]:
        """An order of everybody that keeps to it: always the first preferred who may come."""
        return put_in_order(self.before, preferred) or ()


def put_in_order(
    before: Mapping[str, Collection[str]], preferred: Sequence[str]
) -> tuple[str, ...] | None:
    """An order in which everybody comes after some others; None if they go round in a circle.

    Always the first preferred who may come (Kahn 1962). Time grows with people² × those before.
    """
    waiting, found = list(preferred), list[str]()
    while waiting:
        ready = [who for who in waiting if set(before[who]) <= set(found)]
        if not ready:
            return None
        waiting.remove(ready[0])
        found.append(ready[0])
    return tuple(found)

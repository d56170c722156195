"""Blocking groups: the smallest groups whose opposition stops a gate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.losses import losses
from leveltwo.core.minimal import Minimal, TooMuch
from leveltwo.core.opposition import Opposition
from leveltwo.core.votes import Votes

EFFORT = 30_000
"""States that counting may take."""
TRIES = 5_000
"""Partial groups looked at in search of the likeliest."""
Members = tuple[str, ...]


@dataclass(frozen=True)
class BlockingGroup:
    """Constituencies whose opposition together stops a gate, whoever else agrees.

    Parameters
    ----------
    side, gate : str
        The gate.
    members : tuple of str
        The group; no smaller part of it could stop the gate.
    chance : float
        Share of draws in which all of them vote against.
    """

    side: str
    gate: str
    members: Members
    chance: float


class Likeliest(NamedTuple):
    """Groups with the number of draws in which they oppose; and whether none is likelier."""

    groups: list[tuple[int, Members]]
    proved: bool


class Blockers:
    """The smallest groups that stop a gate if all their votes are against and all others for.

    Parameters
    ----------
    layout : Layout
        The structure.
    gate : GateRow
        The gate.
    """

    def __init__(self, layout: Layout, gate: GateRow) -> None:
        self.gate = gate
        self.minimal = Minimal(Opposition(losses(layout, gate)), EFFORT)

    def count(self) -> int | None:
        """How many there are, exactly; None if counting would take more than `EFFORT` states.

        See `minimal.Minimal` for the method and how long it takes.
        """
        try:
            return self.minimal.count(self.minimal.root)
        except TooMuch:
            return None

    def groups(self, largest: int) -> Iterator[Members]:
        """All of up to so many members, one by one."""

        def joined(members: Members, who: str) -> Members | None:
            return (*members, who) if len(members) < largest else None

        nobody: Members = ()
        for members in self.minimal.search(nobody, joined):
            yield tuple(sorted(members))

    def likeliest(self, opposed: Mapping[str, int], most: int) -> Likeliest:
        """Those whose members oppose together most often.

        Parameters
        ----------
        opposed : mapping
            By constituency: the draws in which it opposes, as the bits of a whole number.
        most : int
            How many are wanted.

        Returns
        -------
        Likeliest
            The likeliest first, of equals the smaller, then by name; those that never oppose
            together left out. Branch and bound (Land & Doig 1960): no group is likelier than a
            part of it. After `TRIES` partial groups it stops, and there may be likelier ones.
        """
        best = _Best(opposed, most)
        nobody: tuple[Members, int] = ((), -1)
        for members, draws in self.minimal.search(nobody, best.joined):
            best.add(members, draws)
        found = [(-key[0], key[2]) for key in best.found]
        return Likeliest(found, proved=best.tries <= TRIES)


class _Best:
    """The likeliest groups found so far, each as minus its draws, its size and its members."""

    def __init__(self, opposed: Mapping[str, int], most: int) -> None:
        self.opposed = opposed
        self.most = most
        self.tries = 0
        self.found: list[tuple[int, int, Members]] = []

    def joined(self, group: tuple[Members, int], who: str) -> tuple[Members, int] | None:
        """A group with one more, unless it is not among the best whoever else joins."""
        members, draws = group
        self.tries += 1
        draws &= self.opposed[who]
        key = (-draws.bit_count(), len(members) + 1)
        full = len(self.found) == self.most
        if not draws or self.tries > TRIES or (full and key > self.found[-1][:2]):
            return None
        return (*members, who), draws

    def add(self, members: Members, draws: int) -> None:
        """Keep a group if it is among the best."""
        group = tuple(sorted(members))
        self.found = sorted([*self.found, (-draws.bit_count(), len(group), group)])[: self.most]


def opposing(layout: Layout, votes: Votes) -> dict[int, bytes]:
    """By bloc that has a vote in a gate: the draws in which it votes against, bit by bit."""
    asked = sorted({bloc for gate in layout.gates for bloc in gate.blocs.values()})
    return {bloc: np.packbits(votes.against[bloc]).tobytes() for bloc in asked}


class Opposed:
    """Who opposes together how often, taken down a block of draws at a time.

    Parameters
    ----------
    layout : Layout
        The structure.
    """

    def __init__(self, layout: Layout) -> None:
        self.blockers = [Blockers(layout, gate) for gate in layout.gates]
        self._draws = 0
        self._bits: dict[int, list[bytes]] = {}

    def add(self, draws: int, opposing: Mapping[int, bytes]) -> None:
        """Take down who opposes in so many more draws."""
        self._draws += draws
        for bloc, bits in opposing.items():
            self._bits.setdefault(bloc, []).append(bits)

    def counts(self) -> dict[tuple[str, str], int | None]:
        """How many smallest groups could stop each gate, by side and gate."""
        return {(b.gate.side, b.gate.key): b.count() for b in self.blockers}

    def likeliest(self, most: int) -> tuple[tuple[BlockingGroup, ...], bool]:
        """The groups likeliest to oppose together, of all gates, and whether that is proved.

        See `Blockers.likeliest`.
        """
        draws = {bloc: int.from_bytes(b"".join(bits)) for bloc, bits in self._bits.items()}
        found = [
            (b.gate, b.likeliest({who: draws[bloc] for who, bloc in b.gate.blocs.items()}, most))
            for b in self.blockers
        ]
        groups = [
            BlockingGroup(gate.side, gate.key, members, number / self._draws)
            for gate, likeliest in found
            for number, members in likeliest.groups
        ]
        groups.sort(key=lambda g: (-g.chance, len(g.members), g.side, g.gate, g.members))
        return tuple(groups[:most]), all(likeliest.proved for _, likeliest in found)


def minimal_groups(layout: Layout, gate: GateRow, largest: int | None = None) -> list[Members]:
    """The smallest groups that stop a gate, the smaller first, then by name.

    Parameters
    ----------
    layout : Layout
        The structure.
    gate : GateRow
        The gate.
    largest : int or None
        The most members wanted; None for all groups. There may be very many:
        `Blockers.count` says how many without listing them.
    """
    found = Blockers(layout, gate).groups(len(gate.blocs) if largest is None else largest)
    return sorted(found, key=lambda group: (len(group), group))

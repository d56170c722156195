"""Ballots: the counts of a gate that must fail together, and who votes in them in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.thresholds import Thresholds

Link = tuple[int, int]
"""A cue's number in the layout, and the leader's bloc."""


def ways_to_fail(thresholds: Thresholds, root: int) -> Iterator[int]:
    """Thresholds each of which, by failing, makes another fail, as far apart as they go."""
    node = thresholds.nodes[root]
    rest = sum(node.passed.values()) - min(node.passed.values(), default=0)
    if node.passed and not node.for_ and not node.against and rest < node.level:
        for part in node.passed:
            yield from ways_to_fail(thresholds, part)
    else:
        yield root


@dataclass(frozen=True)
class Ballot:
    """One threshold of a gate with all that it rests on.

    Parameters
    ----------
    layout : Layout
        The structure.
    gate : GateRow
        The gate.
    root : int
        The threshold.
    """

    layout: Layout
    gate: GateRow
    root: int

    @cached_property
    def nodes(self) -> tuple[int, ...]:
        """The thresholds it rests on, parts before what they feed; itself last."""
        found = {self.root}
        for i in range(self.root, self.gate.nodes.start - 1, -1):
            if i in found:
                found.update(self.layout.thresholds.nodes[i].passed)
        return tuple(sorted(found))

    @cached_property
    def seats(self) -> dict[int, tuple[int, ...]]:
        """Voters of each bloc that matters, its own vote first; leaders before followers.

        Whoever votes in the same count stands together, so that few counts are open at once.
        """
        known = {bloc: self.gate.seats[who] for who, bloc in self.gate.blocs.items()}
        found: dict[int, tuple[int, ...]] = {}

        def visit(bloc: int) -> None:
            if bloc not in found:
                for _, leader in self.links(bloc):
                    visit(leader)
                found[bloc] = known.get(bloc, (bloc,))

        for i in self.nodes:
            node = self.layout.thresholds.nodes[i]
            for voter in sorted({*node.for_, *node.against}):
                visit(self.layout.voters[voter].bloc)
        return found

    def links(self, bloc: int) -> list[Link]:
        """What a bloc hears."""
        return self._links.get(bloc, [])

    @cached_property
    def _links(self) -> dict[int, list[Link]]:
        found: dict[int, list[Link]] = {}
        for i, cue in enumerate(self.layout.cues):
            found.setdefault(cue.follower, []).append((i, cue.leader))
        return found

    @cached_property
    def position(self) -> dict[int, int]:
        """When each bloc comes."""
        return {bloc: k for k, bloc in enumerate(self.seats)}

    @cached_property
    def heard_last(self) -> dict[int, int]:
        """When the last follower of each leader comes."""
        return {
            leader: k for bloc, k in self.position.items() for _, leader in self.links(bloc)
        }  # positions rise, so the last one stays

    @cached_property
    def weights(self) -> dict[int, tuple[IntArray, IntArray]]:
        """By bloc, (voters, thresholds): what each for, and each against, adds to each count."""
        nodes = [self.layout.thresholds.nodes[i] for i in self.nodes]
        return {
            bloc: (
                np.array([[n.for_.get(v, 0) for n in nodes] for v in seats], dtype=np.int64),
                np.array([[n.against.get(v, 0) for n in nodes] for v in seats], dtype=np.int64),
            )
            for bloc, seats in self.seats.items()
        }

    @cached_property
    def levels(self) -> IntArray:
        """Shape (thresholds,): the sum at which each passes."""
        return np.array([self.layout.thresholds.nodes[i].level for i in self.nodes], np.int64)

    @cached_property
    def parents(self) -> list[list[tuple[int, int]]]:
        """By threshold: which others it feeds, by number here, and with what weight."""
        number = {i: n for n, i in enumerate(self.nodes)}
        found: list[list[tuple[int, int]]] = [[] for _ in self.nodes]
        for i in self.nodes:
            for part, weight in self.layout.thresholds.nodes[i].passed.items():
                found[number[part]].append((number[i], weight))
        return found

    @cached_property
    def closing(self) -> list[int]:
        """When the last voter of each threshold comes, its parts included."""
        last = [-1] * len(self.nodes)
        for bloc, (for_, against) in self.weights.items():
            for n in np.flatnonzero((for_ != 0).any(axis=0) | (against != 0).any(axis=0)).tolist():
                last[n] = max(last[n], self.position[bloc])
        for n, parents in enumerate(self.parents):
            for parent, _ in parents:
                last[parent] = max(last[parent], last[n])
        return last

    @cached_property
    def ahead(self) -> tuple[IntArray, IntArray]:
        """Least and most that each threshold may still get after each bloc: (blocs, thresholds)."""
        shape = (len(self.seats), len(self.nodes))
        least, most = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for bloc, (for_, against) in self.weights.items():
            before = self.position[bloc]
            least[:before] += np.minimum(np.minimum(for_, against), 0).sum(axis=0)
            most[:before] += np.maximum(np.maximum(for_, against), 0).sum(axis=0)
        for n, parents in enumerate(self.parents):
            for parent, weight in parents:
                most[: self.closing[n], parent] += weight
        return least, most

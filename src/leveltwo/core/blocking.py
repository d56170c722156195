"""Blocking groups: the smallest groups whose opposition stops a gate."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from leveltwo.core.arrays import BoolArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.pivots import gate_passes

LARGEST = 5
MOST = 20_000


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
    members: tuple[str, ...]
    chance: float


def minimal_groups(layout: Layout, gate: GateRow) -> list[tuple[str, ...]]:
    """The smallest groups that stop a gate if all their votes are against and all others for.

    Groups of up to `LARGEST` are tried by size, and at most `MOST` groups: all of them for
    up to 24 constituencies in the gate. Time grows with the groups tried × votes.
    """
    people = sorted(gate.blocs)
    found: list[tuple[str, ...]] = []
    tried = 0
    for size in range(1, min(LARGEST, len(people)) + 1):
        tries = [g for g in combinations(people, size) if not any(set(f) <= set(g) for f in found)]
        tried += len(tries)
        if tried > MOST or not tries:
            break
        stopped = ~_passes_against(layout, gate, tries)
        found += [group for group, stops in zip(tries, stopped, strict=True) if stops]
    return found


def _passes_against(layout: Layout, gate: GateRow, groups: list[tuple[str, ...]]) -> BoolArray:
    for_ = np.ones((len(layout.voters), len(groups)), dtype=np.bool_)
    for column, group in enumerate(groups):
        for who in group:
            for_[list(gate.seats[who]), column] = False
    return gate_passes(layout, gate, for_, ~for_)

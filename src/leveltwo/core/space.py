"""The space of deals: all combinations of options, in blocks that share their first options.

Combinations are numbered in lexicographic order of the issues' ids. The issues are split into
first ones and last ones: a *first* is a choice of the first issues, a *lane* one of the last, and
a deal's number is ``first × lanes + lane``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.deals import can_be_made, forbidden_patterns
from leveltwo.core.layout import Layout

FEWEST_LANES = 64
Pattern = tuple[tuple[int, frozenset[int]], ...]
"""Options of some issues, by place and number, that no deal may hold together."""


@dataclass(frozen=True)
class Space:
    """All combinations of options, and which of them are deals.

    Parameters
    ----------
    sizes : tuple of int
        Options of each issue.
    columns : tuple of int
        The first column of each issue in the table.
    depth : int
        How many issues are first ones.
    forbidden : tuple of Pattern
        What no deal may hold; an empty pattern forbids everything.
    """

    sizes: tuple[int, ...]
    columns: tuple[int, ...]
    depth: int
    forbidden: tuple[Pattern, ...]

    @cached_property
    def firsts(self) -> int:
        """How many firsts there are."""
        return prod(self.sizes[: self.depth])

    @cached_property
    def lanes(self) -> int:
        """How many lanes each first has."""
        return prod(self.sizes[self.depth :])

    def first_options(self, start: int, stop: int) -> IntArray:
        """Shape (stop − start, first issues): the options of some firsts."""
        return self._options(np.arange(start, stop), self.sizes[: self.depth])

    @cached_property
    def lane_options(self) -> IntArray:
        """Shape (lanes, last issues)."""
        return self._options(np.arange(self.lanes), self.sizes[self.depth :])

    def first_columns(self, start: int, stop: int) -> IntArray:
        """Shape (stop − start, first issues): the table's columns of some firsts."""
        return self.first_options(start, stop) + np.array(self.columns[: self.depth], np.int64)

    @property
    def lane_columns(self) -> IntArray:
        """Shape (last issues, lanes): the table's columns of the lanes."""
        first = np.array(self.columns[self.depth :], np.int64)
        return np.ascontiguousarray((self.lane_options + first).T)

    def options(self, number: int) -> list[int]:
        """The options of one combination."""
        found = []
        for size in reversed(self.sizes):
            number, option = divmod(number, size)
            found.append(option)
        return found[::-1]

    def allowed(self, start: int, stop: int) -> BoolArray:
        """Shape (stop − start, lanes): which combinations of some firsts are deals."""
        found = np.ones((stop - start, self.lanes), dtype=np.bool_)
        options = self.first_options(start, stop)
        for pattern, lanes in zip(self.forbidden, self._lanes_hit, strict=True):
            hit = _hit(options, [(k, o) for k, o in pattern if k < self.depth])
            found[hit] &= ~lanes
        return found

    def permits(self, options: IntArray) -> BoolArray:
        """Which combinations, of shape (combinations, issues), are deals."""
        found = np.ones(len(options), dtype=np.bool_)
        for pattern in self.forbidden:
            found &= ~_hit(options, pattern)
        return found

    def sums(self, worth: FloatArray, start: int, stop: int) -> FloatArray:
        """Sums over a deal's options, added in the order of the issues.

        Parameters
        ----------
        worth : FloatArray
            Shape (columns,): what each option adds.

        Returns
        -------
        FloatArray
            Shape (stop − start, lanes).
        """
        total = np.zeros(stop - start)
        for column in self.first_columns(start, stop).T:
            total += worth[column]
        for k in range(self.depth, len(self.sizes)):
            options = worth[self.columns[k] : self.columns[k] + self.sizes[k]]
            total = (total[:, None] + options).reshape(-1)
        return total.reshape(stop - start, self.lanes)

    @cached_property
    def _lanes_hit(self) -> list[BoolArray]:
        """By pattern, shape (lanes,): the lanes that hold its last issues' part."""
        depth = self.depth
        return [
            _hit(self.lane_options, [(k - depth, o) for k, o in pattern if k >= depth])
            for pattern in self.forbidden
        ]

    @staticmethod
    def _options(numbers: IntArray, sizes: tuple[int, ...]) -> IntArray:
        found = np.empty((len(numbers), len(sizes)), dtype=np.int64)
        for k in range(len(sizes) - 1, -1, -1):
            numbers, found[:, k] = np.divmod(numbers, sizes[k])
        return found


def _hit(options: IntArray, pattern: Collection[tuple[int, frozenset[int]]]) -> BoolArray:
    """Which rows of options hold all of a pattern."""
    found = np.ones(len(options), dtype=np.bool_)
    for k, wanted in pattern:
        found &= np.isin(options[:, k], list(wanted))
    return found


def space(layout: Layout, moves: Collection[str], most_lanes: int) -> Space:
    """The space of deals that go with some moves.

    Parameters
    ----------
    layout : Layout
        The structure.
    moves : collection of str
        Moves in force. With moves that cannot be made together no combination is a deal.
    most_lanes : int
        As many issues are last ones as make no more lanes than this, or than about twice the
        square root of all combinations; at least one is.
    """
    issues = [v for v in layout.variables if not v.is_move]
    sizes = tuple(len(v.options) for v in issues)
    return Space(
        sizes,
        tuple(v.first for v in issues),
        _depth(sizes, most_lanes),
        _patterns(layout, moves) if can_be_made(layout.case, moves) else ((),),
    )


def _depth(sizes: tuple[int, ...], most_lanes: int) -> int:
    balanced = max(FEWEST_LANES, int(2 * prod(sizes) ** 0.5))
    depth = len(sizes) - 1
    while depth > 0 and prod(sizes[depth - 1 :]) <= min(most_lanes, balanced):
        depth -= 1
    return depth


def _patterns(layout: Layout, moves: Collection[str]) -> tuple[Pattern, ...]:
    place = {v.key: (k, v) for k, v in enumerate(layout.variables) if not v.is_move}
    return tuple(
        tuple(
            (place[key][0], frozenset(place[key][1].options.index(o) for o in options))
            for key, options in sorted(pattern.items())
        )
        for pattern in forbidden_patterns(layout, moves)
    )

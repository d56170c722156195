"""Fronts: the Pareto frontier of all deals from fronts of parts of them, no deal listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.pareto import frontier, unbeaten
from leveltwo.core.space import Space


@dataclass(frozen=True)
class Front:
    """Deals that no other dominates.

    Parameters
    ----------
    values : FloatArray
        Shape (deals, negotiators).
    options : IntArray
        Shape (deals, issues): the option of each issue, by number.
    """

    values: FloatArray
    options: IntArray


def front_of_deals(space: Space, worth: FloatArray, most: int | None = None) -> Front | None:
    """The Pareto frontier of additive values over a space of deals.

    Parameters
    ----------
    space : Space
        The deals.
    worth : FloatArray
        Shape (negotiators, columns): what each option adds.
    most : int or None
        Partial deals that may have to be kept; None for any number.

    Returns
    -------
    Front or None
        None if more partial deals than that would have to be kept. Else what
        `pareto.frontier` finds among all deals in lexicographic order, in its order: the first
        deal of every value vector that none dominates.

    Notes
    -----
    Issues are added one after the other (Nemhauser & Ullmann 1969). Of partial deals that have
    hit the same parts of forbidden combinations, one that another dominates clearly, by more than
    rounding could undo, is dropped, since whatever completes it completes the other. Time grows
    with the sum over issues of partial fronts × options × log of that for two negotiators,
    and with their square at worst for more; fronts may grow exponentially with issues, but no
    faster than deals do, and in whole points no faster than the product of ranges.
    """
    partial = _Partial(
        np.zeros((1, len(worth))),
        np.zeros((1, 0), dtype=np.int64),
        np.ones((1, len(space.forbidden)), dtype=np.bool_),
    )
    if () in space.forbidden:
        partial = partial.take(np.empty(0, dtype=np.int64))
    for issue in range(len(space.sizes)):
        partial = _with(partial, space, worth, issue)
        partial = partial.take(_kept(partial))
        if most is not None and len(partial.values) > most:
            return None
    on = frontier(partial.values)
    return Front(partial.values[on], partial.options[on])


@dataclass(frozen=True)
class _Partial:
    """Partial deals in lexicographic order, and which forbidden combinations each may still hit."""

    values: FloatArray
    options: IntArray
    hits: BoolArray

    def take(self, which: IntArray | BoolArray) -> _Partial:
        return _Partial(self.values[which], self.options[which], self.hits[which])


def _with(partial: _Partial, space: Space, worth: FloatArray, issue: int) -> _Partial:
    """All partial deals with all options of one more issue, those without the forbidden."""
    size, first = space.sizes[issue], space.columns[issue]
    count = len(partial.values)
    added = worth[:, first : first + size].T
    values = (partial.values[:, None] + added).reshape(-1, len(worth))
    chosen = np.tile(np.arange(size), count)
    options = np.column_stack([np.repeat(partial.options, size, axis=0), chosen])
    hits = np.repeat(partial.hits, size, axis=0)
    allowed = np.ones(len(values), dtype=np.bool_)
    for p, pattern in enumerate(space.forbidden):
        wanted = dict(pattern)
        if issue in wanted:
            hits[:, p] &= np.isin(chosen, list(wanted[issue]))
            if issue == max(wanted):
                allowed &= ~hits[:, p]
                hits[:, p] = False
    return _Partial(values, options, hits).take(allowed)


def _kept(partial: _Partial) -> IntArray:
    """Partial deals that another with the same hits neither dominates clearly nor equals."""
    found = [those[unbeaten(partial.values[those])] for those in _alike(partial.hits)]
    return np.sort(np.concatenate([np.empty(0, dtype=np.int64), *found]))


def _alike(hits: BoolArray) -> Iterator[IntArray]:
    """Rows that are the same."""
    _, which = np.unique(np.packbits(hits, axis=1), axis=0, return_inverse=True)
    for i in range(int(which.max(initial=-1)) + 1):
        yield np.flatnonzero(which.ravel() == i)

"""A table in which the search for the most value is one for the largest gain."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.table import Table

CERTAINLY_FOR = 100.0
"""Margin of everybody in the draw that always passes, points."""


def gains_alone(table: Table) -> Table:
    """A table with one draw more, in which everybody is for and all that plans gain is gained.

    In the other draws passing is worth nothing. The value of a plan that passes in at least one of
    them, the mean over draws of [all gates pass] × gain, is then its mean gain in the
    table given, passing or not, and a floor of k draws there is one of k + 1 draws here. (A
    plan whose red lines keep it from passing in the added draw passes nowhere.)
    """
    size = table.draws + 1

    def added(rows: FloatArray, last: FloatArray | float) -> FloatArray:
        found = np.empty((*rows.shape[:-1], size))
        found[..., :-1], found[..., -1] = rows, last
        return found

    def all_at_once(rows: FloatArray) -> FloatArray:
        return added(np.zeros_like(rows), size * rows.mean(axis=-1))

    return replace(
        table,
        draws=size,
        base=added(table.base, CERTAINLY_FOR),
        gain=added(table.gain, 0.0),
        band=added(table.band, 0.0),
        offset=added(table.offset, 0.0),
        cue_for=added(table.cue_for, 0.0),
        cue_against=added(table.cue_against, 0.0),
        mood=added(table.mood, 0.0),
        worth={side: all_at_once(worth) for side, worth in table.worth.items()},
        no_deal={side: all_at_once(no_deal) for side, no_deal in table.no_deal.items()},
        cost=added(table.cost, table.cost.mean(axis=-1)),
    )

"""Prices: how a bloc's voters fall away as points of margin are taken from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import TOLERANCE, BoolArray, FloatArray, IntArray
from leveltwo.core.table import Table


@dataclass(frozen=True)
class Steps:
    """The ways in which a bloc's voters may vote, and what each takes.

    Parameters
    ----------
    for_, against : BoolArray
        Shape (steps, voters).
    price : FloatArray
        Shape (steps, draws), points: any more than this brings the voters there (0: they stand
        there already); infinite where nothing does, and where the plan has them elsewhere.
    """

    for_: BoolArray
    against: BoolArray
    price: FloatArray


def steps(table: Table, seats: tuple[int, ...], margin: FloatArray, *, crossed: bool) -> Steps:
    """The steps of one bloc.

    Parameters
    ----------
    table : Table
        The numbers.
    seats : tuple of int
        Voters of one bloc: its own vote and its members.
    margin : FloatArray
        Shape (draws,): the bloc's margin, cues included, before anything is taken.
    crossed : bool
        Whether it votes against whatever its margin, since a red line is crossed.

    Returns
    -------
    Steps
        Points are taken from the bloc, so that all its voters lose the same: first those
        fall who are nearest to abstaining or opposing. With v voters there are at most 2v + 1
        steps in a draw; time grows with v² × draws.
    """
    voters = len(seats)
    if crossed:
        none = np.zeros((1, voters), dtype=np.bool_)
        return Steps(none, ~none, np.zeros((1, len(margin))))
    slack = _slack(table, seats, margin)
    dropped = _dropped(slack)
    price = np.array([_price(slack, gone) for gone in dropped])
    return Steps(~dropped[:, :voters], dropped[:, voters:], price)


def _slack(table: Table, seats: tuple[int, ...], margin: FloatArray) -> FloatArray:
    """Shape (2 × voters, draws): how far each is above no longer being for, and being against."""
    band = table.band[table.layout.voters[seats[0]].bloc]
    height = margin + table.offset[list(seats)]
    return np.concatenate([height - (band - TOLERANCE), height - (-band - TOLERANCE)])


def _dropped(slack: FloatArray) -> BoolArray:
    """Shape (steps, levels): sets of levels that margins may fall below, in any draw, each once."""
    bits = np.left_shift(np.int64(1), np.argsort(slack, axis=0, kind="stable"))
    sets: IntArray = np.unique(np.concatenate([[0], np.cumsum(bits, axis=0).ravel()]))
    return np.asarray(sets[:, None] >> np.arange(len(slack)) & 1, dtype=np.bool_)


def _price(slack: FloatArray, gone: BoolArray) -> FloatArray:
    """Shape (draws,): what it takes to fall below just some levels."""
    last = slack[gone].max(axis=0, initial=-np.inf)
    first = slack[~gone].min(axis=0, initial=np.inf)
    reachable = np.where(last < 0, first >= 0, first > last)
    return np.where(reachable, np.maximum(last, 0.0), np.inf)

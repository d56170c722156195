"""What the loops of the map keep while they count one block of deals.

A block holds deals that a run of *firsts* (options of the first issues) makes with all *lanes*
(options of the last issues). A few firsts at a time, a *bunch*, are bounded together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray, ShortArray, WholeArray
from leveltwo.core.circuit import Circuit

BUCKETS = 32_767
"""Buckets into which the rests of a row are put."""
BUNCH = 64
"""Firsts bounded together."""
LOST, OPEN, SURE = 0, 1, 2
"""Whether a group of gates passes: in no lane, in some perhaps, in all."""
LANES, LEADS, HEARS, MIXED = 1, 2, 4, 8
"""Why a row must be worked out lane by lane: tests that differ; followers who hear it; leaders
who differ between lanes; a bucket that holds rests on both sides of what is asked."""


class Rests(NamedTuple):
    """What the last issues add to each row's margin, in one draw.

    Parameters
    ----------
    rest : FloatArray
        Shape (rows, lanes), points.
    bucket : ShortArray
        Shape (rows, lanes): the bucket of each rest; -1 where the lane crosses a red line.
    scale : FloatArray
        Shape (3, rows): lowest rest, highest, buckets a point.
    held : IntArray
        Shape (rows, buckets / 64): a bit for each bucket that holds a rest.
    """

    rest: FloatArray
    bucket: ShortArray
    scale: FloatArray
    held: IntArray


class Bunch(NamedTuple):
    """What holds for all lanes of each of a few firsts.

    Parameters
    ----------
    margin : FloatArray
        Shape (rows, firsts): margins but for rests and the cues of leaders who differ.
    low, high : FloatArray
        Shape (firsts,): bounds on one row's margin.
    stand : IntArray
        Shape (2, rows, firsts): least and most that a row may turn out (0 against,
        1 abstaining, 2 for).
    open : IntArray
        Shape (tests, firsts): 1 where some lanes may pass and others not.
    asked : IntArray
        Shape (tests, firsts): first bucket that passes an open test.
    sums : FloatArray
        Shape (3, thresholds, firsts): least and most that a threshold may come to, and what
        it comes to before open tests.
    needed : IntArray
        Shape (thresholds, firsts): 1 where it must be worked out lane by lane.
    wanted : IntArray
        Shape (rows, firsts): why a row must be; 0 if not.
    undecided : IntArray
        Shape (firsts,): 1 where some group is open.
    group : IntArray
        Shape (groups, firsts): `LOST`, `OPEN` or `SURE`.
    """

    margin: FloatArray
    low: FloatArray
    high: FloatArray
    stand: IntArray
    open: IntArray
    asked: IntArray
    sums: FloatArray
    needed: IntArray
    wanted: IntArray
    undecided: IntArray
    group: IntArray


class Scores(NamedTuple):
    """What differs between the lanes of one first.

    Parameters
    ----------
    shifted : FloatArray
        Shape (lanes,): one row's rests with its leaders' cues.
    stands : ShortArray
        Shape (rows, lanes): 0 against, 1 abstaining, 2 for.
    score : WholeArray
        Shape (thresholds, lanes): a threshold passes where it is at least 0.
    passes : ShortArray
        Shape (2, lanes): whether one group passes, and all do.
    """

    shifted: FloatArray
    stands: ShortArray
    score: WholeArray
    passes: ShortArray


class Counts(NamedTuple):
    """Draws in which each deal passes: those of its first alone, plus those of its lane.

    Parameters
    ----------
    whole : IntArray
        Shape (groups + 1, firsts): draws in which every lane passes.
    lane : ShortArray
        Shape (groups + 1, firsts, lanes): other draws in which this lane does.
    """

    whole: IntArray
    lane: ShortArray


def rests(rows: int, lanes: int) -> Rests:
    """Room for the rests of one draw."""
    return Rests(
        np.empty((rows, lanes)),
        np.empty((rows, lanes), dtype=np.int16),
        np.empty((3, rows)),
        np.empty((rows, BUCKETS // 64 + 1), dtype=np.int64),
    )


def bunch(circuit: Circuit) -> Bunch:
    """Room for one bunch."""
    rows, tests, nodes = len(circuit.leads), len(circuit.first) - 1, len(circuit.start)
    return Bunch(
        margin=np.empty((rows, BUNCH)),
        low=np.empty(BUNCH),
        high=np.empty(BUNCH),
        stand=np.zeros((2, rows, BUNCH), dtype=np.int64),
        open=np.zeros((tests, BUNCH), dtype=np.int64),
        asked=np.zeros((tests, BUNCH), dtype=np.int64),
        sums=np.empty((3, nodes, BUNCH)),
        needed=np.zeros((nodes, BUNCH), dtype=np.int64),
        wanted=np.zeros((rows, BUNCH), dtype=np.int64),
        undecided=np.zeros(BUNCH, dtype=np.int64),
        group=np.zeros((len(circuit.group_first) - 1, BUNCH), dtype=np.int64),
    )


def scores(circuit: Circuit, lanes: int) -> Scores:
    """Room for the lanes of one first."""
    return Scores(
        np.empty(lanes),
        np.zeros((len(circuit.leads), lanes), dtype=np.int16),
        np.empty((len(circuit.start), lanes), dtype=circuit.weight.dtype),
        np.empty((2, lanes), dtype=np.int16),
    )


def counts(circuit: Circuit, firsts: int, lanes: int) -> Counts:
    """Counts of 0."""
    groups = len(circuit.group_first)
    return Counts(
        np.zeros((groups, firsts), dtype=np.int64),
        np.zeros((groups, firsts, lanes), dtype=np.int16),
    )

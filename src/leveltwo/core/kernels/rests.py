"""Rests: what the last issues add to each row's margin, and which bucket each lies in.

A row's margin is what the first issues settle plus a rest. Rests are put into buckets of
equal width. A margin that must reach a level asks for a rest of at least so many points; what
the bucket's number says of that is exact, unless the rest lies in the very bucket of what is
asked. So most comparisons are of 16-bit whole numbers, and decide as the rests would.
"""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray, ShortArray
from leveltwo.core.circuit import Circuit, Figures
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.bunch import BUCKETS, HEARS, MIXED, Bunch, Rests

NARROW = 1e-9
"""Rests that differ by less lie in one bucket."""
NO_BUCKET = -1


@compiled
def lay(  # pragma: compiled
    s: int, gain: FloatArray, lanes: IntArray, refused: ShortArray, rests: Rests
) -> None:
    """Work out the rests of one draw and their buckets.

    Parameters
    ----------
    s : int
        The draw.
    gain : FloatArray
        Shape (draws, rows, columns), points.
    lanes : IntArray
        Shape (last issues, lanes): the columns that each lane chooses.
    refused : ShortArray
        Shape (rows, lanes): 1 where a lane crosses a red line.
    rests : Rests
        Overwritten.
    """
    rest, bucket, scale, held = rests.rest, rests.bucket, rests.scale, rests.held
    for r in range(rest.shape[0]):
        for d in range(rest.shape[1]):
            rest[r, d] = 0.0
        for k in range(lanes.shape[0]):
            for d in range(rest.shape[1]):
                rest[r, d] += gain[s, r, lanes[k, d]]
        low = np.inf
        high = -np.inf
        for d in range(rest.shape[1]):
            low = min(low, rest[r, d])
            high = max(high, rest[r, d])
        per = (BUCKETS - 1) / (high - low) if high - low > NARROW else 0.0
        scale[0, r] = low
        scale[1, r] = high
        scale[2, r] = per
        for n in range(held.shape[1]):
            held[r, n] = 0
        for d in range(rest.shape[1]):
            k = int((rest[r, d] - low) * per)
            bucket[r, d] = NO_BUCKET if refused[r, d] else k
            held[r, k >> 6] |= np.int64(1) << (k & 63)


@compiled
def ask(  # pragma: compiled
    s: int, width: int, figures: Figures, circuit: Circuit, rests: Rests, bunch: Bunch
) -> None:
    """Find the first bucket that passes each open test.

    Where that bucket holds rests on both sides of what is asked, the row is marked `MIXED`:
    its rests themselves must be compared.

    Parameters
    ----------
    s, width : int
        The draw, and how many firsts there are.
    bunch : Bunch
        `asked` is overwritten, `wanted` added to.
    """
    rest, bucket, scale, held = rests.rest, rests.bucket, rests.scale, rests.held
    margin, wanted, asked = bunch.margin, bunch.wanted, bunch.asked
    open_, level, row_first = bunch.open, figures.level, circuit.row_first
    for r in range(wanted.shape[0]):
        least = scale[0, r]
        most = scale[1, r]
        per = scale[2, r]
        for t in range(row_first[r], row_first[r + 1]):
            for j in range(width):
                if open_[t, j] and wanted[r, j] & HEARS == 0:
                    need = level[s, t] - margin[r, j]
                    k = 0
                    if need > most:
                        k = BUCKETS
                    elif need > least:
                        k = int((need - least) * per)
                        if (held[r, k >> 6] >> (k & 63)) & 1:
                            some = False
                            every = True
                            for d in range(rest.shape[1]):
                                if bucket[r, d] == k:
                                    if rest[r, d] >= need:
                                        some = True
                                    else:
                                        every = False
                            if not every:
                                k = NO_BUCKET if some else k + 1
                    asked[t, j] = k
                    if k == NO_BUCKET:
                        wanted[r, j] |= MIXED

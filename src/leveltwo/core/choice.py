"""A plan as the table sees it: one option of every variable."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.layout import Layout
from leveltwo.model.plan import Plan


def encode(layout: Layout, deal: Mapping[str, str], moves: Collection[str] = ()) -> IntArray:
    """Shape (variables,): the option chosen of every issue, and 0 or 1 for every move."""
    return np.array(
        [
            int(v.key in moves) if v.is_move else v.options.index(deal[v.key])
            for v in layout.variables
        ],
        dtype=np.int64,
    )


def decode(layout: Layout, chosen: IntArray) -> Plan:
    """The plan of an encoded choice: issues as in the file, moves in the order of their ids."""
    pairs = list(zip(layout.variables, chosen.tolist(), strict=True))
    deal = {v.key: v.options[k] for v, k in pairs if not v.is_move}
    done = tuple(v.key for v, k in pairs if v.is_move and k)
    return Plan({issue: deal[issue] for issue in layout.case.issues}, done)


def columns(layout: Layout, chosen: IntArray) -> IntArray:
    """Shape (variables,): the table's columns of a choice."""
    return np.array([v.first for v in layout.variables], dtype=np.int64) + chosen

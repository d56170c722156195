"""What has a price and helps: moves that can still be made, in arrays for the bound."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray, SingleArray
from leveltwo.core.program import Tests
from leveltwo.solve.problem import Problem

SINGLE = np.float32
MOST_SLOTS = 4096


class Aids(NamedTuple):
    """Help that has a price, and the votes it may win.

    Parameters
    ----------
    variable : IntArray
        Shape (aids,): a variable with two options of unequal price.
    price : FloatArray
        Shape (aids,): what the dearer costs more.
    lift : SingleArray
        Shape (lifts, draws): by how much the dearer raises the margin of some row, points.
    pair_row, pair_node : IntArray
        Shape (pairs,): rows with the thresholds that their votes count towards.
    pair_first, pair_test, pair_weight
        The tests that count, from ``pair_first[i]`` to ``pair_first[i + 1]``, and what passing
        each adds.
    pair_slot : IntArray
        Where the pair's slots begin.
    link_first, link_aid, link_pair, link_lift : IntArray
        Which aids lift the rows of which pairs, by aid, and where by how much.
    helper_first, helper : IntArray
        The same links by pair.
    most_bits : int
        Helpers of one row to tell apart at most.
    slots : int
        Sets of helpers to keep votes for, over all pairs.
    """

    variable: IntArray
    price: FloatArray
    lift: SingleArray
    pair_row: IntArray
    pair_node: IntArray
    pair_first: IntArray
    pair_test: IntArray
    pair_weight: SingleArray
    pair_slot: IntArray
    link_first: IntArray
    link_aid: IntArray
    link_pair: IntArray
    link_lift: IntArray
    helper_first: IntArray
    helper: IntArray
    most_bits: int
    slots: int


def aids_of(problem: Problem) -> Aids:
    """The priced help of a problem."""
    exact = problem.exact
    variables: list[int] = []
    prices: list[float] = []
    lifts = [np.empty((0, exact.base.shape[1]))]
    raised: list[tuple[int, int, int]] = []  # aid, row, lift
    for v, first in enumerate(exact.first_column[:-1]):
        options = first + np.flatnonzero(problem.allowed[v])
        if len(options) != 2:
            continue
        cheap, dear = options[np.argsort(exact.price[options], kind="stable")]
        lift = np.maximum(exact.gain[dear] - exact.gain[cheap], 0)
        rows = np.flatnonzero(lift.any(axis=1))
        if exact.price[dear] > exact.price[cheap] and len(rows):
            at = sum(len(part) for part in lifts)
            raised += [(len(variables), int(r), at + i) for i, r in enumerate(rows)]
            variables.append(v)
            prices.append(exact.price[dear] - exact.price[cheap])
            lifts.append(lift[rows])
    pairs = _pairs(problem.optimistic)
    keys = sorted(pairs)
    links = [
        (aid, p, lift) for aid, row, lift in raised for p, (r, _) in enumerate(keys) if r == row
    ]
    by_pair = sorted(range(len(links)), key=lambda i: (links[i][1], i))
    helpers = np.bincount([p for _, p, _ in links], minlength=len(keys)).astype(np.int64)
    bits, sizes = _size(helpers)
    starts, slots = _align(sizes)
    return Aids(
        variable=_ints(variables),
        price=np.array(prices, dtype=np.float64),
        lift=np.concatenate(lifts).astype(SINGLE),
        pair_row=_ints([r for r, _ in keys]),
        pair_node=_ints([n for _, n in keys]),
        pair_first=_starts([len(pairs[key]) for key in keys]),
        pair_test=_ints([t for key in keys for t, _ in pairs[key]]),
        pair_weight=np.array([w for key in keys for _, w in pairs[key]], dtype=SINGLE),
        pair_slot=starts,
        link_first=_starts(
            np.bincount([a for a, _, _ in links], minlength=len(variables)).tolist()
        ),
        link_aid=_ints([a for a, _, _ in links]),
        link_pair=_ints([p for _, p, _ in links]),
        link_lift=_ints([i for _, _, i in links]),
        helper_first=_starts(helpers.tolist()),
        helper=_ints(by_pair),
        most_bits=bits,
        slots=slots,
    )


def _pairs(tests: Tests) -> dict[tuple[int, int], list[tuple[int, float]]]:
    """By row and threshold: tests that count, with their weights."""
    found: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for t, row in enumerate(tests.row.tolist()):
        for e in range(tests.first[t], tests.first[t + 1]):
            key = row, int(tests.node[e])
            found.setdefault(key, []).append((t, float(tests.weight[e])))
    return found


def _size(helpers: IntArray) -> tuple[int, IntArray]:
    """How many helpers of a row to tell apart, and how many sets of them each pair then has."""
    bits = int(helpers.max(initial=0))
    while bits and (2 ** np.minimum(helpers, bits)).sum() > MOST_SLOTS:
        bits -= 1
    return bits, 2 ** np.minimum(helpers, bits)


def _align(sizes: IntArray) -> tuple[IntArray, int]:
    """Where each pair's slots begin, the large ones first, so that a bit can be flipped."""
    starts = np.empty(len(sizes), dtype=np.int64)
    order = np.argsort(-sizes, kind="stable")
    starts[order] = np.cumsum(sizes[order]) - sizes[order]
    return starts, int(sizes.sum())


def _ints(values: list[int]) -> IntArray:
    return np.array(values, dtype=np.int64)


def _starts(lengths: list[int]) -> IntArray:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)

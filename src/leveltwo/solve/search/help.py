"""Whether moves, at their price, could lift a partial plan above the best plan known.

The optimistic margins take every helpful move as made and charge nothing for it. Here the moves
are chosen, all draws together, while the open issues stay at their best for everybody: a small
search over sets of moves, inside the partial plan. If no set is worth its price, no plan below
is. How each row votes without each set of its helpers is worked out beforehand, so that taking
a move away only swaps a few vectors of votes.

Loops that run often take plain arrays: handing over a tuple of arrays costs more than the loop.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.compiled import compiled
from leveltwo.core.program import Tests, Wiring
from leveltwo.solve.aids import Aids
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.problem import Exact

ENOUGH = 4000
"""Sets of moves to look at before giving a partial plan the benefit of the doubt."""
UNITS = 2.0**30
"""What passing is worth is counted in whole units, so that sums do not depend on their order."""


class Purse(NamedTuple):
    """Room to work out what help is worth.

    Parameters
    ----------
    margin, votes : SingleArray
        Shape (slots, draws): of a row without the helpers in a bit mask, its margin; and what it
        then adds to a threshold.
    slot : IntArray
        Shape (pairs,): where each pair of row and threshold stands now, with the helpers that are
        left; its slots begin at a multiple of their number.
    bit : IntArray
        Shape (links,): the bit of each link's helper; 0 if it has none.
    top : IntArray
        Shape (draws,): units that passing may be worth.
    score, wired, lowest : SingleArray
        Thresholds before and after earlier thresholds are added, and the least of a group.
    order, key, total, tried, first_done
        The search: moves in order, by what; what each depth may still be worth; branches tried.
    """

    margin: SingleArray
    votes: SingleArray
    slot: IntArray
    bit: IntArray
    top: IntArray
    score: SingleArray
    wired: SingleArray
    lowest: SingleArray
    order: IntArray
    key: FloatArray
    total: IntArray
    tried: IntArray
    first_done: BoolArray


@compiled
def purse(nodes: int, draws: int, aids: Aids) -> Purse:  # pragma: compiled
    """An empty purse."""
    single = np.float32
    many = aids.variable.shape[0]
    return Purse(
        np.empty((1 << aids.most_bits, draws), dtype=single),
        np.empty((aids.slots, draws), dtype=single),
        np.empty(aids.pair_row.shape[0], dtype=np.int64),
        np.empty(aids.link_pair.shape[0], dtype=np.int64),
        np.empty(draws, dtype=np.int64),
        np.empty((nodes, draws), dtype=single),
        np.empty((nodes, draws), dtype=single),
        np.empty(draws, dtype=single),
        np.empty(many, dtype=np.int64),
        np.empty(many),
        np.empty(many + 1, dtype=np.int64),
        np.empty(many + 1, dtype=np.int64),
        np.empty(many, dtype=np.bool_),
    )


@compiled
def tabulate(  # pragma: compiled
    high: SingleArray,
    crossed: BoolArray,
    fixed: BoolArray,
    lift: SingleArray,
    tests: Tests,
    aids: Aids,
    room: Purse,
) -> None:
    """Work out how each row votes without any set of its open helpers."""
    margin, votes, level = room.margin, room.votes, tests.level
    draws = high.shape[1]
    for p in range(aids.pair_row.shape[0]):
        r = aids.pair_row[p]
        start = aids.pair_slot[p]
        room.slot[p] = start
        for d in range(draws):
            margin[0, d] = high[r, d]
        sets = 1
        for i in range(aids.helper_first[p], aids.helper_first[p + 1]):
            link = aids.helper[i]
            room.bit[link] = 0
            if fixed[aids.variable[aids.link_aid[link]]] or sets == 1 << aids.most_bits:
                continue
            room.bit[link] = sets
            e = aids.link_lift[link]
            for s in range(sets):
                for d in range(draws):
                    margin[sets + s, d] = margin[s, d] - lift[e, d]
            sets *= 2
        for s in range(start, start + sets):
            for d in range(draws):
                votes[s, d] = np.float32(0)
        if crossed[r]:
            continue
        for i in range(aids.pair_first[p], aids.pair_first[p + 1]):
            t = aids.pair_test[i]
            w = aids.pair_weight[i]
            for s in range(sets):
                for d in range(draws):
                    passed = margin[s, d] >= level[t, d]
                    votes[start + s, d] += w if passed else np.float32(0)


@compiled
def count_votes(tests: Tests, aids: Aids, room: Purse) -> None:  # pragma: compiled
    """Score every threshold with all help given, earlier thresholds apart."""
    score, votes = room.score, room.votes
    for n in range(score.shape[0]):
        for d in range(score.shape[1]):
            score[n, d] = np.float32(tests.start[n])
    for p in range(aids.pair_row.shape[0]):
        n = aids.pair_node[p]
        s = room.slot[p]
        for d in range(score.shape[1]):
            score[n, d] += votes[s, d]


@compiled
def flip(  # pragma: compiled
    begin: int,
    end: int,
    link_pair: IntArray,
    bit: IntArray,
    pair_node: IntArray,
    slot: IntArray,
    votes: SingleArray,
    score: SingleArray,
) -> None:
    """Take one move's help away, or give it back; its links are those from `begin` to `end`."""
    for i in range(begin, end):
        p = link_pair[i]
        old = slot[p]
        new = old ^ bit[i]
        if new == old:
            continue
        slot[p] = new
        n = pair_node[p]
        for d in range(score.shape[1]):
            score[n, d] += votes[new, d] - votes[old, d]


@compiled
def add_parts(score: SingleArray, wiring: Wiring, wired: SingleArray) -> None:  # pragma: compiled
    """Add to thresholds what earlier thresholds that pass add to them."""
    first, part, weight = wiring.first, wiring.part, wiring.weight
    for i in range(score.shape[0]):
        for d in range(score.shape[1]):
            wired[i, d] = score[i, d]
        for j in range(first[i], first[i + 1]):
            n = part[j]
            w = np.float32(weight[j])
            for d in range(score.shape[1]):
                wired[i, d] += w if wired[n, d] >= 0 else np.float32(0)


@compiled
def units_of_passing(  # pragma: compiled
    need: int, score: SingleArray, nodes: IntArray, top: IntArray, lowest: SingleArray
) -> int:
    """Units that passing is worth, over draws in which all gates pass; −1 if too few do."""
    for d in range(lowest.shape[0]):
        lowest[d] = np.float32(0)
    for g in range(nodes.shape[0]):
        n = nodes[g]
        for d in range(lowest.shape[0]):
            lowest[d] = min(lowest[d], score[n, d])
    total = 0
    for d in range(lowest.shape[0]):
        total += top[d] if lowest[d] >= 0 else 0
    if need > 0:
        count = 0
        for d in range(lowest.shape[0]):
            count += 1 if lowest[d] >= 0 else 0
        if count < need:
            return -1
    return total


@compiled
def rank_help(  # pragma: compiled
    fixed: BoolArray, unit: float, wiring: Wiring, aids: Aids, room: Purse
) -> int:
    """Order open moves by what doing and not doing them both cost; return how many there are."""
    nodes, score, top, lowest = wiring.group_node, room.score, room.top, room.lowest
    plain = wiring.part.shape[0] == 0
    seen = score if plain else room.wired
    pair_node, slot, votes, bit, pairs = (
        aids.pair_node, room.slot, room.votes, room.bit, aids.link_pair,
    )  # fmt: skip
    many = 0
    for a in range(aids.variable.shape[0]):
        if fixed[aids.variable[a]]:
            continue
        begin, end = aids.link_first[a], aids.link_first[a + 1]
        flip(begin, end, pairs, bit, pair_node, slot, votes, score)
        if not plain:
            add_parts(score, wiring, seen)
        drop = (room.total[0] - units_of_passing(0, seen, nodes, top, lowest)) / unit
        flip(begin, end, pairs, bit, pair_node, slot, votes, score)
        price = aids.price[a]
        key = drop * price / (drop + price)
        at = many
        while at > 0 and room.key[room.order[at - 1]] < key:
            room.order[at] = room.order[at - 1]
            at -= 1
        room.order[at] = a
        room.key[a] = key
        room.first_done[a] = drop > price
        many += 1
    return many


@compiled
def could_help(  # pragma: compiled
    high: SingleArray,
    top: FloatArray,
    crossed: BoolArray,
    fixed: BoolArray,
    aim: float,
    exact: Exact,
    bounds: Bounding,
    aids: Aids,
    room: Purse,
) -> bool:
    """Whether some set of moves might bring what passing is worth, less its price, above an aim.

    Parameters
    ----------
    high : SingleArray
        Shape (rows, draws): best margins still possible, cues heard.
    top : FloatArray
        Shape (draws,): the most that passing may be worth.
    crossed, fixed : BoolArray
        Rows whose red lines are crossed, and variables decided.
    aim : float
        What has to be exceeded.
    exact, bounds, aids
        The problem.
    """
    if aids.variable.shape[0] == 0:
        return True
    need, tests, wiring = exact.need, bounds.tests, exact.wiring
    unit = UNITS * bounds.draws
    for d in range(top.shape[0]):
        room.top[d] = int(np.ceil(max(top[d], 0.0) * UNITS))
    tabulate(high, crossed, fixed, bounds.lift, tests, aids, room)
    count_votes(tests, aids, room)
    nodes, worth, lowest = wiring.group_node, room.top, room.lowest
    plain = wiring.part.shape[0] == 0
    seen = room.score if plain else room.wired
    if not plain:
        add_parts(room.score, wiring, seen)
    room.total[0] = units_of_passing(need, seen, nodes, worth, lowest)
    many = rank_help(fixed, unit, wiring, aids, room)
    return some_set_helps(many, aim, unit, exact, aids, room)


@compiled
def some_set_helps(  # pragma: compiled
    many: int, aim: float, unit: float, exact: Exact, aids: Aids, room: Purse
) -> bool:
    """Whether some set of the moves ranked might exceed an aim, looked for depth first.

    Parameters
    ----------
    many : int
        How many moves are ranked.
    aim, unit : float
        What has to be exceeded, and what a point of worth comes to in units of `room`.
    exact, aids
        The problem.
    room : Purse
        What passing is worth with the first moves of the ranking is overwritten.
    """
    need, wiring = exact.need, exact.wiring
    nodes, score, worth, lowest = wiring.group_node, room.score, room.top, room.lowest
    plain = wiring.part.shape[0] == 0
    seen = score if plain else room.wired
    total, tried, order, first_done = room.total, room.tried, room.order, room.first_done
    price, link_first, pairs = aids.price, aids.link_first, aids.link_pair
    pair_node, slot, votes, bit = aids.pair_node, room.slot, room.votes, room.bit
    depth = 0
    paid = 0.0
    looked = 0
    tried[0] = 0
    while depth >= 0:
        if tried[depth] == 0:
            looked += 1
            if looked > ENOUGH:
                return True
            if total[depth] < 0 or total[depth] / unit - paid <= aim:
                tried[depth] = 2
            elif depth == many:
                return True
        going_back = tried[depth] == 2
        if going_back:
            depth -= 1
            if depth < 0:
                break
        a = order[depth]
        done = first_done[a] == (tried[depth] == (1 if going_back else 0))
        if done:
            paid += -price[a] if going_back else price[a]
        else:
            flip(link_first[a], link_first[a + 1], pairs, bit, pair_node, slot, votes, score)
        if going_back:
            continue
        tried[depth] += 1
        total[depth + 1] = total[depth]
        if not done:
            if not plain:
                add_parts(score, wiring, seen)
            total[depth + 1] = units_of_passing(need, seen, nodes, worth, lowest)
        depth += 1
        tried[depth] = 0
    return False

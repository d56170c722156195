"""Sizes of win-sets where there are too many deals to look at each.

Where it can be done they are counted without listing deals (`lone`); otherwise deals are drawn
at random, each as likely as any other, and sizes come with a 95 % interval.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.drawer import Drawer
from leveltwo.core.fronts import Front, front_of_deals
from leveltwo.core.layout import Layout
from leveltwo.core.lone import lone_count
from leveltwo.core.map import Estimate, Map, Share
from leveltwo.core.mapping import Progress, combinations, mean_worth, ruler
from leveltwo.core.partial import Picks
from leveltwo.core.sample import Sample, wilson
from leveltwo.core.space import Space, space
from leveltwo.core.table import Table
from leveltwo.core.winset import chances
from leveltwo.errors import TooLarge

LOOKS = 20_000
"""Deals looked at."""
FEWEST_LOOKS = 1_000
MOST_ON_FRONTS = 20_000
"""Partial deals kept in search of the frontier of values; with more there is none."""
VOTES = 20_000_000
"""Deals × draws at most, `FEWEST_LOOKS` apart."""
ROUNDS = 100
"""How often combinations are drawn in search of enough that the rules allow."""


def estimate_map(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    confidence: float,
    progress: Progress | None = None,
    crew: Crew | None = None,
) -> Map:
    """The sizes of win-sets and of their overlap, without looking at every deal.

    The frontier of the negotiators' values, and what the rules of fairness pick on it, are
    exact all the same, unless it is too large: see `fronts.front_of_deals`.

    Parameters are those of `mapping.map_deals`; the seed of the draws is that of the deals
    looked at too, so the same question has the same answer. Time grows with draws and voters
    only.

    Raises
    ------
    TooLarge
        If the rules allow so few combinations of options that none was found.
    """
    table = compile_table(layout, sample.all_at_once(layout.case))
    by = ruler(table, confidence)
    deals = space(layout, moves, 1)
    options, allowed = _drawn(deals, sample)
    passing = chances(table, options, moves, progress, crew)
    counts = np.rint(passing * sample.draws).astype(np.int64)
    worth = mean_worth(table)
    values = np.stack([_sums(deals, row, options) for row in worth], axis=1)
    inside: BoolArray = counts[:, :-1] >= by.least
    found = {s: _share(inside[:, i]) for i, s in enumerate(sorted(layout.case.sides))}
    estimate = Estimate(
        looked_at=len(options),
        seed=sample.seed,
        combinations=combinations(layout),
        allowed=allowed,
        winsets={s: _exact(table, moves, s, deals) or found[s] for s in layout.case.sides},
        overlap=_share(np.asarray(np.all(inside, axis=1))),
    )
    seen = by.partial(Picks(np.arange(len(options)), values, counts))
    front = front_of_deals(deals, worth, MOST_ON_FRONTS)
    known = options if front is None else np.concatenate([options, front.options])
    edge = None if front is None else _edge(table, front, len(options), moves, crew)
    drawer = Drawer(layout, sample, by, lambda number: known[number].tolist())
    return drawer.sketch(seen, edge, moves, confidence, estimate)


def _edge(
    table: Table, front: Front, first: int, moves: Collection[str], crew: Crew | None
) -> Picks:
    """The deals of the frontier, numbered from one on, in lexicographic order of their options."""
    order = np.lexsort(front.options.T[::-1])
    passing = chances(table, front.options[order], moves, None, crew)
    counts = np.rint(passing * table.draws).astype(np.int64)
    return Picks(first + order, front.values[order], counts)


def _drawn(deals: Space, sample: Sample) -> tuple[IntArray, Share]:
    """Options of deals drawn at random, and the share of combinations that are deals."""
    wanted = max(FEWEST_LOOKS, min(LOOKS, VOTES // sample.draws))
    rng = np.random.default_rng(sample.seed)
    kept: list[IntArray] = []
    tried = 0
    while sum(map(len, kept)) < wanted and tried < ROUNDS * wanted:
        options = np.stack([rng.integers(0, size, wanted) for size in deals.sizes], axis=1)
        kept.append(options[deals.permits(options)])
        tried += wanted
    found = np.concatenate(kept)
    if not len(found):
        raise TooLarge(
            f"of {tried:,} combinations of options drawn at random the rules allow none; take "
            "out options that go with few others, or use `advise`, which does not list deals"
        )
    if not deals.forbidden:
        return found[:wanted], Share(1, 1, 1, exact=True)
    share = len(found) / tried
    return found[:wanted], Share(share, *wilson(share, tried))


def _sums(deals: Space, worth: FloatArray, options: IntArray) -> FloatArray:
    """Shape (deals,): what their options come to."""
    return np.asarray(worth[options + np.array(deals.columns)].sum(axis=1))


def _share(inside: BoolArray) -> Share:
    share = float(inside.mean())
    return Share(share, *wilson(share, len(inside)))


def _exact(table: Table, moves: Collection[str], side: str, deals: Space) -> Share | None:
    """The share of one side's win-set, if it can be counted."""
    count = None if deals.forbidden else lone_count(table, moves, side)
    if count is None:
        return None
    share = count / combinations(table.layout)
    return Share(share, share, share, exact=True)

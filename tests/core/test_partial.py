"""What is kept of each block suffices for the whole map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.core.arrays import BoolArray
from leveltwo.core.bargaining import solutions
from leveltwo.core.pareto import frontier
from leveltwo.core.partial import TOP, Partial, Picks, Ruler

POINTS = st.sampled_from([0, 1, 1, 2, 3, 3 + 1e-10, 3 + 1e-9, 5, 8, 13, 21.5])
RULER = Ruler(np.array([2.0, 3.0, 1.0]), ours=1, least=2, draws=4)


@st.composite
def deals(draw: st.DrawFn, sides: int = 3) -> Picks:
    """Deals with many ties."""
    size = draw(st.integers(1, 60))
    values = draw(st.lists(st.tuples(*[POINTS] * sides), min_size=size, max_size=size))
    counts = draw(st.lists(st.tuples(*[st.integers(0, 4)] * (sides + 1)), min_size=size,
                           max_size=size))  # fmt: skip
    return Picks(np.arange(size) * 3, np.array(values, float), np.array(counts))


def chosen(among: Picks) -> dict[str, int | None]:
    """What each rule picks, by number."""
    picked = solutions(among.values - RULER.no_deal)
    return {rule: None if i is None else int(among.number[i]) for rule, i in picked.items()}


def in_parts(every: Picks, size: int) -> Partial:
    """The map of all of them, a few at a time."""
    starts = range(0, len(every), size)
    parts = [RULER.partial(every.take(np.arange(len(every))[s : s + size])) for s in starts]
    return RULER.merged(parts, RULER.partial(every.take(np.arange(0))))


@given(deals(), st.integers(1, 30))
@settings(max_examples=300)
def test_parts_put_together_give_what_all_deals_give(every: Picks, size: int) -> None:
    """Counts, frontier, what the rules pick at the table and in the overlap, the likeliest."""
    whole = in_parts(every, size)
    passing: BoolArray = np.all(every.counts[:, :-1] >= 2, axis=1)
    assert (whole.deals, whole.overlap) == (len(every), passing.sum())
    assert whole.histogram.sum(axis=1).tolist() == [len(every)] * 4
    assert whole.histogram[0].tolist() == np.bincount(every.counts[:, 0], minlength=5).tolist()
    assert (
        whole.edge.number[frontier(whole.edge.values)].tolist()
        == every.number[frontier(every.values)].tolist()
    )
    assert chosen(whole.edge) == chosen(every)
    assert chosen(whole.inside) == chosen(every.take(passing))
    ours = every.values[:, 1] - 3.0
    order = np.lexsort((-ours, -every.counts[:, -1]))[:TOP]
    assert RULER.ranked(whole.likely).number.tolist() == every.number[order].tolist()


@pytest.mark.parametrize("equal", [5, 50])
def test_of_equally_likely_deals_those_best_for_us_are_kept(equal: int) -> None:
    """The earlier ones where even that is equal."""
    values = np.zeros((equal, 3))
    values[-1, 1] = 1
    kept = RULER.likeliest(Picks(np.arange(equal), values, np.ones((equal, 4), dtype=np.int64)))
    assert RULER.ranked(kept).number.tolist() == [equal - 1, *range(min(equal, TOP) - 1)]

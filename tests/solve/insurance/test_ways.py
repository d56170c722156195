"""Ways of breaking a gate."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.heights import Heights, heights
from leveltwo.core.pivots import gate_passes
from leveltwo.solve.insurance.ways import Attacks, Way
from tests.solve.insurance.test_coalition import Posed, posed


def breaks(case: Posed, found: Heights, way: Way) -> bool:
    """Whether a gate fails once some lose their highest vote named, and all below it."""
    table, _, gate = case
    lost = np.zeros(len(found.seat), dtype=np.bool_)
    for top in way:
        lost |= (found.person == found.person[top]) & (found.height <= found.height[top])
    for_ = np.ones((len(table.layout.voters), 1), dtype=np.bool_)
    for_[found.seat, 0] = ~lost
    return not gate_passes(table.layout, gate, for_, ~for_)[0]


@pytest.mark.parametrize("seed", range(6))
def test_every_way_breaks_the_gate_for_less_than_the_budget_and_needs_everybody(seed: int) -> None:
    rng = random.Random(seed)
    people = {
        f"m{i}": {"margin": rng.randint(1, 9), **({"spread": 6} if i % 2 else {})} for i in range(6)
    }
    votes = {who: rng.randint(1, 9) * 9 for who in people}
    case = posed(people, {"need": "majority", "votes": votes})
    found = heights(*case)
    assert found is not None
    ways = Attacks(case[0], case[2], found, 90).on(found.height)
    assert ways
    for way in ways:
        assert breaks(case, found, way)
        assert np.maximum(found.height[list(way)], 0).sum() < 90
        assert not any(breaks(case, found, tuple(v for v in way if v != top)) for top in way)


def test_there_is_no_way_where_the_cheapest_takes_the_budget() -> None:
    case = posed({"ann": 5, "bob": 4}, {"any": ["ann", "bob"]})
    found = heights(*case)
    assert found is not None
    attacks = Attacks(case[0], case[2], found, 8.5)
    assert attacks.on(found.height) == []
    assert attacks.on(found.height - 1) == [(0, 1)]


def test_those_behind_a_red_line_are_lost_whatever_happens() -> None:
    people = {"ann": {"margin": 5, "red_lines": [{"text": "treaty"}]}, "bob": 4}
    case = posed(people, {"any": ["ann", "bob"]})
    found = heights(*case)
    assert found is not None
    ways = Attacks(case[0], case[2], found, 9).on(
        np.where(np.isfinite(found.height), found.height, -1)
    )
    assert ways == [(1,)]

"""A gate as linear rules on which of its votes are won."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest

from leveltwo.core.heights import heights
from leveltwo.core.pivots import gate_passes
from leveltwo.solve.insurance.passing import Passing, passing
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen
from tests.solve.insurance.test_coalition import PEOPLE, posed


def kept(rules: Passing, won: tuple[bool, ...]) -> bool:
    """Whether some thresholds keep all rules, the last one passing."""
    votes = rules.votes @ np.array(won, dtype=np.float64)
    return any(
        bool((votes + rules.parts @ np.array([*taken, True]) >= -1e-9).all())
        for taken in product((False, True), repeat=rules.parts.shape[1] - 1)
    )


@pytest.mark.parametrize("seed", range(25))
def test_votes_keep_the_rules_just_where_the_gate_passes(seed: int) -> None:
    rng = random.Random(seed)
    rule = random_rule(Pen(rng, certain=False), PEOPLE, depth=1)
    table, chosen, gate = posed(dict.fromkeys(PEOPLE, 5), rule)
    found, layout = heights(table, chosen, gate), table.layout
    assert found is not None
    rules = passing(gate, layout.thresholds, found.seat)
    for won in product((False, True), repeat=len(found.seat)):
        for_ = np.ones((len(layout.voters), 1), dtype=np.bool_)
        for_[found.seat, 0] = won
        assert kept(rules, won) == gate_passes(layout, gate, for_, ~for_)[0]

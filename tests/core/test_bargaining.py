"""Which deals four rules of fairness pick."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.core.arrays import FloatArray
from leveltwo.core.bargaining import RULES, solutions
from tests.oracle.bargaining import solutions as oracle_solutions


def picked(*gains: tuple[float, ...]) -> dict[str, int | None]:
    """What each rule picks among some gains."""
    return solutions(np.array(gains, dtype=np.float64))


def test_the_rules_pick_different_deals() -> None:
    """Product, least share of the ideal, least gain, sum."""
    found = picked((8, 4), (5.5, 6), (16, 1), (7, 5), (1, 11))
    assert found == {"nash": 3, "kalai_smorodinsky": 3, "egalitarian": 1, "utilitarian": 2}


def test_nothing_is_picked_from_nothing() -> None:
    """None for every rule."""
    assert solutions(np.empty((0, 2))) == dict.fromkeys(RULES)


def test_two_rules_look_at_deals_without_a_loss_only() -> None:
    """The others pick the least evil."""
    found = picked((-1, 9), (3, -2))
    assert found == {
        "nash": None,
        "kalai_smorodinsky": None,
        "egalitarian": 0,
        "utilitarian": 0,
    }


def test_a_negotiator_who_can_gain_nothing_has_all_of_it() -> None:
    """Shares of an ideal gain of 0 count as met."""
    assert picked((0, 1), (0, 4), (-1, 9))["kalai_smorodinsky"] == 1


def test_between_equals_the_larger_sum_wins_then_the_first() -> None:
    """So that the answer does not hang on rounding."""
    assert picked((0, 3), (0, 5), (0, 5))["nash"] == 1
    assert picked((2, 2), (2, 7), (7, 2))["egalitarian"] == 1


@given(
    st.integers(2, 3).flatmap(
        lambda sides: st.lists(
            st.tuples(*[st.integers(-3, 9)] * sides), min_size=1, max_size=12, unique=True
        )
    )
)
def test_each_pick_reaches_the_best_of_its_criterion(gains: list[tuple[int, ...]]) -> None:
    """Against the oracle."""
    worth = [tuple(map(float, one)) for one in gains]
    expected = oracle_solutions([{"deal": i} for i in range(len(gains))], worth)
    for rule, index in solutions(np.array(worth)).items():
        best = expected[rule]
        assert (index is None) == (best is None)
        if best is not None:
            assert {"deal": index} in best["deals"]


def test_rules_are_named_once() -> None:
    """In the order in which they are shown."""
    assert tuple(picked((1, 1))) == RULES


def over_all(gains: FloatArray) -> dict[str, int | None]:
    """The rules applied to every deal: score, then sum, then the first."""
    gains = np.round(gains, 9) + 0.0
    fair = (gains >= 0).all(axis=1)
    ideal = gains.max(axis=0)
    shares = np.where(ideal > 0, gains / np.where(ideal > 0, ideal, 1.0), 1.0).min(axis=1)
    every = np.ones(len(gains), dtype=np.bool_)
    scores = [(gains.prod(axis=1), fair), (shares, fair), (gains.min(axis=1), every)]
    found: dict[str, int | None] = {}
    for rule, (score, among) in zip(RULES, [*scores, (gains.sum(axis=1), every)], strict=True):
        index = np.flatnonzero(among)
        order = np.lexsort((index, -gains[index].sum(axis=1), -np.round(score[index], 9)))
        found[rule] = int(index[order[0]]) if len(index) else None
    return found


@pytest.mark.parametrize("sides", [2, 3, 4])
@pytest.mark.parametrize("seed", range(5))
def test_the_frontier_is_all_that_the_rules_need(sides: int, seed: int) -> None:
    """The same picks, to the deal, as over all deals, ties included."""
    rng = np.random.default_rng(seed)
    gains = np.round(rng.normal(scale=4, size=(3000, sides))) / (1 + seed)
    assert solutions(gains) == over_all(gains)

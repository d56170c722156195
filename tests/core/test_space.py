"""The space of deals, in firsts and lanes."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.deals import all_deals
from leveltwo.core.layout import Layout
from leveltwo.core.space import Space, space
from leveltwo.model.negotiation import Negotiation
from tests.brute import rivals
from tests.strategies import build

SIZES = (3, 4, 2, 5)


def split(depth: int, *forbidden: dict[int, set[int]]) -> Space:
    """A space of 120 combinations."""
    patterns = tuple(tuple((k, frozenset(o)) for k, o in pattern.items()) for pattern in forbidden)
    return Space(SIZES, (0, 3, 7, 9), depth, patterns)


@pytest.mark.parametrize("depth", range(4))
def test_numbers_run_through_firsts_and_lanes_in_lexicographic_order(depth: int) -> None:
    one = split(depth)
    assert one.firsts * one.lanes == 120
    firsts = one.first_options(0, one.firsts).tolist()
    lanes = one.lane_options.tolist()
    every = [first + lane for first in firsts for lane in lanes]
    assert every == [one.options(n) for n in range(120)] == sorted(every)


@pytest.mark.parametrize("depth", range(4))
def test_what_is_forbidden_may_touch_firsts_lanes_or_both(depth: int) -> None:
    one = split(depth, {0: {1, 2}, 3: {0}}, {1: {3}})
    allowed = one.allowed(0, one.firsts).reshape(-1)
    for n, kept in enumerate(allowed.tolist()):
        a, b, _, d = one.options(n)
        assert kept == (b != 3 and not (a in {1, 2} and d == 0))


def test_some_firsts_are_a_part_of_all() -> None:
    one = split(2, {1: {3}})
    assert (one.allowed(4, 9) == one.allowed(0, 12)[4:9]).all()
    assert (one.first_columns(4, 9) == one.first_columns(0, 12)[4:9]).all()


def test_sums_are_added_in_the_order_of_the_issues() -> None:
    """To the last bit, whichever way the issues are split."""
    worth = np.random.default_rng(1).normal(size=14)
    expected = [
        ((worth[a] + worth[3 + b]) + worth[7 + c]) + worth[9 + d]
        for a, b, c, d in (split(0).options(n) for n in range(120))
    ]
    for depth in range(4):
        one = split(depth)
        assert one.sums(worth, 0, one.firsts).reshape(-1).tolist() == expected


@pytest.mark.parametrize("seed", range(20))
def test_the_deals_of_a_space_are_all_deals(seed: int) -> None:
    rng = random.Random(seed)
    doc = build(rng)
    layout = Layout(Negotiation.model_validate(doc))
    moves = [move for move in doc.get("moves", {}) if rng.random() < 0.5]
    one = space(layout, moves, 1)
    kept = np.flatnonzero(one.allowed(0, one.firsts))
    assert [one.options(n) for n in kept.tolist()] == all_deals(layout, moves).tolist()


def test_lanes_are_few_where_there_are_few_deals() -> None:
    """Of 46,656 combinations: no more than 432, twice the square root, and than asked for."""
    doc = rivals(random.Random(1), issues=6, options=6, moves=0)
    layout = Layout(Negotiation.model_validate(doc))
    assert space(layout, (), 1000).lanes == 216
    assert space(layout, (), 215).lanes == 36
    assert space(layout, (), 1).lanes == 6

"""What is settled before it is known who will hear whom."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pytest

from leveltwo.core.listening import heard_in, listening
from leveltwo.core.outlook import outlook
from leveltwo.core.sample import Sample
from tests.approaching import any_plan, followers, pair, treaty
from tests.board import layout_of


@pytest.mark.parametrize("seed", range(12))
def test_no_order_leaves_what_is_settled(seed: int) -> None:
    """Before anybody has voted, half-way, and at the end, where nothing is open."""
    rng = random.Random(seed)
    layout = layout_of(followers(rng))
    people = [who for who in layout.case.constituencies if rng.random() < 0.8][:5]
    here = listening(layout, Sample(32, seed), any_plan(layout, rng))
    for order in permutations(people):
        last = len(here.everybody)
        ballots = here.vote(heard_in(layout, order))
        passes = here.passing(ballots)
        for done in (0, last // 2):
            found = outlook(here, ballots, done, people)
            assert (found.surely <= passes).all()
            assert (passes <= found.possibly).all()
        end = outlook(here, ballots, last, people)
        assert np.array_equal(end.surely, end.possibly)


def test_one_link_leaves_the_draw_open() -> None:
    here = treaty(pair(for_=10, against=-10))
    free = outlook(here, here.nobody(), 0, ["ann", "bob"])
    assert (free.surely[0], free.possibly[0]) == (False, True)
    alone = outlook(here, here.nobody(), 0, ["bob"])
    assert (alone.surely[0], alone.possibly[0]) == (False, False)

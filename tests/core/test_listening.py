"""How people vote when only those who have committed before are heard."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.compile import compile_table
from leveltwo.core.evaluation import evaluate
from leveltwo.core.listening import heard_in, links, listening
from leveltwo.core.sample import Sample
from leveltwo.core.votes import cast
from tests.approaching import any_plan, chance, followers, pair, treaty
from tests.board import layout_of


def test_a_follower_hears_a_leader_who_was_approached_before() -> None:
    here = treaty(pair(for_=10, against=-10))
    assert chance(here, ["ann", "bob"]) == 1
    assert chance(here, ["bob", "ann"]) == 0


def test_a_leaders_no_is_heard_too() -> None:
    here = treaty(pair(for_=10, against=-10, leader=-1, follower=5))
    assert chance(here, ["ann", "bob"]) == 0
    assert chance(here, ["bob", "ann"]) == 1


def test_whoever_is_not_approached_is_not_heard_but_hears_all() -> None:
    """Bob alone is approached: ann has not spoken. Ann alone: bob votes after her."""
    here = treaty(pair(for_=10, against=-10))
    assert links(here.layout) == (("ann", "bob"),)
    assert chance(here, ["bob"]) == 0
    assert chance(here, ["ann"]) == chance(here, []) == 1


@pytest.mark.parametrize("seed", range(25))
def test_leaders_before_followers_is_what_every_other_analysis_takes(seed: int) -> None:
    """Votes, voter by voter, and the chance are those of the ordinary assessment."""
    rng = random.Random(seed)
    layout = layout_of(followers(rng))
    chosen, sample = any_plan(layout, rng), Sample(32, seed)
    here = listening(layout, sample, chosen)
    ballots = here.vote(heard_in(layout, here.everybody))
    usual = cast(compile_table(layout, sample.all_at_once(layout.case)), chosen)
    assert np.array_equal(ballots.for_, usual.for_)
    assert np.array_equal(ballots.against, usual.against)
    assert chance(here, here.everybody) == pytest.approx(
        evaluate(layout, sample, [chosen])[0].chance
    )


def test_draws_taken_in_blocks_are_the_same_draws() -> None:
    rng = random.Random(3)
    layout = layout_of(followers(rng))
    here = listening(layout, Sample(2048, 1), any_plan(layout, rng))
    assert here.draws == 2048
    some = np.arange(2048) % 3 == 0
    heard = heard_in(layout, here.everybody)
    assert np.array_equal(here.only(some).vote(heard).for_, here.vote(heard).only(some).for_)

"""Whom to approach first."""

from __future__ import annotations

import random

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.evaluation import evaluate
from leveltwo.core.listening import listening
from leveltwo.core.sample import Sample
from leveltwo.solve.order import Kind, Order, approach
from leveltwo.solve.sequence import fewest_passing, most_passing
from tests.approaching import CERTAIN, any_plan, chance, every_chance, followers, pair, treaty
from tests.board import Doc, board, layout_of


def ordered(doc: Doc, people: list[str] | None = None, sample: Sample = CERTAIN) -> Order:
    """The order for the treaty."""
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"})
    return approach(layout, sample, chosen, people or list(layout.case.constituencies))


@pytest.mark.parametrize("seed", range(20))
def test_no_order_of_all_is_better_or_worse(seed: int) -> None:
    """Against every permutation, with some people left out, and named orders beside it."""
    rng = random.Random(seed)
    layout = layout_of(followers(rng))
    people = [who for who in layout.case.constituencies if rng.random() < 0.9]
    chosen, sample = any_plan(layout, rng), Sample(48, seed)
    found = approach(layout, sample, chosen, people)
    here = listening(layout, sample, chosen)
    chances = every_chance(here, people)
    assert found.best_proved
    assert found.worst_proved
    assert (found.best.chance, found.worst.chance) == (max(chances), min(chances))
    everybody = (*found.best.people, *found.placeless)
    assert sorted(everybody) == sorted(people)
    assert chance(here, everybody) == found.best.chance
    for way in found.ways:
        assert found.worst.chance <= way.chance or way.kind is Kind.TOGETHER
        assert way.chance <= found.best.chance or way.kind is Kind.TOGETHER
    together = next(way for way in found.ways if way.kind is Kind.TOGETHER)
    assert together.chance == evaluate(layout, sample, [chosen])[0].chance


def test_deference_asks_the_leader_first_and_antagonism_last() -> None:
    liked, disliked = ordered(pair(10, -10)), ordered(pair(-10, 0, follower=5))
    assert (liked.best.people, liked.matters) == (("ann", "bob"), True)
    assert (disliked.best.people, disliked.worst.people) == (("bob", "ann"), ("ann", "bob"))
    assert disliked.placeless == ("envoy",)


def test_an_order_that_does_not_matter_is_leaders_first() -> None:
    """Bob says yes in any case, so no other order is preferred to the usual one."""
    found = ordered(pair(10, -10, leader=-5, follower=30))
    assert (found.matters, found.best.people) == (False, ("ann", "bob"))
    assert (found.best.chance, found.best.fresh, found.fresh) == (1, None, None)


def test_only_links_that_gain_by_it_are_turned_round() -> None:
    """Cy's no would cost bob the vote; ann's is worth nothing either way and stays first."""
    people = {
        "ann": 5,
        "cy": -5,
        "bob": {"margin": 2, "follows": {"ann": {"for": 1}, "cy": {"against": -9}}},
    }
    found = ordered(board(people, {"vote": "bob"}))
    assert found.best.people == ("ann", "bob", "cy")


def test_a_link_says_what_it_comes_to() -> None:
    found = ordered(pair(10, -12))
    (hint,) = found.hints
    assert (hint.leader, hint.follower, hint.heard) == ("ann", "bob", True)
    assert (hint.for_, hint.against) == (10, -12)
    assert (hint.leader_for, hint.follower_for, hint.otherwise, hint.chance) == (1, 1, 0, 0)


def test_leaders_who_are_not_approached_are_told() -> None:
    found = ordered(pair(10, -10), ["bob"])
    assert (found.outside, found.best.people, found.placeless) == ((("ann", "bob"),), (), ("bob",))
    assert found.best.chance == 0


def test_chances_are_checked_on_fresh_draws() -> None:
    doc = pair(10, -10)
    doc["constituencies"]["ann"]["no_deal"] = [30, 50, 70]
    found = ordered(doc, sample=Sample(64, 1))
    assert found.fresh is not None
    assert (found.fresh.draws, found.fresh.seed == found.sample.seed) == (16_384, False)
    assert found.best.fresh == pytest.approx(found.best.chance, abs=0.05)


def council() -> Doc:
    """Twelve in a council, each of whom follows two."""
    rng = random.Random(5)
    people: Doc = {}
    for i in range(12):
        leaders = rng.sample(sorted(people), min(2, i))
        cues = {one: {"for": rng.choice([8, 5, -6]), "against": -5} for one in leaders}
        about = {"no_deal": [35, 50, 65], "follows": cues}
        people[f"p{i:02}"] = {"margin": rng.uniform(-6, 6), **about}
    votes = {"need": "majority", "votes": dict.fromkeys(people, 1)}
    return board(people, {"vote": votes})


def test_a_search_that_is_cut_short_claims_no_proof() -> None:
    """Yet its order is what it says, and no worse than the one it started from."""
    here = treaty(council(), Sample(64, 1))
    start = here.everybody
    found = most_passing(here, [start], most=2)
    assert not found.proved
    assert found.passing == round(64 * chance(here, found.order))
    assert found.passing >= round(64 * chance(here, start))
    assert fewest_passing(here, [start], most=2).passing <= found.passing


def test_nobody_to_approach_is_an_answer_too() -> None:
    layout = layout_of(board({"ann": 5}, {"vote": "ann"}))
    found = approach(layout, CERTAIN, encode(layout, {"text": "treaty"}), [])
    assert (found.best.people, found.best.chance, found.matters) == ((), 1, False)


def test_a_dozen_people_are_proved() -> None:
    found = ordered(council(), sample=Sample(128, 1))
    assert (found.best_proved, found.worst_proved) == (True, True)
    assert found.best.chance > found.worst.chance


def test_whom_nothing_moves_and_whom_nobody_asks_leave_the_proof_as_it_is() -> None:
    """Dan is not approached; bob is for whomever he hears; cy had better hear ann now and then."""
    wavering = {"margin": 0, "no_deal": [30, 50, 70]}
    people: Doc = {
        "dan": {"margin": 5},
        "ann": wavering,
        "bob": {"margin": 40, "follows": {"ann": {"for": 1}}},
        "cy": {**wavering, "follows": {"ann": {"for": 10, "against": -10}, "dan": {"for": 1}}},
    }
    layout = layout_of(board(people, {"vote": {"all": ["bob", "cy"]}}))
    chosen, sample = encode(layout, {"text": "treaty"}), Sample(64, 1)
    found = approach(layout, sample, chosen, ["ann", "bob", "cy"])
    chances = every_chance(listening(layout, sample, chosen), ["ann", "bob", "cy"])
    assert (found.best_proved, found.worst_proved) == (True, True)
    assert (found.best.chance, found.worst.chance) == (max(chances), min(chances))


def test_the_chance_to_be_carried_out_stands_beside_that_to_pass() -> None:
    """Everybody heard, it is that of an evaluation; in no order is it above the chance to pass."""
    doc = pair(10, -10)
    doc["constituencies"]["crew"] = {**doc["constituencies"]["bob"], "follows": {}}
    doc["sides"]["them"]["gates"]["work"] = {"rule": "crew", "implementation": True}
    layout, sample = layout_of(doc), Sample(64, 1)
    found = ordered(doc, sample=sample)
    together = next(way for way in found.ways if way.kind is Kind.TOGETHER)
    score = evaluate(layout, sample, [encode(layout, {"text": "treaty"})])[0]
    assert (together.chance, together.durable) == (score.chance, score.durable)
    for way in found.ways:
        assert way.durable <= way.chance
        assert way.fresh_durable is not None
        assert way.fresh is not None
        assert way.fresh_durable <= way.fresh
    assert ordered(doc).best.fresh_durable is None

"""Kinds of barrier: each by a small made case of which it is the unmistakable cause."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice.barriers import Barrier
from leveltwo.model.barrier_kind import Kind
from tests.advice.conftest import Diagnose, only
from tests.advice.test_barriers import FAR, HOUSE, SHORT, bloc, of_bloc
from tests.made import Doc, made

BETTER = {"values": {"price": {"weight": 1, "low": 80, "high": 60}}}
"""Somebody to whom a low price would give twenty points more."""


def kinds(barrier: Barrier) -> list[tuple[Kind, float | None]]:
    """Every kind with its points."""
    return [
        (cause.kind, None if cause.points is None else round(cause.points, 3))
        for cause in barrier.causes.named
    ]


def test_who_refuses_an_option_is_a_red_line_whatever_the_margin(diagnose: Diagnose) -> None:
    people = bloc(no_deal=0, red_lines=[{"price": "high"}])
    barrier = of_bloc(diagnose(made(HOUSE, people)).result.barriers)
    assert kinds(barrier) == [(Kind.RED_LINE, None)]
    assert barrier.shortfall == 0


def test_a_red_line_comes_before_what_is_lacking_besides(diagnose: Diagnose) -> None:
    people = bloc(**SHORT, red_lines=[{"price": "high"}])
    barrier = of_bloc(diagnose(made(HOUSE, people)).result.barriers)
    assert kinds(barrier)[:2] == [(Kind.RED_LINE, None), (Kind.PERCEPTION, 6)]


def test_a_move_that_would_suffice_but_comes_late_is_a_matter_of_timing(
    diagnose: Diagnose,
) -> None:
    late = {"effects": {"bloc": 8}, "date": "2026-06-02"}
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), {"gift": late})).result.barriers)
    assert kinds(barrier) == [(Kind.TIMING, 8)]
    (help_,) = barrier.helps
    assert (help_.move, help_.points, help_.late, help_.consent) == ("gift", 8, True, False)


def test_a_move_on_the_day_of_the_gate_is_in_time(diagnose: Diagnose) -> None:
    prompt = {"effects": {"bloc": 8}, "date": "2026-06-01"}
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), {"gift": prompt})).result.barriers)
    assert kinds(barrier) == [(Kind.PERCEPTION, 6)]
    assert [help_.late for help_ in barrier.helps] == [False]


def test_a_promise_that_may_not_be_kept_is_a_matter_of_trust(diagnose: Diagnose) -> None:
    risky = {"effects": {"bloc": 8}, "chance": 0.5}
    document = made(HOUSE, bloc(**SHORT), {"gift": risky})
    barrier = of_bloc(diagnose(document, ["gift"], certain=False).result.barriers)
    assert kinds(barrier) == [(Kind.TRUST, 4), (Kind.PERCEPTION, 2)]
    assert barrier.conversion.chance == pytest.approx(0.5, abs=0.05)


ORAL = {"effects": {"envoy": 4}, "binding": "oral"}


def test_help_that_was_only_said_is_a_matter_of_trust_last_and_for_no_points(
    diagnose: Diagnose,
) -> None:
    document = made(people={"envoy": FAR}, moves={"gift": ORAL})
    found = kinds(only(diagnose(document, ["gift"])))
    assert found == [(Kind.INTERESTS, 25), (Kind.TRUST, 0)]
    assert kinds(only(diagnose(document))) == [(Kind.INTERESTS, 25)]


@pytest.mark.parametrize("binding", [None, "written", "law"])
def test_how_a_promise_binds_changes_no_number(diagnose: Diagnose, binding: str | None) -> None:
    oral = made(people={"envoy": FAR}, moves={"gift": ORAL})
    other = made(people={"envoy": FAR}, moves={"gift": ORAL | {"binding": binding}})
    if binding is None:
        del other["moves"]["gift"]["binding"]
    said = only(diagnose(oral, ["gift"]))
    found = only(diagnose(other, ["gift"]))
    assert found.conversion == said.conversion
    assert kinds(found) == [(Kind.INTERESTS, 25)]


def test_a_promise_that_was_only_said_and_may_fail_is_named_once(diagnose: Diagnose) -> None:
    risky = ORAL | {"effects": {"bloc": 8}, "chance": 0.5}
    document = made(HOUSE, bloc(**SHORT), {"gift": risky})
    barrier = of_bloc(diagnose(document, ["gift"], certain=False).result.barriers)
    assert kinds(barrier) == [(Kind.TRUST, 4), (Kind.PERCEPTION, 2)]


def test_who_lacks_nothing_is_not_told_of_words(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {"red_lines": [{"price": "high"}]}}, moves={"gift": ORAL})
    assert kinds(only(diagnose(document, ["gift"]))) == [(Kind.RED_LINE, None)]


def test_a_leader_whose_word_is_what_is_missing_is_an_arbiter(diagnose: Diagnose) -> None:
    people = {"guru": FAR, **bloc(no_deal=55, follows={"guru": {"for": 0, "against": -8}})}
    barrier = of_bloc(diagnose(made(HOUSE, people)).result.barriers)
    assert kinds(barrier)[0] == (Kind.ARBITER, 8)
    assert barrier.conversion.cues == {"guru": -8}


SPLIT = {"bloc": {"no_deal": 59, "spread": 20}, "rest": {}}
"""A bloc for the deal by a point, of whose nine members five are for."""
VOTES = {"bloc": 9, "rest": 2}


@pytest.mark.parametrize(
    "rule",
    [
        {"need": "3/4", "votes": VOTES},
        {"need": 8, "votes": VOTES},
        {"need": "majority", "votes": VOTES, "approval": "3/4"},
        {"all": [{"need": "3/4", "votes": VOTES}]},
        {"unless": {"need": "1/3", "votes": VOTES}},
    ],
)
def test_a_rule_that_asks_more_than_the_majority_there_is_is_an_institution(
    diagnose: Diagnose, rule: Doc
) -> None:
    barrier = of_bloc(diagnose(made(rule, SPLIT)).result.barriers)
    assert (barrier.conversion.chance, barrier.conversion.gate_chance) == (1, 0)
    assert kinds(barrier)[0] == (Kind.INSTITUTION, None)
    assert barrier.causes.asks_more


def test_a_majority_that_is_not_there_is_no_institution(diagnose: Diagnose) -> None:
    people = {**SPLIT, "rest": {"no_deal": 85}}
    barrier = of_bloc(diagnose(made({"need": "majority", "votes": VOTES}, people)).result.barriers)
    assert kinds(barrier)[0][0] is Kind.PERCEPTION
    assert not barrier.causes.asks_more


def test_who_is_against_is_a_matter_of_the_rule_only_at_last(diagnose: Diagnose) -> None:
    people = {"bloc": {}, "rest": FAR}
    document = made({"need": "2/3", "votes": {"bloc": 6, "rest": 5}}, people)
    barrier = only(diagnose(document))
    assert barrier.conversion.who == "rest"
    assert kinds(barrier)[-1] == (Kind.INSTITUTION, None)
    assert kinds(barrier)[0] == (Kind.INTERESTS, 25)


def test_being_asked_twice_is_an_institution(diagnose: Diagnose) -> None:
    """The same bloc passes one house and not the other."""
    document = made({"need": 10, "votes": VOTES}, SPLIT)
    document["sides"]["them"]["gates"]["lower"] = {"need": 5, "votes": VOTES}
    barrier = of_bloc(diagnose(document).result.barriers)
    assert barrier.causes.also_asked == ("lower",)
    assert kinds(barrier)[0] == (Kind.INSTITUTION, None)


def town(envoy_low: float, **about: Any) -> Doc:
    """A town that would rather have a low price, behind an envoy; its house asks the town."""
    people = {
        "envoy": {"values": {"price": {"weight": 1, "low": envoy_low, "high": 60}}},
        "town": {"no_deal": 75, **BETTER, **about},
    }
    return made("town", people, {"gift": {"effects": {"town": 1}}})


def test_who_wants_what_nobody_at_the_table_would_ask_for_is_left_out(diagnose: Diagnose) -> None:
    assert kinds(only(diagnose(town(0)))) == [(Kind.STANDING, 20), (Kind.INTERESTS, 15)]


def test_whose_negotiator_wants_the_same_is_a_matter_of_interests(diagnose: Diagnose) -> None:
    assert kinds(only(diagnose(town(80)))) == [(Kind.INTERESTS, 15)]


def test_for_whom_something_is_done_is_not_left_out(diagnose: Diagnose) -> None:
    assert kinds(only(diagnose(town(0), ["gift"]))) == [(Kind.INTERESTS, 15)]


def test_who_is_asked_only_at_carrying_out_is_left_out_for_no_points(diagnose: Diagnose) -> None:
    document = town(80)
    document["sides"]["them"]["gates"] = {
        "sign": "envoy", "work": {"rule": "town", "implementation": True},
    }  # fmt: skip
    assert kinds(only(diagnose(document))) == [(Kind.INTERESTS, 15), (Kind.STANDING, 0)]


def test_a_deal_near_no_deal_that_no_other_term_would_mend_is_perception(
    diagnose: Diagnose,
) -> None:
    assert kinds(only(diagnose(made(people={"envoy": SHORT})))) == [(Kind.PERCEPTION, 6)]


def test_few_direct_stakes_are_perception_however_much_is_lacking(diagnose: Diagnose) -> None:
    """Best and worst deal lie eight points apart; twelve are lacking."""
    few = {"no_deal": 60, "values": {"price": {"weight": 1, "low": 40, "high": 48}}}
    found = kinds(only(diagnose(made(people={"envoy": few}))))
    assert found == [(Kind.PERCEPTION, 12), (Kind.INTERESTS, 12)]


def test_a_discount_for_who_says_it_is_perception(diagnose: Diagnose) -> None:
    deaf = {"no_deal": 67, "devalues": 0.5}
    document = made(people={"envoy": deaf}, moves={"gift": {"effects": {"envoy": 10}}})
    assert kinds(only(diagnose(document, ["gift"]))) == [(Kind.PERCEPTION, 5)]


def test_a_move_that_hurts_is_perception(diagnose: Diagnose) -> None:
    document = made(moves={"insult": {"effects": {"envoy": -14}}})
    assert kinds(only(diagnose(document, ["insult"]))) == [(Kind.PERCEPTION, 14)]


def test_a_term_that_another_option_would_mend_is_a_matter_of_interests(
    diagnose: Diagnose,
) -> None:
    barrier = only(diagnose(made(people={"envoy": {**BETTER, **SHORT}})))
    assert kinds(barrier) == [(Kind.INTERESTS, 6)]
    swap = barrier.conversion.hindrance.swap
    assert swap is not None
    assert (swap.issue, swap.option, swap.points, swap.chance) == ("price", "low", 20, 1)


@pytest.mark.parametrize("device", ["process_form", "framing", "terms"])
def test_the_labels_of_our_moves_do_not_make_the_kind(diagnose: Diagnose, device: str) -> None:
    moves = {"gift": {"effects": {"envoy": 9}, "device": device}}
    assert only(diagnose(made(people={"envoy": FAR}, moves=moves))).kind is Kind.INTERESTS
    assert only(diagnose(made(people={"envoy": SHORT}, moves=moves))).kind is Kind.PERCEPTION


def test_a_trifle_is_not_named_beside_a_cause_that_accounts_for_much(diagnose: Diagnose) -> None:
    """A word worth two of twenty-five points lacking."""
    people = {"guru": FAR, "envoy": {**FAR, "follows": {"guru": {"for": 1, "against": -1}}}}
    barrier = only(diagnose(made(people=people)))
    assert barrier.conversion.hindrance.words == {"guru": 2}
    assert kinds(barrier) == [(Kind.INTERESTS, 25)]


def test_who_lacks_nothing_is_named_for_what_costs_most(diagnose: Diagnose) -> None:
    """Likely to agree, but not sure to: a bad mood would do it."""
    people = {"envoy": {"no_deal": 50, "follows": {"guru": {"against": -3}}}, "guru": FAR}
    document = made(people=people, more={"uncertainty": {"draws": 64, "seed": 1, "mood": 4}})
    barrier = only(diagnose(document, certain=False))
    assert barrier.conversion.hindrance.lacking == 0
    assert kinds(barrier) == [(Kind.ARBITER, 3)]


def test_what_accounts_for_all_that_is_lacking_counts_as_all_and_the_narrower_comes_first(
    diagnose: Diagnose,
) -> None:
    """A late gift of 6.5 before a word worth 9, where 6 are lacking."""
    late = {"gift": {"effects": {"bloc": 6.5}, "date": "2026-06-02"}}
    guru = {"guru": {"for": 0, "against": -9}}
    people = {"guru": FAR, **bloc(no_deal=57, follows=guru)}
    barrier = of_bloc(diagnose(made(HOUSE, people, late), ["gift"]).result.barriers)
    assert kinds(barrier)[:2] == [(Kind.TIMING, 6.5), (Kind.ARBITER, 9)]


def test_of_equal_causes_what_comes_late_is_named_before_what_may_fail(diagnose: Diagnose) -> None:
    moves = {
        "late": {"effects": {"bloc": 9}, "date": "2026-06-02"},
        "risky": {"effects": {"bloc": 16}, "chance": 0.5},
    }
    document = made(HOUSE, bloc(no_deal=68), moves)
    barrier = of_bloc(diagnose(document, [*moves], certain=False).result.barriers)
    assert kinds(barrier)[:2] == [(Kind.TIMING, 9), (Kind.TRUST, 8)]


def test_of_equal_causes_being_left_out_is_named_before_how_it_looks(diagnose: Diagnose) -> None:
    document = town(0, no_deal=60)
    document["moves"]["insult"] = {"by": "us", "effects": {"town": -20}}
    assert kinds(only(diagnose(document, ["insult"]))) == [
        (Kind.STANDING, 20), (Kind.PERCEPTION, 20),
    ]  # fmt: skip


def test_where_gate_and_people_are_likely_the_rule_comes_last(diagnose: Diagnose) -> None:
    """Three of three are asked; two of three would be likelier."""
    trio = {who: {"no_deal": [36, 52, 72]} for who in ("ann", "bob", "eve")}
    found = diagnose(made({"all": [*trio]}, trio), certain=False).result.barriers
    for barrier in found:
        c = barrier.conversion
        assert 0.5 < c.gate_chance < c.chance < 0.9
        assert 0.05 < c.hindrance.ordinary - c.gate_chance < 0.3
        assert kinds(barrier)[0][0] is not Kind.INSTITUTION
        assert kinds(barrier)[-1] == (Kind.INSTITUTION, None)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("no_deal", "named"),
    [
        (64, [(Kind.PERCEPTION, 6), (Kind.INTERESTS, 4)]),
        (67, [(Kind.INTERESTS, 7)]),
    ],
)
def test_a_deal_five_points_short_is_about_as_good_as_none(
    diagnose: Diagnose, no_deal: float, named: list[tuple[Kind, float]]
) -> None:
    """Six points of indifference are lacking besides, and only then a matter of how it looks."""
    envoy = {**BETTER, "no_deal": no_deal, "band": 6}
    assert kinds(only(diagnose(made(people={"envoy": envoy})))) == named

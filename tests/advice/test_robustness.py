"""Sentences about how far a plan can be relied on, held against the figures that they cite."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.advice.wording import robustness as wording_of
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.robustness.record import (
    FindingOut,
    Question,
    Robustness,
    Stability,
    Stress,
    Turn,
)
from tests.made import Doc, made

MOVES: Doc = {"gift": {}, "card": {}, "song": {}}
CASE = Negotiation.model_validate(made(people={"clerk": {}}, moves=MOVES))
PLAN = Plan({"price": "high"}, ("gift", "card"))
OTHER = Plan({"price": "low"}, ("gift",))
PATH = "constituencies.clerk.no_deal"
CHANGE = "The price: A low one; − Our card"
HOUSE, SIGN = ("them", "house"), ("us", "sign")

LOW = Turn(low=None, high=40.0, chance=0.25, plan=OTHER, gain=3.04, error=0.2)
QUESTION = Question(path=PATH, worth=1.26, error=0.12, turns=(LOW,))
FOUND = FindingOut(
    sample=Sample(16_384, 1),
    samples=32,
    plans=17,
    asked=40,
    best=PLAN,
    value=20.0,
    lead=0.0,
    all=4.2,
    questions=(QUESTION,),
)
STABILITY = Stability(
    variants=64,
    draws=256,
    seed=1,
    proved=64,
    walked=3,
    same=30,
    moves={"gift": 64, "card": 31, "song": 20},
    terms={"price": {"high": 60, "low": 1}},
    loss=0.84,
    error=0.26,
    worst=5.5,
)
STRESS = Stress(
    chance=0.0,
    value=-2.0,
    gates={HOUSE: 0.0, SIGN: 1.0},
    holds=0.35,
    first=(HOUSE,),
    best=None,
    best_chance=0.0,
    best_value=0.0,
    proved=True,
    draws=1,
)
ROBUST = Robustness(
    sample=Sample(1024, 1),
    plan=PLAN,
    value=20.0,
    advised=True,
    proved=True,
    stress=STRESS,
    stability=STABILITY,
    finding_out=FOUND,
    curtailed=False,
    interrupted=False,
)


def found(**more: Any) -> Robustness:
    """The study, with parts of what was found out changed."""
    return replace(ROBUST, finding_out=replace(FOUND, **more))


def varied(**more: Any) -> Robustness:
    """The study, with parts of its stability changed."""
    return replace(ROBUST, stability=replace(STABILITY, **more))


def pressed(**more: Any) -> Robustness:
    """The study, with parts of its worst case changed."""
    return replace(ROBUST, stress=replace(STRESS, **more))


def test_it_is_told_what_to_find_out_and_what_that_is_worth() -> None:
    assert wording.question_sentence(CASE, QUESTION) == "What having no deal is worth to Mx Clerk"
    assert wording.question_worth(QUESTION) == "1.3 (± 0.1)"
    assert wording.question_worth(replace(QUESTION, worth=0.03)) == "< 0.1"


@pytest.mark.parametrize(
    ("low", "high", "where"),
    [
        (None, 40.0, "Below 40.0 of 100"),
        (60.0, None, "Above 60.0 of 100"),
        (50.0, 60.0, "Between 50.0 of 100 and 60.0 of 100"),
    ],
)
def test_it_is_told_how_the_advice_would_change(
    low: float | None, high: float | None, where: str
) -> None:
    question = replace(QUESTION, turns=(replace(LOW, low=low, high=high),))
    assert wording.turn_lines(CASE, ROBUST, question) == [
        f"{where} (chance 25 %), rather: {CHANGE}; worth 3.0 points more there."
    ]


def test_walking_away_and_the_plan_itself_may_be_what_is_best() -> None:
    turns = (replace(LOW, plan=None), replace(LOW, plan=PLAN))
    away, stay = wording.turn_lines(CASE, ROBUST, replace(QUESTION, turns=turns))
    assert "rather: walk away;" in away
    assert "rather: the plan as it is;" in stay


def test_without_a_plan_the_other_is_told_whole() -> None:
    (line,) = wording.turn_lines(CASE, replace(ROBUST, plan=None), QUESTION)
    assert "rather: The price: A low one; + Our gift; worth" in line


def test_where_no_change_stands_out_none_is_told() -> None:
    assert wording.turn_lines(CASE, ROBUST, replace(QUESTION, turns=())) == [
        "No single change stands out; several plans take turns as it rises."
    ]


def test_the_number_of_questions_and_the_value_of_knowing_everything_are_told() -> None:
    assert wording.found_sentence(ROBUST) == (
        "Of 40 judgements and moods looked at one by one, 1 is worth finding out. If everything "
        "were known, luck included, choosing among these plans would be worth 4.2 points more. 17 "
        "plans were compared on 16,384 fresh draws."
    )
    assert "1 plan was looked at on 16,384 fresh draws." in str(
        wording.found_sentence(found(plans=1))
    )
    assert "2 are worth finding out" in str(
        wording.found_sentence(found(questions=(QUESTION, QUESTION)))
    )


def test_where_nothing_is_worth_finding_out_it_says_so() -> None:
    said = str(wording.found_sentence(found(questions=(), all=0.01)))
    assert "none is worth finding out" in said
    assert "would be worth less than 0.1 points more" in said


def test_a_case_without_doubt_has_nothing_to_ask_about() -> None:
    said = str(wording.found_sentence(found(questions=(), asked=0)))
    assert said.startswith("No judgement of this case is uncertain, so there is nothing to ask")


def test_a_plan_that_clearly_leads_is_named() -> None:
    assert wording.lead_sentence(CASE, ROBUST) is None
    assert wording.lead_sentence(CASE, found(best=OTHER, lead=1.5)) == (
        "On 16,384 fresh draws another plan is worth 1.5 points more as things stand: The price: "
        "A low one; − Our card."
    )


def test_walking_away_is_told_first() -> None:
    assert wording.walking_sentence(CASE, ROBUST) is None
    assert wording.walking_sentence(CASE, replace(ROBUST, plan=None)) == (
        "No plan is worth more to Our side than no deal, by these judgements: walk away."
    )
    assert wording.walking_sentence(CASE, replace(ROBUST, plan=None, proved=False)) == (
        "No plan found so far is worth more to Our side than no deal; give it more time."
    )


def test_it_is_told_how_often_the_plan_stays_and_what_standing_by_it_costs() -> None:
    assert wording.stability_sentence(ROBUST) == (
        "With every judgement drawn from its range, 64 times over, the plan is best as it is in 30 "
        "of 64, and walking away in 3 of 64. Keeping this plan whatever the truth turns out "
        "to be loses us 0.8 points on average (± 0.3), 5.5 at worst, compared with the best plan "
        "for that truth."
    )


def test_what_was_not_searched_to_the_end_is_told() -> None:
    said = str(wording.stability_sentence(varied(proved=60)))
    assert said.endswith(" In 4 of 64 the search was cut short: “best” means best found there.")


def test_walking_away_may_be_what_stays() -> None:
    said = str(wording.stability_sentence(replace(varied(same=50), plan=None)))
    assert "walking away is best in 50 of 64." in said
    assert "and walking away in" not in said


def test_what_stays_in_every_variant_is_named() -> None:
    assert wording.stays_sentence(CASE, ROBUST) == "Best in all 64 variants: “Our gift”."
    always = varied(terms={"price": {"high": 64}})
    assert wording.stays_sentence(CASE, always) == (
        "Best in all 64 variants: The price: A high one and “Our gift”."
    )
    never = varied(moves={"gift": 63, "card": 31, "song": 20})
    assert wording.stays_sentence(CASE, never) == (
        "Nothing in the plan is best in all 64 variants."
    )


def test_what_depends_is_listed_with_what_would_stand_in_its_place() -> None:
    """Moves that are not in the plan only if they often would be."""
    rows = wording.depends_lines(CASE, ROBUST)
    assert rows == [
        ("The price: A high one", "60 of 64", "most often instead: A low one (1)"),
        ("Our card", "31 of 64", "left out"),
        ("+ Our song", "20 of 64", "not in the plan"),
    ]
    fewer = varied(moves={"gift": 64, "card": 64, "song": 15}, terms={"price": {"high": 61}})
    assert wording.depends_lines(CASE, fewer) == [
        ("The price: A high one", "61 of 64", "walk away")
    ]


def test_what_changes_most_often_is_named_with_what_stands_in_its_place() -> None:
    said = wording_of.changes_sentence
    assert said(CASE, ROBUST) == "What changes most often: “Our card” is left out in 30 of 64."
    often = varied(terms={"price": {"high": 20, "low": 41}})
    assert said(CASE, often) == (
        "What changes most often: The price: A high one is best in 20, A low one in 41."
    )
    added = varied(moves={"gift": 61, "card": 61, "song": 20})
    assert said(CASE, added) == "What changes most often: “Our song” is added in 20 of 64."
    never = varied(moves={"gift": 61, "card": 61}, terms={"price": {"high": 61}})
    assert said(CASE, never) is None
    assert said(CASE, replace(ROBUST, plan=None)) is None


@pytest.mark.parametrize(
    ("path", "low", "high", "where"),
    [
        ("mood.them", None, -5.4, "more hostile than usual by 5.4 points or more"),
        ("mood.them", 3.0, None, "friendlier than usual by 3.0 points or more"),
        ("mood.them", None, 2.0, "below +2.0 points"),
        ("mood.them", -1.0, None, "above −1.0 points"),
    ],
)
def test_what_to_do_instead_is_told_with_the_question(
    path: str, low: float | None, high: float | None, where: str
) -> None:
    turn = Turn(low, high, 0.25, OTHER, 9.7, 0.1)
    question = Question(path, 3.4, 0.1, (turn,))
    assert wording_of.turn_sentence(CASE, ROBUST, question) == (
        f"If it is {where} (chance 25 %), do this instead: The price: A low one; − Our card; "
        "worth 9.7 points more there."
    )


def test_what_walking_away_would_give_way_to_is_listed() -> None:
    rows = wording.depends_lines(CASE, replace(ROBUST, plan=None))
    assert [part for part, _, _ in rows] == ["+ Our gift", "+ Our card", "+ Our song"]


def test_the_worst_case_names_the_gates_that_fail_and_how_far_the_plan_holds() -> None:
    assert wording.stress_sentence(CASE, ROBUST) == (
        "If everything turned out 35 % as bad as you think possible, the plan would just hold. "
        "Beyond that, “House” (Their side) would fail first. If everything turned out at its worst "
        "(every judgement at the bad end of its range, every side in a bad mood, one standard "
        "deviation below the usual), it would fail at “House” (Their side). Then nothing would be "
        "worth more than walking away."
    )


def test_a_plan_that_holds_all_the_way_is_told_so() -> None:
    safe = pressed(chance=1.0, gates={HOUSE: 1.0, SIGN: 1.0}, holds=1.0, first=(), best=PLAN)
    said = str(wording.stress_sentence(CASE, safe))
    assert "it would still pass every gate. The plan would still" in said
    assert said.startswith("It holds all the way from the best guesses to the worst")
    assert said.endswith("The plan would still be the best.")


def test_luck_that_is_left_open_is_told() -> None:
    luck = {"draws": 256, "chance": 0.6, "gates": {HOUSE: 0.6, SIGN: 1.0}}
    assert "pass every gate (chance 60 %)." in str(wording.stress_sentence(CASE, pressed(**luck)))
    little = {"draws": 256, "chance": 0.2, "gates": {HOUSE: 0.2, SIGN: 1.0}}
    said = str(wording.stress_sentence(CASE, pressed(**little)))
    assert "fail at “House” (Their side) (chance of passing all: 20 %)." in said


def test_a_plan_that_fails_at_the_best_guesses_is_told_so() -> None:
    said = str(wording.stress_sentence(CASE, pressed(holds=None)))
    assert "Even with every best guess right it does not pass; in the way: “House”" in said


def test_another_plan_may_be_best_in_the_worst_case() -> None:
    said = str(wording.stress_sentence(CASE, pressed(best=OTHER, best_value=3.0, proved=False)))
    assert said.endswith(
        "The best plan in that case, as far as was searched: The price: A low one; − Our card "
        "(worth +3.0 points)."
    )


def test_what_has_not_been_done_is_not_told() -> None:
    nothing = replace(ROBUST, stress=None, stability=None, finding_out=None)
    assert wording.found_sentence(nothing) is None
    assert wording.lead_sentence(CASE, nothing) is None
    assert wording.stability_sentence(nothing) is None
    assert wording.stays_sentence(CASE, nothing) is None
    assert wording.depends_lines(CASE, nothing) == []
    assert wording.stress_sentence(CASE, nothing) is None


def test_progress_is_told_part_by_part() -> None:
    assert wording.studying("stability", 3, 64) == "Letting judgements vary … 3 of 64"
    assert wording.studying("search", 0, 0) == "Looking for the best plan …"
    assert wording.studying("search", 1200, 0) == "Looking for the best plan … 1,200 steps"


@pytest.mark.parametrize(
    "stopped", [replace(ROBUST, interrupted=True), replace(ROBUST, curtailed=True)]
)
def test_what_was_stopped_says_so(stopped: Robustness) -> None:
    assert wording.stopped_sentence(ROBUST) is None
    said = wording.stopped_sentence(stopped)
    assert said == "Stopped before the end: what had not been done is left out, or rests on less."


def test_how_often_a_plan_stays_is_said_alone_too() -> None:
    """To somebody who is not told what standing by it costs."""
    said = wording.steady_sentence(ROBUST)
    assert said == (
        "With every judgement drawn from its range, 64 times over, the plan is best as it is in 30 "
        "of 64, and walking away in 3 of 64."
    )
    assert (wording.stability_sentence(ROBUST) or "").startswith(f"{said} Keeping this plan")
    assert wording.steady_sentence(replace(ROBUST, stability=None)) is None


def test_gates_beyond_four_are_counted() -> None:
    doc = made()
    doc["sides"]["them"]["gates"] = {f"g{i}": {"rule": "envoy"} for i in range(6)}
    case = Negotiation.model_validate(doc)
    gates = {("them", f"g{i}"): 0.0 for i in range(6)}
    worst = replace(STRESS, gates=gates, first=tuple(gates))
    said = wording.stress_sentence(case, replace(ROBUST, stress=worst))
    assert "“G3” (Their side) and 2 more." in (said or "")

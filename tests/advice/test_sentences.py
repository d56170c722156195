"""Sentences about advice, or about why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Option
from leveltwo.solve.result import Status
from leveltwo.solve.timekeeper import Part
from tests.advice.conftest import GIFT, Advise, short
from tests.made import Doc, made


def test_a_proved_plan_is_called_the_best_by_these_judgements(advise: Advise) -> None:
    said = wording.headline(*advise(short()))
    assert said == "Proved: no plan is worth more to Our side, by these judgements."


def test_proved_help_is_called_the_least_costly(advise: Advise) -> None:
    said = wording.headline(*advise(short(), deal={"price": "high"}))
    assert said == "Proved: no help that costs less brings this deal to a chance of 50 %."


def test_nothing_to_gain_means_walking_away(advise: Advise) -> None:
    document = short()
    document["constituencies"]["chief"]["no_deal"] = 100
    case, found = advise(document)
    assert wording.headline(case, found) == (
        "Walk away: it is proved that no plan is worth more to Our side than no deal."
    )


def test_a_floor_out_of_reach_is_a_proved_no(advise: Advise) -> None:
    case, found = advise(made(people={"envoy": {"no_deal": 90}}), floor=0.8)
    assert wording.headline(case, found) == (
        "No: it is proved that no plan allowed here reaches a chance of 80 %."
    )


def test_rules_that_leave_no_plan_are_named(advise: Advise) -> None:
    case, found = advise(short())
    none = replace(found, status=Status.INFEASIBLE, plan=None, best_chance=None, obstacle=None)
    none = replace(none, best_proved=True)
    assert wording.headline(case, none) == "No: the rules of the case leave no plan."
    assert wording.stop_sentences(case, none) == [
        "No deal keeps the rules of the case together with any set of moves."
    ]
    stopped = replace(none, status=Status.FEASIBLE, best_proved=False)
    assert wording.stop_sentences(case, stopped) == [
        "The search ended before it had found any plan; give it more time."
    ]


def test_no_gate_is_in_the_way_where_a_stopped_search_found_plans_that_pass(
    advise: Advise,
) -> None:
    """What is missing there is a gain, or time."""
    case, found = advise(short())
    assert found.score is not None
    assert found.assessment is not None
    assert found.assessment.chance > 0.5
    known = Option(found.assessment.plan, found.score, proved=False)
    stopped = replace(
        found, status=Status.FEASIBLE, plan=None, best_chance=known, obstacle=found.assessment
    )
    said = " ".join(wording.stop_sentences(case, stopped))
    assert "The best chance found so far is" in said
    assert "in the way" not in said


def test_a_search_that_found_nothing_yet_asks_for_time(advise: Advise) -> None:
    case, found = advise(short())
    said = wording.headline(case, replace(found, status=Status.UNKNOWN, plan=None))
    assert said == "Stopped before any plan was found; give it more time."


def test_a_stopped_search_for_help_says_what_none_can_undercut(advise: Advise) -> None:
    case, found = advise(short(), deal={"price": "high"})
    said = wording.headline(case, replace(found, status=Status.FEASIBLE, bound=0.5))
    assert said == (
        "Stopped before the proof: this is the least costly help found; it is proved that none "
        "costs less than 0.5 points."
    )


def test_a_stopped_search_without_a_worthy_plan_says_so(advise: Advise) -> None:
    case, found = advise(short())
    none = replace(found, status=Status.FEASIBLE, plan=None, score=None, bound=3.0)
    assert wording.headline(case, none) == (
        "Stopped before the proof: nothing found so far is worth more than walking away, and it "
        "is proved that no plan is worth more than +3.0 points."
    )


def test_a_search_stopped_before_the_proof_says_how_far_it_came(advise: Advise) -> None:
    case, found = advise(short(), certain=True)
    stopped = replace(found, status=Status.FEASIBLE, bound=81.25)
    assert wording.headline(case, stopped) == (
        "Stopped before the proof: the best plan found is worth +79.0 points, and it is proved "
        "that none is worth more than +81.2."
    )


def test_a_search_stopped_beside_the_proved_plan_says_so(advise: Advise) -> None:
    _, found = advise(short())
    assert wording.short_sentence(found) is None
    stopped = replace(found, interrupted=True, short=(Part.FRONTIER,))
    assert wording.short_sentence(stopped) == (
        "Stopped before all was done: plans beside the one advised were not all looked for: what "
        "is said of them, if anything is, rests on those found until then."
    )


def test_what_a_time_limit_left_out_is_told_part_by_part(advise: Advise) -> None:
    _, found = advise(short())
    said = wording.short_sentence(replace(found, short=tuple(Part)))
    assert said is not None
    assert said.startswith("The time given was too short: plans beside the one advised")
    assert "whom the plan's moves annoy and who else hears them, nor which moves are traps" in said
    assert said.endswith("; it was not proved how far any plan can come.")


def test_the_headline_tells_of_the_search_and_nothing_else_does(advise: Advise) -> None:
    _, found = advise(short())
    assert wording.short_sentence(replace(found, short=(Part.SEARCH, Part.FRESH))) is None


def test_without_time_for_fresh_draws_the_chance_is_that_on_the_first(advise: Advise) -> None:
    _, found = advise(short())
    said = wording.fresh_sentence(replace(found, fresh=None))
    assert found.score is not None
    assert said is not None
    assert said.startswith(f"Chance that every gate passes: {wording.chance(found.score.chance)} (")
    assert said.endswith(
        f"on the {found.sample.draws:,} draws it was chosen on, which flatters it; there was no "
        "time to check it on fresh ones."
    )


def test_worth_is_told_against_walking_away(advise: Advise) -> None:
    case, found = advise(short(), certain=True)
    assert wording.worth_sentence(case, found) == (
        "By the values of the chief it is worth +79.0 points, against 0 for walking away (the gain "
        "where it passes, less 1.0 for our moves)."
    )
    assert found.score is not None
    free = replace(found, score=replace(found.score, cost=0.0))
    assert str(wording.worth_sentence(case, free)).endswith(" (the gain where it passes).")


def test_a_plan_worth_hardly_less_and_far_likelier_is_pointed_out(advise: Advise) -> None:
    case, found = advise(short())
    assert found.plan is not None
    assert found.score is not None
    advised = replace(found.score, value=40.94, chance=0.88)
    near = Option(
        Plan(found.plan.deal, ()), replace(advised, value=40.56, chance=0.97), proved=True
    )
    shown = replace(found, score=advised, frontier=(near,))
    assert wording.nearly_sentence(case, shown) == (
        f"Decide first. Nearly as good, and far likelier to pass: "
        f"{wording.difference(case, found.plan, near.plan)}. "
        "Worth +40.6 against +40.9 points, which judgements can hardly tell apart; chance on the "
        "same draws 88 % → 97 %."
    )
    assert wording.nearly_sentence(case, replace(shown, frontier=())) is None


def test_a_likelier_plan_comes_with_the_warnings_about_its_moves(advise: Advise) -> None:
    """Those that the plan advised brings too are told with it."""
    bonus = {"effects": {"envoy": 1}, "pays": ["envoy"], "cost": 20}
    document = made(people={"envoy": {"no_deal": 70}}, moves={"gift": GIFT, "bonus": bonus})
    case, found = advise(document)
    assert found.plan is not None
    assert found.score is not None
    assert found.plan.moves == ("gift",)
    advised = replace(found.score, value=40.94, chance=0.88)
    better = replace(advised, value=40.56, chance=0.97)
    near = Option(Plan(found.plan.deal, ("bonus", "gift")), better, proved=True)
    shown = replace(found, score=advised, frontier=(near,))
    said = wording.nearly_sentence(case, shown)
    assert said is not None
    assert "88 % → 97 %. “Our bonus” gives money or another benefit to Mx Envoy, whose own" in said
    known = replace(shown, plan=near.plan)
    assert "money" not in str(wording.nearly_sentence(case, known))


def carried_out(**boss: Any) -> Doc:
    """A case in which a boss must carry the deal out."""
    document = made(people={"boss": boss})
    gate = {"rule": "boss", "implementation": True}
    document["sides"]["them"]["gates"]["delivery"] = gate
    return document


def test_a_likelier_plan_is_told_with_the_chance_that_it_is_carried_out(advise: Advise) -> None:
    case, found = advise(carried_out())
    assert found.plan is not None
    assert found.score is not None
    advised = replace(found.score, value=40.94, chance=0.88, durable=0.5)
    score = replace(advised, value=40.56, chance=0.97, durable=0.4)
    near = Option(Plan({"price": "low"}, ()), score, proved=True)
    said = wording.nearly_sentence(case, replace(found, score=advised, frontier=(near,)))
    assert said is not None
    assert said.endswith("88 % → 97 %, and that it is also carried out 50 % → 40 %.")


def test_where_nothing_is_advised_the_best_chance_is_told_with_durability(advise: Advise) -> None:
    carried = "Chance that it is also carried out (Delivery): < 1 in 1,000."
    document = carried_out(no_deal=90)
    document["constituencies"]["envoy"]["no_deal"] = 90
    said = wording.stop_sentences(*advise(document, floor=0.5))
    assert said[:2] == ["The best chance that any plan reaches is < 1 in 1,000.", carried]
    worthless = carried_out(no_deal=90)
    worthless["constituencies"]["chief"]["no_deal"] = 100
    assert wording.stop_sentences(*advise(worthless))[1:] == [carried]


def test_nothing_is_worth_nothing_to_say(advise: Advise) -> None:
    document = short()
    document["constituencies"]["chief"]["no_deal"] = 100
    case, found = advise(document)
    assert wording.worth_sentence(case, found) is None
    assert wording.fresh_sentence(found) is None


def test_a_floor_missed_on_fresh_draws_is_confessed(advise: Advise) -> None:
    _, found = advise(short())
    confession = " That is below the chance asked for, which it met on the draws it was chosen on."
    asked = replace(found, objective=replace(found.objective, floor=0.97))
    assert wording.fresh_sentence(asked) == f"{wording.fresh_sentence(found)}{confession}"


def test_the_certain_case_says_what_it_supposes(advise: Advise) -> None:
    _, found = advise(short(), certain=True)
    assert wording.fresh_sentence(found) is None
    assert wording.certain_sentence(found) == (
        "This supposes that every best guess is right and that every move works."
    )


def test_an_uncertain_case_supposes_nothing(advise: Advise) -> None:
    _, found = advise(short())
    assert wording.certain_sentence(found) is None


def test_where_only_our_own_side_refuses_what_they_need_it_says_so(advise: Advise) -> None:
    document = made(people={"envoy": {"no_deal": 30}})
    document["constituencies"]["envoy"]["values"]["price"] = {"weight": 1, "low": 90, "high": 0}
    case, found = advise(document, floor=0.5)
    said = wording.stop_sentences(case, found)
    assert said[-1] == (
        "Their gates could be carried further (up to > 999 in 1,000), but only with what our own "
        "side refuses: what they need lies outside our win-set."
    )


def test_where_nothing_moves_them_it_says_so_and_names_the_gate(advise: Advise) -> None:
    case, found = advise(made(people={"envoy": {"no_deal": 90}}), floor=0.5)
    assert wording.stop_sentences(case, found) == [
        "The best chance that any plan reaches is < 1 in 1,000.",
        (
            "Even then the gate most in the way is House (Their side), at < 1 in 1,000; likely "
            "against: Mx Envoy."
        ),
        "Nothing that we can offer or do moves their gates further.",
    ]


def test_in_the_certain_case_stopping_speaks_of_no_chances(advise: Advise) -> None:
    case, found = advise(made(people={"envoy": {"no_deal": 90}}), floor=0.5, certain=True)
    said = " ".join(wording.stop_sentences(case, found))
    assert said.startswith("With every best guess right, no plan passes every gate.")
    assert "the gate in the way is House (Their side)" in said
    assert "1,000" not in said
    assert "%" not in said


@pytest.mark.parametrize(
    ("certain", "odds"), [(True, ""), (False, " (best chance > 999 in 1,000)")]
)
def test_where_deals_pass_but_are_worth_nothing_no_gate_is_blamed(
    advise: Advise, certain: bool, odds: str
) -> None:
    document = made()
    document["constituencies"]["chief"]["no_deal"] = 100
    (said,) = wording.stop_sentences(*advise(document, certain=certain))
    assert said == (
        f"Deals can pass every gate{odds}, but none that does is worth more to the chief than no "
        "deal and its own cost."
    )


def test_a_slim_chance_is_called_hardly_better_than_walking_away(advise: Advise) -> None:
    case, found = advise(short())
    assert found.score is not None
    slim = replace(found, score=replace(found.score, chance=0.04))
    ending = " So slim a chance makes it hardly better than walking away."
    assert wording.worth_sentence(case, slim) == f"{wording.worth_sentence(case, found)}{ending}"


def test_a_proof_under_a_floor_says_so(advise: Advise) -> None:
    assert wording.headline(*advise(short(), floor=0.6)) == (
        "Proved: no plan with a chance of at least 60 % is worth more to Our side, by these "
        "judgements."
    )


def test_a_best_chance_that_is_not_proved_is_only_the_best_found(advise: Advise) -> None:
    case, found = advise(made(people={"envoy": {"no_deal": 90}}), floor=0.5)
    said = wording.stop_sentences(case, replace(found, best_proved=False))
    assert said[0] == "The best chance found so far is < 1 in 1,000."
    assert not any("Nothing that we can offer" in sentence for sentence in said)


def test_another_plan_is_told_by_how_it_differs() -> None:
    case = Negotiation.model_validate(made(moves={"gift": {}, "visit": {}}))
    ours = Plan({"price": "high"}, ("gift",))
    other = Plan({"price": "low"}, ("visit",))
    assert wording.difference(case, ours, other) == "The price: A low one; + Our visit; − Our gift"
    assert wording.difference(case, ours, ours) == "the advice"


def test_progress_tells_the_best_the_bound_and_the_steps() -> None:
    assert wording.progress(6.54, 30.25, 12345) == (
        "Looking for the best plan … best so far +6.5, proved none above +30.2 (12,345 steps)"
    )
    assert "nothing found yet" in wording.progress(float("-inf"), 1.0, 0)


def test_consent_is_asked_for_by_name() -> None:
    moves = {key: {"device": "direct_dealing"} for key in ("visit", "talk")}
    case = Negotiation.model_validate(made(moves=moves))
    both = Plan({"price": "high"}, ("talk", "visit"))
    assert wording.consent_sentence(case, both) == (
        "“Our talk” and “Our visit” need the counterpart’s consent, which has not been granted."
    )
    assert wording.consent_sentence(case, Plan({"price": "high"})) is None

"""Sentences about advice, or about why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Option, Recommendation
from leveltwo.solve.result import Status
from tests.advice.conftest import Diagnose, only
from tests.made import Doc, made, saved

Advise = Callable[..., tuple[Negotiation, Recommendation]]
GIFT = {"effects": {"envoy": [5, 12, 19], "chief": 0}, "cost": 1}


@pytest.fixture
def advise(tmp_path: Path) -> Advise:
    """Advice on a made case."""

    def ask(document: Doc, *, certain: bool = False, **asked: Any) -> tuple[Any, Recommendation]:
        sampling = tasks.Sampling(certain=certain)
        found = tasks.advise(saved(tmp_path, document), sampling=sampling, **asked)
        return found.case, found.result

    return ask


def short(**more: Any) -> Doc:
    """A case in which the gift is what their envoy lacks."""
    return made(people={"envoy": {"no_deal": 70}}, moves={"gift": {**GIFT, **more}})


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
    assert wording.stopped_beside(found) is None
    said = wording.stopped_beside(replace(found, interrupted=True))
    assert said == (
        "Stopped while plans beside the one advised were looked for: what is said of them rests on "
        "those found until then."
    )
    assert wording.stopped_beside(replace(found, interrupted=True, frontier=())) is None


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
        f"Nearly as good, and far likelier to pass: "
        f"{wording.difference(case, found.plan, near.plan)}. "
        "Worth +40.6 against +40.9 points, which judgements can hardly tell apart; chance on the "
        "same draws 88 % → 97 %."
    )
    assert wording.nearly_sentence(case, replace(shown, frontier=())) is None


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


def reasons(advise: Advise, **more: Any) -> tuple[Negotiation, Recommendation]:
    """Advice in which the gift is made, and one reason why."""
    case, found = advise(short(**more))
    assert [reason.move for reason in found.reasons] == ["gift"]
    return case, found


def test_a_reason_says_whom_a_move_wins_over_and_what_is_lost_without_it(advise: Advise) -> None:
    case, found = reasons(advise)
    (reason,) = found.reasons
    (won,) = wording.moved(case, reason)
    assert won.startswith("Mx Envoy +1")
    assert wording.loss(reason, found).endswith(f"worth {wording.points(-found.score.value)}")  # type: ignore[union-attr]
    assert " → < 1 in 1,000; " in wording.loss(reason, found)


def test_every_move_advised_says_whom_at_home_it_annoys_and_who_else_hears_it(
    advise: Advise,
) -> None:
    document = short(effects={"envoy": 15, "wing": -7, "chief": -2, "boss": -3, "young": 2})
    chief = document["constituencies"]["chief"]
    document["constituencies"] |= {
        "wing": {**chief, "name": "The left, and others", "no_deal": 10},
        "young": chief | {"name": "The young"},
        "boss": {**document["constituencies"]["envoy"], "name": "The boss"},
    }
    document["sides"]["us"]["gates"]["party"] = "wing"
    case, found = advise(document)
    assert wording.advised_spill_lines(case, found) == [
        "Who else hears it:",
        (
            "• Our gift: annoys the left, and others clearly (−7.0) at home; turns away the boss "
            "(−3.0); pleases the young (+2.0) at home."
        ),
    ]
    assert wording.reason_lines(case, found) == []


def test_a_move_that_annoys_nobody_says_so(advise: Advise) -> None:
    case, found = reasons(advise)
    assert wording.advised_spill_lines(case, found)[1] == "• Our gift: annoys nobody at home."
    assert wording.advised_spill_lines(case, replace(found, spillover=None)) == []


def test_a_move_that_may_fail_says_with_what_chance(advise: Advise) -> None:
    case, found = reasons(advise, chance=0.8)
    assert "• Our gift: may not work as meant (chance 20 %)." in wording.reason_lines(case, found)


def test_a_sure_move_on_time_needs_no_warning(advise: Advise) -> None:
    assert wording.reason_lines(*reasons(advise)) == []


def test_a_move_of_theirs_is_called_theirs(advise: Advise) -> None:
    case, found = advise(short(by="them"), in_return=["gift"])
    lines = wording.reason_lines(case, found)
    assert lines == ["Mind:", "• Our gift: theirs to make (Their side)."]


def test_a_move_too_late_for_a_gate_says_for_which(advise: Advise) -> None:
    document = short(date="2026-06-02")
    document["sides"]["them"]["gates"]["preview"] = {
        "rule": {"any": ["envoy", "boss"]},
        "date": "2026-05-01",
    }
    document["constituencies"]["boss"] = {**document["constituencies"]["envoy"], "no_deal": 20}
    case, found = advise(document)
    assert "• Our gift: comes too late for “Preview”." in wording.reason_lines(case, found)


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


def test_a_barrier_is_told_in_full(diagnose: Diagnose) -> None:
    moves = {
        "gift": {"effects": {"envoy": 4}},
        "talk": {"effects": {"envoy": 2}, "device": "direct_dealing"},
    }
    document = made(people={"envoy": {"no_deal": 66, "values": {
        "price": {"weight": 1, "low": 100, "high": 60}}}}, moves=moves)  # fmt: skip
    found = diagnose(document)
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    (cause,) = only(found).causes.named
    assert lines[:2] == [
        "Mx Envoy, at House: what the deal gives them; they lack 6.0 points.",
        f"  interests: {wording.because(found.case, only(found), cause, found.result.plan)}",
    ]
    assert lines[2:6] == [
        "  objects most to: The price: A high one (−40.0)",
        "  moves of ours that touch them: Our gift (+4.0); Our talk (+2.0, needs consent)",
        "  kinds of moves that fit: terms, agreement form, outside pressure",
        "  no single move of ours would do; to find one, ask:",
    ]
    questions = wording.prompts(found.case, only(found), found.result.plan)
    assert lines[6:] == [f"    – {question}" for question in questions]
    assert wording.barrier_sentence(only(found), found.result.plan.sample) == "no → yes"


def test_how_a_move_at_hand_binds_is_told_with_it(diagnose: Diagnose) -> None:
    ways = {"nod": "oral", "letter": "written", "treaty": "law"}
    moves = {key: {"effects": {"envoy": 2}, "binding": how} for key, how in ways.items()}
    found = diagnose(made(people={"envoy": {"no_deal": 66}}, moves=moves))
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    assert (
        "  moves of ours that touch them: Our letter (+2.0, in writing); Our nod (+2.0, only "
        "said); Our treaty (+2.0, binding in law)"
    ) in lines


def test_a_barrier_that_one_move_would_answer_asks_nothing_more(diagnose: Diagnose) -> None:
    people = {"guru": {"no_deal": 85}, "envoy": {
        "no_deal": 56, "values": {"price": {"weight": 1, "low": 100, "high": 60}},
        "follows": {"guru": {"against": -8}}}}  # fmt: skip
    found = diagnose(made(people=people, moves={"gift": {"effects": {"envoy": 4}}}))
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    assert lines[-3:] == [
        "  moves of ours that touch them: Our gift (+4.0, would do alone)",
        "  kinds of moves that fit: direct dealing, agreement form, statements, acceptance speech",
        (
            "  another term: “The price: A low one” instead would mean +40.0 points for them and "
            "−100.0 for the chief; they would be for."
        ),
    ]


def test_a_barrier_behind_others_says_that_turning_it_buys_nothing_alone(
    diagnose: Diagnose,
) -> None:
    people = {"envoy": {"no_deal": 80}, "boss": {"no_deal": 80}}
    found = diagnose(made({"all": ["envoy", "boss"]}, people))
    for barrier in found.result.barriers:
        said = wording.barrier_sentence(barrier, found.result.plan.sample)
        assert said == "nothing by itself; others are in the way too"


def test_a_gate_that_others_fail_too_says_so(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {"no_deal": 80}, "boss": {"no_deal": 80}})
    document["sides"]["them"]["gates"]["board"] = "boss"
    found = diagnose(document)
    said = {wording.barrier_sentence(b, found.result.plan.sample) for b in found.result.barriers}
    assert said == {"this gate no → yes, but others fail in the same cases"}


def test_a_map_with_certainty_speaks_of_best_guesses(tmp_path: Path) -> None:
    found = tasks.map_deals(saved(tmp_path, made()), sampling=tasks.Sampling(certain=True))
    assert wording.map_sentence(found.case, found.result) == (
        "1 of 2 deals would pass every gate if every best guess were right."
    )


def test_what_would_break_a_gate_is_told_in_votes_points_and_names(tmp_path: Path) -> None:
    people = {f"m{i}": {"no_deal": 50 - i} for i in range(1, 6)}
    document = made({"need": 5, "votes": dict.fromkeys(people, 1)}, people)
    found = tasks.assess(saved(tmp_path, document), {"price": "high"})
    house = next(s for s in found.result.safety if s.gate == "house")
    assert wording.votes_to_lose(house) == "1"
    assert wording.points_to_lose(house) == "11.0"
    assert wording.bought(found.case, house) == "Mx M1 11.0"
    whole = replace(house, bought={f"m{i}": 10.0 + i for i in range(5, 0, -1)})
    assert wording.bought(found.case, whole) == "Mx M5 15.0; Mx M4 14.0; Mx M3 13.0; 2 more"


def test_what_nothing_breaks_is_said_to_be_so(tmp_path: Path) -> None:
    found = tasks.assess(saved(tmp_path, made()), {"price": "high"})
    house = replace(found.result.safety[0], votes=None, points=None)
    assert (wording.votes_to_lose(house), wording.points_to_lose(house)) == ("none would",) * 2


def test_the_smallest_groups_are_counted_where_not_all_are_shown(tmp_path: Path) -> None:
    result = tasks.assess(saved(tmp_path, made()), {"price": "high"}).result
    title = "Smallest groups whose opposition stops a gate, likeliest first"
    shown = len(result.blocking)
    all_of_them = replace(result, blocking_groups={("us", "sign"): shown})
    assert wording.blocking_title(all_of_them) == title
    more = replace(result, blocking_groups={("us", "sign"): 1_234})
    assert wording.blocking_title(more) == f"{title} ({shown} of 1,234)"
    many = replace(result, blocking_groups={("us", "sign"): None, ("them", "house"): 7})
    assert wording.blocking_title(many) == f"{title} ({shown} of more than 7)"


def test_where_the_likeliest_groups_are_not_proved_so_that_is_said(tmp_path: Path) -> None:
    result = tasks.assess(saved(tmp_path, made()), {"price": "high"}).result
    said = wording.blocking_title(replace(result, blocking_proved=False))
    assert "likeliest found (there may be likelier) first" in said

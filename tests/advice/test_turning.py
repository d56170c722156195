"""What is said about the plans that answers would lead to, and about moods."""

from __future__ import annotations

from dataclasses import replace

from leveltwo.advice import wording
from leveltwo.advice.wording.robustness import NAMED
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.robustness.record import Robustness
from tests.advice.test_robustness import LOW, QUESTION, ROBUST, found, pressed
from tests.made import FREE, Doc, made

MOVES: Doc = {"card": {}, "gift": {"pays": ["envoy"]}, "favour": {"by": "them"}}
CASE = Negotiation.model_validate(made(moves=MOVES))
PAYING = Plan(FREE, ("gift",))


def turning(plan: Plan | None) -> Robustness:
    """A study of which one answer leads to a plan."""
    return found(questions=(replace(QUESTION, turns=(replace(LOW, plan=plan),)),), lead=0.0)


def test_a_delicate_move_that_an_answer_would_add_bears_a_dagger_and_its_warning_below() -> None:
    study = replace(turning(PAYING), plan=Plan(FREE), stress=None)
    assert study.finding_out is not None
    (line,) = wording.turn_lines(CASE, study, study.finding_out.questions[0])
    assert "rather: + Our gift †; worth" in line
    (note,) = wording.turning_notes(CASE, study, 8)
    assert note.startswith("† “Our gift” gives money or another benefit to Mx Envoy")
    assert wording.turning_notes(CASE, study, 0) == []


def test_without_a_plan_the_other_bears_it_too() -> None:
    study = replace(turning(PAYING), plan=None, stress=None)
    assert study.finding_out is not None
    (line,) = wording.turn_lines(CASE, study, study.finding_out.questions[0])
    assert "rather: The price: A high one; + Our gift †; worth" in line
    document = made(moves=MOVES)
    document["issues"]["price"]["bypasses"] = {"high": ["envoy"]}
    case = Negotiation.model_validate(document)
    (line,) = wording.turn_lines(case, study, study.finding_out.questions[0])
    assert "The price: A high one †; + Our gift †" in line
    assert len(wording.turning_notes(case, study, 8)) == 2


def test_what_the_plan_holds_already_is_not_warned_of_again() -> None:
    study = replace(turning(PAYING), plan=PAYING, stress=None)
    assert wording.turning_notes(CASE, study, 8) == []
    assert wording.turning_notes(CASE, replace(study, finding_out=None), 8) == []


def test_the_plan_that_leads_and_the_best_at_the_worst_are_warned_of_too() -> None:
    leads = replace(found(questions=(), best=PAYING, lead=1.5), plan=Plan(FREE), stress=None)
    assert len(wording.turning_notes(CASE, leads, 8)) == 1
    worst = replace(pressed(best=PAYING), plan=Plan(FREE), finding_out=None)
    assert len(wording.turning_notes(CASE, worst, 8)) == 1
    assert wording.turning_notes(CASE, replace(turning(None), plan=Plan(FREE)), 8) == []


def test_a_mood_among_the_first_to_ask_about_is_explained() -> None:
    mood = replace(QUESTION, path="mood.them")
    assert "polls, soundings" in str(wording.mood_sentence(found(questions=(QUESTION, mood)), 2))
    assert wording.mood_sentence(found(questions=(QUESTION, mood)), 1) is None
    assert wording.mood_sentence(replace(ROBUST, finding_out=None), 8) is None


def test_moves_of_others_in_the_plan_are_said_to_be_theirs() -> None:
    study = replace(ROBUST, plan=Plan(FREE, ("card", "favour")))
    assert wording.theirs_sentence(CASE, study) == (
        "The plan counts on “Our favour”, which is for others to make. The plans compared with it "
        "may hold that too or do without; whatever else they add is ours to make."
    )
    moves = MOVES | {"nod": {"by": "them"}}
    more = Negotiation.model_validate(made(moves=moves))
    both = replace(ROBUST, plan=Plan(FREE, ("favour", "nod")))
    said = str(wording.theirs_sentence(more, both))
    assert said.startswith("The plan counts on “Our favour” and “Our nod”, which are for others")
    assert "may hold those too" in said
    assert wording.theirs_sentence(CASE, replace(ROBUST, plan=Plan(FREE, ("card",)))) is None
    assert wording.theirs_sentence(CASE, replace(ROBUST, plan=None)) is None


def test_a_plan_that_was_named_is_not_called_fragile_for_not_being_the_best() -> None:
    named = str(wording.steady_sentence(replace(ROBUST, advised=False)))
    assert "just this plan is the best of all in 30 of 64" in named
    assert named.endswith(NAMED)
    away = str(wording.steady_sentence(replace(ROBUST, advised=False, plan=None)))
    assert NAMED not in away

"""The choice to make first, and what the best plan brings, as a brief tells them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.advice.wording.briefing.answer import best
from leveltwo.advice.wording.briefing.choice import choice, step
from leveltwo.advice.wording.briefing.steps import in_order, to_choose
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Option, Recommendation
from leveltwo.solve.result import Status
from tests.made import made, saved


@pytest.fixture
def found(tmp_path: Path) -> tuple[Negotiation, Recommendation]:
    """A case with a gift that carries the deal, and what is advised."""
    gift = {"effects": {"envoy": [15, 20, 25]}, "cost": 1}
    case = made(people={"envoy": {"no_deal": 70}}, moves={"gift": gift})
    answer = tasks.advise(saved(tmp_path, case))
    return answer.case, answer.result


def near(advice: Recommendation) -> Recommendation:
    """The same, with a plan without the gift that is far likelier to pass."""
    assert advice.plan is not None
    assert advice.score is not None
    score = replace(advice.score, value=40.9, chance=0.88)
    other = Option(Plan(advice.plan.deal, ()), replace(score, value=40.6, chance=0.97), proved=True)
    return replace(advice, score=score, frontier=(other,))


def test_a_plan_nearly_as_good_is_a_choice_to_make_first(
    found: tuple[Negotiation, Recommendation],
) -> None:
    case, advice = found
    said = choice(case, near(advice))
    assert said == (
        "“+ Our gift” (passes with a chance of 88 %), as in the plan below, or “− Our gift” (97 %, "
        "on the same draws)? The second is worth +40.6 points to us on average, the first +40.9, "
        "which judgements can hardly tell apart."
    )
    (told,) = in_order(to_choose(step(case, near(advice))))
    assert told == (
        "First of all:",
        "decide between “+ Our gift” and “− Our gift”; see the answer above.",
    )


def test_where_no_plan_is_nearly_as_good_there_is_no_choice(
    found: tuple[Negotiation, Recommendation],
) -> None:
    case, advice = found
    alone = replace(advice, frontier=())
    assert (choice(case, alone), step(case, alone)) == (None, None)
    assert (choice(case, None), step(case, None)) == (None, None)
    assert to_choose(None) == []


def test_the_best_plan_is_told_by_what_it_brings(
    found: tuple[Negotiation, Recommendation],
) -> None:
    case, advice = found
    assert advice.score is not None
    said = str(best(case, advice))
    assert said.startswith("If your judgements are right, no other plan that the file allows")
    assert f"it brings +{advice.score.value:.1f} points against no deal on average" in said
    assert best(case, replace(advice, status=Status.FEASIBLE)) is None
    assert best(case, replace(advice, score=None)) is None
    assert best(case, replace(advice, score=replace(advice.score, chance=0.01))) is None
    asked = replace(advice, objective=replace(advice.objective, floor=0.8))
    assert best(case, asked) is None


def test_whether_it_is_carried_out_belongs_to_the_choice(tmp_path: Path) -> None:
    gift = {"effects": {"envoy": [15, 20, 25]}, "cost": 1}
    doc = made(people={"envoy": {"no_deal": 70}, "crew": {}}, moves={"gift": gift})
    doc["sides"]["them"]["gates"]["later"] = {"rule": "crew", "implementation": True}
    answer = tasks.advise(saved(tmp_path, doc))
    assert " That it is also carried out: " in str(choice(answer.case, near(answer.result)))

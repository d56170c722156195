"""What would make a plan fail: votes to spare, carrying out, and a rival."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import carrying_out, headings, insurance, spare
from leveltwo.report.brief.blocks import Bullets
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, Doc, made, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section
from tests.report.brief.words import texts_of

HOUSE = {"need": "majority", "votes": {"envoy": 6, "elder": 3}}


def told(folder: Path, doc: Doc, *moves: str, **how: Any) -> Briefing:
    return gathered(saved(folder, doc), FREE, *moves, **how)


def risks(briefing: Briefing) -> str:
    """What the first pages say under that heading."""
    title = headings.TRAPS if briefing.score else headings.TRAPS_NEAREST
    found = section(brief_of(briefing), title)
    text = " ".join(t for b in found if isinstance(b, Bullets) for t in texts_of(b))
    return text.replace("\u00a0", " ")


def voting(no_deal: float = 20, **gate: Any) -> Doc:
    """A house of nine, in which six are for."""
    people = {"elder": {"no_deal": 90}, "envoy": {"no_deal": no_deal}}
    doc = made(gate={**HOUSE, **gate}, people=people)
    doc["sides"]["them"]["gates"]["house"] = {"name": "The house", "rule": {**HOUSE, **gate}}
    return doc


def test_votes_to_spare_are_one_less_than_break_the_gate(tmp_path: Path) -> None:
    """Six for, five needed: one may go, the second breaks it."""
    briefing = told(tmp_path, voting())
    assert briefing.plan
    (safe,) = (s for s in briefing.plan.safety if s.side == "them")
    assert safe.votes == 2
    said = "Votes to spare, where every best guess is right: “The house” can lose 1."
    assert spare.votes_to_spare(briefing.case, briefing.plan) == said
    assert said in risks(briefing)


@pytest.mark.parametrize(("need", "no_deal", "end"), [(6, 20, "can lose none"), (5, 90, "fails")])
def test_a_gate_without_a_vote_to_spare_is_told_as_such(
    need: int, no_deal: float, end: str, tmp_path: Path
) -> None:
    briefing = told(tmp_path, voting(no_deal, need=need))
    assert briefing.plan
    found = spare.votes_to_spare(briefing.case, briefing.plan)
    assert found == f"Votes to spare, where every best guess is right: “The house” {end}."


def test_a_gate_that_no_vote_can_break_is_told_as_such(tmp_path: Path) -> None:
    briefing = told(tmp_path, voting())
    assert briefing.plan
    plan = replace(
        briefing.plan, safety=tuple(replace(s, votes=None) for s in briefing.plan.safety)
    )
    found = str(spare.votes_to_spare(briefing.case, plan))
    assert "“The house” passes however votes are cast" in found


def test_gates_without_a_count_have_no_votes_to_spare(tmp_path: Path) -> None:
    briefing = told(tmp_path, made())
    assert briefing.plan
    assert spare.votes_to_spare(briefing.case, briefing.plan) is None


def carried(**moves: Doc) -> Doc:
    """The crews must carry it out, and waver."""
    doc = made(people={"crews": {"no_deal": [45, 60, 75]}}, moves=moves)
    rule = {"name": "The crews work", "rule": "crews", "implementation": True}
    doc["sides"]["them"]["gates"]["crews"] = rule
    return doc


def of_carrying(briefing: Briefing) -> str:
    assert briefing.plan
    found = str(carrying_out.carried_out(briefing.case, briefing.plan, briefing.spilled))
    assert found in risks(briefing)
    return found


def test_the_move_that_would_help_carrying_out_is_named_with_its_figures(tmp_path: Path) -> None:
    moves: Doc = {"visit": {"effects": {"crews": 8}, "cost": 1}, "wave": {"effects": {"crews": 2}}}
    briefing = told(tmp_path, carried(**moves))
    assert briefing.spilled
    assert briefing.plan
    found = of_carrying(briefing)
    share = wording.chance(briefing.plan.sides["them"].gates["crews"])
    assert f"“The crews work” (Their side), which passes with a chance of {share}." in found
    assert "There most turns on Mx Crews." in found
    readings = briefing.spilled.matrix.of("visit").readings
    assert readings
    shift = " → ".join(wording.chance(reading.gates["them", "crews"]) for reading in readings)
    assert f"Of our moves left, “Our visit” would help most there: {shift}; worth −1.0." in found


def test_no_move_is_named_for_carrying_out_that_lacks_a_consent_or_is_a_trap(
    tmp_path: Path,
) -> None:
    secret = {"effects": {"crews": 8}, "consent": "required"}
    costly = {"effects": {"crews": 8, "envoy": -30}}
    briefing = told(tmp_path, carried(secret=secret, costly=costly))
    assert "No move of ours in the file that may be recommended helps there." in of_carrying(
        briefing
    )


def test_where_nothing_more_helps_the_move_of_the_plan_that_does_is_named(tmp_path: Path) -> None:
    briefing = told(tmp_path, carried(visit={"effects": {"crews": 8}}), "visit")
    assert "is left; in the plan, “Our visit” does (" in of_carrying(briefing)


def test_best_guesses_say_whether_it_is_carried_out(tmp_path: Path) -> None:
    briefing = told(tmp_path, carried(), certain=True)
    assert "(Their side), which passes." in of_carrying(briefing)


def test_nothing_is_sought_where_it_is_all_but_sure_to_be_carried_out(tmp_path: Path) -> None:
    doc = carried(visit={"effects": {"crews": 8}})
    doc["constituencies"]["crews"]["no_deal"] = 10
    assert of_carrying(told(tmp_path, doc)).endswith("passes with a chance of > 999 in 1,000.")


def test_without_such_a_gate_nothing_is_said_of_carrying_out(tmp_path: Path) -> None:
    briefing = told(tmp_path, made())
    assert briefing.plan
    assert carrying_out.carried_out(briefing.case, briefing.plan, briefing.spilled) is None


def test_the_cheapest_insurance_stands_on_the_first_pages(tmp_path: Path) -> None:
    doc = made(moves={"gift": {"effects": {"envoy": 12}, "cost": 2}})
    briefing = told(tmp_path, doc)
    found = briefing.insurance
    assert found
    assert found.added == ("gift",)
    said = insurance.insured(briefing.case, found)
    assert said == (
        "Suppose a rival takes 12.0 points from people, as many as the strongest move of the case "
        "does to one of them. The cheapest insurance: add “Our gift”, at a cost of 2.0 points. "
        "Then, if every best guess is right, such a rival can break no gate of Their side."
    )
    assert said in risks(briefing)


def test_a_plan_that_needs_no_insurance_is_told_as_such(tmp_path: Path) -> None:
    briefing = told(tmp_path, made(people={"envoy": {"no_deal": 10}}))
    said = "Suppose a rival takes 10.0 points from people. If every best guess is right, such"
    assert said in risks(briefing)
    assert "no insurance is needed" in risks(briefing)


def test_without_a_plan_nothing_is_insured(tmp_path: Path) -> None:
    briefing = gathered(saved(tmp_path, made(people={"envoy": {"no_deal": 90}})), None)
    assert briefing.insurance is None
    assert insurance.insured(briefing.case, None) is None
    assert "insurance" not in risks(briefing)


def test_where_walking_away_is_better_nobody_need_break_anything(tmp_path: Path) -> None:
    """And a gate with a date would decide, if there were a deal."""
    doc = made(people={"envoy": {"no_deal": 90}})
    doc["sides"]["them"]["gates"]["house"] = {"rule": "envoy", "date": "2026-12-20"}
    briefing = gathered(saved(tmp_path, doc), None)
    assert "rival" not in risks(briefing)
    steps = section(brief_of(briefing), headings.FIRST_MOVES)
    text = " ".join(t for block in steps for t in texts_of(block))
    assert "“House” would decide on a deal." in text


def test_what_is_told_of_insurance_is_what_insure_finds(tmp_path: Path) -> None:
    people = {"envoy": {"no_deal": [40, 50, 58]}}
    doc = made(people=people, moves={"gift": {"effects": {"envoy": 12}, "cost": 2}})
    briefing = told(tmp_path, doc)
    whole = tasks.insure(str(tmp_path / "made.yaml"), FREE, (), tasks.Sampling(draws=64)).result
    assert whole
    found = insurance.insured(briefing.case, briefing.insurance)
    assert found == insurance.insured(briefing.case, whole)

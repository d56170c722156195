"""What is told of the plan rests on the draws on which its chance is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.brief import brief_of
from leveltwo.report.brief.written import Written
from leveltwo.report.brief_document import brief_document
from tests.made import made, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import a_plan, section
from tests.report.brief.words import texts
from tests.strategies import documents

ROUNDING = 1e-9


def in_doubt() -> dict[str, Any]:
    """Two people in doubt, each at a gate of their own, and a gift for one of them."""
    people = {"envoy": {"no_deal": [40, 55, 70]}, "elder": {"no_deal": [45, 52, 66]}}
    moves = {"gift": {"effects": {"envoy": 5}, "cost": 1}}
    doc = made(people=people, moves=moves)
    doc["sides"]["them"]["gates"]["elders"] = "elder"
    return doc


@pytest.fixture(scope="module")
def advised(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    return gathered(saved(tmp_path_factory.mktemp("fresh"), in_doubt()), None, draws=64)


@settings(max_examples=15, deadline=None)
@given(documents())
def test_no_gate_is_told_as_less_likely_than_all_of_them(folder: Path, doc: dict[str, Any]) -> None:
    """The chance told of all gates is at most that of each; carried out, at most any."""
    deal, made = a_plan(doc)
    briefing = gathered(saved(folder, doc, "monotone.yaml"), deal, *made, draws=32)
    assert briefing.plan
    assert briefing.fresh
    score = briefing.fresh.score
    for side, part in briefing.plan.sides.items():
        for gate, share in part.gates.items():
            carried = briefing.case.sides[side].gates[gate].implementation
            assert (score.durable if carried else score.chance) <= share + ROUNDING


def test_gates_people_barriers_and_moves_are_told_on_the_fresh_draws(advised: Briefing) -> None:
    assert advised.plan
    assert advised.fresh
    assert advised.advice
    draws = advised.fresh.sample
    assert advised.plan.sample == draws
    assert advised.plan.chance == pytest.approx(advised.fresh.score.chance)
    assert advised.spilled
    assert advised.spilled.matrix.sample == draws
    (reason,) = advised.reasons
    change = advised.spilled.matrix.of("gift").change
    assert change
    assert advised.fresh.score.chance - reason.chance_without == pytest.approx(change.chance)
    for barrier in advised.barriers:
        found = barrier.conversion
        assert found.now == pytest.approx(advised.plan.chance)
        assert found.gate_chance == pytest.approx(advised.plan.sides[found.side].gates[found.gate])


def test_the_gates_of_the_annex_bear_the_chances_of_that_assessment(advised: Briefing) -> None:
    assert advised.plan
    tables = [b for b in section(brief_of(advised), headings.GATES) if isinstance(b, Table)]
    theirs = tables[list(advised.case.sides).index("them")]
    shares = advised.plan.sides["them"].gates.values()
    told = [wording.chance(share).replace(" %", "\u00a0%") for share in shares]
    assert [row[3] for row in theirs.rows] == told


def test_the_worth_told_and_the_json_rest_on_the_draws_searched(advised: Briefing) -> None:
    """And the brief says which is which."""
    assert advised.advice
    assert advised.score == advised.advice.score
    assert advised.score
    told = brief_document(Written(advised, brief_of(advised), ()))
    assert told["chance"] == advised.score.chance
    text = " ".join(texts(brief_of(advised)))
    assert "comes from 16,384 fresh draws" in text
    assert "What it is compared with comes from the first" in text


def test_a_plan_that_is_not_advised_is_told_on_the_draws_searched(tmp_path: Path) -> None:
    briefing = gathered(saved(tmp_path, made(people={"envoy": {"no_deal": 90}})), None)
    assert briefing.plan
    assert briefing.fresh is None
    assert briefing.plan.sample == briefing.sample
    assert "fresh draws" not in " ".join(texts(brief_of(briefing)))


def test_best_guesses_know_no_fresh_draws(tmp_path: Path) -> None:
    briefing = gathered(saved(tmp_path, in_doubt()), {"price": "high"}, "gift", certain=True)
    assert briefing.plan
    assert briefing.plan.sample.certain

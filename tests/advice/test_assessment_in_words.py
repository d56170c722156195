"""Sentences about one plan, held against the figures that they cite."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.advice.wording.barriers import liking
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation
from tests.advice.conftest import Diagnose, only
from tests.made import FREE, Doc, made, saved

DOUBT = {"envoy": {"no_deal": [40, 58, 80]}}


def assessed(
    folder: Path, document: Doc, *moves: str, certain: bool = False
) -> tuple[Negotiation, Assessment]:
    """A high price, assessed."""
    sampling = tasks.Sampling(certain=certain)
    found = tasks.assess(saved(folder, document), FREE, moves, sampling)
    return found.case, found.result


def test_the_chance_is_told_with_its_error_and_draws(tmp_path: Path) -> None:
    _, found = assessed(tmp_path, made(people=DOUBT))
    low, high = found.sample.interval(found.chance)
    assert 0.3 < found.chance < 0.7
    assert wording.interval_sentence(found) == (
        f"Chance that every gate passes: {wording.chance(found.chance)} (sampling error: "
        f"{wording.chance_range(low, high)}; 64 draws)."
    )


@pytest.mark.parametrize(("no_deal", "word"), [(50, "passes"), (70, "fails")])
def test_without_chance_it_is_told_whether_the_plan_passes(
    tmp_path: Path, no_deal: float, word: str
) -> None:
    _, found = assessed(tmp_path, made(people={"envoy": {"no_deal": no_deal}}), certain=True)
    assert wording.interval_sentence(found) == (
        f"If every best guess is right and every move works, the plan {word}."
    )


def test_what_is_carried_out_is_told_with_its_gates(tmp_path: Path) -> None:
    document = made(people={**DOUBT, "army": {"no_deal": [45, 56, 70]}})
    case, found = assessed(tmp_path, document)
    assert wording.durability_sentence(case, found.durable, found.sample) is None
    for key in ("work", "stay"):
        document["sides"]["them"]["gates"][key] = {"rule": "army", "implementation": True}
    case, found = assessed(tmp_path, document)
    assert 0.01 < found.durable < found.chance
    assert wording.durability_sentence(case, found.durable, found.sample) == (
        f"Chance that it is also carried out (Work and Stay): {wording.chance(found.durable)}."
    )


def test_moves_that_come_late_are_told_with_the_gates_they_miss(tmp_path: Path) -> None:
    gate = {"rule": "envoy", "date": "2026-06-01"}
    late: dict[str, Any] = {"effects": {"envoy": 2}, "date": "2026-06-02"}
    document = made(gate, moves={"gift": late, "nod": {}})
    case, found = assessed(tmp_path, document, "nod")
    assert wording.late_sentence(case, found) is None
    case, found = assessed(tmp_path, document, "gift", "nod")
    assert wording.late_sentence(case, found) == "“Our gift” comes too late for “House”."


def test_the_largest_parts_of_a_margin_come_first_with_their_points(tmp_path: Path) -> None:
    people = {"guru": {}, "envoy": {"follows": {"guru": {"for": 4, "against": -4}}}}
    moves = {"gift": {"effects": {"envoy": 7}}, "slip": {"effects": {"envoy": -2}}}
    case, found = assessed(tmp_path, made(people=people, moves=moves), "gift", "slip", certain=True)
    parts = found.constituencies["envoy"].parts
    assert (parts.moves["gift"], parts.moves["slip"], parts.cues["guru"]) == (7, -2, 4)
    told = wording.largest_parts(case, found.plan, parts, 4)
    price = wording.points(parts.terms["price"])
    rest = "Our gift +7.0; the word of Mx Guru +4.0; Our slip −2.0"
    assert told == f"The price: A high one {price}; {rest}"
    assert wording.largest_parts(case, found.plan, parts, 1) == f"The price: A high one {price}"


def test_what_they_like_is_told_with_its_points(diagnose: Diagnose) -> None:
    found = diagnose(made(people={"envoy": {"no_deal": 70}}))
    barrier = only(found)
    assert barrier.likes == (("price", 60),)
    assert liking(found.case, barrier, FREE) == "The price: A high one (+60.0)"

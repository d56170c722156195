"""Spill-over, traps and warnings as documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.errors import PlanError
from leveltwo.report.document import document
from leveltwo.report.library_document import match_document, with_precedents
from tests.made import FREE, Doc, made, saved

CERTAIN = tasks.Sampling(certain=True)
WING = {"side": "us", "no_deal": 97, "values": {"price": {"weight": 1, "low": 0, "high": 100}}}


def trapped(**more: Any) -> Doc:
    """A case in which praise wins their envoy and loses our wing."""
    moves = {
        "praise": {"effects": {"envoy": 6, "wing": -4}},
        "gift": {"effects": {"envoy": 6}, "cost": 1, "device": "agreement_form"},
        "lie": {"effects": {"envoy": 6}, "deceives": ["envoy"]},
        "grace": {"by": "them", "effects": {"envoy": 1}},
    }
    doc = made(people={"envoy": {"no_deal": 65}, "wing": WING}, moves=moves, more=more)
    doc["sides"]["us"]["gates"]["party"] = "wing"
    return doc


def told(folder: Path, deal: Any = None, moves: Any = (), in_return: Any = ()) -> Any:
    """The document of a matrix, written and read again."""
    found = tasks.spillover(saved(folder, trapped()), deal, moves, in_return, CERTAIN)
    return json.loads(json.dumps(document(found.result, found.case), allow_nan=False))


def test_every_move_of_ours_is_told_against_every_audience_and_gate(tmp_path: Path) -> None:
    found = told(tmp_path, FREE)
    assert (found["deal"], found["moves"], found["status"]) == (FREE, [], None)
    assert [spill["move"] for spill in found["spillover"]] == ["praise", "gift", "lie"]
    praise = found["spillover"][0]
    assert (praise["by"], praise["in_plan"], praise["cost"]) == ("us", False, 0)
    assert praise["audiences"]["wing"] == {
        "points": -4, "points_if_it_works": -4, "late": False,
        "chance": {"without": 1, "with": 0},
    }  # fmt: skip
    assert praise["audiences"]["chief"]["points"] == 0
    assert praise["others"] == {"without": 0, "with": 1}
    assert praise["sides"] == {"us": {"without": 1, "with": 0}, "them": {"without": 0, "with": 1}}
    assert praise["gates"]["us.party"] == {"without": 1, "with": 0}


def test_traps_and_warnings_are_told_with_their_sentences(tmp_path: Path) -> None:
    found = told(tmp_path, FREE, ["lie"])
    assert [w["kind"] for w in found["warnings"]] == ["deception"]
    assert found["warnings"][0]["forbids"]
    (trap,) = told(tmp_path, FREE)["traps"]
    assert (trap["move"], trap["kind"]) == ("praise", "loses our own gates")
    assert (trap["annoys"], trap["lets_down"], trap["in_plan"]) == ({"wing": -4}, {}, False)
    assert trap["text"].startswith("“Our praise” wins at the other gates (no → yes) and loses")
    assert trap["precedent"] is None


def test_a_trap_is_told_with_the_case_that_fell_into_one(tmp_path: Path) -> None:
    doc = trapped()
    doc["moves"]["praise"]["device"] = "statements"
    doc["sides"]["us"]["gates"]["party"] = {"rule": "wing", "body": "parliament"}
    file = saved(tmp_path, doc)
    found = tasks.spillover(file, FREE, sampling=CERTAIN)
    (trap,) = document(found.result, found.case)["traps"]
    assert trap["precedent"] == match_document(found.result.fallen["praise"])
    assert trap["precedent"]["same"]["devices"] == ["statements"]
    advised = tasks.advise(file, sampling=CERTAIN)
    bare = document(advised.result, advised.case)
    assert [t["precedent"] for t in bare["traps"]] == [None]
    whole = with_precedents(bare, advised.precedents, advised.fallen)
    assert [t["precedent"] for t in whole["traps"]] == [trap["precedent"]]
    assert with_precedents(bare, advised.precedents, {})["traps"] == bare["traps"]


def test_a_term_that_goes_round_somebody_is_told_by_issue_and_option(tmp_path: Path) -> None:
    doc = made(people={"boss": {}})
    doc["issues"]["price"]["bypasses"] = {"high": ["boss", "them.house"]}
    found = tasks.assess(saved(tmp_path, doc), FREE)
    (warning,) = document(found.result, found.case)["warnings"]
    assert (warning["move"], warning["issue"], warning["option"]) == (None, "price", "high")
    assert (warning["constituencies"], warning["gates"]) == (["boss"], ["them.house"])


def test_a_move_that_cannot_be_added_has_no_figures_of_the_plan(tmp_path: Path) -> None:
    doc = made(moves={"one": {"excludes": ["two"]}, "two": {"effects": {"envoy": 1}}})
    found = tasks.spillover(saved(tmp_path, doc), FREE, ["one"], sampling=CERTAIN)
    two = document(found.result, found.case)["spillover"][1]
    assert two["conflicts"] == ["“Our one” cannot go with “Our two”"]
    assert (two["chance"], two["sides"], two["gates"]) == (None, None, None)
    assert two["audiences"]["envoy"] == {
        "points": 1, "points_if_it_works": 1, "late": False, "chance": None,
    }  # fmt: skip


def test_without_a_deal_it_is_the_plan_advised(tmp_path: Path) -> None:
    found = told(tmp_path)
    assert (found["status"], found["moves"]) == ("optimal", ["gift"])
    offered = told(tmp_path, in_return=["grace"])
    assert "grace" in [spill["move"] for spill in offered["spillover"]]
    advised = tasks.advise(saved(tmp_path, trapped()), sampling=CERTAIN)
    advice = document(advised.result, advised.case)
    assert advice["why"][0]["annoys"] == {}
    assert [trap["move"] for trap in advice["traps"]] == ["praise"]
    assert [warning["kind"] for warning in advice["warnings"]] == ["form"]


def test_where_nothing_is_advised_it_is_the_plan_with_the_best_chance(tmp_path: Path) -> None:
    doc = made(people={"envoy": {"no_deal": 90}}, moves={"gift": {"effects": {"envoy": 1}}})
    found = tasks.spillover(saved(tmp_path, doc), sampling=CERTAIN)
    assert document(found.result, found.case)["status"] == "no_deal"
    assert found.result.advice is not None
    assert found.result.advice.best_chance is not None
    assert found.result.matrix.plan == found.result.advice.best_chance.plan


def test_moves_without_a_deal_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="moves are given without a deal"):
        told(tmp_path, None, ["gift"])

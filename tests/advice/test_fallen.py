"""For each trap, the case from history that fell into one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice.fallen import FARED, all_fallen, fallen
from leveltwo.advice.precedents import Match
from leveltwo.advice.traps import Kind, traps
from leveltwo.io.catalog import names
from leveltwo.io.library import precedents
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent, Verdict
from tests.advice.test_traps import matrix, ours_too
from tests.board import Doc
from tests.made import FREE, saved
from tests.model.test_precedent import act, precedent
from tests.report.test_spillover_document import trapped

WRONG = "wrong audience"
LATE = "too little or too late"


def praised(device: str | None = "statements", body: str | None = "parliament") -> Doc:
    """A board in which praise carries ann and loses cy, of our parliament."""
    move: Doc = {"effects": {"ann": 6, "cy": -4}}
    doc = ours_too({"ann": -5}, {"praise": move | ({"device": device} if device else {})})
    rule = doc["sides"]["us"]["gates"]["parliament"]
    if body:
        doc["sides"]["us"]["gates"]["parliament"] = {"rule": rule, "body": body}
    return doc


def cited(doc: Doc, library: dict[str, Precedent], but_not: Any = ()) -> Match | None:
    """What is cited for the only trap of a board."""
    case = Negotiation.model_validate(doc)
    (trap,) = traps(case, matrix(doc))
    return fallen(case, trap, library, but_not)


def test_a_case_with_the_same_device_that_reached_the_wrong_audience_is_cited() -> None:
    library = {
        "good": precedent(act()),
        "other": precedent(act(verdict=WRONG, devices=["terms"])),
        "late": precedent(act(verdict=LATE)),
        "same": precedent(act(verdict=WRONG, short="a cheer")),
        "again": precedent(act(verdict=WRONG)),
    }
    found = cited(praised(), library)
    assert found is not None
    assert (found.name, found.act.short, found.devices) == ("same", "a cheer", ("statements",))
    assert found.cautionary


def test_among_those_the_same_sort_of_approval_decides_then_the_purer_act() -> None:
    library = {
        "mixed": precedent(act(verdict=WRONG, devices=["statements", "terms"])),
        "pure": precedent(act(verdict=WRONG, rules=["majority"])),
        "asked": precedent(act(verdict=WRONG, bodies=["referendum"])),
    }
    assert getattr(cited(praised(), library), "name", None) == "pure"
    assert getattr(cited(praised(body="referendum"), library), "name", None) == "asked"


@pytest.mark.parametrize("device", ["joint_action", None])
def test_without_the_same_device_nothing_is_cited(device: str | None) -> None:
    library = {"x": precedent(act(verdict=WRONG))}
    assert cited(praised(device), library) is None
    assert cited(praised(), library) is not None


@pytest.mark.parametrize("body", ["members", "board", None])
def test_the_same_device_before_other_people_is_not_cited(body: str | None) -> None:
    library = {"x": precedent(act(verdict=WRONG, rules=["majority"]))}
    assert cited(praised(body=body), library) is None


def test_a_case_is_not_cited_to_itself() -> None:
    library = {"x": precedent(act(verdict=WRONG))}
    assert cited(praised(), library, ["x"]) is None
    case = Negotiation.model_validate(praised())
    found = traps(case, matrix(praised()))
    assert set(all_fallen(case, found, library)) == {"praise"}
    assert all_fallen(case, found, library, ["x"]) == {}


def test_a_move_that_comes_too_late_is_beside_one_that_came_too_late() -> None:
    doc = ours_too({"ann": 1}, {"late": {"effects": {"ann": 9, "cy": -4}, "date": "2026-10-01",
                                         "device": "statements"}})  # fmt: skip
    doc["sides"]["them"]["gates"]["vote"] = {
        "rule": "ann",
        "date": "2026-09-01",
        "body": "parliament",
    }
    case = Negotiation.model_validate(doc)
    found = traps(case, matrix(doc))
    assert [trap.kind for trap in found] == [Kind.DATE]
    library = {"x": precedent(act(verdict=WRONG)), "y": precedent(act(verdict=LATE))}
    assert all_fallen(case, found, library)["late"].name == "y"


def test_every_kind_of_trap_has_its_verdicts_and_none_of_them_is_help() -> None:
    assert set(FARED) == set(Kind)
    assert all(verdicts and Verdict.HELPED not in verdicts for verdicts in FARED.values())


def test_the_library_knows_a_fall_for_every_device_but_one() -> None:
    """Nothing in it tells of joint action that went wrong."""
    devices = {d for entry in precedents().values() for a in entry.acts
               if a.verdict is not Verdict.HELPED for d in a.devices}  # fmt: skip
    assert len(devices) == 9
    assert "joint_action" not in devices


def test_advice_and_spillover_cite_the_same_for_the_traps_to_leave(tmp_path: Path) -> None:
    doc = trapped()
    doc["moves"]["praise"]["device"] = "statements"
    doc["sides"]["us"]["gates"]["party"] = {"rule": "wing", "body": "parliament"}
    file = saved(tmp_path, doc)
    certain = tasks.Sampling(certain=True)
    advised = tasks.advise(file, sampling=certain)
    assert set(advised.fallen) == {"praise"}
    assert advised.fallen["praise"].act.verdict is Verdict.WRONG
    matrix_ = tasks.spillover(file, FREE, sampling=certain).result
    assert matrix_.fallen["praise"] == advised.fallen["praise"]


@pytest.mark.parametrize("name", names())
def test_no_bundled_case_is_cited_for_its_own_traps(name: str) -> None:
    found = tasks.spillover(name, "history", ["history"], sampling=tasks.Sampling(draws=256)).result
    for trap in found.traps:
        match = found.fallen.get(trap.spill.move)
        assert match is None or (match.name != name and match.act.verdict in FARED[trap.kind])

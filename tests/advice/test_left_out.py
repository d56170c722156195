"""Moves left out for lack of consent, with what they would add."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice.wording.left_out import HEADING, left_out, left_out_lines
from leveltwo.report.document import document
from tests.made import FREE, Doc, made, saved

CERTAIN = tasks.Sampling(certain=True)


def barred(**more: Any) -> Doc:
    """A case in which talking to their envoy's people would carry the deal, without a consent."""
    talk = {"effects": {"envoy": 15}, "device": "direct_dealing", **more}
    return made(people={"envoy": {"no_deal": 65}}, moves={"talk": talk})


def test_such_a_move_is_named_with_what_it_would_add_and_whom_to_ask(tmp_path: Path) -> None:
    found = tasks.spillover(saved(tmp_path, barred()), FREE, sampling=CERTAIN)
    heading, line = left_out_lines(found.case, found.result.matrix)
    assert heading == HEADING
    assert line.startswith(
        "• “Our talk”. It would mean: “House” (Their side) no → yes; all gates no → yes, worth "
    )
    assert "ask Mx Envoy first" in line
    (spill,) = found.result.matrix.spills
    assert spill.change is not None
    assert f"worth +{spill.change.value:.1f}." in line
    (told,) = document(found.result, found.case)["left_out"]
    assert (told["move"], f"• {told['text']}") == ("talk", line)


@pytest.mark.parametrize("consent", ["granted", "not_needed"])
def test_with_a_consent_nothing_is_left_out(tmp_path: Path, consent: str) -> None:
    found = tasks.spillover(saved(tmp_path, barred(consent=consent)), FREE, sampling=CERTAIN)
    assert left_out(found.case, found.result.matrix) == ()
    assert left_out_lines(found.case, found.result.matrix) == []


def test_a_move_of_the_plan_is_not_left_out_and_without_figures_nothing_is(tmp_path: Path) -> None:
    found = tasks.spillover(saved(tmp_path, barred()), FREE, ["talk"], sampling=CERTAIN)
    assert left_out_lines(found.case, found.result.matrix) == []
    assert left_out_lines(found.case, None) == []


def test_what_changes_no_gate_is_told_of_all_of_them(tmp_path: Path) -> None:
    doc = barred(effects={"envoy": 1})
    found = tasks.spillover(saved(tmp_path, doc), FREE, sampling=CERTAIN)
    (_, line) = left_out_lines(found.case, found.result.matrix)
    assert "It would mean: all gates no → no" in line


def test_a_move_that_does_not_go_with_the_plan_is_said_not_to(tmp_path: Path) -> None:
    doc = barred(only_with={"price": "low"})
    found = tasks.spillover(saved(tmp_path, doc), FREE, sampling=CERTAIN)
    (_, line) = left_out_lines(found.case, found.result.matrix)
    assert "It does not go with this plan anyway." in line


def test_advice_tells_of_it_too(tmp_path: Path) -> None:
    doc = barred()
    doc["constituencies"]["envoy"]["no_deal"] = 50
    found = tasks.advise(saved(tmp_path, doc), sampling=CERTAIN)
    assert [one["move"] for one in document(found.result, found.case)["left_out"]] == ["talk"]

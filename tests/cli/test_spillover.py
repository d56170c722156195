"""The command that shows who else hears a move."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import leveltwo
from tests.made import Doc, made, saved
from tests.report.test_spillover_document import trapped


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A file with a trap."""
    return saved(tmp_path, trapped())


def test_a_matrix_for_each_side_then_gates_then_traps_then_guard_rails(case: str) -> None:
    ended = leveltwo("spillover", case, "--deal", "price=high", "--moves", "lie", "--certain")
    said = ended.said
    parts = [
        "Each move against the plan named:",
        "Our side, our own side: points added to margins",
        "A The chief; B Mx Wing" if "A The chief" in said else "A Mx Wing; B The chief",
        "Their side: points added to margins",
        "What each move changes: gates won or lost; worth in points",
        "Who at home is annoyed:",
        "Guard-rails: • “Our lie” is not recommended: Mx Envoy would take for true",
    ]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert (ended.status, ended.err) == (0, "")
    assert "• Our lie" in ended.out


def test_without_a_deal_the_plan_advised_is_looked_at(case: str) -> None:
    said = leveltwo("spillover", case, "--certain").said
    assert "Each move against the plan advised:" in said
    assert "Leave these: • “Our praise”" in said


def test_a_case_without_moves_has_nothing_to_spill_over(tmp_path: Path) -> None:
    said = leveltwo("spillover", saved(tmp_path, made()), "--deal", "price=high").said
    assert "there is nothing to spill over" in said


def test_many_audiences_and_gates_stand_in_several_tables(tmp_path: Path) -> None:
    people: Doc = {f"m{i}": {} for i in range(9)}
    moves = {"gift": {"effects": dict.fromkeys(people, -60)}, "idle": {"effects": {"chief": 1}}}
    doc = made({"all": list(people)}, people, moves)
    doc["sides"]["them"]["gates"] = {f"g{i}": f"m{i}" for i in range(9)}
    ended = leveltwo("spillover", saved(tmp_path, doc), "--deal", "price=high", "--certain")
    assert ended.said.count("Their side: points added to margins") == 2
    assert ended.said.count("What each move changes") == 2
    assert max(map(len, ended.out.split("\n"))) <= 110


def test_moves_named_without_a_deal_are_refused(case: str) -> None:
    ended = leveltwo("spillover", case, "--moves", "gift")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == (
        "error: moves are given without a deal; name the deal too, or leave them out\n"
    )


def test_advice_says_who_else_hears_what_to_leave_and_what_to_mind(case: str) -> None:
    said = leveltwo("advise", case, "--certain").said
    for part in [
        "Who else hears it: • “Our gift” annoys nobody at home.",
        "Leave these: • “Our praise”",
        "Guard-rails: • “Our gift” changes the form of the agreement.",
    ]:
        assert part in said

"""Deals and moves that make a plan."""

from __future__ import annotations

import pytest

from leveltwo.model.compatibility import conflicts
from leveltwo.model.plan import Plan
from tests.small import Edit, small

GOOD = {"sunday": "open", "bonus": "5"}
CONFLICTS: list[tuple[list[Edit], dict[str, str], tuple[str, ...], list[str]]] = [
    ([], GOOD, ("rota", "feast"), []),
    (
        [],
        {"sunday": "open", "bonus": "0"},
        (),
        ["the constraint “never Sunday: Open and Bonus: 0 per cent” is broken"],
    ),
    (
        [("{never: {sunday: open, bonus: 0}}", "{if: {sunday: open}, then: {bonus: [10, 15]}}")],
        GOOD,
        (),
        [
            "the constraint “if Sunday: Open, then Bonus: 10 per cent or 15 per cent” is broken",
        ],
    ),
    ([], GOOD, ("feast",), ["“Feast” needs “Rota”"]),
    (
        [("needs: [rota]", "excludes: [rota]")],
        GOOD,
        ("rota", "feast"),
        ["“Feast” cannot go with “Rota”"],
    ),
    (
        [("needs: [rota]", "excludes: [rota]"), ("cost: 2", "excludes: [feast]")],
        GOOD,
        ("rota", "feast"),
        ["“Feast” cannot go with “Rota”"],
    ),
    ([("needs: [rota]", "excludes: [rota]")], GOOD, ("feast",), []),
    (
        [("cost: 2", "only_with: {bonus: [10, 15]}")],
        GOOD,
        ("rota",),
        ["“Rota” only goes with Bonus: 10 per cent or 15 per cent"],
    ),
    ([("cost: 2", "only_with: {bonus: [5, 15]}")], GOOD, ("rota",), []),
    (
        [("resources: {money: 5}", "resources: {money: 0.5}")],
        GOOD,
        ("rota",),
        ["the moves use 1 of money, of which there is 0.5"],
    ),
    ([("resources: {money: 5}", "resources: {money: 1}")], GOOD, ("rota",), []),
]


@pytest.mark.parametrize(("edits", "deal", "made", "expected"), CONFLICTS)
def test_what_keeps_a_deal_and_moves_from_being_a_plan_is_told_in_words(
    edits: list[Edit], deal: dict[str, str], made: tuple[str, ...], expected: list[str]
) -> None:
    """Each conflict once, in readers' names."""
    assert list(conflicts(small(*edits), Plan(deal, made))) == expected

"""Whole cases that cannot be meant."""

from __future__ import annotations

import pytest

from tests.small import Edit, messages

HISTORY = "history: {deal: {sunday: closed}, result: R}\nconstraints:"
WRONG: list[tuple[list[Edit], str]] = [
    (
        [("negotiator: manager", "negotiator: day")],
        "sides.shop.negotiator: “day” belongs to “staff”; name a constituency of “shop”",
    ),
    (
        [("issues:\n", "issues:\n  unless: {options: {a: A}}\n")],
        "issues.unless: “unless” is a key of red lines; choose another id",
    ),
    (
        [("constraints:", HISTORY)],
        "history.deal: no option for “bonus”; choose one for every issue",
    ),
    ([("need: majority", "need: 22")], "sides.staff.gates.ballot.need: 22 votes are needed"),
    ([("follows: {day:", "follows: {night:")], "constituencies.night.follows.night: “night” fol"),
]


@pytest.mark.parametrize(("edits", "message"), WRONG, ids=[message[:30] for _, message in WRONG])
def test_nonsense_is_told_once(edits: list[Edit], message: str) -> None:
    """At its place."""
    found = messages(*edits)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_a_negotiation_needs_two_sides_an_issue_and_two_constituencies() -> None:
    """Empty mappings are not enough."""
    found = messages(
        ("issues:\n", "issues: {}\nsummary: |\n"),
        ("constituencies:\n", "constituencies: {}\nsources:\n - |\n"),
    )
    assert "issues: a negotiation needs an issue" in found
    assert "constituencies: a negotiation needs two or more constituencies" in found


def test_a_negotiator_of_a_side_that_does_not_exist_is_one_mistake() -> None:
    """That of its constituency."""
    assert len(messages(("    side: shop\n", "    side: shp\n"))) == 1

"""How far those who vote in a gate stand above the point at which their vote is lost."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core.arrays import TOLERANCE
from leveltwo.core.choice import encode
from leveltwo.core.heights import Heights, heights
from tests.board import board, certain_table

VOTE = {"need": 1, "votes": {"ann": 1, "bob": 1}}


def standing(people: Any, rule: Any) -> Heights | None:
    """Heights on the treaty."""
    table = certain_table(board(people, {"vote": {"rule": rule}}))
    gate = next(gate for gate in table.layout.gates if gate.key == "vote")
    return heights(table, encode(table.layout, {"text": "treaty"}), gate)


def known(people: Any, rule: Any) -> Heights:
    """Heights that are known."""
    found = standing(people, rule)
    assert found is not None
    return found


def test_a_height_is_the_margin_above_the_level_of_a_yes() -> None:
    found = known({"ann": 9, "bob": -2, "cy": 4}, VOTE)
    assert found.people == ("ann", "bob")
    assert found.height.tolist() == pytest.approx([9 + TOLERANCE, -2 + TOLERANCE])
    assert found.level.tolist() == pytest.approx([-TOLERANCE] * 2)
    assert (found.one_each, found.hearing) == (True, False)


def test_a_band_raises_the_level_where_only_a_yes_counts() -> None:
    found = known({"ann": {"margin": 9, "band": 4}, "bob": 1}, VOTE)
    assert found.height[0] == pytest.approx(5 + TOLERANCE)


def test_a_band_lowers_the_level_where_only_a_no_counts() -> None:
    found = known({"ann": {"margin": 9, "band": 4}, "bob": 1}, {"unless": VOTE})
    assert found.height[0] == pytest.approx(13 + TOLERANCE)


def test_a_vote_that_may_fall_to_abstention_has_no_one_price() -> None:
    people = {"ann": {"margin": 9, "band": 4}, "bob": 1}
    assert standing(people, {**VOTE, "need": "majority", "base": "cast"}) is None


def test_members_who_differ_have_heights_of_their_own() -> None:
    found = known({"ann": {"margin": 9, "spread": 5}, "bob": 1}, VOTE)
    assert (len(found.seat), found.one_each) == (10, False)
    assert np.bincount(found.person).tolist() == [9, 1]
    assert found.height[:9].mean() == pytest.approx(9 + TOLERANCE)


def test_what_is_heard_counts_and_a_red_line_puts_somebody_out_of_reach() -> None:
    people = {
        "ann": {"margin": 1, "follows": {"guru": {"for": 5, "against": -5}}},
        "bob": {"margin": 9, "red_lines": [{"text": "treaty"}]},
        "guru": 3,
    }
    found = known(people, VOTE)
    assert found.height.tolist() == [pytest.approx(6 + TOLERANCE), -np.inf]
    assert found.hearing

"""The moves of ours that could be added to a plan."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.insurance.offers import compatible, offers, satisfied
from tests.board import board

TREATY = {"text": "treaty"}


def case_with(moves: dict[str, Any], **more: Any) -> Negotiation:
    """A board that may be moved."""
    return Negotiation.model_validate(board({"ann": 5}, {"vote": "ann"}, moves, **more))


def test_moves_of_ours_that_go_with_the_plan_are_offered() -> None:
    case = case_with({"made": {}, "gift": {}, "theirs": {"by": "them"}})
    assert offers(case, Plan(TREATY, ("made",))) == ("gift",)


@pytest.mark.parametrize(
    "move",
    [
        {"device": "direct_dealing"},
        {"deceives": ["ann"]},
        {"only_with": {"text": ["shell"]}},
        {"excludes": ["made"]},
        {"resources": {"time": 3}},
        {"needs": ["other"]},
    ],
)
def test_what_may_not_be_added_is_not_offered(move: dict[str, Any]) -> None:
    """No consent, deceit, other terms, what the plan excludes, no time left, a move that is not."""
    others = {"other": {"by": "them"}, "further": {"needs": ["gift"]}}
    moves = {"made": {"resources": {"time": 2}}, "gift": move, **others}
    case = case_with(moves, resources={"time": 4})
    assert offers(case, Plan(TREATY, ("made",))) == ()


def test_a_move_that_a_move_of_the_plan_excludes_is_not_offered() -> None:
    case = case_with({"made": {"excludes": ["gift"]}, "gift": {}})
    assert offers(case, Plan(TREATY, ("made",))) == ()


def test_moves_may_need_each_other_exclude_each_other_and_share_resources() -> None:
    moves = {
        "a": {"needs": ["b"], "resources": {"time": 2}},
        "b": {"resources": {"time": 2}},
        "c": {"excludes": ["b"], "resources": {"time": 3}},
    }
    case, plan = case_with(moves, resources={"time": 4}), Plan(TREATY)
    assert offers(case, plan) == ("a", "b", "c")
    assert compatible(case, plan, ["a", "b"])
    assert not compatible(case, plan, ["b", "c"])
    assert not compatible(case, plan, ["a", "c"])
    assert satisfied(case, plan, ["a"], ["b"])
    assert not satisfied(case, plan, ["a"], ["c"])

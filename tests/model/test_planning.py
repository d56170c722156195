"""Plans as users name them."""

from __future__ import annotations

import pytest

from leveltwo.errors import PlanError
from leveltwo.model.plan import Plan
from leveltwo.model.planning import named_moves, named_plan, sound_plan
from tests.small import small

HISTORY = """\
history: {deal: {sunday: open, bonus: 10}, moves: [rota], result: It was signed.}
"""
CASE = small(("title: Opening hours\n", f"title: Opening hours\n{HISTORY}"))
DEAL = {"sunday": "open", "bonus": "10"}


def test_history_stands_for_what_the_case_records() -> None:
    """Deal and moves alike."""
    assert sound_plan(CASE, "history", ["history"]) == Plan(DEAL, ("rota",))
    assert named_moves(CASE, ["history"]) == ("rota",)


def test_plain_text_is_one_move_or_history_not_its_letters() -> None:
    """Whoever asks from Python may leave out the brackets."""
    assert sound_plan(CASE, "history", "history") == Plan(DEAL, ("rota",))
    assert named_moves(CASE, "rota") == ("rota",)
    with pytest.raises(PlanError, match="no such move, “rota,feast”"):
        named_moves(CASE, "rota,feast")


def test_a_case_may_record_none() -> None:
    """Then options and moves are to be named."""
    with pytest.raises(PlanError, match="this case records no history; name the options"):
        sound_plan(small(), "history", [])


def test_what_does_not_go_together_is_named_but_no_plan() -> None:
    """A feast needs a rota."""
    assert named_plan(CASE, DEAL, ["feast"]) == Plan(DEAL, ("feast",))
    with pytest.raises(PlanError, match="this is not a plan: “Feast” needs “Rota”"):
        sound_plan(CASE, DEAL, ["feast"])


def test_what_does_not_exist_is_refused() -> None:
    """With what is known."""
    with pytest.raises(PlanError, match="no such move, “feats”; did you mean “feast”"):
        named_plan(CASE, DEAL, ["feats"])

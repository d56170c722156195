"""What a plan comes to: its figures among each other."""

from __future__ import annotations

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.evaluation import evaluate
from leveltwo.core.sample import Sample
from tests.board import board, layout_of


def test_gain_before_cost_is_what_worth_is_made_from() -> None:
    """In one sure case worth is chance × gain before cost − cost, to the last digit."""
    doc = board({"ann": 3}, {"vote": "ann"}, {"gift": {"effects": {"ann": 2}, "cost": 4}})
    layout = layout_of(doc)
    plan = encode(layout, {"text": "treaty"}, ["gift"])
    (score,) = evaluate(layout, Sample(1, 1, certain=True), [plan])
    assert score.cost == 4
    assert score.before_cost == score.gain + 4
    assert score.value == pytest.approx(score.chance * score.before_cost - score.cost)

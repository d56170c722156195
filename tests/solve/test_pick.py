"""The best plan in short is the one that is advised."""

from __future__ import annotations

import pytest

from leveltwo.core.sample import Sample
from leveltwo.solve import pick as module
from leveltwo.solve.advise import advise
from leveltwo.solve.objective import Objective
from leveltwo.solve.pick import Pick, pick
from leveltwo.solve.result import Found, Status
from tests.board import Doc, board, layout_of

CERTAIN = Sample(1, 1, certain=True)
GIFT: dict[str, Doc] = {"gift": {"effects": {"ann": 6}, "cost": 2}}


@pytest.mark.parametrize("sample", [CERTAIN, Sample(64, 1)])
def test_it_agrees_with_the_advice(sample: Sample) -> None:
    """Status, bound, plan, figures and fresh draws."""
    layout = layout_of(board({"ann": -5}, {"vote": "ann"}, GIFT))
    advised, picked = (ask(layout, sample, Objective()) for ask in (advise, pick))
    for name in ("status", "bound", "plan", "score", "fresh"):
        assert getattr(picked, name) == getattr(advised, name)


def test_where_nothing_is_worth_it_there_is_no_plan() -> None:
    """Walking away is worth 0."""
    layout = layout_of(board({"ann": -9}, {"vote": "ann"}, GIFT))
    assert pick(layout, CERTAIN, Objective()) == Pick(Status.NO_DEAL, 0.0)


def test_half_an_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has pressed Ctrl-C."""
    stopped = Found(Status.FEASIBLE, None, 1.0, 2.0, 7, 0.1, interrupted=True)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: stopped)
    layout = layout_of(board({"ann": -9}, {"vote": "ann"}, GIFT))
    with pytest.raises(KeyboardInterrupt):
        pick(layout, CERTAIN, Objective())

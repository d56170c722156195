"""A problem laid out for local search."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core.votes import cast
from leveltwo.errors import TooLarge
from leveltwo.solve.objective import Objective
from leveltwo.solve.problem import pose
from leveltwo.solve.terrain import terrain
from tests.board import board, certain_table
from tests.brute import every_plan, table_of
from tests.strategies import build


@pytest.mark.parametrize("seed", range(20))
def test_whoever_a_choice_does_not_touch_votes_alike_whatever_is_chosen(seed: int) -> None:
    """Cues and red lines included."""
    rng = random.Random(seed)
    table = table_of(build(rng), 8, seed)
    problem = pose(table, Objective())
    land = terrain(problem)
    rows = [table.layout.bloc[bloc] for bloc in table.layout.blocs]
    if len(rows) != land.touched.shape[1]:
        return
    plans = list(every_plan(table.layout, Objective()))
    for chosen in rng.sample(plans, min(10, len(plans))):
        for v in land.open_:
            other = chosen.copy()
            other[v] = rng.choice(np.flatnonzero(problem.allowed[v]).tolist())
            same = ~land.touched[v]
            before, after = cast(table, chosen), cast(table, other)
            assert (before.for_[: len(same)][same] == after.for_[: len(same)][same]).all()
            assert (before.against[: len(same)][same] == after.against[: len(same)][same]).all()


def test_a_terrain_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is made."""
    problem = pose(certain_table(board({"ann": 1}, {"vote": "ann"})), Objective())
    monkeypatch.setattr("leveltwo.core.memory.MOST_BYTES", 1)
    with pytest.raises(TooLarge, match="the search would take"):
        terrain(problem)


def test_a_shortfall_is_measured_by_what_is_needed() -> None:
    """Two of three votes; and a gate that is passed from the start has a scale all the same."""
    people = {"ann": 1, "bob": 1, "cid": 1}
    vote = {"need": 2, "votes": dict.fromkeys(people, 1)}
    veto = {"unless": {"need": 3, "votes": dict.fromkeys(people, 1)}}
    land = terrain(pose(certain_table(board(people, {"vote": vote, "veto": veto})), Objective()))
    assert (land.scale > 0).all()
    assert 2 in land.scale

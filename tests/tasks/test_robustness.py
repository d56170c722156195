"""How far a plan can be relied on, asked of the library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.errors import InputError, PlanError
from leveltwo.model.plan import Plan
from tests.made import FREE, made, saved

ENVOY = {"no_deal": [45, 62, 75]}
GIFT = {"effects": {"envoy": 16}, "cost": 5}


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A case in which their envoy may need a gift."""
    return saved(tmp_path, made(people={"envoy": ENVOY}, moves={"gift": GIFT}))


def test_the_plan_that_is_advised_is_looked_into(file: str) -> None:
    found = tasks.robust(file, draws=1024).result
    assert found.advised
    assert found.plan == Plan(FREE, ("gift",))
    assert found.finding_out is not None
    assert found.finding_out.questions[0].path == "constituencies.envoy.no_deal"


def test_a_plan_that_is_named_is_looked_into(file: str) -> None:
    sampling = tasks.Sampling(seed=7)
    found = tasks.robust(file, FREE, sampling=sampling, draws=1024, seconds=0.001).result
    assert (found.plan, found.advised, found.sample.seed) == (Plan(FREE), False, 7)


@pytest.mark.parametrize(
    ("asked", "kind", "told"),
    [
        ({"moves": ["gift"]}, PlanError, "moves are given without a deal; name the deal too"),
        ({"draws": 64}, InputError, "draws is 64; finding out takes at least 1,024"),
        ({"seconds": 0.0}, InputError, "seconds is 0; expected a number above 0"),
        ({"deal": {"price": "huge"}}, PlanError, "“price” has no option “huge”"),
    ],
)
def test_what_makes_no_sense_is_refused(
    file: str, asked: dict[str, Any], kind: type[Exception], told: str
) -> None:
    with pytest.raises(kind, match=told):
        tasks.robust(file, **asked)

"""Who is approached."""

from __future__ import annotations

import pytest

from leveltwo.errors import PlanError
from leveltwo.model.approached import approached
from tests.small import small


def test_everybody_is_unless_sides_or_people_are_named() -> None:
    case = small()
    assert approached(case) == ("manager", "delegate", "day", "night")
    assert approached(case, sides=["staff"]) == ("delegate", "day", "night")
    assert approached(case, people=["night", "manager", "night"]) == ("manager", "night")


def test_names_that_do_not_exist_are_refused() -> None:
    with pytest.raises(PlanError, match="there is no side “staf”; did you mean “staff”"):
        approached(small(), sides=["staf"])
    with pytest.raises(PlanError, match="there is no constituency “nigt”; did you mean “night”"):
        approached(small(), people=["nigt"])
    with pytest.raises(PlanError, match="sides and people are named"):
        approached(small(), sides=["staff"], people=["night"])

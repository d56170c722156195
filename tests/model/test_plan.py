"""Plans from ids as somebody wrote them."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.errors import PlanError
from leveltwo.model.issue import Issue
from leveltwo.model.plan import read_deal, read_moves
from tests.small import small

CASE = small()


@pytest.mark.parametrize("bonus", [5, 5.0, "5", "5.00", "5e0"])
def test_a_deal_is_read_in_the_order_of_the_file(bonus: object) -> None:
    """A number by any of its spellings."""
    deal = read_deal(CASE, {"bonus": bonus, "sunday": "open"})
    assert list(deal.items()) == [("sunday", "open"), ("bonus", "5")]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"sunday": "opne", "bonus": 5}, "“sunday” has no option “opne”; did you mean “open”?"),
        (
            {"sunday": "open", "bonus": 7},
            "“bonus” has no option “7”; the numbers run from 0 to 20 by 5",
        ),
        ({"sunday": "open", "bonus": 5.5}, "“bonus” has no option “5.5”; the numbers run from"),
        ({"sunday": "open", "bonus": True}, "“bonus” has no option “True”"),
        ({"sunday": "open", "bonus": None}, "“bonus” has no option “None”"),
        ({"sundy": "open", "bonus": 5}, "no such issue, “sundy”; did you mean “sunday”"),
        ({"bonus": 5}, "no option chosen for sunday; a deal settles every issue"),
        ({}, "no option chosen for sunday, bonus; a deal settles every issue"),
    ],
)
def test_what_is_no_deal_is_refused(written: dict[str, Any], message: str) -> None:
    """With every mistake at once."""
    with pytest.raises(PlanError, match=message.replace("?", r"\?")):
        read_deal(CASE, written)


@pytest.mark.parametrize("written", ["soon", "10.5", 10.5])
def test_what_is_no_number_of_an_issue_is_told_its_ends_and_steps(written: object) -> None:
    """10.5 is not near 15 for sharing digits."""
    case = small(("step: 5", "step: 1"))
    said = f"“bonus” has no option “{written}”; the numbers run from 0 to 20 by 1"
    with pytest.raises(PlanError, match=said):
        read_deal(case, {"sunday": "open", "bonus": written})


def test_of_many_named_options_only_the_first_and_last_are_told() -> None:
    options = {f"on_{day}": f"On day {day}" for day in range(9)}
    case = CASE.model_copy(update={"issues": {"day": Issue(options=options)}})
    with pytest.raises(PlanError, match="“day” has no option “zzz”; known: on_0 … on_8"):
        read_deal(case, {"day": "zzz"})


def test_moves_are_read_in_the_order_of_the_file_each_once() -> None:
    """However they are named."""
    assert read_moves(CASE, ["feast", "rota", "feast"]) == ("rota", "feast")
    assert read_moves(CASE, []) == ()


def test_moves_that_do_not_exist_are_all_named() -> None:
    """With the nearest."""
    with pytest.raises(PlanError, match=r"“roat”; did you mean “rota”.*“zzz”; known: rota, feast"):
        read_moves(CASE, ["zzz", "roat", "rota"])

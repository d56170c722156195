"""Plans from ids as somebody wrote them."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.errors import PlanError
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
        ({"sunday": "open", "bonus": 7}, "“bonus” has no option “7”; known: 0, 5, 10, 15, 20"),
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


def test_a_number_beyond_many_is_told_the_ends() -> None:
    """Not all of them."""
    case = small(("step: 5", "step: 1"))
    with pytest.raises(PlanError, match="“bonus” has no option “soon”; known: 0 … 20"):
        read_deal(case, {"sunday": "open", "bonus": "soon"})


def test_moves_are_read_in_the_order_of_the_file_each_once() -> None:
    """However they are named."""
    assert read_moves(CASE, ["feast", "rota", "feast"]) == ("rota", "feast")
    assert read_moves(CASE, []) == ()


def test_moves_that_do_not_exist_are_all_named() -> None:
    """With the nearest."""
    with pytest.raises(PlanError, match=r"“roat”; did you mean “rota”.*“zzz”; known: rota, feast"):
        read_moves(CASE, ["zzz", "roat", "rota"])

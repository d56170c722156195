"""What a move can be placed before or after, and days of preparation."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from leveltwo.model.moment import LONGEST_LEAD, later
from leveltwo.model.move import Move

MOMENT = "expected the id of an event or a move, or a gate as side.gate"
DAYS = "expected a whole number of days from 0 to 3,650"


def test_a_move_has_no_preparation_and_no_place_unless_told() -> None:
    move = Move(by="city")
    assert (move.lead, move.after, move.before) == (0, (), ())


def test_events_moves_and_gates_can_be_named() -> None:
    written = {"by": "city", "lead": 7, "after": ["summit", "city.council"], "before": ["gift_2"]}
    move = Move.model_validate(written)
    assert (move.lead, move.after, move.before) == (7, ("summit", "city.council"), ("gift_2",))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"after": ["The summit"]}, f"found “The summit”; {MOMENT}"),
        ({"after": [5]}, f"found 5; {MOMENT}"),
        ({"before": ["a.b.c"]}, f"found “a.b.c”; {MOMENT}"),
        ({"before": ["summit\n"]}, MOMENT),
        ({"before": "summit"}, "valid tuple"),
        ({"lead": -1}, f"found -1; {DAYS}"),
        ({"lead": 1.5}, f"found 1.5; {DAYS}"),
        ({"lead": True}, f"found true; {DAYS}"),
        ({"lead": LONGEST_LEAD + 1}, f"found 3651; {DAYS}"),
        ({"lead": "a week"}, f"found “a week”; {DAYS}"),
    ],
)
def test_anything_else_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Move.model_validate({"by": "city", **change})


@given(st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1)), st.integers(-3650, 3650))
def test_later_adds_days(day: dt.date, days: int) -> None:
    assert later(day, days) - day == dt.timedelta(days=days)


def test_later_stops_where_dates_do() -> None:
    assert later(dt.date.max, 1) == dt.date.max
    assert later(dt.date(1, 1, 5), -7) == dt.date.min

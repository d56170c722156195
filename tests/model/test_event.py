"""Events and their days."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from leveltwo.model.event import Event

CONGRESS = Event(name="The Congress", date=dt.date(1990, 7, 2), until=dt.date(1990, 7, 13))
ELECTION = Event(name="Election day", date=dt.date(1990, 3, 18))


def test_an_event_ends_on_its_last_day_or_on_its_only_one() -> None:
    assert CONGRESS.end == dt.date(1990, 7, 13)
    assert ELECTION.end == ELECTION.date


@pytest.mark.parametrize(
    ("day", "included"), [("01", False), ("02", True), ("10", True), ("13", True), ("14", False)]
)
def test_an_event_includes_its_first_and_last_day(day: str, included: bool) -> None:
    assert CONGRESS.includes(dt.date.fromisoformat(f"1990-07-{day}")) is included


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date": "soon"}, "found “soon”; expected a date as YYYY-MM-DD"),
        ({"until": 5}, "found 5; expected a date as YYYY-MM-DD"),
        ({"name": " "}, "expected text"),
        ({"place": "Moscow"}, "Extra inputs"),
    ],
)
def test_what_is_no_event_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Event.model_validate({"name": "A day", "date": "1990-07-02", **change})

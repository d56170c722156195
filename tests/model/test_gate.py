"""Gates, in the three forms in which they are written, and dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.gate import Date, Gate

COUNT = {"need": "majority", "votes": {"left": 9, "right": 7}}


@pytest.mark.parametrize("raw", [COUNT, {"rule": COUNT}])
def test_a_rule_stands_in_a_gate_or_under_its_own_key(raw: dict[str, Any]) -> None:
    """With the gate's keys beside it."""
    gate = Gate.model_validate({**raw, "date": "2026-11-30", "name": "Council"})
    assert gate == Gate.model_validate({"rule": COUNT, "date": "2026-11-30", "name": "Council"})
    assert gate.date == dt.date(2026, 11, 30)
    assert gate.members == ("left", "right")
    assert not gate.implementation


def test_a_gate_may_be_one_constituency() -> None:
    """Its word is the gate."""
    assert Gate.model_validate("mayor") == Gate(rule="mayor")
    assert Gate.model_validate(Gate(rule="mayor")).members == ("mayor",)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({}, "rule\n.*Field required"),
        ({"name": "Council"}, "rule\n.*Field required"),
        ({"rule": "mayor", "need": 3}, "need\n.*Extra inputs"),
        ({"rule": "mayor", "implementation": "yes"}, "implementation\n.*valid boolean"),
        (5, "valid dictionary"),
        (["mayor"], "valid dictionary"),
    ],
)
def test_what_is_no_gate_is_refused(raw: object, message: str) -> None:
    """A rule there must be, and one only."""
    with pytest.raises(ValidationError, match=message):
        Gate.model_validate(raw)


@pytest.mark.parametrize(
    "raw", ["2026-11-30", dt.date(2026, 11, 30), dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)]
)
def test_a_date_is_a_day(raw: object) -> None:
    """As text, or as YAML reads it."""
    assert TypeAdapter(Date).validate_python(raw) == dt.date(2026, 11, 30)


@pytest.mark.parametrize("bad", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(bad: str) -> None:
    """The thirtieth of February."""
    with pytest.raises(ValidationError, match=f"found “{bad}”; expected a date as .* that exists"):
        TypeAdapter(Date).validate_python(bad)


@pytest.mark.parametrize("bad", ["2026-W01-1", "20261130", "30.11.2026", 20261130, None, "", True])
def test_a_day_is_written_one_way(bad: object) -> None:
    """Year, month, day."""
    with pytest.raises(ValidationError, match="expected a date as YYYY-MM-DD"):
        TypeAdapter(Date).validate_python(bad)

"""Issues: named options, or numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from leveltwo.model.issue import MAX_OPTIONS, Issue

NAMED = Issue.model_validate({"options": {"none": "No clause", "goal": "A goal"}})
NUMERIC = Issue.model_validate({"from": 10, "to": 12, "step": 0.5, "unit": "years"})


def test_a_named_issue_has_the_options_of_the_file() -> None:
    """In its order, with its texts."""
    assert not NAMED.numeric
    assert NAMED.option_ids == ("none", "goal")
    assert NAMED.label("goal") == "A goal"
    assert NAMED.plain("goal") == "goal"
    assert NAMED.find("goal") == "goal"
    assert NAMED.find("gaol") is None


def test_a_numeric_issue_has_every_step_as_an_option() -> None:
    """By its canonical text."""
    assert NUMERIC.numeric
    assert NUMERIC.option_ids == ("10", "10.5", "11", "11.5", "12")
    assert NUMERIC.ends == ("10", "12")
    assert NUMERIC.label("10.5") == "10.5 years"
    assert NUMERIC.plain("10.5") == 10.5
    assert NUMERIC.find("10.50") == "10.5"
    assert NUMERIC.find("10.6") is None
    assert NUMERIC.find("ten") is None
    assert Issue.model_validate({"from": -1, "to": 1, "step": 1}).label("-1") == "-1"


def test_a_tenth_is_a_tenth() -> None:
    """Steps are exact, though floats are not."""
    issue = Issue.model_validate({"from": 0, "to": 1, "step": 0.1})
    assert issue.option_ids[3] == "0.3"
    assert len(issue.option_ids) == 11


@given(st.integers(-100, 100), st.integers(1, 40), st.sampled_from([1, 5, 0.5, 0.25, 2.5]))
def test_what_is_listed_is_what_there_is(low: int, steps: int, step: float) -> None:
    """An option is known without listing them all."""
    issue = Issue.model_validate({"from": low, "to": low + steps * step, "step": step})
    assert len(issue.option_ids) == steps + 1
    assert all(issue.has(option) for option in issue.option_ids)
    assert not any(issue.has(str(low + k * step + step / 2)) for k in range(steps))
    assert not issue.has(str(low - step))
    assert not issue.has(f"{low}.0")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({}, "has no options; give it options, or from, to and step"),
        ({"from": 1}, "to and step missing; numbers need from, to and step"),
        ({"from": 1, "to": 2}, "step missing; numbers need from, to and step"),
        ({"options": {"a": "A"}, "from": 1}, "has both options and numbers; keep either"),
        ({"options": {}}, "at least 1 item"),
        ({"options": {"a": 5}}, "found 5; expected text; put quotes around it"),
        ({"options": {"A": "a"}}, "String should match pattern"),
        ({"from": 0, "to": 10, "step": 0}, "the step is 0; it must be above 0"),
        ({"from": 0, "to": 10, "step": -1}, "the step is -1; it must be above 0"),
        ({"from": 10, "to": 0, "step": 1}, "runs from 10 to 0; from must lie below to"),
        ({"from": 1, "to": 1, "step": 1}, "runs from 1 to 1; from must lie below to"),
        ({"from": 0, "to": 10, "step": 3}, "steps of 3 do not lead from 0 to 10 exactly"),
        ({"from": 0, "to": 1e6, "step": 1e-12}, "makes more than 1,000 options; take a larger"),
        ({"from": 0, "to": 1, "step": 1e-300}, "at most 12 decimals; round them"),
        ({"from": 0, "to": 10**400, "step": 1}, "found a huge number; expected a number, no lar"),
        ({"from": float("nan"), "to": 1, "step": 1}, "found nan; expected a number"),
        ({"from": 0, "to": True, "step": 1}, "found true; expected a number"),
    ],
)
def test_what_is_no_issue_is_refused(raw: dict[str, Any], message: str) -> None:
    """With what to do about it."""
    with pytest.raises(ValidationError, match=message):
        Issue.model_validate(raw)


def test_a_thousand_options_are_allowed_and_no_more() -> None:
    """The bound of the format."""
    issue = Issue.model_validate({"from": 1, "to": MAX_OPTIONS, "step": 1})
    assert len(issue.option_ids) == MAX_OPTIONS
    with pytest.raises(ValidationError, match="0 to 1000 by 1 makes more than 1,000 options"):
        Issue.model_validate({"from": 0, "to": MAX_OPTIONS, "step": 1})


def test_one_of_something_is_told_in_the_singular() -> None:
    """Where that is sure; a unit that nobody here knows stays as it is written."""

    def one(unit: str) -> str:
        return Issue.model_validate({"from": 1, "to": 3, "step": 1, "unit": unit}).label("1")

    assert one("years") == "1 year"
    assert one("hours a week") == "1 hour a week"
    assert one("per cent") == "1 per cent"
    assert one("glass") == "1 glass"

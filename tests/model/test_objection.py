"""Objections: a text, a text with its answers, or either by option."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.objection import Objection, Objections
from tests.small import messages, small

READ = TypeAdapter[dict[str, Objection]](Objections)
DAY = "      sunday: {weight: high, closed: ideal, open: poor}"


def test_one_text_is_an_objection_to_whatever_is_agreed() -> None:
    """Without answers."""
    assert READ.validate_python("No.") == {"any": Objection(text="No.")}


def test_a_text_may_come_with_what_answers_it() -> None:
    """Moves, and options of an issue, one or several."""
    written = {"text": "No.", "answered_by": ["rota", {"bonus": [10, "x"]}, {"sunday": "open"}]}
    objection = READ.validate_python(written)["any"]
    assert objection.text == "No."
    assert objection.moves == ("rota",)
    assert objection.terms == (("bonus", ("10", "x")), ("sunday", ("open",)))


def test_either_may_stand_by_option() -> None:
    """Numbers are options however they are written."""
    found = READ.validate_python({10.0: "No.", "any": {"text": "Never.", "answered_by": ["rota"]}})
    assert found == {"10": Objection(text="No."), "any": Objection(text="Never.",
                     answered_by=("rota",))}  # fmt: skip


def test_options_called_like_the_keys_are_options_still() -> None:
    """As long as they hold a text."""
    assert set(READ.validate_python({"text": "No.", "other": "No."})) == {"text", "other"}
    assert set(READ.validate_python({"answered_by": "No."})) == {"answered_by"}


def test_what_is_written_out_is_read_again() -> None:
    """Whatever the form."""
    for raw in ("No.", {"open": "No.", "any": {"text": "x", "answered_by": [{"bonus": 5}]}}):
        found = READ.validate_python(raw)
        assert READ.validate_python(READ.dump_python(found, mode="json")) == found


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (5, "found 5; expected a text, or texts by option with “any” for all others"),
        ({}, "found an empty mapping; expected a text, or texts by option"),
        (["No."], "expected a text, or texts by option"),
        ({"open": 5}, "found 5; expected a text, or a text with what answers it"),
        ({"open": ""}, "expected text"),
    ],
)
def test_what_is_no_objection_is_refused(raw: Any, message: str) -> None:
    """With what was expected."""
    with pytest.raises(ValidationError, match=message):
        READ.validate_python(raw)


@pytest.mark.parametrize(
    ("objections", "message"),
    [
        ("{sunday: {answered_by: [rota]}}", "text: missing; it is required"),
        ("{sunday: {text: x, answered_by: rota}}", "answered_by: found “rota”; expected a list"),
        ("{sunday: {text: x, answered_by: [{}]}}", "names no issue; write one line for each"),
        (
            "{sunday: {text: x, answered_by: [{bonus: 5, sunday: open}]}}",
            "names several issues: bonus, sunday; write one line for each",
        ),
        ("{sunday: {text: x, answered_by: [Rota]}}", "found “Rota”; expected an id"),
        ("{sunday: {text: x, answered_by: [5]}}", "found 5; expected an id"),
        (
            "{sunday: {open: {text: x, answerd_by: [rota]}}}",
            "unknown key “answerd_by”; did you mean “answered_by”?",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_is_told_where_and_how(objections: str, message: str) -> None:
    """In the words of the case file."""
    (found,) = messages((DAY, f"{DAY}\n    objections: {objections}"))
    assert found.startswith("constituencies.day.objections.sunday")
    assert message in found


def test_a_case_keeps_its_objections() -> None:
    """By constituency and issue."""
    written = "objections: {sunday: {text: x, answered_by: [rota]}}"
    case = small((DAY, f"{DAY}\n    {written}"))
    assert case.constituencies["day"].objections == {
        "sunday": {"any": Objection(text="x", answered_by=("rota",))}
    }

"""Words for one audience or for all."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.issue import Issue
from leveltwo.model.said import Said, said_for

READ = TypeAdapter[dict[str, str]](Said)


def test_one_text_is_for_everybody() -> None:
    """However it is asked for."""
    said = READ.validate_python("It is final.")
    assert said_for(said, "crowd") == "It is final."


def test_a_text_of_their_own_comes_before_the_one_for_all() -> None:
    """And nobody else gets it."""
    said = READ.validate_python({"crowd": "It is ours.", "any": "It is final."})
    assert said_for(said, "crowd") == "It is ours."
    assert said_for(said, "boss") == "It is final."
    assert said_for(READ.validate_python({"crowd": "It is ours."}), "boss") is None
    assert said_for(None, "crowd") is None


def test_numbers_are_options_however_they_are_written() -> None:
    """As elsewhere in a file."""
    issue = Issue.model_validate(
        {"from": 10, "to": 40, "step": 5, "says": {25: "Fair.", 30.0: "Long."}}
    )
    assert {option: said_for(said, "any") for option, said in issue.says.items()} == {
        "25": "Fair.",
        "30": "Long.",
    }


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (5, "found 5; expected a text, or texts by id with “any” for all others"),
        ({}, "found an empty mapping; expected a text, or texts by id"),
        (["It is final."], "expected a text, or texts by id"),
        ({"crowd": ""}, "expected text"),
    ],
)
def test_what_are_no_words_is_refused(raw: Any, message: str) -> None:
    """With what was expected."""
    with pytest.raises(ValidationError, match=message):
        READ.validate_python(raw)

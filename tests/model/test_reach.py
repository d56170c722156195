"""Rules that can pass, and be counted."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from leveltwo.model.reach import unreachable
from leveltwo.model.rule import Rule

VOTES = {"left": 9, "right": 7.5}
BIG = {f"v{i}": 123456789.123457 for i in range(5)}


def told(raw: Any) -> list[str]:
    """Path and message of each problem of a rule."""
    rule: Rule = TypeAdapter(Rule).validate_python(raw)
    return [f"{problem.place}: {problem.message}" for problem in unreachable(rule, ())]


@pytest.mark.parametrize(
    "raw",
    [
        "boss",
        {"need": 16.5, "votes": VOTES},
        {"need": "1/1", "votes": VOTES, "base": "cast", "quorum": "5/6", "approval": 0.35},
        {"need": "majority", "votes": {"a": 10**9, "b": 10**9}},
        {"at_least": 2, "of": ["boss", {"unless": {"need": 0.5, "votes": VOTES}}]},
    ],
)
def test_a_rule_that_can_pass_is_no_problem(raw: object) -> None:
    """Even if only just."""
    assert told(raw) == []


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            {"any": ["boss", {"need": 17, "votes": VOTES}]},
            "any[1].need: 17 votes are needed but there are only 16.5; lower the need or add votes",
        ),
        (
            {"unless": {"need": 17, "votes": VOTES}},
            "unless.need: 17 votes are needed but there are only 16.5; lower the need or add votes",
        ),
        (
            {"at_least": 3, "of": ["boss", "left"]},
            "at_least: 3 of 2 rules can never pass; lower it",
        ),
        (
            {"need": "1/9999", "votes": BIG, "quorum": "1/9998"},
            "votes: too many decimals to count these votes exactly; round them",
        ),
    ],
)
def test_a_rule_that_asks_for_too_much_is_told_where(raw: object, message: str) -> None:
    """In the rule inside."""
    assert told(raw) == [message]

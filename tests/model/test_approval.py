"""Rules of gates, sorted by kind."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.approval import Body, RuleKind, rule_kinds
from leveltwo.model.gate import Gate

THREE = {"a": 40, "b": 35, "c": 25}


def kinds(rule: Any) -> set[str]:
    """The kinds of a gate's rule, as words."""
    return {kind.value for kind in rule_kinds(Gate.model_validate({"rule": rule}).rule)}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("chief", {"one person"}),
        ({"all": ["a", "b"]}, {"everybody"}),
        ({"all": ["a", {"need": "2/3", "votes": THREE}]}, {"one person", "supermajority"}),
        ({"all": [{"need": "majority", "votes": THREE}]}, {"majority"}),
        ({"any": ["a", {"need": "5/6", "votes": THREE}]}, {"more than one route", "supermajority"}),
        ({"at_least": 2, "of": ["a", "b", "c"]}, {"more than one route"}),
        ({"need": "majority", "votes": THREE}, {"majority"}),
        ({"need": "1/2", "votes": THREE}, {"majority"}),
        ({"need": 59, "votes": THREE}, {"majority"}),
        ({"need": 60, "votes": THREE}, {"supermajority"}),
        ({"need": 100, "votes": THREE}, {"everybody"}),
        (
            {"need": "majority", "votes": THREE, "quorum": 0.5, "approval": 0.13},
            {"majority", "turnout quorum", "approval floor"},
        ),
        ({"unless": {"need": 60, "votes": THREE}}, {"inverted"}),
        ({"unless": {"need": 25, "votes": THREE}}, {"everybody"}),
    ],
)
def test_a_rule_is_of_the_kinds_it_is_made_of(rule: Any, expected: set[str]) -> None:
    assert kinds(rule) == expected


def test_every_kind_of_rule_can_be_told() -> None:
    told = set[str]()
    for rule in (
        "a",
        {"all": ["a", "b"]},
        {"any": ["a", {"need": "2/3", "votes": THREE}]},
        {"need": "majority", "votes": THREE, "quorum": 0.5, "approval": 0.1},
        {"unless": {"need": 60, "votes": THREE}},
    ):
        told |= kinds(rule)
    assert told == set(RuleKind)


def test_a_gate_may_say_who_is_asked() -> None:
    gate = Gate.model_validate({"need": "majority", "votes": THREE, "body": "referendum"})
    assert gate.body is Body.REFERENDUM
    assert Gate.model_validate("chief").body is None


def test_a_body_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValidationError, match="did you mean “parliament”"):
        Gate.model_validate({"rule": "a", "body": "parlament"})

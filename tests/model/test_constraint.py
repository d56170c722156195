"""Constraints on deals."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.constraint import Constraint, IfThen, Never, allows, forbidden, matches
from leveltwo.model.issue import Issue

ISSUES = {
    "hiring": Issue(options={"none": "None", "goal": "Goal", "quota": "Quota"}),
    "term": Issue.model_validate({"from": 10, "to": 30, "step": 10}),
}
DEALS = [
    {"hiring": hiring, "term": term}
    for hiring, term in itertools.product(*(issue.option_ids for issue in ISSUES.values()))
]
patterns = st.dictionaries(st.sampled_from(["hiring", "term"]), st.just(()), min_size=1).flatmap(
    lambda keys: st.fixed_dictionaries(
        {
            key: st.lists(st.sampled_from(ISSUES[key].option_ids), min_size=1, unique=True)
            for key in keys
        }
    )
)


def read(raw: object) -> Any:
    """The constraint that a value of a file is read as."""
    return TypeAdapter(Constraint).validate_python(raw)


def test_never_and_if_then_are_read() -> None:
    """And left alone when they are read again."""
    never = read({"never": {"term": 40, "hiring": ["none", "goal"]}})
    assert never == Never(never={"term": ("40",), "hiring": ("none", "goal")})
    rule = read({"if": {"hiring": "quota"}, "then": {"term": [20, 30]}})
    assert isinstance(rule, IfThen)
    assert read(never) is never
    assert read(rule) is rule


@pytest.mark.parametrize("bad", [5, "never", None, [], {}, {"unless": {"term": 5}}])
def test_what_is_no_constraint_is_refused(bad: object) -> None:
    """With both forms."""
    with pytest.raises(ValidationError, match=r"found no constraint; expected \{never: \{issue:"):
        read(bad)


def test_a_rule_without_effect_is_refused() -> None:
    """An empty pattern would forbid everything or nothing."""
    with pytest.raises(ValidationError, match="at least 1 item"):
        read({"never": {}})


def test_a_pattern_matches_if_every_issue_does() -> None:
    """A list means one of these."""
    pattern = {"hiring": ("none", "goal"), "term": ("10",)}
    assert matches(pattern, {"hiring": "goal", "term": "10"})
    assert not matches(pattern, {"hiring": "goal", "term": "20"})


@given(patterns, patterns)
def test_forbidden_patterns_say_what_the_rule_says(first: Any, second: Any) -> None:
    """For every deal."""
    for rule in (read({"never": first}), read({"if": first, "then": second})):
        refused = forbidden(rule, ISSUES)
        for deal in DEALS:
            assert allows(rule, deal) != any(matches(pattern, deal) for pattern in refused)


def test_what_concerns_unknown_issues_is_left_out() -> None:
    """It is reported elsewhere."""
    assert forbidden(read({"never": {"pay": 5}}), ISSUES) == []
    assert forbidden(read({"if": {"pay": 5}, "then": {"term": 10}}), ISSUES) == []

"""The grammar of gates."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.rule import (
    All,
    AnyOf,
    AtLeast,
    Base,
    Rule,
    Unless,
    Vote,
    members,
    parts,
    walk,
)

VOTES = {"left": 9, "centre": 7, "right": 7.5}
NESTED = {"all": ["boss", {"any": ["left", {"at_least": 1, "of": [{"need": 1, "votes": VOTES}]}]},
                  {"unless": {"need": "2/3", "votes": {"crowd": 1, "left": 2}}}]}  # fmt: skip


def read(raw: object) -> Any:
    """The rule that a value of a file is read as."""
    return TypeAdapter(Rule).validate_python(raw)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("boss", str),
        ({"all": ["boss", "left"]}, All),
        ({"any": ["boss"]}, AnyOf),
        ({"at_least": 2, "of": ["boss", "left", "right"]}, AtLeast),
        ({"need": 12, "votes": VOTES}, Vote),
        ({"need": "2/3", "votes": VOTES, "base": "cast", "quorum": "1/2", "approval": 0.4}, Vote),
        ({"unless": {"need": "majority", "votes": VOTES}}, Unless),
        (NESTED, All),
    ],
)
def test_every_rule_of_the_grammar_is_read(raw: object, kind: type) -> None:
    """And is left alone when it is read again."""
    rule = read(raw)
    assert isinstance(rule, kind)
    assert read(rule) == rule


def test_a_count_has_defaults_and_a_total() -> None:
    """Shares are of all votes unless told; decimals add up exactly."""
    vote = read({"need": "majority", "votes": {"a": 0.1, "b": 0.2}})
    assert (vote.base, vote.quorum, vote.approval) == (Base.ALL, None, None)
    assert vote.total == Fraction(3, 10)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (5, "found no rule; expected a constituency’s id, or a mapping with all, any"),
        (None, "found no rule; expected"),
        (["boss"], "found no rule; expected"),
        ({}, "found no rule; expected"),
        ({"some": ["boss"]}, "found no rule; expected"),
        ("The Boss", "String should match pattern"),
        ({"all": []}, "at least 1 item"),
        ({"any": "boss"}, "valid tuple"),
        ({"at_least": 0, "of": ["boss"]}, "greater than or equal to 1"),
        ({"at_least": True, "of": ["boss"]}, "valid integer"),
        ({"at_least": 1}, r"of\n.*Field required"),
        ({"of": ["boss"]}, r"at_least\n.*Field required"),
        ({"votes": VOTES}, r"need\n.*Field required"),
        ({"base": "cast"}, r"need\n.*Field required"),
        ({"need": 1}, r"votes\n.*Field required"),
        ({"need": 1, "votes": {}}, "at least 1 item"),
        ({"need": 1, "votes": {"boss": 0}}, "a number of votes above 0"),
        ({"need": 1, "votes": VOTES, "base": "voted"}, "expected all or cast"),
        ({"need": 1, "votes": VOTES, "quorum": 2}, "expected a share"),
        ({"unless": "boss"}, "Vote"),
        ({"all": ["boss"], "any": ["boss"]}, "Extra inputs"),
    ],
)
def test_what_is_no_rule_is_refused(raw: object, message: str) -> None:
    """A rule without its chief key is taken for what it looks most like."""
    with pytest.raises(ValidationError, match=message):
        read(raw)


def test_members_are_all_whom_a_rule_asks_each_once() -> None:
    """In the order in which they are written."""
    assert members(read(NESTED)) == ("boss", "left", "centre", "right", "crowd")
    assert members("boss") == ("boss",)


def test_walking_a_rule_tells_where_each_part_stands() -> None:
    """By its path in the document."""
    paths = [path for path, _ in walk(read(NESTED))]
    assert paths == [
        (),
        ("all", 0),
        ("all", 1),
        ("all", 1, "any", 0),
        ("all", 1, "any", 1),
        ("all", 1, "any", 1, "of", 0),
        ("all", 2),
        ("all", 2, "unless"),
    ]
    assert parts("boss") == []

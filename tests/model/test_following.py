"""Rings of follow-links."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.model.following import cycles, heard
from leveltwo.model.negotiation import Negotiation
from tests.small import document

PEOPLE = "abcdef"
links = st.sets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)))


def following(pairs: set[tuple[str, str]], people: str = PEOPLE) -> Negotiation:
    """A case in which the first of each pair follows the second."""
    doc = document()
    for who in people:
        follows: dict[str, object] = {leader: {} for one, leader in pairs if one == who}
        plain = {"side": "shop", "no_deal": 5, "follows": follows}
        doc["constituencies"][who] = plain | {"values": doc["constituencies"]["day"]["values"]}
    return Negotiation.model_validate(doc)


def told(case: Negotiation) -> list[str]:
    """The messages."""
    return [problem.message for problem in cycles(case)]


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ("aa", "“a” follows itself: remove this link"),
        ("ab ba", "“a” follows “b”, which follows “a”: remove one of these links"),
        ("cb bd dc", "“b” follows “d”, which follows “c”, which follows “b”: remove one of these"),
    ],
)
def test_a_ring_is_told_link_by_link(pairs: str, message: str) -> None:
    """From the first id in the alphabet on."""
    (problem,) = cycles(following({(pair[0], pair[1]) for pair in pairs.split()}))
    assert problem.message.startswith(message)
    assert problem.path[1] == min(pairs.replace(" ", ""))


def test_two_ways_to_one_leader_are_no_ring() -> None:
    """A diamond."""
    assert told(following({("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")})) == []


def test_leaders_that_do_not_exist_are_left_out() -> None:
    """They are reported elsewhere."""
    assert told(following({("a", "nobody")})) == []


@given(links)
def test_a_ring_is_told_exactly_if_there_is_one(pairs: set[tuple[str, str]]) -> None:
    """Whatever the order of the file."""
    reach = set(pairs)
    for middle, one, other in itertools.product(PEOPLE, repeat=3):
        if (one, middle) in reach and (middle, other) in reach:
            reach.add((one, other))
    found = told(following(pairs))
    assert bool(found) == any((who, who) in reach for who in PEOPLE)
    assert sorted(found) == sorted(told(following(pairs, PEOPLE[::-1])))


def test_a_long_ring_is_told_shortly() -> None:
    """Its ends and what lies between."""
    people = [f"p{i:04}" for i in range(3000)]
    plain = {"side": "shop", "no_deal": 5, "values": document()["constituencies"]["day"]["values"]}
    doc = document()
    for one, other in zip(people, [*people[1:], people[0]], strict=True):
        doc["constituencies"][one] = plain | {"follows": {other: {}}}
    (message,) = told(Negotiation.model_validate(doc))
    assert len(message) < 500
    assert "“p0010”, which follows “…”, which follows “p0000”: remove" in message


def test_who_is_heard_is_found_through_others() -> None:
    """Everybody whose word reaches somebody, that person too."""
    case = following({("a", "b"), ("b", "c"), ("a", "c"), ("d", "a")})
    assert heard(case, "a") == {"a", "b", "c"}
    assert heard(case, "c") == {"c"}

"""Deals that are left, and moves that can be made."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.model import feasibility
from leveltwo.model.feasibility import impossible
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from tests.small import document

ISSUES = {f"i{k}": {"options": {"a": "A", "b": "B", "c": "C"}} for k in range(4)}
MOVES = [f"m{k}" for k in range(6)]
NO_DEAL = "together they leave no deal; remove or loosen one"

options = st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True)
patterns = st.dictionaries(st.sampled_from(list(ISSUES)), options, min_size=1, max_size=3)
constraints = patterns.map(lambda p: {"never": p}) | st.tuples(patterns, patterns).map(
    lambda pair: {"if": pair[0], "then": pair[1]}
)
links = st.dictionaries(
    st.sampled_from(MOVES), st.tuples(*[st.lists(st.sampled_from(MOVES), max_size=2)] * 2)
)


def case_of(**parts: Any) -> Negotiation:
    """The small case with parts replaced."""
    return Negotiation.model_validate(document() | parts)


def told(case: Negotiation) -> list[str]:
    """The messages."""
    return [problem.message for problem in impossible(case, Names.of(case))]


def moves(needs: dict[str, str], excludes: dict[str, str]) -> Negotiation:
    """A case with moves that need and exclude others, named in one text."""
    keys = sorted({*needs, *excludes, *" ".join([*needs.values(), *excludes.values()]).split()})
    return case_of(
        moves={
            key: {
                "by": "shop",
                "needs": needs.get(key, "").split(),
                "excludes": excludes.get(key, "").split(),
            }
            for key in keys
        }
    )


@given(st.lists(constraints, max_size=8))
def test_no_deal_is_left_exactly_if_none_is(rules: list[Any]) -> None:
    """Against the list of all deals."""
    case = case_of(issues=ISSUES, constraints=rules)
    deals = (
        dict(zip(ISSUES, chosen, strict=True)) for chosen in itertools.product("abc", repeat=4)
    )
    assert (NO_DEAL in told(case)) == (not any(case.allows(deal) for deal in deals))


def test_constraints_on_what_does_not_exist_are_left_out() -> None:
    """They are reported elsewhere, and may mean anything."""
    rules = [{"never": {"i0": ["a", "b", "c", "d"]}}, {"if": {"x": "a"}, "then": {"i0": "d"}}]
    assert told(case_of(issues=ISSUES, constraints=rules)) == []


def test_a_search_that_takes_too_long_supposes_that_a_deal_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is no proof."""
    monkeypatch.setattr(feasibility, "SEARCH_LIMIT", 2)
    rules = [{"never": {"i0": ["a", "b"]}}, {"never": {"i0": "c"}}]
    assert told(case_of(issues=ISSUES, constraints=rules)) == []


@pytest.mark.parametrize(
    ("needs", "excludes", "message"),
    [
        ({"a": "b"}, {"a": "b"}, "it needs “b”, and “a” excludes “b”"),
        ({"a": "b"}, {"b": "a"}, "it needs “b”, and “b” excludes “a”"),
        ({"a": "b", "b": "c"}, {"a": "c"}, "it needs “c”, and “a” excludes “c”"),
        ({"a": "b c"}, {"b": "c"}, "it needs “b” and “c”, and “b” excludes “c”"),
        ({"a": "b", "b": "a"}, {"a": "b"}, "it needs “b”, and “a” excludes “b”"),
    ],
)
def test_a_move_that_needs_what_it_excludes_can_never_be_made(
    needs: dict[str, str], excludes: dict[str, str], message: str
) -> None:
    """Directly and through others, told once."""
    wanted = f"it can never be made: {message}; remove one of these links"
    assert told(moves(needs, excludes)) == [wanted]


def test_trouble_is_told_where_it_starts() -> None:
    """Not again for everything that needs it."""
    case = moves({"a": "b", "b": "c", "d": "a"}, {"b": "c"})
    (problem,) = impossible(case, Names.of(case))
    assert problem.path == ("moves", "b")


def test_a_move_that_excludes_itself_is_told_so() -> None:
    """And nothing else."""
    assert told(moves({"a": "b"}, {"a": "a"})) == ["“a” excludes itself; remove it"]


@given(links)
def test_a_move_is_impossible_exactly_if_no_set_of_moves_holds_it(made: Any) -> None:
    """Against the list of all sets."""
    doc = {m: {"by": "shop", "needs": [], "excludes": []} for m in MOVES}
    for key, (needs, excludes) in made.items():
        doc[key] |= {"needs": needs, "excludes": [other for other in excludes if other != key]}
    sets = [{m for m, i in zip(MOVES, bits, strict=True) if i}
            for bits in itertools.product([0, 1], repeat=len(MOVES))]  # fmt: skip
    plans = [
        chosen
        for chosen in sets
        if all(set(doc[m]["needs"]) <= chosen for m in chosen)
        and not any(other in chosen for m in chosen for other in doc[m]["excludes"])
    ]
    free = {m for chosen in plans for m in chosen}
    assert bool(told(case_of(moves=doc))) == (free != set(MOVES))


def test_needs_too_many_to_follow_are_supposed_to_be_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is no proof."""
    monkeypatch.setattr(feasibility, "SEARCH_LIMIT", 3)
    assert told(moves({"a": "b", "b": "c", "c": "d"}, {"a": "d"})) == []

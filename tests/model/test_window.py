"""Order and windows, against a search through all days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from graphlib import CycleError
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.model.negotiation import Negotiation
from leveltwo.model.sequence import days_of, gap, links, noun_at, ordered, ring
from leveltwo.model.untimely import untimely
from leveltwo.model.window import Window, windows
from tests.board import board

FIRST = dt.date(2026, 3, 1)
DAYS = range(6)
Span = tuple[int, int]


def day(number: int) -> str:
    """A day, counted from the first."""
    return str(FIRST + dt.timedelta(days=number))


def case(moves: Mapping[str, Any], vote: int | None = None, **spans: Span) -> Negotiation:
    """A case with moves whose dates are numbers, a gate ``them.vote``, and events."""
    dated = {
        key: {**move, "date": day(move["date"])} if "date" in move else move
        for key, move in moves.items()
    }
    gate: dict[str, Any] = {"rule": "ann"} | ({} if vote is None else {"date": day(vote)})
    events = {
        key: {"name": key.title(), "date": day(first), "until": day(last)}
        for key, (first, last) in spans.items()
    }
    return Negotiation.model_validate(board({"ann": 1}, {"vote": gate}, dated, events=events))


def window(found: Negotiation, key: str) -> tuple[int | None, int | None]:
    """A window as numbers of days."""
    ends = windows(found)[key]
    first, last = (None if e is None else (e - FIRST).days for e in (ends.earliest, ends.latest))
    return first, last


@pytest.mark.parametrize(
    ("links_", "expected"),
    [
        ({}, (None, None)),
        ({"after": ["summit"]}, (3, None)),
        ({"before": ["summit"]}, (None, 0)),
        ({"after": ["them.vote"]}, (5, None)),
        ({"before": ["them.vote"]}, (None, 4)),
        ({"after": ["gift"]}, (3, None)),
        ({"before": ["gift"]}, (None, 3)),
        ({"after": ["summit", "gift"], "before": ["them.vote"]}, (3, 4)),
    ],
)
def test_a_link_leaves_the_days_that_its_words_say(
    links_: dict[str, list[str]], expected: tuple[int | None, int | None]
) -> None:
    """The summit takes days 1 and 2, the gift is made on day 3, the vote is on day 4.

    After an event or a gate: from the next day. Before an event: until the day before it. Before a
    gate, and beside another move: the same day will do.
    """
    found = case({"visit": links_, "gift": {"date": 3}}, 4, summit=(1, 2))
    assert window(found, "visit") == expected


def test_links_reach_through_moves_and_gates_without_a_date() -> None:
    moves = {
        "one": {"after": ["summit"], "before": ["them.vote"]},
        "two": {"after": ["them.vote"]},
        "three": {"after": ["two"], "before": ["fair"]},
    }
    found = case(moves, summit=(1, 2), fair=(9, 9))
    assert [window(found, key) for key in moves] == [(3, 7), (4, 8), (4, 8)]
    assert window(found, "them.vote") == (3, 7)


def test_a_moves_own_date_limits_others_and_not_itself() -> None:
    found = case({"one": {"date": 2, "before": ["two"]}, "two": {}})
    assert window(found, "one") == (None, None)
    assert window(found, "two") == (2, None)


def test_what_is_not_linked_has_an_open_window() -> None:
    assert windows(case({"one": {}})) == {"one": Window()}
    assert not Window().empty
    assert not Window(FIRST, FIRST).empty
    assert Window(dt.date.max, FIRST).empty


def test_links_to_nothing_are_passed_over() -> None:
    found = case(
        {"one": {"after": ["nobody", "them.nothing", "nobody.vote", "summit"]}}, summit=(1, 2)
    )
    assert [link.first for link in links(found)] == ["summit"]
    assert days_of(found, "nobody") is None
    assert noun_at(found, "them.vote") is found.sides["them"].gates["vote"]


def test_a_ring_is_found_and_told_from_its_first_name_on() -> None:
    moves = {"c": {"after": ["b"]}, "b": {"after": ["a"]}, "a": {"after": ["c"]}, "d": {}}
    found = links(case(moves))
    assert [(link.first, link.then) for link in ring(found)] == [("a", "b"), ("b", "c"), ("c", "a")]
    with pytest.raises(CycleError, match="cycle"):
        ordered(found)
    (problem,) = untimely(case(moves))
    assert problem.message == (
        "“a” comes before “b”, which comes before “c”, which comes before “a”: remove one of these "
        "links"
    )


def test_only_the_first_of_moves_that_have_no_day_left_is_told() -> None:
    """What follows it has none either, and will once it has one."""
    moves = {
        "one": {"after": ["fair"], "before": ["summit"]},
        "two": {"after": ["one"], "before": ["summit"]},
    }
    (problem,) = untimely(case(moves, fair=(4, 5), summit=(1, 2)))
    assert problem.message.startswith("no day is left for “one”")


NAMES = ("one", "two", "three")
MOMENTS = ("them.vote", "fair", *NAMES)
timed = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from(DAYS),
        "after": st.lists(st.sampled_from(MOMENTS), max_size=2, unique=True),
        "before": st.lists(st.sampled_from(MOMENTS), max_size=2, unique=True),
    },
)
cases = st.builds(
    case,
    st.fixed_dictionaries(dict.fromkeys(NAMES, timed)),
    st.none() | st.sampled_from(DAYS),
    fair=st.tuples(st.integers(0, 2), st.integers(2, 5)),
)


def orders(found: Negotiation) -> list[dict[str, int]]:
    """Every choice of days, with some before the first and after the last, that keeps to links."""
    free = [k for k in (*NAMES, "them.vote") if days_of(found, k) is None]
    fixed = {k: days for k in MOMENTS if (days := days_of(found, k)) is not None}
    ends = {k: tuple((d - FIRST).days for d in days) for k, days in fixed.items()}
    gaps = [(link.first, link.then, gap(found, link)) for link in links(found)]
    kept = []
    for chosen in product(range(-2, 8), repeat=len(free)):
        spans = {**ends, **{k: (d, d) for k, d in zip(free, chosen, strict=True)}}
        if all(spans[one][1] + days <= spans[other][0] for one, other, days in gaps):
            kept.append({k: spans[k][0] for k in (*NAMES, "them.vote")})
    return kept


@settings(max_examples=40)
@given(cases)
def test_a_case_is_refused_just_where_no_days_keep_to_its_order(found: Negotiation) -> None:
    """All choices of days are tried; rings cannot be kept by days alone."""
    problems = list(untimely(found))
    if ring(links(found)):
        assert len(problems) == 1
        return
    assert bool(problems) is (not orders(found))


@settings(max_examples=40)
@given(cases)
def test_a_window_holds_just_the_days_that_keep_to_the_order(found: Negotiation) -> None:
    """For moves without a date, in cases whose order can be kept."""
    if ring(links(found)) or any(untimely(found)):
        return
    kept = orders(found)
    for key in NAMES:
        if days_of(found, key) is None:
            first, last = window(found, key)
            days = {order[key] for order in kept}
            assert first is None or min(days) == first
            assert last is None or max(days) == last

"""The smallest groups whose opposition stops a gate."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations
from math import comb
from typing import Any

import pytest

from leveltwo.core import blocking
from leveltwo.core.blocking import Blockers, minimal_groups
from tests.board import board, layout_of
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen
from tests.oracle.rules import passes, standing

PEOPLE = ["ann", "bob", "cy", "di", "eve", "fay"]


def groups(rule: Any, people: list[str] = PEOPLE) -> list[tuple[str, ...]]:
    """The smallest blocking groups of a gate."""
    gate = rule if isinstance(rule, str) else {"rule": rule}
    layout = layout_of(board(dict.fromkeys(people, 1.0), {"vote": gate}))
    return minimal_groups(layout, next(g for g in layout.gates if g.key == "vote"))


def test_a_majority_of_seats_or_the_negotiator_blocks() -> None:
    """Half of nine votes suffices to stop a majority of nine."""
    rule = {"all": ["ann", {"need": "majority", "votes": {"bob": 4, "cy": 3, "di": 2}}]}
    assert groups(rule) == [("ann",), ("bob", "cy"), ("bob", "di"), ("cy", "di")]


def test_a_gate_that_nobody_can_stop_has_none() -> None:
    """Where a group of its blockers does not find the votes."""
    assert groups(
        {"unless": {"need": "majority", "base": "cast", "votes": {"ann": 1}, "quorum": 1}}
    ) == [("ann",)]
    assert groups({"any": [{"need": 2, "votes": {"ann": 2, "bob": 2}}, "ann"]}) == [("ann", "bob")]


@pytest.mark.parametrize("seed", range(60))
def test_groups_are_the_smallest_that_stop_a_random_rule(seed: int) -> None:
    """Against trying every group with the oracle."""
    rule = random_rule(Pen(random.Random(seed), certain=False), PEOPLE[:5], depth=2)
    people = sorted(standing(rule))
    stopping = [
        set(group)
        for size in range(1, len(people) + 1)
        for group in combinations(people, size)
        if not passes(rule, {who: "against" if who in group else "for" for who in people})
    ]
    smallest = [g for g in stopping if not any(other < g for other in stopping)]
    assert sorted(map(sorted, groups(rule))) == sorted(map(sorted, smallest))


def test_members_of_a_bloc_oppose_together() -> None:
    """All nine parts of it."""
    people = {"ann": {"margin": 1.0, "spread": 9}, "bob": 1.0}
    gate = {"need": 3, "votes": {"ann": 3, "bob": 1}}
    layout = layout_of(board(people, {"vote": gate}))
    vote = next(g for g in layout.gates if g.key == "vote")
    assert minimal_groups(layout, vote) == [("ann",)]


def blockers(rule: Any, people: Sequence[str]) -> Blockers:
    """The blocking groups of a gate before people who are all for."""
    gate = rule if isinstance(rule, str) else {"rule": rule}
    layout = layout_of(board(dict.fromkeys(people, 1.0), {"vote": gate}))
    return Blockers(layout, next(g for g in layout.gates if g.key == "vote"))


CROWD = [f"p{i:02}" for i in range(70)]


@pytest.mark.parametrize(
    ("rule", "people", "number"),
    [
        ({"need": "2/3", "votes": dict.fromkeys(CROWD[:64], 1)}, 64, comb(64, 22)),
        ({"need": "2/3", "votes": dict.fromkeys(CROWD, 1)}, 70, comb(70, 24)),
        ({"at_least": 38, "of": CROWD[:50]}, 50, comb(50, 13)),
        ({"all": CROWD[:40]}, 40, 40),
        ({"any": CROWD[:40]}, 40, 1),
        (
            {
                "all": [
                    CROWD[0],
                    {"need": "majority", "votes": dict.fromkeys(CROWD[1:42], 3)},
                    {"need": "2/3", "votes": dict.fromkeys(CROWD[42:], 2)},
                ]
            },
            70,
            1 + comb(41, 21) + comb(28, 10),
        ),
        (
            {"any": [{"need": "majority", "votes": dict.fromkeys(CROWD[:21], 1)},
                     {"need": 3, "votes": dict.fromkeys(CROWD[21:30], 2)}]},
            30,
            comb(21, 11) * comb(9, 8),
        ),
        (
            {"need": "3/5", "base": "cast", "quorum": "1/2", "approval": "1/4",
             "votes": dict.fromkeys(CROWD[:60], 7)},
            60,
            comb(60, 25),
        ),
        (
            {"unless": {"need": 30, "quorum": "1/2", "votes": dict.fromkeys(CROWD[:60], 1)}},
            60,
            comb(60, 30),
        ),
    ],
)  # fmt: skip
def test_groups_are_counted_however_many_there_are(rule: Any, people: int, number: int) -> None:
    """Equal members: as many as there are ways to choose just enough of them."""
    assert blockers(rule, CROWD[:people]).count() == number


@pytest.mark.parametrize("seed", range(40))
def test_they_are_as_many_as_can_be_listed(seed: int) -> None:
    """Random rules over eight people, most of them in several counts at once."""
    rng = random.Random(seed)
    people = [*PEOPLE, "gus", "hal"]
    rule = random_rule(Pen(rng, certain=False), people, depth=2)
    listed = groups(rule, people)
    assert blockers(rule, people).count() == len(listed) == len(set(listed))


def by_counting_all(votes: Sequence[int], need: int) -> int:
    """Subsets whose loss leaves too few votes, and no part of which does, one by one."""
    least, found = sum(votes) - need + 1, 0
    for size in range(1, len(votes) + 1):
        for group in combinations(votes, size):
            found += sum(group) >= least > sum(group) - min(group)
    return found


def test_weighted_groups_are_counted_vote_by_vote() -> None:
    """Sixteen members with unequal votes, against all 65,536 sets of them."""
    votes = [1 + 7 * i % 31 for i in range(16)]
    rule = {"need": 130, "votes": dict(zip(CROWD, votes, strict=False))}
    assert blockers(rule, CROWD[:16]).count() == by_counting_all(votes, 130)


def test_two_counts_of_the_same_people_are_counted_together() -> None:
    """More than half of the members with more than 65 in 100 of the people."""
    votes = [1 + 7 * i % 31 for i in range(12)]
    one, other = dict.fromkeys(CROWD[:12], 1), dict(zip(CROWD, votes, strict=False))
    rule = {"all": [{"need": "majority", "votes": one}, {"need": "13/20", "votes": other}]}
    listed = groups(rule, CROWD[:12])
    assert blockers(rule, CROWD[:12]).count() == len(listed) == len(set(listed))


def test_votes_by_the_million_are_counted_without_a_table() -> None:
    """Group by group, where only few sums can arise."""
    large = [9_000_001, 8_000_002, 7_500_003, 5_100_000, 4_900_001, 3_000_007, 2_000_000]
    votes = dict(zip(CROWD, [*large, 1_500_000, 900_000], strict=False))
    rule = {"need": "majority", "votes": votes}
    assert blockers(rule, CROWD[:9]).count() == len(groups(rule, CROWD[:9]))


def test_counting_gives_up_where_it_would_take_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """The likeliest are sought all the same, perhaps in vain for a while."""
    monkeypatch.setattr(blocking, "EFFORT", 3)
    votes = [1 + 7 * i % 31 for i in range(12)]
    one, other = dict.fromkeys(CROWD[:12], 1), dict(zip(CROWD, votes, strict=False))
    rule = {"all": [{"need": "majority", "votes": one}, {"need": "13/20", "votes": other}]}
    found = blockers(rule, CROWD[:12])
    assert found.count() is None
    monkeypatch.undo()
    exact = blockers(rule, CROWD[:12])
    opposed = {who: 2**k - 1 for k, who in enumerate(CROWD[:12])}
    assert found.likeliest(opposed, 5) == exact.likeliest(opposed, 5)


@pytest.mark.parametrize("seed", range(20))
def test_the_likeliest_are_the_likeliest_of_all(seed: int) -> None:
    """Of equals the smaller, then by name; those who never oppose together left out."""
    rng = random.Random(seed)
    people = CROWD[:10]
    rule = {"need": "2/3", "votes": {who: rng.randint(1, 9) for who in people}}
    opposed = {who: rng.getrandbits(20) | rng.getrandbits(20) for who in people}
    expected = []
    for group in groups(rule, people):
        draws = (1 << 20) - 1
        for who in group:
            draws &= opposed[who]
        if draws:
            expected.append((-draws.bit_count(), len(group), group))
    found = blockers(rule, people).likeliest(opposed, 6)
    assert found.groups == [(-draws, group) for draws, _, group in sorted(expected)[:6]]
    assert found.proved


def test_the_search_for_the_likeliest_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many tries, with what it has found, which is then not proved."""
    rule = {"need": "majority", "votes": dict.fromkeys(CROWD[:20], 1)}
    monkeypatch.setattr(blocking, "TRIES", 40)
    found = blockers(rule, CROWD[:20]).likeliest(dict.fromkeys(CROWD[:20], 7), 50)
    assert 1 <= len(found.groups) < 50
    assert not found.proved


def test_only_small_groups_are_listed_if_asked() -> None:
    """Those of up to so many members."""
    rule = {"need": 5, "votes": {"ann": 4, "bob": 3, "cy": 1, "di": 1}}
    layout = layout_of(board(dict.fromkeys(PEOPLE[:4], 1.0), {"vote": rule}))
    gate = next(g for g in layout.gates if g.key == "vote")
    assert minimal_groups(layout, gate, largest=2) == [("ann", "bob"), ("ann", "cy"), ("ann", "di")]

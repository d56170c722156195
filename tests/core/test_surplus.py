"""The fewest votes that must be cast differently for a gate to fail."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from leveltwo.core.surplus import fewest_votes
from tests.board import board, votes_on
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen
from tests.oracle import rules

PEOPLE = ["ann", "bob", "cy"]


def fewest(people: Mapping[str, Any], rule: Any) -> int | None:
    """Votes that must change on the treaty in the certain case."""
    table, votes = votes_on(board(people, {"vote": {"rule": rule}}))
    gate = next(g for g in table.layout.gates if g.key == "vote")
    return fewest_votes(table.layout, gate, votes.for_[:, 0], votes.against[:, 0])


@pytest.mark.parametrize(
    ("for_", "against", "need", "votes"),
    [
        (68, 32, 67, 2),
        (68, 32, "2/3", 2),
        (49, 35, "2/3", 0),
        (61, 38, "majority", 12),
        (50, 50, "majority", 0),
        (51, 50, "majority", 1),
        (80, 40, "2/3", 1),
        (442, 47, "2/3", 117),
    ],
)
def test_a_majority_has_as_many_votes_to_lose_as_it_is_above_its_need(
    for_: int, against: int, need: Any, votes: int
) -> None:
    """Though all those for are one bloc; the vote that falls short is counted."""
    rule = {"need": need, "votes": {"ann": for_, "bob": against}}
    assert fewest({"ann": 5, "bob": -5}, rule) == votes


def test_of_votes_cast_each_vote_that_turns_counts_twice() -> None:
    """From for to against it leaves as many cast: 60 to 40 is ten votes from even."""
    rule = {"need": "majority", "base": "cast", "votes": {"ann": 60, "bob": 40, "cy": 900}}
    people = {"ann": 5, "bob": -5, "cy": {"margin": 0, "band": 9}}
    assert fewest(people, rule) == 10
    assert fewest(people, {**rule, "need": "1/10"}) == 51


def test_a_quorum_may_be_the_first_to_break() -> None:
    """Anybody who stays away counts, opponents too."""
    rule = {"need": "majority", "base": "cast", "votes": {"ann": 60, "bob": 5}, "quorum": "9/10"}
    assert fewest({"ann": 5, "bob": -5}, rule) == 7
    floor = {"need": "majority", "base": "cast", "votes": {"ann": 60, "bob": 5}, "approval": "9/10"}
    assert fewest({"ann": 5, "bob": -5}, floor) == 2


def test_each_named_alone_has_one_vote() -> None:
    """One veto suffices for all, everybody is needed against any."""
    people = {"ann": 5, "bob": 5, "cy": -5}
    assert fewest(people, {"all": ["ann", "bob"]}) == 1
    assert fewest(people, {"any": ["ann", "bob", "cy"]}) == 2
    assert fewest(people, {"at_least": 2, "of": ["ann", "bob", "cy"]}) == 1


def test_whoever_is_named_twice_turns_once() -> None:
    """Ann alone stops both parts."""
    people = {"ann": 5, "bob": 5, "cy": 5}
    assert fewest(people, {"any": ["ann", {"all": ["ann", "bob"]}]}) == 1
    assert fewest(people, {"any": [{"all": ["ann", "bob"]}, {"all": ["cy", "bob"]}]}) == 1
    assert fewest(people, {"any": [{"all": ["ann", "bob"]}, {"all": ["ann", "bob"]}]}) == 1


def test_a_gate_that_passes_whatever_happens_has_no_fewest() -> None:
    """A veto that asks for more votes against than there are, beside one that might be found."""
    never = {"unless": {"need": 3, "votes": {"bob": 1}}}
    assert fewest({"ann": 5, "bob": 5}, never) is None
    assert fewest({"ann": 5, "bob": 5}, {"all": [never, "ann"]}) == 1
    assert fewest({"ann": 5, "bob": 5}, {"any": [never, "ann"]}) is None


def test_where_nobody_votes_somebody_must_oppose() -> None:
    """A third of no votes is reached by none."""
    idle = {"margin": 0, "band": 5}
    assert fewest({"ann": idle}, {"need": "1/3", "base": "cast", "votes": {"ann": 3}}) == 1


def test_members_who_differ_are_counted_as_they_stand() -> None:
    """Five of nine for, three needed: three must change."""
    people = {"ann": {"margin": 0.0, "spread": 9}}
    assert fewest(people, {"need": 3, "votes": {"ann": 9}}) == 3


def by_trying_all(rule: Any, votes: Mapping[str, rules.Vote]) -> int | None:
    """The fewest changes over all ways to vote, every vote in every count on its own."""
    seats = list(_seats(rule, ()))
    now = [votes[who] for _, who in seats]
    best: int | None = None
    for ways in product(*(("for", "against", "abstain") for _ in seats)):
        changed = sum(a != b for a, b in zip(ways, now, strict=True))
        if (best is None or changed < best) and not _passes(
            rule, (), dict(zip(seats, ways, strict=True))
        ):
            best = changed
    return best


def _seats(rule: Any, path: Any) -> Any:
    """Every single vote: each in each count, and one for everybody named alone."""
    if isinstance(rule, str):
        yield ("own",), rule
    elif "unless" in rule:
        yield from _seats(rule["unless"], (*path, "unless"))
    elif "votes" in rule:
        for who, n in rule["votes"].items():
            yield from (((*path, i), who) for i in range(int(n)))
    else:
        for i, part in enumerate(next(rule[k] for k in ("all", "any", "of") if k in rule)):
            yield from _seats(part, (*path, i, "part"))


def _passes(rule: Any, path: Any, ways: Any) -> bool:
    if isinstance(rule, str):
        return bool(ways[("own",), rule] == "for")
    if "unless" in rule or "votes" in rule:
        inner = rule.get("unless", rule)
        where = (*path, "unless") if "unless" in rule else path
        members = {
            who: [ways[(*where, i), who] for i in range(int(n))]
            for who, n in inner["votes"].items()
        }
        return rules.passes(rule, dict.fromkeys(members, "for"), members)
    parts = next(rule[k] for k in ("all", "any", "of") if k in rule)
    passed = sum(_passes(part, (*path, i, "part"), ways) for i, part in enumerate(parts))
    needed = len(parts) if "all" in rule else 1 if "any" in rule else rule["at_least"]
    return bool(passed >= needed)


@pytest.mark.parametrize("seed", range(150))
def test_it_is_the_least_over_all_ways_to_vote(seed: int) -> None:
    """Random rules of few votes, every way to cast them tried."""
    rng = random.Random(seed)
    rule = whole(random_rule(Pen(rng, certain=True), PEOPLE, depth=1))
    if len(set(_seats(rule, ()))) > 7:
        rule = {"unless": {"need": "1/2", "base": "cast", "quorum": "2/3", "votes": {"ann": 2,
                "bob": 1, "cy": 2}}}  # fmt: skip
    stands = {who: rng.choice(["for", "for", "against", "abstain"]) for who in PEOPLE}
    margins = {"for": 5, "against": -5, "abstain": 0}
    people = {who: {"margin": margins[stand], "band": 3} for who, stand in stands.items()}
    assert fewest(people, rule) == by_trying_all(rule, stands)  # type: ignore[arg-type]


def whole(rule: Any) -> Any:
    """The same rule with one or two votes for each."""
    if isinstance(rule, str):
        return rule
    if "unless" in rule:
        return {"unless": whole(rule["unless"])}
    if "votes" in rule:
        votes = {who: 1 + int(n) % 2 for who, n in rule["votes"].items()}
        need = rule["need"] if isinstance(rule["need"], str) else min(2, sum(votes.values()))
        return {**rule, "votes": votes, "need": need}
    return {
        key: [whole(part) for part in parts] if isinstance(parts, list) else parts
        for key, parts in rule.items()
    }


def test_a_ninth_of_a_bloc_is_no_rounded_number() -> None:
    """Five ninths of 12 votes are 20/3; all but a third of the last must change."""
    rule = {"need": 1, "votes": {"ann": 12}}
    assert fewest({"ann": {"margin": 0.0, "spread": 9}}, rule) == 6

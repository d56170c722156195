"""Rules as weighted thresholds, against the oracle's reading of the same rules."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter

from leveltwo.core.thresholds import Roll, Thresholds, compile_rule
from leveltwo.model.rule import Rule
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen
from tests.oracle.rules import Vote, passes, standing
from tests.oracle.test_approvals import HISTORY

STATES: tuple[Vote, ...] = ("for", "against", "abstain")


def compiled(rule: Any, votes: list[dict[str, Vote]]) -> list[bool]:
    """Whether a rule passes under each of some votes, by its thresholds."""
    people = sorted(standing(rule))
    own = {who: i for i, who in enumerate(people)}
    into = Thresholds()
    node = compile_rule(
        TypeAdapter[Rule](Rule).validate_python(rule),
        Roll(own, {who: [i] for who, i in own.items()}),
        into,
    )
    for_ = np.array([[vote[who] == "for" for vote in votes] for who in people])
    against = np.array([[vote[who] == "against" for vote in votes] for who in people])
    return [bool(passed) for passed in into.passes(for_, against)[node]]


@pytest.mark.parametrize("seed", range(150))
def test_random_rules_pass_just_when_the_oracle_says_so(seed: int) -> None:
    """Every rule of the grammar, nested, under all votes of four people."""
    people = ["ann", "bob", "cy", "di"]
    rule = random_rule(Pen(random.Random(seed), certain=False), people, depth=2)
    votes = [dict(zip(people, states, strict=True)) for states in product(STATES, repeat=4)]
    assert compiled(rule, votes) == [passes(rule, vote) for vote in votes]


@pytest.mark.parametrize("case", HISTORY[:-1], ids=[case[0] for case in HISTORY[:-1]])
def test_approvals_of_history_come_out_as_they_did(case: tuple[Any, ...]) -> None:
    """Exactly at their hurdles."""
    _, rule, yes, no, home, passed = case
    votes = {who: n for who, n in {"yes": yes, "no": no, "home": home}.items() if n}
    states: dict[str, Vote] = {"yes": "for", "no": "against", "home": "abstain"}
    assert compiled(rule | {"votes": votes}, [states]) == [passed]


def test_members_share_votes_exactly() -> None:
    """Six of nine parts of one vote are exactly two-thirds of it."""
    rule = TypeAdapter[Rule](Rule).validate_python({"need": "2/3", "votes": {"bloc": 0.1}})
    into = Thresholds()
    node = compile_rule(rule, Roll({"bloc": 0}, {"bloc": list(range(1, 10))}), into)
    for_ = np.array([[False] * 2, *([[True] * 2] * 5), [True, False], *([[False] * 2] * 3)])
    assert into.passes(for_, ~for_)[node].tolist() == [True, False]


def test_no_rounding_decides_a_vote() -> None:
    """A third of a tenth, nine hundred million times over."""
    share = Fraction(1, 3)
    votes = {"ann": 300_000_000.1, "bob": 600_000_000.2}
    rule = {"need": "1/3", "votes": votes}
    assert compiled(rule, [{"ann": "for", "bob": "against"}]) == [True]
    assert share * Fraction("900000000.3") == Fraction("300000000.1")
    less = {"need": "1/3", "votes": votes | {"ann": 300_000_000}}
    assert compiled(less, [{"ann": "for", "bob": "against"}]) == [False]


def test_only_the_thresholds_asked_for_are_worked_out() -> None:
    """Others stay False."""
    into = Thresholds()
    for _ in range(2):
        compile_rule("ann", Roll({"ann": 0}, {"ann": [0]}), into)
    yes = np.ones((1, 1), dtype=np.bool_)
    assert into.passes(yes, ~yes, range(1, 2)).tolist() == [[False], [True]]

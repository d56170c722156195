"""Approval rules of history, and the corners of the grammar."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.rules import Vote, passes, read_gate, standing, tally

HISTORY = [
    # (what, rule without votes, for, against, not cast, passes)
    ("Versailles, March 1920", {"need": "2/3", "base": "cast"}, 49, 35, 12, False),
    ("Versailles, Lodge's text", {"need": "2/3", "base": "cast"}, 39, 55, 2, False),
    ("Versailles, no conditions", {"need": "2/3", "base": "cast"}, 38, 53, 5, False),
    ("Panama Canal", {"need": "2/3"}, 68, 32, 0, True),
    ("Panama Canal, two fewer", {"need": "2/3"}, 66, 34, 0, False),
    ("Two plus Four", {"need": "2/3", "base": "cast"}, 98, 0, 2, True),
    ("NAFTA, House", {"need": "majority"}, 234, 200, 0, True),
    ("German unity, Bundestag", {"need": "2/3"}, 442, 47, 3, True),
    ("German unity, Volkskammer", {"need": "2/3"}, 299, 80, 1, True),
    ("North Macedonia, 80 of 120", {"need": "2/3"}, 80, 0, 40, True),
    ("North Macedonia, 79 of 120", {"need": "2/3"}, 79, 0, 41, False),
    ("Cloture", {"need": 60}, 58, 42, 0, False),
    ("Denmark, five sixths", {"need": "5/6"}, 130, 25, 24, False),
    ("Linde, votes cast", {"need": "majority", "base": "cast"}, 6, 5, 1, True),
    ("Linde, all votes", {"need": "majority"}, 6, 5, 1, False),
    ("Skopje 2018, votes cast", {"need": "majority", "base": "cast"}, 609427, 37687, 1159222, True),
    (
        "Skopje 2018, half must vote",
        {"need": "majority", "base": "cast", "quorum": "1/2"},
        609427,
        37687,
        1159222,
        False,
    ),
    (
        "Colombia 2016",
        {"need": "majority", "base": "cast", "approval": "13/100"},
        6382901,
        6438552,
        22000000,
        False,
    ),
    ("Colombia, the 13 % alone", {"need": 0, "approval": 0.13}, 6382901, 6438552, 22000000, True),
]
VOTES: dict[str, Vote] = {"yes": "for", "no": "against", "home": "abstain"}


@pytest.mark.parametrize(
    ("rule", "yes", "no", "home", "passed"),
    [case[1:] for case in HISTORY],
    ids=[case[0] for case in HISTORY],
)
def test_approvals_of_history_come_out_as_they_did(
    rule: dict[str, Any], yes: int, no: int, home: int, passed: bool
) -> None:
    """Each vote passes or fails under its rule as it did."""
    assert passes(rule | {"votes": {"yes": yes, "no": no, "home": home}}, VOTES) is passed


def test_blockers_of_an_inverted_gate_must_find_their_votes() -> None:
    """Disapproval needs 60 of 100: 58 against let the deal proceed, 60 stop it."""
    gate = {"unless": {"need": 60, "votes": {"yes": 42, "no": 58}}}
    assert passes(gate, VOTES)
    gate = {"unless": {"need": 60, "votes": {"yes": 40, "no": 60}}}
    assert not passes(gate, VOTES)


def test_a_veto_is_sustained_by_34_of_100() -> None:
    """Two-thirds against are needed: 66 do not do, 67 do."""
    assert passes({"unless": {"need": "2/3", "votes": {"yes": 34, "no": 66}}}, VOTES)
    assert not passes({"unless": {"need": "2/3", "votes": {"yes": 33, "no": 67}}}, VOTES)


def test_an_inverted_gate_counts_quorum_and_approval_for_the_votes_against() -> None:
    """A veto by most of those voting needs turnout and its own share of all votes."""
    veto = {"need": "majority", "base": "cast", "votes": {"yes": 1, "no": 3, "home": 6}}
    assert not passes({"unless": veto}, VOTES)
    assert passes({"unless": veto | {"quorum": "1/2"}}, VOTES)
    assert not passes({"unless": veto | {"approval": "3/10"}}, VOTES)
    assert passes({"unless": veto | {"approval": "1/3"}}, VOTES)


def test_nobody_voting_meets_two_thirds_of_the_cast_but_no_majority() -> None:
    """Zero is at least two-thirds of zero, and not more than half of it."""
    assert passes({"need": "2/3", "base": "cast", "votes": {"home": 5}}, VOTES)
    assert not passes({"need": "majority", "base": "cast", "votes": {"home": 5}}, VOTES)


def test_two_chambers_must_both_agree() -> None:
    """`all`, `any` and `at_least` count the rules that pass."""
    house = {"need": "majority", "votes": {"yes": 234, "no": 200}}
    senate = {"need": "majority", "votes": {"yes": 38, "no": 61}}
    assert not passes({"all": [house, senate]}, VOTES)
    assert passes({"any": [house, senate]}, VOTES)
    assert passes({"at_least": 2, "of": [house, senate, "yes"]}, VOTES)
    assert not passes({"at_least": 3, "of": [house, senate, "yes"]}, VOTES)
    assert standing({"at_least": 3, "of": [{"unless": house}, "home"]}) == {"yes", "no", "home"}


def test_members_who_differ_split_the_votes_of_their_bloc() -> None:
    """Two of three parts of a bloc of two votes are exactly four thirds of a vote."""
    parts: dict[str, list[Vote]] = {"bloc": ["for", "for", "against"]}
    counts = tally({"bloc": 2, "yes": 0.1}, VOTES | {"bloc": "for"}, parts)
    assert counts == {
        "for": Fraction(4, 3) + Fraction(1, 10),
        "against": Fraction(2, 3),
        "abstain": Fraction(0),
    }
    two_thirds = {"need": "2/3", "votes": {"bloc": 2}}
    assert passes({"all": [two_thirds, "bloc"]}, {"bloc": "for"}, parts)


def test_a_gate_holds_its_rule_inside_or_beside_its_date() -> None:
    """Both spellings give the same gate, its mark and date."""
    ballot = {"need": 1, "votes": {"yes": 1}}
    beside = read_gate(ballot | {"date": "2026-11-30", "implementation": True})
    assert beside == read_gate({"rule": ballot, "date": "2026-11-30", "implementation": True})
    assert read_gate("yes").rule == "yes"

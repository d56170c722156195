"""What opposing a gate takes from its counts, simplified."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.core.losses import NEVER, Losses, losses
from tests.board import board, layout_of

PEOPLE = ["ann", "bob", "cy"]
VOTES = {"ann": 3, "bob": 2, "cy": 1}


def of(rule: Any) -> Losses:
    """The losses of a gate before three people."""
    gate = rule if isinstance(rule, str) else {"rule": rule}
    layout = layout_of(board(dict.fromkeys(PEOPLE, 1.0), {"vote": gate}))
    return losses(layout, next(g for g in layout.gates if g.key == "vote"))


def kept(rule: Any) -> list[tuple[dict[str, int], int]]:
    """The counts that are left: what each person takes from them, and what they can lose."""
    found = of(rule)
    return [
        ({who: n for who, n in zip(found.people, column, strict=True) if n}, spare)
        for column, spare in zip(found.loss.T.tolist(), found.spare, strict=True)
        if spare not in (0, NEVER)
    ]


def test_a_count_can_lose_what_it_has_above_its_need() -> None:
    """Six votes, four needed: it fails with three votes less."""
    assert kept({"need": 4, "votes": VOTES}) == [(VOTES, 3)]


def test_counts_that_cannot_fail_are_left_out() -> None:
    """With everybody for or against, every quorum is met."""
    rule = {"need": 4, "base": "all", "votes": VOTES, "quorum": "2/3"}
    assert kept(rule)[0] == (VOTES, 3)
    assert sum(bool(weights) for weights, _ in kept(rule)) == 1


def test_people_who_decide_a_count_alone_stand_in_what_it_feeds() -> None:
    """Three signatures are one count of three."""
    assert kept({"at_least": 2, "of": PEOPLE}) == [(dict.fromkeys(PEOPLE, 1), 2)]
    assert kept("bob") == [({"bob": 1}, 1)]


@pytest.mark.parametrize(("combined", "left"), [("all", 2), ("any", 4)])
def test_of_counts_of_the_same_votes_the_one_that_decides_is_kept(combined: str, left: int) -> None:
    """For both to pass the harder one must, for one to pass the easier one."""
    counts = [{"need": n, "votes": {who: 2 * v for who, v in VOTES.items()}} for n in (6, 10)]
    found = [spare for weights, spare in kept({combined: counts}) if weights]
    assert found == [{2: 3, 4: 7}[left]]


def test_where_some_of_several_counts_must_pass_all_are_kept() -> None:
    """Two of three: neither implies enough."""
    counts = [{"need": n, "votes": VOTES} for n in (2, 4)]
    other = {"need": 2, "votes": {"ann": 1, "bob": 1}}
    found = [weights for weights, _ in kept({"at_least": 2, "of": [*counts, other]}) if weights]
    assert len(found) == 3

"""Gates that ask for no more than a bare majority."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from leveltwo.core.choice import encode
from leveltwo.core.conversion import conversions
from leveltwo.core.ordinary import ordinary
from leveltwo.core.sample import Sample
from leveltwo.core.tally import Tally
from leveltwo.model.rule import Rule
from tests.board import board, layout_of

CERTAIN = Sample(1, 1, certain=True)
VOTES = {"ann": 6, "bob": 5}
BARE = {"need": "majority", "votes": VOTES, "base": "cast"}
ADAPTER: TypeAdapter[Any] = TypeAdapter(Rule)


@pytest.mark.parametrize(
    ("rule", "plain"),
    [
        ("ann", "ann"),
        ({"need": "2/3", "votes": VOTES}, BARE),
        ({"need": 11, "votes": VOTES}, BARE),
        ({"need": "majority", "votes": VOTES, "quorum": "1/2", "approval": "1/2"}, BARE),
        ({"unless": {"need": 1, "votes": VOTES}}, {"unless": BARE}),
        ({"all": ["ann", "bob", "cy"]}, {"at_least": 2, "of": ["ann", "bob", "cy"]}),
        ({"all": ["ann", "bob"]}, {"at_least": 2, "of": ["ann", "bob"]}),
        (
            {"at_least": 3, "of": ["ann", "bob", "cy", "dan"]},
            {"at_least": 3, "of": ["ann", "bob", "cy", "dan"]},
        ),
        (
            {"at_least": 1, "of": ["ann", "bob", "cy"]},
            {"at_least": 1, "of": ["ann", "bob", "cy"]},
        ),
        ({"any": ["ann", {"need": "2/3", "votes": VOTES}]}, {"any": ["ann", BARE]}),
    ],
)
def test_every_rule_has_a_plain_one(rule: Any, plain: Any) -> None:
    assert ordinary(ADAPTER.validate_python(rule)) == ADAPTER.validate_python(plain)


def asked(rule: Any, ann: float = 5, bob: float = -5) -> tuple[float, float, Tally | None]:
    """Chance of Ann's gate, the same under a bare majority, and the count."""
    layout = layout_of(board({"ann": ann, "bob": bob}, {"vote": rule}))
    found = conversions(layout, CERTAIN, encode(layout, {"text": "treaty"}))
    c = next(c for c in found if (c.who, c.gate) == ("ann", "vote"))
    return c.gate_chance, c.hindrance.ordinary, c.hindrance.tally


def test_six_of_eleven_are_a_majority_and_not_two_thirds() -> None:
    chance, plain, tally = asked({"need": "2/3", "votes": VOTES})
    assert (chance, plain) == (0, 1)
    assert tally == Tally(6, 8, 6, 11, 11, None, veto=False)


def test_a_veto_counts_votes_against() -> None:
    chance, plain, tally = asked({"unless": {"need": "1/3", "votes": VOTES}})
    assert (chance, plain) == (0, 1)
    assert tally == Tally(5, 4, 6, 11, 11, None, veto=True)


def test_a_quorum_and_an_approval_quorum_are_part_of_the_count() -> None:
    rule = {"need": "majority", "votes": VOTES, "base": "cast", "quorum": "3/4", "approval": "3/4"}
    chance, plain, tally = asked(rule)
    assert (chance, plain) == (0, 1)
    assert tally == Tally(6, 8.25, 6, 11, 11, 8.25, veto=False)


@pytest.mark.parametrize(("need", "needed"), [("majority", 6), (7, 7), ("2/3", 8), ("1/2", 6)])
def test_whole_votes_need_whole_votes(need: Any, needed: float) -> None:
    _, _, tally = asked({"need": need, "votes": VOTES})
    assert tally is not None
    assert tally.needed == needed


def test_parts_of_votes_are_left_as_they_are() -> None:
    _, _, tally = asked({"need": "2/3", "votes": {"ann": 1.5, "bob": 1}})
    assert tally is not None
    assert tally.needed == pytest.approx(5 / 3)
    assert (tally.votes, tally.bare, tally.cast, tally.total) == (1.5, 1.25, 2.5, 2.5)


def test_of_a_bloc_whose_members_differ_each_ninth_is_counted() -> None:
    """At a margin of 1 and a spread of 20 points five of nine ninths are for."""
    people = {"ann": {"margin": 1, "spread": 20}, "bob": -5}
    layout = layout_of(board(people, {"vote": {"need": 2, "votes": {"ann": 9, "bob": 9}}}))
    found = conversions(layout, CERTAIN, encode(layout, {"text": "treaty"}))
    tally = found[0].hindrance.tally
    assert found[0].who == "ann"
    assert tally is not None
    assert tally.votes == pytest.approx(5)


def test_who_is_asked_alone_is_in_no_count() -> None:
    assert asked({"all": ["ann", {"need": 1, "votes": {"bob": 1}}]})[2] is None
    assert asked("ann")[2] is None

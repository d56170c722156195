"""Who can say no, and how bad no deal is: what makes win-sets larger and smaller."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.published.documents import Doc, document, named, number, person, side
from tests.published.program import approved

pytestmark = pytest.mark.published

OPTIONS = ("first", "second", "third", "fourth")
ratings = st.lists(st.integers(0, 100), min_size=4, max_size=4)
voters = st.lists(st.tuples(st.integers(0, 90), ratings, ratings), min_size=1, max_size=5)
Voter = tuple[int, list[int], list[int]]


def member(voter: Voter, cost_of_no_deal: int = 0) -> Doc:
    """Somebody with ratings of two issues; no deal is worse by a cost."""
    no_deal, left, right = voter
    values = {
        issue: dict(zip(OPTIONS, rating, strict=True))
        for issue, rating in (("left", left), ("right", right))
    }
    return person("house", max(0, no_deal - cost_of_no_deal), values)


def house(people: dict[str, Doc], gate: object) -> Doc:
    """A house that decides, and a guest who takes anything."""
    guest = person("street", 0, {"left": dict.fromkeys(OPTIONS, 50)})
    sides = {"street": side("guest"), "house": side(next(iter(people)), gate)}
    issues = {"left": named(OPTIONS), "right": named(OPTIONS)}
    return document(sides, issues, {"guest": guest, **people})


def members(these: Sequence[Voter], cost: int = 0) -> dict[str, Doc]:
    """Named members."""
    return {f"member_{i}": member(voter, cost) for i, voter in enumerate(these)}


@settings(max_examples=30)
@given(voters, st.integers(0, 40), st.data())
def test_a_worse_no_deal_for_everyone_never_shrinks_a_win_set(
    these: list[Voter], cost: int, data: st.DataObject
) -> None:
    """Putnam 1988: the lower the cost of no agreement, the smaller the win-set."""
    gate = {
        "need": data.draw(st.integers(1, len(these))),
        "votes": {f"member_{i}": 1 for i in range(len(these))},
    }
    before = approved(house(members(these), gate), "house")
    assert before <= approved(house(members(these, cost), gate), "house")


@settings(max_examples=30)
@given(voters)
def test_another_veto_player_never_enlarges_a_win_set(these: list[Voter]) -> None:
    """Tsebelis 2002: the win-set with one more veto player lies within the one without."""
    people = members(these)
    fewer = list(people)[:-1] or list(people)
    all_of_them = approved(house(people, {"all": list(people)}), "house")
    assert all_of_them <= approved(house(people, {"all": fewer}), "house")


@settings(max_examples=30)
@given(voters)
def test_a_veto_player_who_is_the_double_of_another_changes_nothing(these: list[Voter]) -> None:
    """Tsebelis 2002, absorption: a player with the same preferences is absorbed."""
    people = members(these)
    doubled = {**people, "double": people["member_0"]}
    with_double = approved(house(doubled, {"all": list(doubled)}), "house")
    assert with_double == approved(house(people, {"all": list(people)}), "house")


@settings(max_examples=30)
@given(voters)
def test_a_veto_player_who_takes_any_deal_changes_nothing(these: list[Voter]) -> None:
    """Tsebelis 2002: nobody who accepts all that the others accept changes the win-set."""
    people = members(these)
    easy = {**people, "easy": member((0, [0] * 4, [0] * 4))}
    with_easy = approved(house(easy, {"all": list(easy)}), "house")
    assert with_easy == approved(house(people, {"all": list(people)}), "house")


@settings(max_examples=30)
@given(voters)
def test_one_of_several_approvals_is_easier_to_get_than_all_of_them(these: list[Voter]) -> None:
    """Tsebelis 2002: what all accept, any one of them accepts."""
    people = members(these)
    every = approved(house(people, {"all": list(people)}), "house")
    assert every <= approved(house(people, {"any": list(people)}), "house")


SIZE = 10
STATUS_QUO = (5, 5)


def spatial(ideals: dict[str, tuple[int, int]]) -> set[tuple[int, int]]:
    """Points of a plane that unanimous players with Euclidean preferences do not refuse.

    Minus the squared distance is the sum of a part for each axis, so it is written exactly.
    """

    def axis(ideal: int) -> Doc:
        return {"points": {x: 100 - (x - ideal) ** 2 for x in range(SIZE + 1)}}

    people = {
        who: person(
            "house",
            {"left": STATUS_QUO[0], "right": STATUS_QUO[1]},
            {"left": axis(x), "right": axis(y)},
        )
        for who, (x, y) in ideals.items()
    }
    doc = house(people, {"all": list(people)})
    doc["issues"] = {"left": number(0, SIZE, 1), "right": number(0, SIZE, 1)}
    doc["constituencies"]["guest"] = person("street", 0, {"left": axis(0)})
    return {(int(x), int(y)) for x, y in approved(doc, "house")}


def nearer(point: tuple[int, int], ideal: tuple[int, int]) -> bool:
    """Whether a point is as near to an ideal as the status quo."""

    def distance(at: tuple[int, int]) -> int:
        return (at[0] - ideal[0]) ** 2 + (at[1] - ideal[1]) ** 2

    return distance(point) <= distance(STATUS_QUO)


TRIANGLE = {"one": (0, 6), "two": (9, 10), "three": (5, 1)}
PLANE = [(x, y) for x in range(SIZE + 1) for y in range(SIZE + 1)]
FAR = {"one": (2, 9), "two": (8, 10), "three": (5, 7)}


def test_the_win_set_of_several_players_is_where_their_circles_meet() -> None:
    """Tsebelis 2002: the win-set is the intersection of circles through the status quo."""
    expected = {p for p in PLANE if all(nearer(p, ideal) for ideal in FAR.values())}
    assert spatial(FAR) == expected
    assert len(expected) > 1


def test_a_status_quo_among_the_players_ideals_cannot_be_changed() -> None:
    """Tsebelis 2002: within the unanimity core the win-set is empty (but for the status quo)."""
    assert spatial(TRIANGLE) == {STATUS_QUO}


@pytest.mark.parametrize("ideal", [(2, 9), (5, 9), (5, 8), (6, 8), (8, 10)])
def test_a_player_in_the_unanimity_core_of_the_others_is_absorbed(ideal: tuple[int, int]) -> None:
    """Tsebelis 2002, absorption rule: an ideal within the others' triangle changes nothing."""
    assert spatial({**FAR, "fourth": ideal}) == spatial(FAR)


@pytest.mark.parametrize("ideal", [(5, 0), (0, 6), (9, 3)])
def test_a_player_outside_the_unanimity_core_of_the_others_shrinks_the_win_set(
    ideal: tuple[int, int],
) -> None:
    """Tsebelis 2002: and such a player takes points away."""
    assert spatial({**FAR, "fourth": ideal}) < spatial(FAR)

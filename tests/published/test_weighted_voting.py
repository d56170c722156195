"""Councils whose members have unequal votes: who turns a vote, and who can stop one.

Every way to vote is put to the gate as the program compiles it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import comb, factorial

import pytest

from leveltwo.core.blocking import minimal_groups
from tests.published.documents import AGREED, TEXT, document, only, person, side
from tests.published.program import Ballot, Rule, assess

pytestmark = pytest.mark.published

EEC_1958 = {"germany": 4, "france": 4, "italy": 4, "belgium": 2, "netherlands": 2, "luxembourg": 1}
EU_1995 = {
    **dict.fromkeys(["germany", "france", "italy", "united_kingdom"], 10),
    "spain": 8,
    **dict.fromkeys(["belgium", "greece", "netherlands", "portugal"], 5),
    **dict.fromkeys(["austria", "sweden"], 4),
    **dict.fromkeys(["denmark", "finland", "ireland"], 3),
    "luxembourg": 2,
}
OLDER: Mapping[str, tuple[int, int, list[int]]] = {
    "ec9": (41, 58, [10, 10, 10, 10, 5, 5, 3, 3, 2]),
    "ec10": (45, 63, [10, 10, 10, 10, 5, 5, 5, 3, 3, 2]),
    "ec12": (54, 76, [10, 10, 10, 10, 8, 5, 5, 5, 5, 3, 3, 2]),
}
PERMANENT = ["china", "france", "russia", "united_kingdom", "united_states"]


def elected(seats: int) -> list[str]:
    """The other members of the Security Council."""
    return [f"elected_{i}" for i in range(seats)]


def security_council(seats: int, need: int) -> Rule:
    """So many votes, those of all permanent members among them."""
    members = PERMANENT + elected(seats)
    return {"all": [*PERMANENT, {"need": need, "votes": dict.fromkeys(members, 1)}]}


@lru_cache
def council(year: int) -> Ballot:
    """The Council of Ministers under qualified majority on a proposal of the Commission."""
    votes, need = {1958: (EEC_1958, 12), 1995: (EU_1995, 62)}[year]
    return Ballot({"need": need, "votes": votes}, list(votes))


@lru_cache
def security(seats: int, need: int) -> Ballot:
    """The Security Council with so many elected members."""
    return Ballot(security_council(seats, need), PERMANENT + elected(seats))


def swings(ballot: Ballot, who: str) -> int:
    """Ways for the others to vote in which the vote of one member turns the result."""
    return int(ballot.turns_on(who).sum()) // 2


def banzhaf(ballot: Ballot) -> dict[str, float]:
    """Each member's share of all swings."""
    every = {who: swings(ballot, who) for who in ballot.members}
    return {who: n / sum(every.values()) for who, n in every.items()}


def shapley_shubik(ballot: Ballot, who: str) -> float:
    """Share of all orders of joining in which one member turns the result."""
    members, place = len(ballot.members), ballot.members.index(who)
    turned = ballot.turns_on(who) & ~ballot.profiles[:, place]
    before = ballot.profiles[turned].sum(axis=1).tolist()
    orders = [factorial(k) * factorial(members - 1 - k) for k in before]
    return sum(orders) / factorial(members)


def test_luxembourg_never_turned_a_vote_in_the_council_of_six() -> None:
    """Felsenthal & Machover 1998: with 12 of 17 needed and all others even, 1 vote is none."""
    six = council(1958)
    assert sum(EEC_1958.values()) == 17
    assert not six.turns_on("luxembourg").any()
    groups = minimal_groups(six.layout, six.gate)
    assert groups
    assert not any("luxembourg" in group for group in groups)


@pytest.mark.parametrize(
    ("member", "banzhaf_index", "shapley_shubik_index"),
    [
        ("germany", 10 / 42, 14 / 60),
        ("france", 10 / 42, 14 / 60),
        ("italy", 10 / 42, 14 / 60),
        ("belgium", 6 / 42, 9 / 60),
        ("netherlands", 6 / 42, 9 / 60),
        ("luxembourg", 0, 0),
    ],
)
def test_the_power_of_the_six_is_as_published(
    member: str, banzhaf_index: float, shapley_shubik_index: float
) -> None:
    """Felsenthal & Machover 1998, the Council of 1958; Banzhaf 1965; Shapley & Shubik 1954."""
    six = council(1958)
    assert banzhaf(six)[member] == pytest.approx(banzhaf_index)
    assert shapley_shubik(six, member) == pytest.approx(shapley_shubik_index)


def test_chances_of_being_pivotal_are_penroses_when_all_toss_a_coin() -> None:
    """Penrose 1946; Straffin 1977, §2: swings / 2⁵, found from draws of uncertain voters."""
    members = {who: person("council", [0, 50, 100], only(50)) for who in EEC_1958}
    gate = {"need": 12, "votes": EEC_1958}
    people = {"us": person("we", 0, only(100)), **members}
    doc = document({"we": side("us"), "council": side("germany", gate)}, TEXT, people)
    result = assess(doc, AGREED, draws=16_384)
    for who, expected in zip(EEC_1958, [10, 10, 10, 6, 6, 0], strict=True):
        low, high = result.sample.interval(result.constituencies[who].pivotal)
        assert low <= expected / 32 <= high
    assert result.constituencies["luxembourg"].pivotal == 0


@pytest.mark.parametrize(
    ("votes", "index"),
    [(10, 0.1116), (8, 0.0924), (5, 0.0587), (4, 0.0479), (3, 0.0359), (2, 0.0226)],
)
def test_the_power_of_the_fifteen_is_as_published(votes: int, index: float) -> None:
    """Felsenthal & Machover 1998: Banzhaf index of the Council of 1995, 62 of 87 needed."""
    fifteen = council(1995)
    assert sum(EU_1995.values()) == 87
    found = banzhaf(fifteen)
    for who, n in EU_1995.items():
        if n == votes:
            assert found[who] == pytest.approx(index, abs=0.00005)


def test_in_the_council_of_fifteen_two_members_stop_nothing_and_only_big_ones_do_in_threes() -> (
    None
):
    """Felsenthal & Machover 1998, the votes of 1995: 26 of 87 votes against stop a proposal."""
    fifteen = council(1995)
    groups = minimal_groups(fifteen.layout, fifteen.gate)
    large = {who for who, n in EU_1995.items() if n >= 8}
    in_threes = [group for group in groups if len(group) == 3]
    assert min(len(group) for group in groups) == 3
    assert len(in_threes) == comb(5, 3)
    assert all(set(group) <= large for group in in_threes)


@pytest.mark.parametrize("name", OLDER)
def test_luxembourg_turned_votes_in_every_later_council(name: str) -> None:
    """Felsenthal & Machover 1998: two votes, from 1973 on, are not none."""
    need, total, votes = OLDER[name]
    members = {f"m{i}": n for i, n in enumerate(votes)}
    assert sum(votes) == total
    ballot = Ballot({"need": need, "votes": members}, list(members))
    assert ballot.turns_on(f"m{len(votes) - 1}").any()


def test_the_security_council_is_a_weighted_majority() -> None:
    """Felsenthal & Machover 1998: 7 votes for each of five, 1 for each of ten, 39 needed."""
    by_rule = security(10, 9)
    weights = {**dict.fromkeys(PERMANENT, 7), **dict.fromkeys(elected(10), 1)}
    by_weight = Ballot({"need": 39, "votes": weights}, by_rule.members)
    members = dict.fromkeys(by_rule.members, 1)
    veto = {"unless": {"need": 1, "votes": dict.fromkeys(PERMANENT, 1)}}
    by_veto = Ballot({"all": [{"need": 9, "votes": members}, veto]}, by_rule.members)
    assert (by_rule.passes() == by_weight.passes()).all()
    assert (by_rule.passes() == by_veto.passes()).all()
    assert by_rule.passes().sum() == sum(comb(10, k) for k in range(4, 11)) == 848


def test_a_permanent_member_that_abstains_stops_nothing_and_one_that_opposes_stops_all() -> None:
    """United Nations Charter, art. 27, as practised: abstaining is not a veto."""
    members = PERMANENT + elected(10)
    people = {who: person("council", 40, only(50), band=5) for who in members}
    people["guest"] = person("street", 0, only(50))
    rule = {
        "all": [
            {"need": 9, "votes": dict.fromkeys(members, 1)},
            {"unless": {"need": 1, "votes": dict.fromkeys(PERMANENT, 1)}},
        ]
    }
    doc = document({"council": side("china", rule), "street": side("guest")}, TEXT, people)
    assert assess(doc, AGREED).chance == 1
    doc["constituencies"]["russia"]["no_deal"] = 50
    assert assess(doc, AGREED).chance == 1
    doc["constituencies"]["russia"]["no_deal"] = 60
    assert assess(doc, AGREED).chance == 0


@pytest.mark.parametrize(
    ("who", "swung", "share"), [("china", 848, 421 / 2145), ("elected_0", 84, 4 / 2145)]
)
def test_the_power_of_the_security_council_is_as_published(
    who: str, swung: int, share: float
) -> None:
    """Felsenthal & Machover 1998: swings, and the Shapley–Shubik index, of nine of fifteen."""
    fifteen = security(10, 9)
    assert swings(fifteen, who) == swung
    assert shapley_shubik(fifteen, who) == pytest.approx(share)


def test_of_the_first_security_council_the_big_five_had_98_7_percent() -> None:
    """Shapley & Shubik 1954: seven of eleven, those of five permanent members among them."""
    eleven = security(6, 7)
    assert 5 * shapley_shubik(eleven, "china") == pytest.approx(0.987, abs=0.0005)


POPULATIONS: Mapping[str, int] = {
    "austria": 83553, "belgium": 106273, "bulgaria": 76066, "cyprus": 7969,
    "czech_republic": 104675, "denmark": 55115, "estonia": 13404, "finland": 53263,
    "france": 643508, "germany": 820024, "greece": 112604, "hungary": 100310, "ireland": 44500,
    "italy": 600451, "latvia": 22613, "lithuania": 33499, "luxembourg": 4935, "malta": 4136,
    "netherlands": 164858, "poland": 381359, "portugal": 107500, "romania": 214986,
    "slovakia": 54123, "slovenia": 20324, "spain": 458282, "sweden": 92563,
    "united_kingdom": 615761,
}  # fmt: skip
"""The 27 members of 2010, in hundreds of people (Eurostat)."""


def lisbon(*, with_clause: bool) -> Ballot:
    """15 of 27 members and 65 % of the people; or, under the clause, 24 members."""
    states = dict.fromkeys(POPULATIONS, 1)
    both = {"all": [{"need": 15, "votes": states}, {"need": "13/20", "votes": dict(POPULATIONS)}]}
    rule = {"any": [both, {"need": 24, "votes": states}]} if with_clause else both
    return Ballot(rule, list(POPULATIONS), every_profile=False)


def test_without_the_four_member_clause_three_large_members_could_stop_the_council() -> None:
    """Treaty on European Union, art. 16(4): what the clause is there to prevent."""
    ballot = lisbon(with_clause=False)
    groups = minimal_groups(ballot.layout, ballot.gate, largest=3)
    assert min(len(group) for group in groups) == 3
    assert ("france", "germany", "united_kingdom") in groups


def test_a_blocking_minority_must_include_four_members() -> None:
    """Treaty on European Union, art. 16(4): failing four, the majority is deemed attained."""
    ballot = lisbon(with_clause=True)
    assert not any(
        len(group) < 4 for group in minimal_groups(ballot.layout, ballot.gate, largest=4)
    )
    four = ("france", "germany", "italy", "united_kingdom")
    assert ballot.passes_against(four[:3])
    assert not ballot.passes_against(four)

"""History's arithmetic: votes as they were counted, under the rules they were counted by.

Those for, those against and those who abstained or stayed away are blocs with fixed margins;
the figures are public record, and each entry names who kept it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.published.documents import AGREED, TEXT, Doc, document, only, person, side
from tests.published.program import assess

pytestmark = pytest.mark.published

TWO_THIRDS, MAJORITY, FIVE_SIXTHS = "2/3", "majority", "5/6"
OF_CAST: Doc = {"base": "cast"}


def count(need: Any, ayes: float, noes: float, absent: float = 0, **more: Any) -> Doc:
    """A rule about one count, in which blocs without votes do not stand."""
    votes = {"ayes": ayes, "noes": noes, "absent": absent}
    return {"need": need, "votes": {who: n for who, n in votes.items() if n}, **more}


def held(*gates: Any) -> bool:
    """Whether a text passes all gates of one side, each a rule about the three blocs."""
    people = {
        "ayes": person("house", 50, only(100)),
        "noes": person("house", 50, only(0)),
        "absent": person("house", 50, only(50), band=5),
        "guest": person("street", 0, only(50)),
    }
    house = {"negotiator": "ayes", "gates": {f"gate_{i}": {"rule": g} for i, g in enumerate(gates)}}
    found = assess(document({"house": house, "street": side("guest")}, TEXT, people), AGREED)
    assert found.sides["street"].chance == 1
    return found.chance == 1


@pytest.mark.parametrize(
    ("source", "ayes", "noes", "needed", "passes"),
    [
        ("Versailles with reservations, US Senate, 19 November 1919", 39, 55, 63, False),
        ("Versailles without, US Senate, 19 November 1919", 38, 53, 61, False),
        ("Versailles with reservations, US Senate, 19 March 1920", 49, 35, 56, False),
        ("Panama Canal treaties, US Senate, 16 March and 18 April 1978", 68, 32, 67, True),
        ("Final Settlement with Germany, US Senate, 10 October 1990", 98, 0, 66, True),
        ("New START, US Senate, 22 December 2010", 71, 26, 65, True),
    ],
)
def test_a_treaty_needs_two_thirds_of_the_senators_voting(
    source: str, ayes: int, noes: int, needed: int, passes: bool
) -> None:
    """US Senate, roll calls: passed or not as recorded, and the number needed is the exact one."""
    voting = ayes + noes
    assert held(count(TWO_THIRDS, ayes, noes, 100 - voting, **OF_CAST)) is passes
    assert held(count(TWO_THIRDS, needed, voting - needed, 100 - voting, **OF_CAST))
    assert not held(count(TWO_THIRDS, needed - 1, voting - needed + 1, 100 - voting, **OF_CAST))


def test_a_majority_of_49_to_35_fails_under_two_thirds() -> None:
    """US Senate, 19 March 1920: a majority for Versailles with reservations, seven votes short."""
    assert held(count(MAJORITY, 49, 35))
    assert not held(count(TWO_THIRDS, 49, 35))
    assert not held(count(TWO_THIRDS, 49 + 6, 35 - 6))
    assert held(count(TWO_THIRDS, 49 + 7, 35 - 7))


def test_the_panama_treaties_pass_with_one_vote_to_spare() -> None:
    """US Senate, 18 April 1978: 68 to 32, and 67 would have done."""
    assert held(count(TWO_THIRDS, 67, 33))
    assert not held(count(TWO_THIRDS, 66, 34))


@pytest.mark.parametrize(
    ("source", "house", "senate"),
    [
        ("NAFTA, 17 and 20 November 1993", (234, 200), (61, 38)),
        ("Korea–US free trade, 12 October 2011", (278, 151), (83, 15)),
        ("US–Singapore free trade, 24 and 31 July 2003", (272, 155), (66, 32)),
    ],
)
def test_a_trade_bill_needs_a_majority_in_both_chambers(
    source: str, house: tuple[int, int], senate: tuple[int, int]
) -> None:
    """US Congress, roll calls: each chamber is a gate, and neither makes up for the other."""
    both = [count(MAJORITY, *house, **OF_CAST), count(MAJORITY, *senate, **OF_CAST)]
    assert held(*both)
    lost = count(MAJORITY, senate[1], senate[0], **OF_CAST)
    assert not held(both[0], lost)


@pytest.mark.parametrize("base", ["cast", "all"])
def test_unification_has_two_thirds_in_both_parliaments(base: str) -> None:
    """Bundestag and Volkskammer, 20 September 1990: 442–47–3 and 299–80–1."""
    bundestag = count(TWO_THIRDS, 442, 47, 3, base=base)
    assert held(bundestag, count(TWO_THIRDS, 299, 80, 1, base=base))
    assert not held(bundestag, count(TWO_THIRDS, 253, 126, 1, base="all"))


@pytest.mark.parametrize(("ayes", "passes"), [(79, False), (80, True), (81, True)])
def test_eighty_of_a_hundred_and_twenty_members_are_two_thirds_exactly(
    ayes: int, passes: bool
) -> None:
    """Assembly of North Macedonia, 19 October 2018 (80) and 11 January 2019 (81)."""
    assert held(count(TWO_THIRDS, ayes, 39, 120 - 39 - ayes)) is passes


@pytest.mark.parametrize(("against", "blocked"), [(58, False), (59, False), (60, True)])
def test_cloture_by_58_to_42_fails_under_sixty(against: int, blocked: bool) -> None:
    """US Senate, 10 September 2015: a deal stands unless its opponents find sixty votes."""
    to_close = count(60, against, 100 - against)
    assert held(to_close) is blocked
    assert held({"unless": count(60, 100 - against, against)}) is not blocked


@pytest.mark.parametrize(("for_the_veto", "stands"), [(33, False), (34, True), (42, True)])
def test_a_third_of_the_senate_sustains_a_veto(for_the_veto: int, stands: bool) -> None:
    """US Constitution, art. I § 7: overriding takes two-thirds, so 34 of 100 uphold a veto."""
    override = count(TWO_THIRDS, for_the_veto, 100 - for_the_veto)
    assert held({"unless": override}) is stands


def test_a_turnout_below_half_voids_a_referendum_that_94_percent_win() -> None:
    """State Election Commission of Macedonia, 30 September 2018: 609,427 to 37,687, 36.89 % voted.

    The register is worked out from the turnout, valid votes taken for all votes.
    """
    ayes, noes = 609_427, 37_687
    absent = round((ayes + noes) / 0.3689) - ayes - noes
    assert ayes / (ayes + noes) == pytest.approx(0.94, abs=0.005)
    assert held(count(MAJORITY, ayes, noes, absent, **OF_CAST))
    assert not held(count(MAJORITY, ayes, noes, absent, **OF_CAST, quorum=0.5))
    enough = ayes + noes
    assert held(count(MAJORITY, ayes, noes, enough, **OF_CAST, quorum=0.5))
    assert not held(count(MAJORITY, ayes, noes, enough + 1, **OF_CAST, quorum=0.5))


@pytest.mark.parametrize("turnout", [0.27, 0.374, 1.0])
def test_a_plebiscite_above_its_approval_floor_still_needs_a_majority(turnout: float) -> None:
    """Registraduría of Colombia, 2 October 2016: 49.78 % for, a floor of 13 % of the register.

    Votes are in hundredths of a percent of those cast. At any turnout from about 26.1 % up the
    floor is reached, by yes and no alike; what fails is the majority.
    """
    ayes, noes = 4_978, 5_022
    absent = round((ayes + noes) / turnout) - ayes - noes
    rule: Doc = {"base": "cast", "approval": 0.13}
    assert not held(count(MAJORITY, ayes, noes, absent, **rule))
    assert held(count(MAJORITY, noes, ayes, absent, **rule))
    assert held(count(0.01, ayes, noes, absent, **rule))


def test_a_majority_below_the_approval_floor_does_not_carry_a_plebiscite() -> None:
    """Registraduría of Colombia, the rule of 2016: a majority of a turnout of 25 % is too few."""
    rule: Doc = {"base": "cast", "approval": 0.13}
    assert not held(count(MAJORITY, 5_022, 4_978, 30_000, **rule))


@pytest.mark.parametrize(("ayes", "passes"), [(130, False), (149, False), (150, True)])
def test_five_sixths_of_the_folketing_or_a_referendum(ayes: int, passes: bool) -> None:
    """Folketing, 12 May 1992: 130 to 25 of 179 miss the 150 needed, so the people decide."""
    folketing = count(FIVE_SIXTHS, ayes, 25, 179 - 25 - ayes)
    assert held(folketing) is passes
    assert held({"any": [folketing, count(MAJORITY, 49.3, 50.7)]}) is passes
    assert held({"any": [folketing, count(MAJORITY, 56.7, 43.3)]})


def test_six_to_five_with_one_abstention_carries_a_board_of_twelve_on_votes_cast() -> None:
    """Linde AG, supervisory board, 1 June 2017: no second vote of the chair was needed."""
    assert held(count(MAJORITY, 6, 5, 1, **OF_CAST))
    assert not held(count(MAJORITY, 6, 5, 1))
    assert not held(count(MAJORITY, 6, 6, **OF_CAST))


@pytest.mark.parametrize(
    ("reject", "strike", "accepted"),
    [(946, 960, False), (640, 640, True), (640, 667, False), (410, 960, True)],
)
def test_a_contract_is_accepted_unless_rejected_and_two_thirds_strike(
    reject: int, strike: int, accepted: bool
) -> None:
    """IAM District 751, ballots of 12 September 2024 (94.6 % and 96 %); the others are examples."""
    contract = count(MAJORITY, 1000 - reject, reject)
    no_strike = {"unless": count(TWO_THIRDS, 1000 - strike, strike)}
    assert held({"any": [contract, no_strike]}) is accepted


def test_each_company_needs_a_majority_of_its_own() -> None:
    """UAW, November 2023: Ford 69.3 %, General Motors 54.74 %, Stellantis 70.0 %."""
    shares = [6_930, 5_474, 7_000]
    assert held(*[count(MAJORITY, share, 10_000 - share) for share in shares])
    assert not held(*[count(MAJORITY, share, 10_000 - share) for share in [6_930, 4_990, 7_000]])


def test_a_treaty_of_all_members_fails_where_one_region_refuses() -> None:
    """Comprehensive Economic and Trade Agreement, October 2016: 28 states and Belgium's regions."""
    unanimity = [count(28, 28, 0), count(5, 5, 0)]
    assert held(*unanimity)
    assert not held(unanimity[0], count(5, 4, 1))
    assert not held({"all": ["ayes", "noes"]})


def test_two_referendums_and_a_community_within_one_of_them() -> None:
    """Good Friday Agreement, 22 May 1998: 71.1 % and 94.39 %; unionists close to half."""
    north, south = count(MAJORITY, 71.1, 28.9), count(MAJORITY, 94.39, 5.61)
    assert held(north, south)
    assert held(north, south, count(MAJORITY, 50.1, 49.9))
    assert not held(north, south, count(MAJORITY, 49.9, 50.1))


def test_a_resolution_of_95_to_nothing_closes_the_gate_beforehand() -> None:
    """US Senate, S. Res. 98, 25 July 1997: with 95 opposed to it, a treaty cannot have 67."""
    assert not held(count(TWO_THIRDS, 5, 95, **OF_CAST))
    assert not held(count(67, 5, 95))


def test_a_vote_that_is_never_called_is_not_won() -> None:
    """US Senate, SALT II, January 1980: votes enough are no use if leaders withdraw the text."""
    votes = count(TWO_THIRDS, 67, 33)
    assert held(votes)
    assert not held({"all": ["noes", votes]})


@pytest.mark.parametrize(
    ("source", "ayes", "noes", "absent", "passes"),
    [
        ("Prespa Agreement, Hellenic Parliament, 25 January 2019", 153, 146, 1, True),
        ("Withdrawal Agreement, House of Commons, 15 January 2019", 202, 432, 0, False),
        ("Withdrawal Agreement, House of Commons, 12 March 2019", 242, 391, 0, False),
        ("Withdrawal Agreement, House of Commons, 29 March 2019", 286, 344, 0, False),
        ("Korea–US free trade, National Assembly, 22 November 2011", 151, 7, 12, True),
        ("Camp David, Knesset, 28 September 1978", 84, 19, 17, True),
    ],
)
def test_a_majority_of_those_voting_decides(
    source: str, ayes: int, noes: int, absent: int, passes: bool
) -> None:
    """Parliamentary records, as named: more for than against."""
    assert held(count(MAJORITY, ayes, noes, absent, **OF_CAST)) is passes


FIXTURES: Mapping[str, tuple[Doc, bool]] = {
    "39–55 of 94": (count(63, 39, 55), False),
    "38–53 of 91": (count(61, 38, 53), False),
    "49–35": (count(56, 49, 35), False),
    "68–32": (count(67, 68, 32), True),
    "98–0": (count(66, 98, 0), True),
    "80 of 120": (count(80, 80, 0, 40), True),
    "130–25 of 179": (count(150, 130, 25, 24), False),
}


@pytest.mark.parametrize("fixture", FIXTURES)
def test_a_need_written_as_a_number_of_votes_agrees_with_the_share(fixture: str) -> None:
    """The same records, their rules written as numbers of votes."""
    rule, passes = FIXTURES[fixture]
    assert held(rule) is passes

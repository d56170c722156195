"""A weak negotiator bargains hard: ratifiers who need a share of the pie.

The program says which shares both sides' ratifiers let pass. Patient bargaining is the Nash
solution over them. The program plays no game of alternating offers, so that one is played
here, over the shares that the program lets pass.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from statistics import median

import pytest

from leveltwo.core.mapping import Map
from tests.published.documents import Doc, document, number, person, side
from tests.published.program import approved, map_deals

pytestmark = pytest.mark.published

TENTHS = range(11)


def pie(need_1: int, need_2: int, pieces: int = 100) -> Doc:
    """A pie cut into pieces; the deal is how many side 1 gets; ratifiers need some each.

    The negotiators have no vote: they want all they can get and have nothing to fall back on.
    """
    more = {"share": {"points": {0: 0, pieces: 100}}}
    less = {"share": {"points": {0: 100, pieces: 0}}}
    people = {
        "negotiator_1": person("one", 0, more),
        "ratifier_1": person("one", 100 * need_1 / pieces, more),
        "negotiator_2": person("two", 0, less),
        "ratifier_2": person("two", 100 * need_2 / pieces, less),
    }
    sides = {"one": side("negotiator_1", "ratifier_1"), "two": side("negotiator_2", "ratifier_2")}
    return document(sides, {"share": number(0, pieces, 1)}, people)


def picked(found: Map, rule: str) -> int | None:
    """The share of side 1, in pieces, that a rule of fairness picks."""
    spot = found.solutions[rule]
    return None if spot is None else int(spot.deal["share"])


@pytest.mark.parametrize("c1", TENTHS)
def test_there_is_something_to_agree_on_unless_the_needs_exceed_the_pie(c1: int) -> None:
    """Schelling 1960, ch. 2: no deal iff c1 + c2 > 1."""
    for c2 in TENTHS:
        overlap = map_deals(pie(10 * c1, 10 * c2)).overlap
        assert overlap == max(0, 100 - 10 * (c1 + c2) + 1)
        assert (overlap == 0) == (c1 + c2 > 10)


@pytest.mark.parametrize("c1", TENTHS)
def test_patient_bargaining_gives_half_unless_ratifiers_need_more(c1: int) -> None:
    """Schelling 1960, ch. 2; Tarar 2001; Nash 1950: median(c1, 1/2, 1 − c2)."""
    for c2 in range(11 - c1):
        expected = median([10 * c1, 50, 100 - 10 * c2])
        found = map_deals(pie(10 * c1, 10 * c2))
        assert picked(found, "nash") == expected
        assert picked(found, "egalitarian") == expected


def test_no_rule_picks_anything_where_the_needs_exceed_the_pie() -> None:
    """Schelling 1960, ch. 2: two sides who cannot give way do not agree."""
    found = map_deals(pie(60, 50))
    assert set(found.solutions.values()) == {None}
    assert all(spot is not None for spot in found.at_the_table.values())


def test_with_only_the_negotiators_asked_they_share_equally() -> None:
    """Nash 1950: the constraint moves the result away from what is picked at the table alone."""
    found = map_deals(pie(60, 30))
    at_the_table = found.at_the_table["nash"]
    assert at_the_table is not None
    assert at_the_table.deal == {"share": "50"}
    assert picked(found, "nash") == 60


PATIENCE = Fraction(9, 10)
ROUNDS = 150
ROUNDING = float(1 / (1 - PATIENCE**2))
"""Pieces by which rounding up what the other must be left, by less than one a round, can add up."""

Split = tuple[Fraction, Fraction]


def alternating_offers(shares: Sequence[int], pieces: int) -> tuple[float, float]:
    """Share of side 1 when it makes the first offer, and when side 2 does.

    Solved backwards over many rounds (Rubinstein 1982), only over shares that can be ratified:
    whoever offers takes the most that leaves the other as much as waiting a round would.
    """
    first: Split = (Fraction(0), Fraction(0))
    second: Split = (Fraction(0), Fraction(0))
    rising = sorted(shares)
    for _ in range(ROUNDS):
        up_to = bisect_right(rising, pieces - ceil(PATIENCE * second[1]))
        down_to = bisect_left(rising, ceil(PATIENCE * first[0]))
        offers, answers = rising[:up_to][-1:], rising[down_to:][:1]
        first, second = (
            max([_split(x, pieces) for x in offers] + [_later(second)], key=lambda s: s[0]),
            max([_split(x, pieces) for x in answers] + [_later(first)], key=lambda s: s[1]),
        )
    return float(first[0] / pieces), float(second[0] / pieces)


def _split(share: int, pieces: int) -> Split:
    return Fraction(share), Fraction(pieces - share)


def _later(split: Split) -> Split:
    return PATIENCE * split[0], PATIENCE * split[1]


def ratifiable(c1: Fraction, c2: Fraction, pieces: int) -> list[int]:
    """The shares that the program lets pass on both sides."""
    doc = pie(int(c1 * pieces), int(c2 * pieces), pieces)
    return [int(share) for (share,) in approved(doc, "one") & approved(doc, "two")]


@pytest.mark.parametrize("pieces", [100, 300, 900])
@pytest.mark.parametrize(
    ("c1", "c2", "proposing", "responding"),
    [
        ("0", "0", 0.5263, 0.4737),
        ("0.4", "0", 0.5263, 0.4737),
        ("0.6", "0", 0.64, 0.60),
        ("0.7", "0", 0.73, 0.70),
        ("0.6", "0.3", 0.64, 0.60),
        ("0.45", "0.45", 0.5263, 0.4737),
    ],
)
def test_impatient_bargaining_over_what_passes_gives_the_published_shares(
    c1: str, c2: str, proposing: float, responding: float, pieces: int
) -> None:
    """Rubinstein 1982; Schelling 1960; Tarar 2001: side 1's share at a discount of 0.9.

    The constraint binds iff c1 > d/(1 + d) = 0.4737; then side 1 gets c1 when it responds and
    1 − d(1 − c1) when it proposes first. Finer pies come nearer.
    """
    found = alternating_offers(ratifiable(Fraction(c1), Fraction(c2), pieces), pieces)
    assert found == pytest.approx((proposing, responding), abs=ROUNDING / pieces)


@pytest.mark.parametrize(
    ("c1", "binds"), [("0.45", False), ("0.46", False), ("0.49", True), ("0.5", True)]
)
def test_a_ratifiers_need_helps_only_above_what_bargaining_gives_anyway(
    c1: str, binds: bool
) -> None:
    """Schelling 1960; Tarar 2001: with d = 0.9 the constraint binds iff c1 > 0.4737."""
    free = alternating_offers(range(901), 900)
    found = alternating_offers(ratifiable(Fraction(c1), Fraction(0), 900), 900)
    assert (found[1] > free[1]) == binds

"""The fewest points that a rival must take to break a gate."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import numpy as np
import pytest

from leveltwo.core.arrays import TOLERANCE, IntArray
from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import sample
from leveltwo.core.layout import GateRow
from leveltwo.core.pivots import gate_passes
from leveltwo.core.table import Table
from leveltwo.core.undoing import Undoing, cheapest
from leveltwo.core.votes import cast, leanings
from tests.board import board, certain_table, layout_of
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen

PEOPLE = ["ann", "bob", "cy", "di"]
MORE = 1e-6
"""Any more than the price breaks a gate; so much more."""


def vote_of(table: Table) -> GateRow:
    """The gate called vote."""
    return next(gate for gate in table.layout.gates if gate.key == "vote")


def treaty(table: Table) -> IntArray:
    """The treaty as a choice."""
    return encode(table.layout, {"text": "treaty"})


def undone(people: Mapping[str, Any], rule: Any) -> tuple[float, dict[str, float]]:
    """Points that break a gate on the treaty in the certain case, and from whom."""
    table = certain_table(board(people, {"vote": {"rule": rule}}))
    found = cheapest(table, treaty(table), vote_of(table))
    taken = {who: float(points[0]) for who, points in found.taken.items() if points[0] > 0}
    return float(found.points[0]), taken


def paid(*points: float) -> Any:
    """A margin of so many points, to be taken from each, the thousandth that is forgiven too."""
    return pytest.approx(sum(p + TOLERANCE for p in points))


def test_of_equal_votes_those_nearest_to_indifference_are_bought() -> None:
    """Five for and three needed: the three nearest to indifference."""
    margins = dict(zip("abcde", [9, 2, 30, 4, 7], strict=True))
    points, taken = undone(margins, {"need": 3, "votes": dict.fromkeys(margins, 1)})
    assert points == paid(2, 4, 7)
    assert sorted(taken) == ["b", "d", "e"]


def test_votes_are_weighed_against_what_they_cost() -> None:
    """One with five votes for 9 points, or three with two each for 4 each."""
    margins = {"big": 9, "b": 4, "c": 4, "d": 4}
    votes = {"big": 5, "b": 2, "c": 2, "d": 2}
    assert undone(margins, {"need": 7, "votes": votes}) == (paid(9), {"big": paid(9)})
    assert undone({**margins, "big": 13}, {"need": 7, "votes": votes})[0] == paid(4, 4, 4)


def test_a_gate_that_fails_anyway_takes_nothing_and_one_that_cannot_fail_is_out_of_reach() -> None:
    """Nothing, and infinitely much."""
    assert undone({"ann": -1}, "ann") == (0, {})
    never = {"unless": {"need": 3, "votes": {"bob": 1}}}
    assert undone({"ann": 5, "bob": 5}, {"any": ["ann", never]}) == (np.inf, {})


def test_every_veto_and_the_vote_are_compared() -> None:
    """The signature is cheaper than the chamber."""
    rule = {"all": ["ann", {"need": "majority", "votes": {"bob": 1, "cy": 1, "di": 1}}]}
    assert undone({"ann": 5, "bob": 2, "cy": 4, "di": 9}, rule) == (paid(5), {"ann": paid(5)})
    assert undone({"ann": 8, "bob": 2, "cy": 4, "di": 9}, rule)[0] == paid(2, 4)


def test_an_inverted_gate_breaks_when_its_veto_finds_the_votes() -> None:
    """Two of three must be turned against it."""
    rule = {"unless": {"need": 2, "votes": {"ann": 1, "bob": 1, "cy": 1}}}
    assert undone({"ann": 5, "bob": 1, "cy": 3}, rule)[0] == paid(1, 3)


def test_a_quorum_is_broken_by_abstention_for_less_than_the_majority() -> None:
    """Within their band people stay away, and the count falls short of the quorum."""
    people = {who: {"margin": 6, "band": 5} for who in ("ann", "bob", "cy")}
    votes = dict.fromkeys(people, 1)
    assert undone(people, {"need": "majority", "base": "cast", "votes": votes, "quorum": 1}) == (
        paid(1),
        {"ann": paid(1)},
    )
    assert undone(people, {"need": "majority", "base": "cast", "votes": votes})[0] == paid(1, 1, 1)


def test_a_bloc_whose_members_differ_loses_its_nearest_members_first() -> None:
    """Seven of nine must be for: three nearest members go, at the price of the third."""
    people = {"ann": {"margin": 30, "spread": 9}}
    table = certain_table(board(people, {"vote": {"need": 7, "votes": {"ann": 9}}}))
    third = float(np.sort(table.offset[:, 0])[2])
    found = cheapest(table, treaty(table), vote_of(table))
    assert found.points[0] == paid(30 + third)


def test_whoever_is_followed_may_be_the_cheapest_to_buy() -> None:
    """A leader without a vote takes two followers along."""
    people = {
        "guru": 3,
        "ann": {"margin": 1, "follows": {"guru": {"for": 10, "against": -10}}},
        "bob": {"margin": 2, "follows": {"guru": {"for": 10, "against": -10}}},
    }
    assert undone(people, {"need": 1, "votes": {"ann": 1, "bob": 1}}) == (
        paid(3),
        {"guru": paid(3)},
    )


def test_whoever_opposes_a_leader_is_lost_when_that_leader_stays() -> None:
    """Turning the leader against would bring the follower closer."""
    people = {"guru": 1, "ann": {"margin": 4, "follows": {"guru": {"for": 0, "against": 9}}}}
    rule = {"any": ["guru", "ann"]}
    assert undone(people, rule)[0] == paid(1, 13)
    assert undone(people, "ann") == (paid(4), {"ann": paid(4)})


def test_a_crossed_red_line_costs_a_rival_nothing() -> None:
    """Who refuses already need not be bought, and leaders who refuse are heard."""
    line = {"red_lines": [{"text": "treaty"}]}
    people = {
        "guru": {"margin": 9, **line},
        "ann": {"margin": 4, "follows": {"guru": {"for": 5, "against": -1}}},
    }
    assert undone(people, {"need": 1, "votes": {"guru": 1, "ann": 1}})[0] == paid(3)


def test_fifty_chambers_are_undone_one_by_one() -> None:
    """Thirty-eight of fifty must agree: the thirteen cheapest are taken."""
    people = {f"p{i}_{k}": 1 + (7 * i + 3 * k) % 23 for i in range(50) for k in range(3)}
    chambers = [
        {"need": "majority", "votes": {f"p{i}_{k}": 1 for k in range(3)}} for i in range(50)
    ]
    prices = sorted(
        sum(sorted(people[f"p{i}_{k}"] for k in range(3))[:2]) + 2 * TOLERANCE for i in range(50)
    )
    found, _ = undone(people, {"at_least": 38, "of": chambers})
    assert found == pytest.approx(sum(prices[:13]))


def random_board(seed: int, people: list[str] = PEOPLE) -> dict[str, Any]:
    """People who follow each other, some in a band, before a random gate."""
    rng = random.Random(seed)
    doc: dict[str, Any] = {}
    for k, who in enumerate(people):
        leaders = [p for p in people[:k] if rng.random() < 0.4]
        doc[who] = {
            "margin": rng.randint(-4, 12),
            "band": rng.choice([0, 0, 3]),
            "follows": {
                p: {"for": rng.randint(-4, 9), "against": rng.randint(-9, 4)} for p in leaders
            },
        }
    return board(doc, {"vote": {"rule": random_rule(Pen(rng, certain=False), people, depth=2)}})


def amounts(table: Table, margin: Any, bloc: int) -> Iterator[float]:
    """What may be worth taking from a bloc, whatever its leaders do."""
    links = [i for i, cue in enumerate(table.layout.cues) if cue.follower == bloc]
    cues = [(0.0, table.cue_for[i, 0], table.cue_against[i, 0]) for i in links]
    seats = [i for i, v in enumerate(table.layout.voters) if v.bloc == bloc]
    band = table.band[bloc, 0]
    yield 0.0
    for heard in product(*cues):
        for level in (band, -band):
            for seat in seats:
                height = margin[bloc, 0] + sum(heard) + table.offset[seat, 0]
                yield max(0.0, height - level + TOLERANCE) + MORE


def brute_force(table: Table, gate: GateRow) -> float:
    """The least total that breaks a gate, by trying all amounts that might."""
    margin = leanings(table, treaty(table))
    asked = {table.layout.blocs[b].constituency: b for b in range(len(table.layout.blocs))}
    blocs = sorted(asked.values())
    best = np.inf
    for taken in product(*(sorted(set(amounts(table, margin, b))) for b in blocs)):
        if sum(taken) < best:
            extra = np.zeros(len(table.layout.blocs))
            extra[blocs] = np.negative(taken)
            votes = cast(table, treaty(table), extra)
            if not gate_passes(table.layout, gate, votes.for_, votes.against)[0]:
                best = float(sum(taken))
    return best


@pytest.mark.parametrize("seed", range(60))
def test_it_is_the_least_of_all_amounts_that_break_a_random_gate(seed: int) -> None:
    """Every way to take points from four people who follow each other, tried."""
    table = certain_table(random_board(seed, PEOPLE[:3] if seed % 2 else PEOPLE))
    found = cheapest(table, treaty(table), vote_of(table))
    expected = brute_force(table, vote_of(table))
    assert found.points[0] == pytest.approx(expected, abs=1e-4)
    assert_it_breaks(table, found)


def assert_it_breaks(table: Table, found: Undoing) -> None:
    """Taking what is said, and a trifle more, breaks the gate in every draw where it can be."""
    layout, gate = table.layout, vote_of(table)
    for d in np.flatnonzero(np.isfinite(found.points)).tolist():
        taken = {who: points[d] for who, points in found.taken.items()}
        assert sum(taken.values()) == pytest.approx(found.points[d])
        extra = np.array([taken.get(bloc.constituency, 0.0) for bloc in layout.blocs])
        extra += np.where(extra > 0, MORE, 0.0)
        votes = cast(table.part(slice(d, d + 1)), treaty(table), -extra)
        assert not gate_passes(layout, gate, votes.for_, votes.against)[0]


@pytest.mark.parametrize("seed", range(8))
def test_each_draw_is_answered_by_itself(seed: int) -> None:
    """As if it were the only one; the gate fails just where nothing need be taken."""
    doc = random_board(seed)
    for who in PEOPLE:
        doc["constituencies"][who]["no_deal"] = [40, 50, 60]
        doc["constituencies"][who]["spread"] = 6
    layout = layout_of(doc)
    table = compile_table(layout, sample(layout.case, 256, seed))
    found = cheapest(table, treaty(table), vote_of(table))
    votes = cast(table, treaty(table))
    fails = ~gate_passes(layout, vote_of(table), votes.for_, votes.against)
    assert (fails == (found.points == 0)).all()
    assert_it_breaks(table, found)
    for d in range(0, 256, 37):
        alone = cheapest(table.part(slice(d, d + 1)), treaty(table), vote_of(table))
        assert alone.points[0] == found.points[d]


@pytest.mark.parametrize("most", [0.0, 3.0, 12.0, 40.0])
@pytest.mark.parametrize("seed", range(6))
def test_what_takes_more_than_anybody_asks_about_is_infinite_and_the_rest_the_same(
    seed: int, most: float
) -> None:
    doc = random_board(seed)
    for who in PEOPLE:
        doc["constituencies"][who]["no_deal"] = [40, 50, 60]
        doc["constituencies"][who]["spread"] = 6
    layout = layout_of(doc)
    table = compile_table(layout, sample(layout.case, 64, seed))
    whole = cheapest(table, treaty(table), vote_of(table))
    found = cheapest(table, treaty(table), vote_of(table), most)
    within = whole.points <= most
    assert (found.points == np.where(within, whole.points, np.inf)).all()
    for who, spent in found.taken.items():
        assert (spent == np.where(within, whole.taken[who], 0.0)).all()

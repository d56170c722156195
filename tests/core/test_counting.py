"""Counting the draws in which deals pass, firsts by lanes, against votes cast one by one."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from leveltwo.core import counting
from leveltwo.core import space as module
from leveltwo.core.arrays import WholeArray
from leveltwo.core.choice import encode
from leveltwo.core.counting import Counter, GivenUp, approval, counter
from leveltwo.core.pivots import gate_passes
from leveltwo.core.space import Space, space
from leveltwo.core.table import Table
from leveltwo.core.votes import cast
from tests.brute import Doc, rivals, table_of
from tests.strategies import build


def plainly(table: Table, options: list[int], moves: list[str]) -> list[int]:
    """Draws in which one deal passes each side's gates, and all, without compiled loops."""
    layout = table.layout
    chosen = encode(layout, {i: v.option_ids[0] for i, v in layout.case.issues.items()}, moves)
    chosen[: len(options)] = options
    votes = cast(table, chosen)
    found = []
    for side in [*sorted(layout.case.sides), None]:
        passes = [
            gate_passes(layout, gate, votes.for_, votes.against)
            for gate in approval(layout.gates, side)
        ]
        found.append(int(np.all(passes, axis=0).sum()))
    return found


def counted(one: Counter, deals: Space) -> WholeArray:
    """Shape (sides + 1, combinations)."""
    found = one.count(deals.first_columns(0, deals.firsts), deals.lane_columns)
    return found.reshape(len(found), -1)


def agree(doc: Doc, draws: int, moves: list[str], seed: int) -> None:
    """Count all combinations, split in every way, and compare each with votes cast."""
    table = table_of(doc, draws, seed)
    one, whole = counter(table, moves), space(table.layout, moves, 1)
    every = range(whole.firsts * whole.lanes)
    expected = [plainly(table, whole.options(n), moves) for n in every]
    for depth in range(len(whole.sizes)):
        assert counted(one, replace(whole, depth=depth)).T.tolist() == expected


@pytest.mark.parametrize("seed", range(60))
def test_every_way_to_split_the_issues_gives_what_casting_votes_gives(seed: int) -> None:
    """Every feature, some moves in force: cues, red lines, abstention, quorums, vetoes, spread."""
    rng = random.Random(seed)
    doc = build(rng)
    agree(doc, 24, [move for move in doc.get("moves", {}) if rng.random() < 0.4], seed)


@pytest.mark.parametrize("seed", range(3))
def test_leaders_who_differ_between_lanes_are_heard_lane_by_lane(seed: int) -> None:
    """Chains of cues, leaders who may abstain, and followers of several."""
    rng = random.Random(seed)
    doc = rivals(rng, issues=3, options=4, moves=0, people=5)
    for side in "ab":
        for i in range(1, 5):
            follows = {f"{side}{j}": {"for": 9, "against": -8} for j in range(i) if j != 1}
            doc["constituencies"][f"{side}{i}"] |= {"follows": follows, "band": 3.0 * (i % 2)}
            doc["constituencies"][f"{side}{i}"] |= {"spread": 6} if i == 3 else {}
    agree(doc, 16, [], seed)


def test_rests_on_both_sides_of_what_is_asked_may_lie_in_one_bucket() -> None:
    """Ninety points between options of one issue, a thousandth between those of the other."""
    values = {
        "coarse": {"weight": 1, "low": 0, "mid": 40, "high": 100},
        "fine": {"weight": 1e-5, "a": 0, "b": 33, "c": 66, "d": 100},
    }
    person = {"side": "one", "values": values}
    other = {"side": "two", "no_deal": 0, "values": {"coarse": {"weight": 1, "low": 5, "mid": 5,
                                                                "high": 5}}}  # fmt: skip
    at = (40 + 1e-5 * 50) / (1 + 1e-5) + 0.001
    doc = {
        "format": "leveltwo/1",
        "title": "Close",
        "viewpoint": "one",
        "sides": {
            "one": {"negotiator": "p", "gates": {"g": "p", "h": "q"}},
            "two": {"negotiator": "o", "gates": {"g": "o"}},
        },
        "issues": {
            "coarse": {"options": {"low": "L", "mid": "M", "high": "H"}},
            "fine": {"options": {k: k for k in "abcd"}},
        },
        "constituencies": {
            "p": {**person, "no_deal": at},
            "q": {**person, "no_deal": at - 5, "follows": {"p": {"for": 0, "against": -5}}},
            "o": other,
        },
        "uncertainty": {"mood": 0},
    }
    table = table_of(doc, 1)
    one, deals = counter(table, ()), space(table.layout, (), 1000)
    assert deals.depth == 0
    assert counted(one, deals)[0].tolist() == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1]
    agree(doc, 1, [], 1)


def test_draws_in_parts_are_counted_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen bits hold so many draws, and no stretch is too long to be stopped."""
    table = table_of(rivals(random.Random(2)), 50)
    one, deals = counter(table, ()), space(table.layout, (), 1)
    whole = counted(one, deals)
    monkeypatch.setattr(counting, "MOST_DRAWS", 7)
    assert (counted(one, deals) == whole).all()
    monkeypatch.setattr(counting, "AT_ONCE", 1)
    assert (counted(one, deals) == whole).all()


def test_votes_beyond_32_bits_are_counted_exactly() -> None:
    """A hundred billion millionths of a vote."""
    doc = rivals(random.Random(2))
    gate = doc["sides"]["a"]["gates"]["vote"]
    gate["votes"] = dict.fromkeys(gate["votes"], 9)
    few = counted_of(doc)
    assert counter(table_of(doc, 8), ()).circuit.weight.dtype == np.int32
    gate["votes"] = dict.fromkeys(gate["votes"], 100_000.000001)
    assert counter(table_of(doc, 8), ()).circuit.weight.dtype == np.int64
    assert (counted_of(doc) == few).all()


def counted_of(doc: Doc) -> WholeArray:
    """All combinations over 8 draws."""
    table = table_of(doc, 8)
    return counted(counter(table, ()), space(table.layout, (), 1))


def test_skipped_firsts_pass_nothing() -> None:
    table = table_of(rivals(random.Random(2)), 20)
    one, deals = counter(table, ()), space(table.layout, (), 1)
    firsts, skip = deals.first_columns(0, 9), np.arange(9) % 2 == 0
    found = one.count(firsts, deals.lane_columns, skip)
    assert not found[:, skip].any()
    assert (found[:, ~skip] == one.count(firsts, deals.lane_columns)[:, ~skip]).all()


def test_a_count_that_nobody_wants_any_more_is_given_up() -> None:
    table = table_of(rivals(random.Random(2)), 20)
    one, deals = counter(table, ()), space(table.layout, (), 1)
    with pytest.raises(GivenUp):
        one.count(deals.first_columns(0, 9), deals.lane_columns, wanted=lambda: False)


def test_a_small_bunch_of_lanes_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEWEST_LANES", 1)
    table = table_of(rivals(random.Random(5)), 40)
    deals = space(table.layout, (), 1)
    assert deals.lanes == 3
    assert (counted(counter(table, ()), deals) == counted(counter(table, ()), replace(
        deals, depth=0))).all()  # fmt: skip

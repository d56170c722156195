"""Gates that hear one person only, counted without listing deals."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from leveltwo.core import lone
from leveltwo.core.compile import compile_table
from leveltwo.core.counting import counter
from leveltwo.core.draws import certain
from leveltwo.core.layout import Layout
from leveltwo.core.lone import lone_count
from leveltwo.core.space import space
from leveltwo.core.table import Table
from leveltwo.model.negotiation import Negotiation
from tests.brute import rivals, table_of

Doc = dict[str, Any]
VOTES = {"need": "majority", "votes": {"a1": 9}}
RULES = [
    "a1",
    {"all": ["a1", {"any": ["a1", "a1"]}]},
    {"need": "majority", "quorum": "1/2", "votes": {"a1": 9}},
    {"need": "2/3", "base": "cast", "votes": {"a1": 9}},
    {"unless": VOTES},
    {"any": ["a1", {"unless": VOTES}]},
    VOTES,
]


def lonely(seed: int, rule: object) -> Doc:
    """A side that asks one person, who may abstain, differ inside and have a red line."""
    rng = random.Random(seed)
    doc = rivals(rng, issues=4, options=4, moves=2)
    doc["sides"]["a"]["gates"] = {"only": rule}
    doc["constituencies"]["a1"] |= {
        "band": rng.choice([0, 4]),
        "spread": rng.choice([0, 6]),
        "red_lines": rng.choice([[], [{"i1": "o2", "unless": ["m0"]}]]),
    }
    return doc


def certain_table(doc: Doc) -> Table:
    """The table of the certain case."""
    case = Negotiation.model_validate(doc)
    return compile_table(Layout(case), certain(case))


@pytest.mark.parametrize("moves", [[], ["m0"]])
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", range(4))
def test_the_count_is_that_of_the_deals_listed(seed: int, rule: object, moves: list[str]) -> None:
    table = certain_table(lonely(seed, rule))
    deals = space(table.layout, moves, 64)
    every = counter(table, moves).count(deals.first_columns(0, deals.firsts), deals.lane_columns)
    assert lone_count(table, moves, "a") == every[0].sum()


def test_where_more_than_one_is_heard_it_does_not_apply() -> None:
    doc = lonely(1, "a1")
    assert lone_count(certain_table(doc), (), "b") is None
    doc["constituencies"]["a1"]["follows"] = {"a2": {"for": 3}}
    assert lone_count(certain_table(doc), (), "a") is None


def test_with_several_draws_it_does_not_apply() -> None:
    assert lone_count(table_of(lonely(1, "a1"), 8), (), "a") is None


def test_too_many_sums_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lone, "MOST_SUMS", 15)
    assert lone_count(certain_table(lonely(1, "a1")), (), "a") is None


def test_a_trillion_deals_are_counted() -> None:
    """Ten issues, each worth 0 to 9 points of ten a step: more than half of what there is."""
    person = {"no_deal": 45 + 0.002, "values": {
        f"i{k}": {"weight": 1, "points": {0: 0, 15: 100}} for k in range(10)}}  # fmt: skip
    doc = {
        "format": "leveltwo/1",
        "title": "A trillion",
        "viewpoint": "a",
        "sides": {s: {"negotiator": f"{s}1", "gates": {"yes": f"{s}1"}} for s in "ab"},
        "issues": {f"i{k}": {"from": 0, "to": 15, "step": 1} for k in range(10)},
        "constituencies": {f"{s}1": {"side": s, **person} for s in "ab"},
    }
    ways = np.ones(1, dtype=object)
    for _ in range(10):
        ways = np.convolve(ways, np.ones(16, dtype=object))
    points = np.arange(len(ways)) * 100 / 150
    expected = sum(ways[points >= 45 + 0.001])
    assert sum(ways) == 16**10
    assert lone_count(certain_table(doc), (), "a") == expected

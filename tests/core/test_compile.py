"""From judgements to one table."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.core.choice import columns, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import certain, sample
from leveltwo.core.layout import Layout
from leveltwo.core.table import Table
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.board import board, certain_table, layout_of, member
from tests.small import small


def effect(table: Table, move: str, who: str) -> float:
    """What doing a move adds to somebody's margin."""
    column = table.layout.variables[table.layout.index[f"move:{move}"]].first + 1
    return float(table.gain[column, table.layout.report_bloc(who), 0])


def test_values_are_weighted_and_points_joined_by_straight_lines() -> None:
    """The manager of the small case: Sunday counts 3 of 5, the bonus 2 of 5."""
    table = certain_table_of(small())
    layout = table.layout
    worth = table.worth["shop"][:, 0]
    assert worth[:7].tolist() == pytest.approx([40, 30, 20, 10, 0, 0, 60])
    chosen = encode(layout, {"sunday": "open", "bonus": "10"})
    row = layout.report_bloc("manager")
    margin = table.base[row] + table.gain[columns(layout, chosen), row].sum(axis=0)
    assert margin.tolist() == pytest.approx([20 + 60 - 30])


def certain_table_of(case: Negotiation) -> Table:
    """The table of a negotiation in the certain case."""
    return compile_table(Layout(case), certain(case))


def test_lines_bend_at_points_between() -> None:
    """And the first and last piece reach the ends."""
    edit = (
        "bonus: {weight: 1, points: {0: 0, 20: 100}}",
        "bonus: {weight: 1, points: {0: 0, 15: 90, 20: 100}}",
    )
    table = certain_table_of(small(edit))
    assert table.worth["staff"][:5, 0].tolist() == pytest.approx([0, 30, 60, 90, 100])


def test_no_deal_may_be_as_good_as_a_deal() -> None:
    """In the same draw: the shell is worth what the shell is worth."""
    ann = {"margin": 5, "no_deal": {"text": "shell"}}
    doc = board({"ann": ann}, {"vote": "ann"})
    table = certain_table(doc)
    assert table.no_deal["them"].tolist() == [30]


def test_columns_not_asked_for_stay_empty_but_those_of_no_deals() -> None:
    """They cost time in large samples."""
    doc = board(
        {"ann": {"margin": 5, "no_deal": {"text": "shell"}}},
        {"vote": "ann"},
        {"gift": {"effects": {"ann": 3}}},
    )
    layout = layout_of(doc)
    full = compile_table(layout, certain(layout.case))
    part = compile_table(layout, certain(layout.case), [1])
    assert (part.base == full.base).all()
    assert (part.gain[:2] == full.gain[:2]).all()
    assert not part.gain[2:].any()
    assert full.gain[2:].any()


def test_the_other_sides_visible_gifts_are_discounted() -> None:
    """Harm, hidden moves and one's own side's moves count in full."""
    moves = {
        "gift": {"effects": {"ann": 10}},
        "harm": {"effects": {"ann": -10}},
        "whisper": {"effects": {"ann": 10}, "visible": False},
        "own": {"by": "them", "effects": {"ann": 10}},
    }
    doc = board({"bob": 1, "ann": {"margin": 0, "devalues": 0.3}}, {"vote": "ann"}, moves)
    table = certain_table(doc)
    found = {move: effect(table, move, "ann") for move in moves}
    assert found == pytest.approx({"gift": 7, "harm": -10, "whisper": 10, "own": 10})


def test_a_move_costs_its_givers_negotiator() -> None:
    """On top of what it does to it otherwise."""
    moves = {"gift": {"effects": {"ann": 3, "envoy": -1}, "cost": 2}}
    table = certain_table(board({"ann": 0}, {"vote": "ann"}, moves))
    assert effect(table, "gift", "envoy") == -3
    assert effect(table, "gift", "ann") == 3
    assert table.cost[table.layout.index["move:gift"]].tolist() == [2]


def test_a_move_that_fails_does_what_it_does_otherwise() -> None:
    """Nothing, unless told; at the same cost."""
    moves = {
        "bold": {"effects": {"ann": 9}, "chance": 0.5, "otherwise": {"ann": -4, "envoy": -1}},
        "mild": {"effects": {"ann": 9}, "chance": 0.5},
    }
    layout = layout_of(board({"ann": 0}, {"vote": "ann"}, moves))
    draws = sample(layout.case, 8, 1)
    table = compile_table(layout, draws)
    for move, fails in (("bold", -4.0), ("mild", 0.0)):
        column = layout.variables[layout.index[f"move:{move}"]].first + 1
        row = table.gain[column, layout.report_bloc("ann")]
        assert row.tolist() == [9.0 if works else fails for works in draws.works[move]]


def test_moods_reach_everybody_of_a_side() -> None:
    """The same shock for all of them, and none for the others."""
    doc = board({"ann": 1, "bob": 2}, {"vote": "ann"}, uncertainty={"mood": {"us": 0, "them": 8}})
    layout = layout_of(doc)
    table = compile_table(layout, sample(layout.case, 16, 1))
    ann, bob, envoy = (layout.report_bloc(who) for who in ("ann", "bob", "envoy"))
    assert (table.mood[ann] == table.mood[bob]).all()
    assert table.mood[ann].any()
    assert not table.mood[envoy].any()
    assert table.base[ann].tolist() == pytest.approx((table.mood[ann] - 50).tolist())


def test_weights_that_are_all_drawn_as_nothing_are_worth_nothing() -> None:
    """Never not a number."""
    doc = board({"ann": 1}, {"vote": "ann"})
    doc["constituencies"]["ann"]["values"]["text"]["weight"] = [0, 1, 2]
    layout = layout_of(doc)
    draws = sample(layout.case, 1, 1)
    draws._known["constituencies.ann.values.text.weight"] = np.zeros(1)
    assert not compile_table(layout, draws).worth["them"].any()


def test_a_table_beyond_memory_is_refused_before_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With its size and what to do about it."""
    monkeypatch.setattr("leveltwo.core.memory.MOST_BYTES", 2**20)
    layout = layout_of(board({f"p{i}": 1 for i in range(40)}, {"vote": "p1"}))
    draws = sample(layout.case, 4096, 1)
    message = r"the table of the case would take 0\.0 GiB of memory, more than .*; use fewer draws"
    with pytest.raises(TooLarge, match=message):
        compile_table(layout, draws)


def test_somebody_who_cares_for_one_issue_ignores_the_other() -> None:
    """An issue that is not rated has no weight."""
    table = certain_table_of(small())
    row = table.layout.report_bloc("delegate")
    assert not table.gain[5:7, row].any()
    assert member(5.0)["values"]["text"]["treaty"] == 55

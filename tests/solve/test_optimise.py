"""The best plan: found, proved, and stopped in time."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from leveltwo.core.compile import compile_table
from leveltwo.core.draws import sample
from leveltwo.core.table import Table
from leveltwo.solve import local
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Found, Status
from tests.board import Doc, board, certain_table, layout_of
from tests.brute import best, rivals, table_of

TREATY = {"text": "treaty"}


def plan(table: Table, found: Found) -> tuple[str, set[str]]:
    """The text chosen and the moves made."""
    assert found.chosen is not None
    made = {
        v.key for v, k in zip(table.layout.variables, found.chosen, strict=True) if v.is_move and k
    }
    return table.layout.variables[0].options[found.chosen[0]], made


def solved(doc: Doc, **asked: Any) -> tuple[Found, str, set[str]]:
    """The best plan in the certain case."""
    table = certain_table(doc)
    found = optimise(table, Objective(**asked))
    return found, *plan(table, found)


def test_the_cheapest_moves_that_carry_the_treaty_are_made() -> None:
    """Nine points are missing: six and four for 2, not twelve for 3."""
    moves = {
        "big": {"effects": {"ann": 12}, "cost": 3},
        "six": {"effects": {"ann": 6}, "cost": 1.5},
        "four": {"effects": {"ann": 4}, "cost": 0.5},
        "two": {"effects": {"ann": 2}, "cost": 0.1},
    }
    found, text, made = solved(board({"ann": -9}, {"vote": "ann"}, moves))
    assert (text, made) == ("treaty", {"six", "four"})
    assert found.status is Status.OPTIMAL
    assert found.score == pytest.approx(18, abs=1e-6)
    assert found.bound == found.score


def test_moves_of_other_sides_are_used_only_if_offered() -> None:
    """At no cost to us."""
    moves = {"grace": {"by": "them", "effects": {"ann": 9}, "cost": 5}}
    doc = board({"bob": 1, "ann": -9}, {"vote": "ann"}, moves)
    table = certain_table(doc)
    assert optimise(table, Objective()).score == 0
    offered = optimise(table, Objective(moves=frozenset({"grace"})))
    assert offered.score == pytest.approx(20, abs=1e-6)


def test_a_move_without_consent_is_never_made() -> None:
    """Even if it is named; once granted it is."""
    moves = {"call": {"device": "direct_dealing", "effects": {"ann": 9}}}
    doc = board({"ann": -9}, {"vote": "ann"}, moves)
    assert optimise(certain_table(doc), Objective(moves=frozenset({"call"}))).score == 0
    doc["moves"]["call"]["consent"] = "granted"
    assert solved(doc)[1:] == ("treaty", {"call"})


def test_a_move_that_deceives_somebody_who_votes_is_never_made() -> None:
    """Even if it is named; deceiving an audience without a vote does not rule it out."""
    moves = {"show": {"effects": {"ann": 9}, "deceives": ["bob"]}}
    doc = board({"ann": -9, "bob": 1}, {"vote": {"all": ["ann", "bob"]}}, moves)
    assert optimise(certain_table(doc), Objective(moves=frozenset({"show"}))).score == 0
    doc["sides"]["them"]["gates"]["vote"] = "ann"
    assert solved(doc)[1:] == ("treaty", {"show"})


def test_a_move_that_its_giver_likes_is_made_for_its_own_sake() -> None:
    """A negative cost is worth something even without a deal; it is limited by resources."""
    moves = {
        "joy": {"cost": -2, "resources": {"time": 1}},
        "fun": {"cost": -3, "resources": {"time": 1}},
    }
    found, _, made = solved(board({"ann": -9}, {"vote": "ann"}, moves, resources={"time": 1}))
    assert made == {"fun"}
    assert found.score == pytest.approx(3, abs=1e-6)


def test_spill_over_that_loses_our_own_gate_is_never_taken() -> None:
    """However much it helps over there."""
    moves = {"gift": {"effects": {"ann": 50, "envoy": -30}}}
    found, *_ = solved(board({"ann": -9}, {"vote": "ann"}, moves))
    assert found.score == 0


def test_a_gate_on_the_other_side_alone_may_be_asked_about() -> None:
    """The best chance there, whatever our own people say."""
    doc = board({"ann": 5}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 90
    table = certain_table(doc)
    assert optimise(table, Objective(goal=Goal.CHANCE)).score == pytest.approx(0, abs=1e-6)
    theirs = optimise(table, Objective(goal=Goal.CHANCE, sides=frozenset({"them"})))
    assert theirs.score == pytest.approx(1, abs=1e-6)


def test_a_floor_out_of_reach_is_infeasible() -> None:
    """Proved, with or without climbs."""
    table = certain_table(board({"ann": -9}, {"vote": "ann"}))
    found = optimise(table, Objective(floor=0.5))
    assert (found.status, found.chosen) == (Status.INFEASIBLE, None)
    assert found.score == found.bound == -np.inf


def test_one_option_no_moves_and_one_draw_are_enough() -> None:
    """Nothing to choose."""
    doc = board({"ann": 3}, {"vote": "ann"})
    doc["issues"]["text"]["options"] = {"treaty": "A treaty"}
    for about in doc["constituencies"].values():
        del about["values"]["text"]["shell"]
    layout = layout_of(doc)
    found = optimise(compile_table(layout, sample(layout.case, 1, 1)), Objective())
    assert (found.status, found.score) == (Status.OPTIMAL, 20)


def test_resources_may_be_used_to_the_last() -> None:
    """0.1 + 0.2 of 0.3."""
    moves = {
        "one": {"effects": {"ann": 5}, "resources": {"money": 0.1}},
        "two": {"effects": {"ann": 5}, "resources": {"money": 0.2}},
    }
    doc = board({"ann": -9}, {"vote": "ann"}, moves, resources={"money": 0.3})
    assert solved(doc)[2] == {"one", "two"}
    doc["resources"] = {"money": 0.29}
    assert solved(doc)[2] == set()


def thousand() -> Doc:
    """A price of a thousand steps that two sides want to go either way."""
    doc = board({"ann": 0}, {"vote": "ann"}, {"gift": {"effects": {"ann": 3}, "cost": 1}})
    doc["issues"] = {"price": {"from": 0, "to": 99.9, "step": 0.1}}
    for who, points in (("ann", {0: 0, 99.9: 99.9}), ("envoy", {0: 99.9, 99.9: 0})):
        doc["constituencies"][who] |= {
            "no_deal": 40,
            "values": {"price": {"weight": 1, "points": points}},
        }
    return doc


def test_an_issue_of_a_thousand_numbers_is_searched() -> None:
    """The lowest price that they accept, and the gift that lowers it by three."""
    table = certain_table(thousand())
    found = optimise(table, Objective())
    assert plan(table, found) == ("37", {"gift"})
    assert found.score == pytest.approx(99.9 - 37 - 40 - 1, abs=1e-6)


def test_a_search_without_a_first_plan_finds_one_that_reaches_the_floor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is known to begin with, and every bound counts."""
    monkeypatch.setattr(local, "STARTS", 0)
    for seed in range(12):
        table = table_of(rivals(random.Random(seed)), 24, seed)
        asked = Objective(floor=0.25)
        found = optimise(table, asked)
        most = best(table, asked)
        assert found.status is (Status.OPTIMAL if np.isfinite(most) else Status.INFEASIBLE)
        assert found.score == pytest.approx(most, abs=2e-6)


def test_climbing_at_length_before_a_long_proof_changes_no_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is found by then is where the proof starts from."""
    monkeypatch.setattr("leveltwo.solve.optimise.SOON", 0)
    for seed in range(4):
        table = table_of(rivals(random.Random(seed)), 24, seed)
        asked = Objective(floor=0.25)
        assert optimise(table, asked).score == pytest.approx(best(table, asked), abs=2e-6)


def large(draws: int = 256) -> Table:
    """A case that no search ends soon: 4 ** 12 deals and 2 ** 24 sets of moves."""
    return table_of(rivals(random.Random(1), issues=12, options=4, moves=24, people=8), draws)


def test_a_search_ends_when_its_time_is_up() -> None:
    """With the best plan so far, and a bound above it."""
    table = large()
    optimise(table, Objective(), nodes=1)
    began = time.monotonic()
    found = optimise(table, Objective(), seconds=0.02)
    assert time.monotonic() - began < 10
    assert found.status is Status.FEASIBLE
    assert found.bound > found.score
    assert not found.interrupted


def test_a_search_without_time_still_looks_once() -> None:
    """And says what it knows."""
    found = optimise(large(64), Objective(), seconds=1e-9)
    assert found.nodes <= 1
    assert found.status in (Status.FEASIBLE, Status.UNKNOWN)


def test_an_interrupted_search_gives_what_it_has() -> None:
    """A plan, the bound so far, and that it was interrupted."""

    def stop(score: float, bound: float, nodes: int) -> None:
        raise KeyboardInterrupt

    found = optimise(large(64), Objective(), watch=stop)
    assert found.interrupted
    assert found.status is Status.FEASIBLE
    assert found.bound >= found.score > -np.inf


def test_an_interrupt_before_any_plan_is_known_leaves_nothing_to_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """But what no plan can exceed."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leveltwo.solve.optimise.climbs", stop)
    found = optimise(large(16), Objective())
    assert (found.status, found.chosen, found.interrupted) == (Status.UNKNOWN, None, True)
    assert 0 < found.bound < 100


def test_a_plan_to_start_from_is_never_lost() -> None:
    """The search gives it back or something better, even if it may look at nothing."""
    table = table_of(rivals(random.Random(3)), 64)
    known = optimise(table, Objective())
    assert known.chosen is not None
    again = optimise(table, Objective(), starts=(known.chosen,), nodes=0)
    assert again.score == pytest.approx(known.score, abs=1e-9)
    floor = replace(Objective(), floor=0.99)
    assert optimise(table, floor, nodes=0).score <= known.score

"""How many of the points lacking each cause accounts for."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.core.choice import decode, encode
from leveltwo.core.conversion import conversions
from leveltwo.core.explained import Explained, asked_late, explained
from leveltwo.core.sample import Sample
from tests.board import Doc, board, layout_of

CERTAIN = Sample(1, 1, certain=True)
DATED = {"rule": "ann", "date": "2026-10-01"}


def told(doc: Doc, moves: tuple[str, ...] = (), sample: Sample = CERTAIN) -> Explained:
    """What accounts for Ann's vote on the treaty."""
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"}, moves)
    found = next(c for c in conversions(layout, sample, chosen) if c.who == "ann")
    return explained(layout.case, found, decode(layout, chosen))


def ann(margin: float = -5, moves: Doc | None = None, gate: Any = DATED, **about: Any) -> Doc:
    """Ann's vote is asked; Bob, who loves the treaty, speaks for her side."""
    return board({"bob": 30, "ann": {"margin": margin, **about}}, {"vote": gate}, moves)


def move(points: float, date: str | None = None, **about: Any) -> Doc:
    """A move for Ann."""
    return {"effects": {"ann": points}, **({"date": date} if date else {}), **about}


def test_a_late_move_of_the_plan_is_lost_whatever_else_could_be_done() -> None:
    moves = {"late": move(3, "2026-11-01"), "prompt": move(9)}
    found = told(ann(-5, moves), ("late",))
    assert (found.late, found.timing) == ({"late": 3}, 3)


def test_late_moves_at_hand_count_where_only_they_would_be_enough() -> None:
    late = move(6, "2026-11-01")
    assert told(ann(-5, {"late": late})).late == {"late": 6}
    assert told(ann(-5, {"late": late, "prompt": move(5)})).late == {}
    assert told(ann(-9, {"late": late})).late == {}
    assert told(ann(-9, {"late": late, "prompt": move(5)})).late == {"late": 6}
    assert told(ann(-5, {"late": {**late, "by": "them"}})).late == {}
    assert told(ann(-0.3, {"late": move(0.4, "2026-11-01")})).late == {}


def test_a_deal_near_no_deal_is_a_matter_of_how_it_is_seen() -> None:
    """Unless another option would make up for what its terms lack."""
    found = told(ann(-5))
    assert (found.seen, found.unmet) == pytest.approx((5, 0))
    made_up = ann(-5)
    made_up["constituencies"]["ann"]["values"]["text"]["shell"] = 60
    found = told(made_up)
    assert (found.seen, found.unmet) == pytest.approx((0, 5))


def test_a_deal_far_below_no_deal_is_a_matter_of_interests() -> None:
    doc = ann(-25)
    doc["constituencies"]["ann"]["values"]["text"]["shell"] = 0
    found = told(doc)
    assert (found.seen, found.unmet) == pytest.approx((0, 25))


def test_where_all_terms_together_move_less_than_is_lacking_it_is_how_it_is_seen_too() -> None:
    """Ann's best and worst deal lie 5 points apart, and she lacks 25."""
    found = told(ann(-25))
    assert (found.seen, found.unmet) == pytest.approx((25, 25))


def test_what_is_seen_is_what_nothing_else_accounts_for() -> None:
    people = {"bob": -9, "ann": {"margin": -5, "follows": {"bob": {"for": 1, "against": -1}}}}
    found = told(board(people, {"vote": "ann"}))
    assert (found.words, found.seen) == pytest.approx((2, 4))


def test_moves_that_hurt_and_discounts_count_as_how_it_is_seen() -> None:
    moves = {"insult": move(-4), "gift": move(6)}
    found = told(ann(5, moves, devalues=0.5), ("insult", "gift"))
    assert found.seen == pytest.approx(7)


def test_doubt_about_a_move_is_counted_as_trust() -> None:
    found = told(ann(-5, {"gift": move(8, chance=0.5)}), ("gift",), Sample(64, 1))
    assert found.trust == pytest.approx(4)


def test_whose_wishes_their_negotiator_would_not_press_is_left_out() -> None:
    found = told(ann(-30, {"gift": move(1), "other": {"effects": {}}}), ("other",))
    assert found.left_out == pytest.approx(10)
    assert found.unspoken


def test_who_is_helped_by_the_plan_or_speaks_for_themselves_is_not_left_out() -> None:
    assert told(ann(-30, {"gift": move(1)}), ("gift",)).left_out is None
    alone = told(board({"ann": -30}, {"vote": "ann"}))
    assert (alone.left_out, alone.unspoken) == (None, False)


def test_for_whom_there_is_no_move_is_left_out_for_no_points() -> None:
    likewise = board({"bob": -40, "ann": -30}, {"vote": "ann"})
    found = told(likewise)
    assert (found.left_out, found.unspoken) == (0, False)
    reached = board({"bob": -40, "ann": -30}, {"vote": "ann"}, {"gift": move(1)})
    assert told(reached).left_out is None


def test_who_is_asked_only_when_the_deal_is_carried_out_is_left_out() -> None:
    """Though the deal favours them, and though a move would help."""
    gate = {"rule": "ann", "implementation": True}
    found = told(ann(-5, {"gift": move(1)}, gate))
    assert (found.left_out, found.unspoken) == (0, False)
    assert told(ann(-5, {"gift": move(1)})).left_out is None


def test_who_gets_the_best_deal_and_no_move_is_left_out_for_nothing() -> None:
    assert told(ann(-5)).left_out == 0


def test_asked_late_means_at_no_gate_of_approval() -> None:
    doc = ann(-5)
    doc["sides"]["them"]["gates"]["work"] = {
        "rule": {"all": ["ann", "bob"]},
        "implementation": True,
    }
    layout = layout_of(doc)
    found = conversions(layout, CERTAIN, encode(layout, {"text": "treaty"}))
    assert {(c.who, asked_late(layout.case, c)) for c in found if c.gate == "work"} == {
        ("ann", False), ("bob", True),
    }  # fmt: skip


def test_what_was_only_said_is_told_with_what_it_adds_and_costs_nothing() -> None:
    """Whether or not it may fail; written help, late help and trifles are left out."""
    moves = {
        "word": move(3, binding="oral"),
        "letter": move(3, binding="written"),
        "plain": move(3),
        "trifle": move(0.4, binding="oral"),
        "late": move(3, "2026-11-01", binding="oral"),
    }
    found = told(ann(-30, moves), tuple(moves))
    assert found.word_only == {"word": 3}
    assert found.trust == 0
    assert told(ann(-30, moves), ("letter",)).word_only == {}

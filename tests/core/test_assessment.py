"""What becomes of one plan at every gate."""

from __future__ import annotations

import pytest

from leveltwo.core import assessment
from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import encode
from leveltwo.core.sample import Sample
from tests.board import Doc, board, layout_of

CERTAIN = Sample(1, 1, certain=True)


def assessed(doc: Doc, moves: tuple[str, ...] = (), sample: Sample = CERTAIN) -> Assessment:
    """The treaty assessed."""
    layout = layout_of(doc)
    return assess(layout, sample, encode(layout, {"text": "treaty"}, moves))


def test_implementation_gates_count_for_durability_only() -> None:
    """A union with no vote can still stop the carrying out."""
    gates = {"vote": "ann", "work": {"rule": "bob", "implementation": True}}
    result = assessed(board({"ann": 5, "bob": -5}, gates))
    assert (result.chance, result.durable) == (1, 0)
    assert (result.sides["them"].chance, result.sides["them"].durable) == (1, 0)
    assert result.sides["them"].gates == {"vote": 1, "work": 0}


def test_gains_are_less_the_cost_of_a_sides_own_moves() -> None:
    """Passing or not."""
    moves = {"gift": {"cost": 3}, "grace": {"by": "them", "cost": 2}}
    result = assessed(board({"ann": 5}, {"vote": "ann"}, moves), ("gift", "grace"))
    assert {side: part.gain for side, part in result.sides.items()} == {"us": 17, "them": 3}


def test_blocking_groups_stand_by_chance_and_only_those_that_block() -> None:
    """The likeliest first, the smaller first; nobody who is for."""
    gates = {"vote": {"need": 2, "votes": {"ann": 1, "bob": 1, "cy": 1}}, "also": "cy"}
    result = assessed(board({"ann": -5, "bob": -5, "cy": 5}, gates))
    assert [(g.gate, g.members, g.chance) for g in result.blocking] == [("vote", ("ann", "bob"), 1)]


def test_only_some_blocking_groups_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The likeliest."""
    gates = {"vote": {"all": ["ann", "bob", "cy"]}}
    doc = board({"ann": -5, "bob": -5, "cy": -5}, gates)
    monkeypatch.setattr(assessment, "GROUPS_SHOWN", 2)
    found = assessed(doc)
    assert [g.members for g in found.blocking] == [("ann",), ("bob",)]
    assert found.blocking_proved


def test_a_vote_is_pivotal_if_some_gate_turns_on_it() -> None:
    """Of several that it stands in; an audience never is."""
    gates = {"a": {"any": ["ann", "bob"]}, "b": {"all": ["ann", "bob"]}}
    result = assessed(board({"ann": 5, "bob": -5, "cy": 1}, gates))
    pivots = {who: entry.pivotal for who, entry in result.constituencies.items()}
    assert pivots == {"envoy": 1, "ann": 1, "bob": 1, "cy": 0}


def test_a_crossed_red_line_is_told_beside_the_margin_without_it() -> None:
    """The margin stays as it is."""
    ann = {"margin": 5, "red_lines": [{"text": "treaty"}]}
    standing = assessed(board({"ann": ann}, {"vote": "ann"})).constituencies["ann"]
    assert (standing.crossed, standing.margin, standing.chance) == (True, 5, 0)


def test_each_gate_has_its_own_margin() -> None:
    """A move counts from its date on."""
    gates = {
        "first": {"rule": "ann", "date": "2026-10-01"},
        "second": {"rule": "ann", "date": "2026-12-01"},
    }
    moves = {"gift": {"effects": {"ann": 10}, "date": "2026-11-01"}}
    standing = assessed(board({"ann": -4}, gates, moves), ("gift",)).constituencies["ann"]
    assert standing.gates == {("them", "first"): (0, -4), ("them", "second"): (1, 6)}
    assert standing.margin == -4


def test_draws_in_several_blocks_are_one_sample() -> None:
    """Shares are of all 1,500."""
    ann = {"margin": 0, "no_deal": [30, 50, 70]}
    result = assessed(board({"ann": ann}, {"vote": "ann"}), (), Sample(1500, 3))
    assert result.chance == pytest.approx(0.5, abs=0.01)
    assert result.chance * 1500 == pytest.approx(round(result.chance * 1500), abs=1e-9)

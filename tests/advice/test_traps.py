"""Moves that had better not be made, on tiny boards."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.advice.traps import Kind, Trap, annoyed, to_leave, traps
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spillover
from leveltwo.core.spillover import spillover
from leveltwo.model.negotiation import Negotiation
from tests.board import Doc, board
from tests.oracle.plans import plans
from tests.published.test_free_moves import simple, with_free_move
from tests.strategies import build, documents

CERTAIN = Sample(1, 1, certain=True)
CY = {"margin": 3, "side": "us"}


def matrix(doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN) -> Spillover:
    """Every move against the treaty."""
    layout = Layout(Negotiation.model_validate(doc))
    chosen = encode(layout, {"text": "treaty"}, made)
    return spillover(layout, sample, chosen, list(layout.case.moves))


def found(doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN) -> list[Trap]:
    """The traps among the moves of a board."""
    return list(traps(Negotiation.model_validate(doc), matrix(doc, made, sample)))


def ours_too(people: dict[str, Any], moves: dict[str, Any], gate: Any = "ann") -> Doc:
    """A board whose treaty cy, of our parliament, has to approve too."""
    doc = board({"cy": CY, **people}, {"vote": gate}, moves)
    doc["sides"]["them"]["negotiator"] = next(iter(people))
    doc["sides"]["us"]["gates"]["parliament"] = "cy"
    return doc


def test_a_move_that_wins_their_gate_and_loses_ours_is_a_trap() -> None:
    """Praise carries ann and loses cy, who is annoyed."""
    doc = ours_too({"ann": -5}, {"praise": {"effects": {"ann": 6, "cy": -4, "envoy": -1}}})
    for made in ((), ("praise",)):
        (trap,) = found(doc, made)
        assert (trap.kind, trap.spill.move, trap.spill.made) == (Kind.OURS, "praise", bool(made))
        assert trap.annoyed == (("cy", -4),)
        assert trap.let_down == ()
        assert trap.change.others == 1
        assert trap.change.sides["us"] == -1


def test_help_that_is_not_needed_and_loses_our_gate_is_a_trap_too() -> None:
    """Ann is for without it; it pleases her all the same."""
    (trap,) = found(ours_too({"ann": 5}, {"praise": {"effects": {"ann": 6, "cy": -4}}}))
    assert (trap.kind, trap.wins, trap.pleased) == (Kind.OURS, False, (("ann", 6),))


def test_spill_over_that_our_own_gate_bears_is_no_trap() -> None:
    """Cy is annoyed and stays for."""
    doc = ours_too({"ann": -5}, {"praise": {"effects": {"ann": 6, "cy": -2}}})
    assert found(doc) == []
    assert annoyed(Negotiation.model_validate(doc), matrix(doc).of("praise")) == (("cy", -2),)


SWAP = {"chance": 0.5, "effects": {"ann": 30, "cy": -30}, "otherwise": {"ann": -6, "cy": 30}}
"""Where it wins ann it loses cy, and the other way round."""


def test_a_move_that_wins_where_we_fail_is_a_trap_though_no_side_fails_more_often() -> None:
    """Gates that passed together now pass apart."""
    doc = ours_too({"ann": 0}, {"swap": SWAP})
    doc["constituencies"]["cy"]["no_deal"] = 53
    doc["uncertainty"]["mood"] = 8
    (trap,) = found(doc, sample=Sample(4096, 1))
    assert trap.kind is Kind.JOINT
    assert trap.change.chance < -0.05
    assert trap.change.others > 0.05
    assert trap.change.sides["us"] == pytest.approx(0, abs=0.01)


def test_a_move_that_costs_more_than_its_gate_is_worth_is_a_trap() -> None:
    """Twenty points of gain, for thirty."""
    doc = board({"ann": -5}, {"vote": "ann"}, {"gift": {"effects": {"ann": 6}, "cost": 15}})
    assert found(doc) == []
    doc["moves"]["gift"]["cost"] = 21
    doc["sides"]["us"]["gates"] = {"nod": {"unless": {"need": 1, "votes": {"dee": 1}}}}
    doc["constituencies"]["dee"] = {**doc["constituencies"]["ann"], "side": "us", "no_deal": 10}
    (trap,) = found(doc)
    assert (trap.kind, trap.change.value) == (Kind.WORTH, -1)


def test_a_promise_that_may_fail_is_a_trap_if_it_turns_them_away_on_balance() -> None:
    """Eight points one time in four, else twelve the other way."""
    move = {"effects": {"ann": 8}, "otherwise": {"ann": -12}, "chance": 0.25}
    doc = board({"ann": 3}, {"vote": "ann"}, {"promise": move})
    (trap,) = found(doc, sample=Sample(512, 1))
    assert trap.kind is Kind.CHANCE
    assert [who for who, _ in trap.let_down] == ["ann"]
    doc["moves"]["promise"]["chance"] = 0.9
    (trap,) = found(doc, sample=Sample(512, 1))
    assert trap.kind is Kind.CHANCE
    assert trap.let_down[0][1] > 0
    doc["constituencies"]["ann"]["no_deal"] = 60
    assert found(doc, sample=Sample(512, 1)) == []


def test_a_promise_that_comes_too_late_is_a_trap_if_it_costs() -> None:
    """One that costs nothing does no harm, nor one that still wins somebody else."""
    move: Doc = {"effects": {"ann": 8}, "cost": 2, "date": "2026-12-01"}
    gates = {"vote": {"rule": "ann", "date": "2026-10-01"}}
    doc = board({"ann": 3, "bob": 1}, gates, {"promise": move})
    (trap,) = found(doc)
    assert (trap.kind, trap.let_down) == (Kind.DATE, (("ann", 8),))
    move["cost"] = 0
    assert found(board({"ann": 3, "bob": 1}, gates, {"promise": move})) == []
    other = {**move, "cost": 2, "effects": {"ann": 8, "bob": 1}}
    assert found(board({"ann": 3, "bob": 1}, gates, {"promise": other})) == []


def test_a_move_that_cannot_be_added_is_no_trap() -> None:
    """It needs no warning."""
    moves = {"a": {}, "praise": {"effects": {"ann": 6, "cy": -4}, "excludes": ["a"]}}
    assert found(ours_too({"ann": -5}, moves), ("a",)) == []


def test_what_brings_a_trap_along_or_stands_under_one_is_not_called_one() -> None:
    """Only the trap itself is."""
    moves = {
        "base": {"effects": {"ann": 1}},
        "praise": {"effects": {"ann": 6, "cy": -4}},
        "top": {"effects": {"ann": 1}, "needs": ["praise"]},
    }
    doc = ours_too({"ann": -5}, moves)
    assert [trap.spill.move for trap in found(doc)] == ["praise"]


def test_two_moves_that_are_a_trap_only_together_are_one() -> None:
    """The one that needs the other."""
    moves = {
        "half": {"effects": {"ann": 3, "cy": -2}},
        "rest": {"effects": {"ann": 3, "cy": -2}, "needs": ["half"]},
    }
    (trap,) = found(ours_too({"ann": -5}, moves))
    assert (trap.spill.move, trap.spill.along) == ("rest", ("half",))


def test_those_that_lower_the_chance_most_come_first_and_only_those_outside_are_to_leave() -> None:
    """Ties go by worth."""
    moves = {
        "dear": {"effects": {"ann": 6, "cy": -4}, "cost": 3},
        "free": {"effects": {"ann": 6, "cy": -4}},
    }
    doc = ours_too({"ann": -5}, moves)
    assert [trap.spill.move for trap in found(doc)] == ["dear", "free"]
    case = Negotiation.model_validate(doc)
    assert [t.spill.move for t in to_leave(case, matrix(doc))] == ["dear", "free"]
    assert to_leave(case, matrix(doc, ("free",))) == ()


@settings(max_examples=30)
@given(documents().map(simple), st.integers(1, 20))
def test_a_free_move_that_nobody_dislikes_is_never_a_trap(doc: Doc, points: int) -> None:
    """With any other moves made, and whether or not it is made itself."""
    more = with_free_move(doc, points)
    case = Negotiation.model_validate(more)
    layout = Layout(case)
    for deal, moves in list(plans(doc))[:3]:
        written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
        for made in (moves, (*moves, "gift")):
            chosen = encode(layout, written, made)
            spilled = spillover(layout, Sample(32, 1), chosen, ["gift"])
            assert traps(case, spilled) == ()


@pytest.mark.parametrize("seed", range(10))
def test_a_trap_is_one_by_two_assessments(seed: int) -> None:
    """Whatever is called one lowers the chance or the worth, or our own gates for nothing."""
    doc = build(random.Random(seed))
    case = Negotiation.model_validate(copy.deepcopy(doc))
    layout = Layout(case)
    deal, made = random.Random(seed).choice(list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    spilled = spillover(layout, Sample(64, seed), encode(layout, written, made), list(case.moves))
    for trap in traps(case, spilled):
        change = trap.change
        assert change.chance < 0.01 or change.value < 0
        assert change.chance < 0 or change.value < 0 or change.sides[case.viewpoint] < 0

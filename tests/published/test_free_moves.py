"""What moves can never do, and what advice never does, whatever the case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.solve.result import Status
from tests.oracle.plans import plans
from tests.published.documents import AGREED, TEXT, Doc, document, only, person, side
from tests.published.program import advise, assess, worth
from tests.strategies import documents

pytestmark = pytest.mark.published

DRAWS = 32
ROUNDING = 1e-5


def without_quorums(part: Any) -> Any:
    """A rule, or anything else, with every quorum taken out."""
    if isinstance(part, dict):
        return {key: without_quorums(inner) for key, inner in part.items() if key != "quorum"}
    return [without_quorums(inner) for inner in part] if isinstance(part, list) else part


def simple(doc: Doc) -> Doc:
    """The case without cues and quorums, by which one voter's turn to yes can do harm.

    A leader's yes may put followers off; and a voter who only ceases to vote against may
    leave a vote without its quorum.
    """
    people = doc["constituencies"]
    alone = {
        key: {field: part for field, part in who.items() if field != "follows"}
        for key, who in people.items()
    }
    return {**doc, "sides": without_quorums(doc["sides"]), "constituencies": alone}


def with_free_move(doc: Doc, points: float) -> Doc:
    """The case with one more move of the side advised, which all like and which costs nothing."""
    gift = {"by": doc["viewpoint"], "effects": dict.fromkeys(doc["constituencies"], points)}
    return {**doc, "moves": {**doc.get("moves", {}), "gift": gift}}


@settings(max_examples=25)
@given(documents().map(simple), st.integers(1, 20))
def test_a_free_move_that_nobody_dislikes_never_lowers_a_chance(doc: Doc, points: int) -> None:
    """Tsebelis 2002, derived: what nobody dislikes takes no vote away; so no gate is lost."""
    more = with_free_move(doc, points)
    for deal, moves in list(plans(doc))[:3]:
        before = assess(doc, deal, moves, draws=DRAWS)
        after = assess(more, deal, [*moves, "gift"], draws=DRAWS)
        assert after.chance >= before.chance
        assert after.durable >= before.durable


@settings(max_examples=25)
@given(documents().map(simple), st.integers(1, 20))
def test_a_free_move_that_nobody_dislikes_never_makes_advice_worth_less(
    doc: Doc, points: int
) -> None:
    """Sebenius 2013, derived: help that costs nothing is never a loss to the helper."""
    assert worth(advise(with_free_move(doc, points), DRAWS)) >= worth(advise(doc, DRAWS)) - ROUNDING


@settings(max_examples=25)
@given(documents())
def test_no_move_is_advised_that_the_plan_is_better_without(doc: Doc) -> None:
    """Putnam 1988, derived: a move whose spill-over costs more than it brings is left out."""
    advised = advise(doc, DRAWS)
    for reason in advised.reasons:
        assert reason.value_without <= worth(advised) + ROUNDING


def without_pleasures(doc: Doc) -> Doc:
    """The case without negative costs: a move that its giver likes is worth making for itself."""
    moves = {
        key: {**move, "cost": max(0, move.get("cost", 0))}
        for key, move in doc.get("moves", {}).items()
    }
    return {**doc, "moves": moves}


@settings(max_examples=25)
@given(documents(certain_only=True).map(without_pleasures))
def test_under_certainty_no_plan_is_advised_that_fails_at_any_approval(doc: Doc) -> None:
    """Iida 1993, derived: nobody proposes what is known to fail, at home or abroad."""
    advised = advise(doc)
    if advised.assessment is not None:
        assert advised.assessment.chance == 1
        assert all(result.chance == 1 for result in advised.assessment.sides.values())


@settings(max_examples=25)
@given(documents())
def test_a_chance_is_never_greater_than_that_of_the_narrowest_gate(doc: Doc) -> None:
    """Putnam 1988, derived: an agreement needs every gate, so it is no likelier than any one."""
    for deal, moves in list(plans(doc))[:3]:
        found = assess(doc, deal, moves, draws=DRAWS)
        assert found.chance <= min(side.chance for side in found.sides.values())
        for key, result in found.sides.items():
            gates = doc["sides"][key]["gates"]
            approvals = [g for g in gates if not _is_implementation(gates[g])]
            assert result.chance <= min((result.gates[g] for g in approvals), default=1.0)
            assert result.durable <= min(result.gates.values())


def _is_implementation(gate: Any) -> bool:
    return isinstance(gate, dict) and bool(gate.get("implementation"))


def trap(deficit: float, patience: float) -> Doc:
    """Three equal moves, 10 points each: their board likes them, our parliament does not."""
    people = {
        "us": person("we", 0, only(100)),
        "parliament": person("we", 50 - patience, only(50)),
        "board": person("they", 50 + deficit, only(50)),
    }
    moves = {
        f"praise_{i}": {"by": "we", "cost": 1, "effects": {"board": 10, "parliament": -10}}
        for i in (1, 2, 3)
    }
    sides = {"we": side("us", "parliament"), "they": side("board")}
    return document(sides, TEXT, people, moves)


def test_help_stops_where_it_has_done_enough() -> None:
    """Sebenius 2013, derived: two of three moves carry their board and still leave us ours."""
    advised = advise(trap(deficit=15, patience=25))
    assert advised.status is Status.OPTIMAL
    assert advised.plan is not None
    assert len(advised.plan.moves) == 2


def test_help_that_would_cost_us_our_own_approval_is_never_advised() -> None:
    """Putnam 1988, derived: where three moves are needed and our own gate bears two, we walk."""
    doc = trap(deficit=25, patience=25)
    three = assess(doc, AGREED, ["praise_1", "praise_2", "praise_3"])
    assert three.sides["they"].chance == 1
    assert three.sides["we"].chance == 0
    assert advise(doc).status is Status.NO_DEAL

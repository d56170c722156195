"""The cheapest moves that keep a rival from breaking a plan's gates."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.safety import safety
from leveltwo.core.sample import Sample
from leveltwo.model.compatibility import conflicts
from leveltwo.model.plan import Plan
from leveltwo.solve.insurance.coalition import Coalitions
from leveltwo.solve.insurance.insure import insure
from leveltwo.solve.insurance.record import Insurance
from leveltwo.solve.insurance.rival import Source
from leveltwo.solve.insurance.search import TOGETHER
from tests.board import Doc, board, layout_of
from tests.generator.gates import rule as random_rule
from tests.generator.numbers import Pen

TREATY = {"text": "treaty"}
SAMPLE = Sample(64, 1)
CERTAIN = Sample(1, 1, certain=True)
VOTE = {"need": 2, "votes": {"ann": 1, "bob": 1, "cy": 1}}
PEOPLE = {"ann": 4.0, "bob": 3.0, "cy": -2.0}


def insured(
    doc: Doc, rival: float | None = None, *, made: tuple[str, ...] = (), **how: Any
) -> Insurance:
    """Insurance of the treaty."""
    layout = layout_of(doc)
    chosen = encode(layout, TREATY, made)
    return insure(layout, how.pop("sample", CERTAIN), chosen, rival, **how)


def test_a_plan_that_is_safe_enough_needs_nothing() -> None:
    """Not even a move that costs less than nothing."""
    gift = {"effects": {"ann": 9}, "cost": -1}
    found = insured(board(PEOPLE, {"vote": VOTE}, {"gift": gift}), 3)
    assert (found.is_needed, found.is_reached, found.added, found.cost) == (False, True, (), 0)
    assert found.proved


def test_the_cheapest_moves_that_do_are_added() -> None:
    """Winning cy as a third costs less than strengthening both others."""
    moves = {
        "ann": {"effects": {"ann": 9}, "cost": 3},
        "bob": {"effects": {"bob": 9}, "cost": 3},
        "cy": {"effects": {"cy": 8}, "cost": 4},
    }
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 7, sample=SAMPLE)
    assert (found.added, found.cost) == (("cy",), 4)
    assert (found.is_needed, found.is_reached, found.proved) == (True, True, True)
    vote = next(gate for gate in found.gates if gate.gate == "vote")
    assert vote.points == pytest.approx(3.001)
    assert vote.points_after == pytest.approx(7.002)
    assert (vote.holds_before, vote.holds_after) == (0, 1)
    assert isinstance(vote.coalitions, Coalitions)
    assert found.insured_plan == Plan(TREATY, ("cy",))
    assert (found.chance, found.chance_after, found.fresh_after) == (1, 1, 1)
    assert found.fresh is not None


def test_where_no_set_will_do_the_safest_is_told() -> None:
    moves = {"gift": {"effects": {"bob": 0.5}, "cost": 3}, "loss": {"effects": {"bob": -2}}}
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 50)
    assert (found.added, found.is_reached, found.proved) == (("gift",), False, True)


def test_moves_that_touch_nobody_are_left_out_unless_others_need_them() -> None:
    moves = {
        "idle": {},
        "key": {},
        "gift": {"effects": {"ann": 9, "bob": 9}, "needs": ["key"], "cost": 2},
    }
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 9)
    assert found.offered == ("gift", "key")
    assert found.added == ("gift", "key")


def test_a_move_that_lifts_a_red_line_makes_a_gate_safe() -> None:
    lines = [{"text": "shell"}, {"text": "treaty", "unless": ["lift"]}]
    people = {**PEOPLE, "cy": {"margin": 30, "red_lines": lines}}
    moves = {"lift": {"cost": 1}}
    found = insured(board(people, {"vote": VOTE}, moves), 7)
    assert (found.added, found.is_reached) == (("lift",), True)
    assert insured(board(people, {"vote": VOTE}, moves), 7, made=("lift",)).is_needed is False


def test_no_gate_of_ours_is_lost_for_it() -> None:
    """The strong gift costs our envoy, who must sign, more than there is."""
    moves = {
        "strong": {"effects": {"bob": 9, "ann": 9, "envoy": -30}},
        "weak": {"effects": {"bob": 2}},
    }
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 8)
    assert (found.added, found.is_reached) == (("weak",), False)


def test_a_gate_that_fails_as_it_is_may_be_won() -> None:
    doc = board({**PEOPLE, "bob": -1}, {"vote": VOTE}, {"gift": {"effects": {"bob": 9}}})
    assert insured(doc, 3).added == ("gift",)


def test_the_plan_may_not_become_less_likely_to_pass() -> None:
    """A gamble is the cheaper, and at best guess as safe; it fails in a third of all draws."""
    moves = {
        "gamble": {
            "effects": {"bob": 9, "ann": 9},
            "chance": 0.65,
            "otherwise": {"ann": -9, "bob": -9},
            "cost": 1,
        },
        "gift": {"effects": {"bob": 9, "ann": 9}, "cost": 4},
    }
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 8, sample=SAMPLE)
    assert (found.added, found.refused, found.proved) == (("gift",), True, True)
    assert insured(board(PEOPLE, {"vote": VOTE}, moves), 8).added == ("gamble",)


def test_implementation_gates_are_told_and_not_insured() -> None:
    gates = {"vote": VOTE, "later": {"rule": "bob", "implementation": True}}
    found = insured(board({**PEOPLE, "cy": 40, "ann": 40}, gates), 8)
    assert {gate.gate: gate.insured for gate in found.gates} == {
        "vote": True, "later": False, "signature": False
    }  # fmt: skip
    assert not found.is_needed


def test_a_gate_that_cannot_be_broken_holds() -> None:
    never = {"unless": {"need": 3, "votes": {"bob": 1}}}
    found = insured(board(PEOPLE, {"vote": {"any": ["ann", never]}}), 8)
    assert found.insured[0].points is None
    assert not found.is_needed


def test_without_a_number_the_rival_is_as_strong_as_the_strongest_move() -> None:
    found = insured(board(PEOPLE, {"vote": VOTE}, {"gift": {"effects": {"ann": 9}}}))
    assert found.rival.points == pytest.approx(9)
    assert found.rival.source is Source.MOVE


def test_free_moves_that_add_nothing_are_left_out_and_those_that_pay_are_kept() -> None:
    moves = {
        "a": {"effects": {"bob": 9, "ann": 9}},
        "b": {"effects": {"cy": 0.1}},
        "c": {"effects": {"cy": 0.1}, "cost": -2},
    }
    found = insured(board(PEOPLE, {"vote": VOTE}, moves), 8)
    assert (found.added, found.cost) == (("a", "c"), -2)


def test_of_equal_sets_the_one_with_the_strongest_moves_is_chosen() -> None:
    moves = {
        "both": {"effects": {"bob": 9, "ann": 9}},
        "one": {"effects": {"bob": 5}},
        "two": {"effects": {"ann": 5}},
    }
    assert insured(board(PEOPLE, {"vote": VOTE}, moves), 8).added == ("both",)


def many(count: int) -> Doc:
    """A board that many small gifts move."""
    moves = {
        f"gift_{i}": {"effects": {"ann": 1, "bob": 1}, "cost": 1 + i / 9} for i in range(count)
    }
    return board(PEOPLE, {"vote": VOTE}, moves)


def test_twenty_moves_are_searched_with_proof() -> None:
    seen: list[int] = []
    found = insured(many(20), 8, watch=seen.append)
    assert found.added == tuple(f"gift_{i}" for i in range(5))
    assert found.proved
    assert found.looked_at < 20_000
    assert seen == sorted(seen)
    assert seen[-1] == found.looked_at


def test_a_search_that_looks_at_too_few_sets_says_so() -> None:
    found = insured(many(12), 8, most=2)
    assert (found.proved, found.interrupted, found.added) == (False, False, ())
    assert found.looked_at > 2


def test_a_search_that_is_stopped_tells_the_best_so_far() -> None:
    def stop(looked_at: int) -> None:
        if looked_at > TOGETHER:
            raise KeyboardInterrupt

    found = insured(many(12), 8, watch=stop)
    assert (found.proved, found.interrupted) == (False, True)


def random_doc(seed: int) -> Doc:
    """People who follow each other, some in a band, and moves that help and hurt."""
    rng = random.Random(seed)
    people: Doc = {}
    names = ["ann", "bob", "cy", "di"]
    for k, who in enumerate(names):
        leaders = [p for p in names[:k] if rng.random() < 0.3]
        people[who] = {
            "margin": rng.randint(-6, 12),
            "band": rng.choice([0, 0, 0, 3]),
            "follows": {
                p: {"for": rng.randint(-4, 9), "against": rng.randint(-9, 4)} for p in leaders
            },
        }
    if rng.random() < 0.5:
        people["di"]["red_lines"] = [{"text": "treaty", "unless": ["m0", "m1"]}]
    moves: Doc = {}
    for i in range(5):
        touched = rng.sample([*names, "envoy"], rng.randint(0, 3))
        moves[f"m{i}"] = {
            "effects": {who: rng.randint(-8, 12) for who in touched},
            "cost": rng.choice([0, 1, 2, 3, -1]),
            "needs": [f"m{i - 1}"] if i and rng.random() < 0.2 else [],
            "excludes": [f"m{i - 1}"] if i and rng.random() < 0.1 else [],
            "resources": {"time": rng.randint(0, 2)},
            "chance": rng.choice([1, 1, 0.7]),
        }
    pen = Pen(rng, certain=False)
    gates = {"vote": {"rule": random_rule(pen, names, depth=2)}, "sign": names[rng.randint(0, 3)]}
    doc = board(people, gates, moves, resources={"time": 4})
    for key in moves:  # what a random rule cannot hold at once is left out
        if set(doc["moves"][key]["needs"]) & set(doc["moves"][key]["excludes"]):
            doc["moves"][key]["excludes"] = []
    return doc


def weakest(layout: Layout, plan: Plan) -> float:
    """Points that break their least safe gate, and 0 if one fails."""
    found = {s.gate: s.points for s in safety(layout, encode(layout, plan.deal, plan.moves))}
    theirs = [found.get(gate.key, 0.0) for gate in layout.gates if gate.side == "them"]
    return min(np.inf if points is None else points for points in theirs)


def brute_force(layout: Layout, goal: float, sample: Sample) -> tuple[float, float]:
    """The most safety, up to a goal, and the least cost at which it is had; all sets tried.

    Only the empty one where the plan is safe enough.
    """
    case = layout.case
    plain = encode(layout, TREATY)
    kept = {s.gate for s in safety(layout, plain)}
    floor = evaluate(layout, sample, [plain])[0].chance
    best = (0.0, 0.0)
    safe = weakest(layout, Plan(TREATY)) >= goal
    for size in range(1 if safe else len(case.moves) + 1):
        for moves in combinations(case.moves, size):
            plan = Plan(TREATY, moves)
            chosen = encode(layout, TREATY, moves)
            if list(conflicts(case, plan)) or not kept <= {s.gate for s in safety(layout, chosen)}:
                continue
            if evaluate(layout, sample, [chosen])[0].chance < floor - 1e-9:
                continue
            points = min(weakest(layout, plan), goal)
            cost = sum(case.moves[m].cost.best for m in moves)
            best = max(best, (round(points, 6), -cost))
    return best[0], -best[1]


@pytest.mark.parametrize("seed", range(40))
def test_no_set_of_moves_is_safer_up_to_the_goal_or_as_safe_for_less(seed: int) -> None:
    doc, goal = random_doc(seed), float(random.Random(seed).randint(1, 20))
    layout = layout_of(doc)
    found = insured(doc, goal, sample=SAMPLE)
    points, cost = brute_force(layout, goal, SAMPLE)
    assert found.proved
    assert min(weakest(layout, found.insured_plan), goal) == pytest.approx(points, abs=1e-5)
    assert found.cost == pytest.approx(cost)
    assert not list(conflicts(layout.case, found.insured_plan))
    assert found.chance_after >= found.chance - 1e-9

"""Every plan of a small case, scored one by one: what the search must find."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import sample
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.layout import Layout
from leveltwo.core.table import Table
from leveltwo.model.compatibility import conflicts
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.problem import usable

Doc = dict[str, Any]


def every_plan(layout: Layout, objective: Objective) -> Iterator[IntArray]:
    """All plans that an objective may be met by, floor apart."""
    moves = usable(layout, objective)
    choices = [
        range(1 + (v.key in moves)) if v.is_move else range(len(v.options))
        for v in layout.variables
    ]
    for chosen in product(*choices):
        plan = decode(layout, np.array(chosen))
        fits = objective.deal is None or plan.deal == objective.deal
        if fits and not list(conflicts(layout.case, plan)):
            yield np.array(chosen)


def best(table: Table, objective: Objective) -> float:
    """The objective of the best plan; minus infinity if none reaches the floor."""
    found = scores(table, list(every_plan(table.layout, objective)))
    least = objective.floor * table.draws - 1e-9
    reached = [score for score in found if round(score.chance * table.draws) >= least]
    return max((objective_of(score, objective.goal) for score in reached), default=-np.inf)


def objective_of(score: Score, goal: Goal) -> float:
    """What a search for some goal maximises."""
    return {Goal.VALUE: score.value, Goal.COST: -score.cost, Goal.CHANCE: score.chance}[goal]


def table_of(doc: Doc, draws: int, seed: int = 1) -> Table:
    """The table of a document over some draws."""
    case = Negotiation.model_validate(doc)
    return compile_table(Layout(case), sample(case, draws, seed))


def rivals(
    rng: random.Random, issues: int = 3, options: int = 3, moves: int = 5, people: int = 4
) -> Doc:
    """Two sides at odds, ``people`` on each: a harder search than the documents of strategies."""
    ids = [f"{side}{i}" for side in "ab" for i in range(people)]
    return {
        "format": "leveltwo/1",
        "title": "Rivals",
        "viewpoint": "a",
        "sides": {
            side: {
                "negotiator": f"{side}0",
                "gates": {
                    "sign": f"{side}0",
                    "vote": {
                        "need": "majority" if side == "a" else "2/3",
                        "votes": {f"{side}{i}": rng.randint(1, 9) for i in range(1, people)},
                    },
                },
            }
            for side in "ab"
        },
        "issues": {
            f"i{i}": {"options": {f"o{k}": f"Option {k}" for k in range(options)}}
            for i in range(issues)
        },
        "constituencies": {
            who: {
                "side": who[0],
                "no_deal": spread(rng, rng.uniform(45, 60), 10),
                "values": {
                    f"i{i}": {"weight": spread(rng, rng.uniform(1, 6), 1)}
                    | {f"o{k}": spread(rng, rng.uniform(15, 85), 15) for k in range(options)}
                    for i in range(issues)
                },
            }
            for who in ids
        },
        "moves": {
            f"m{m}": {
                "by": "a",
                "effects": {w: spread(rng, rng.choice([-4, 3, 5, 8]), 2) for w in some(rng, ids)},
                "cost": round(rng.uniform(0.2, 2), 2),
                "chance": rng.choice([1, 0.9]),
            }
            for m in range(moves)
        },
    }


def spread(rng: random.Random, best_guess: float, width: float) -> list[float]:
    """A range around a number."""
    return [best_guess - rng.uniform(0, width), best_guess, best_guess + rng.uniform(0.1, width)]


def some(rng: random.Random, ids: list[str]) -> list[str]:
    """Two to four of them."""
    return rng.sample(ids, rng.randint(2, min(4, len(ids))))

"""The frontier of plans: what more certainty costs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.table import Table
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recommendation import Option
from leveltwo.solve.result import Found

FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
NODES = 20_000
STEP = 0.005


def trade_offs(
    table: Table,
    objective: Objective,
    start: IntArray,
    chance: float,
    seconds: float | None = None,
) -> tuple[Option, ...]:
    """Plans that nobody can beat on chance, own gain and cost at once.

    The same search is run with rising floors on the chance, each started from the plan
    before, and last for the best chance of all; each stops after `NODES` partial plans, so
    a point may fall short of the best for its floor but is never wrong about itself.

    Parameters
    ----------
    table : Table
        The numbers.
    objective : Objective
        What was asked.
    start : IntArray
        The best plan for it.
    chance : float
        That plan's chance.
    seconds : float or None
        Limit for all searches together.
    """
    found = [start, *_climbing(table, objective, start, chance, seconds)]
    plans = list({tuple(plan.tolist()): plan for plan in found}.values())
    pairs = zip(plans, scores(table, plans), strict=True)
    options = [Option(decode(table.layout, plan), score) for plan, score in pairs]
    worth = [o for o in options if o.score.value > 0 or o is options[0]]
    return tuple(sorted(_undominated(worth), key=lambda o: (o.score.chance, -o.score.gain)))


def _climbing(
    table: Table, objective: Objective, start: IntArray, chance: float, seconds: float | None
) -> Iterator[IntArray]:
    plan = start
    floors = [floor for floor in FLOORS if floor > chance + STEP]
    asked = [replace(objective, goal=Goal.VALUE, floor=floor) for floor in floors]
    asked.append(replace(objective, goal=Goal.CHANCE, floor=0.0))
    until = time.monotonic() + (float("inf") if seconds is None else seconds)
    for question in asked:
        left = None if seconds is None else max(0.0, until - time.monotonic())
        found = optimise(table, question, starts=(plan,), nodes=NODES, seconds=left)
        if found.interrupted:
            return
        if found.chosen is not None:
            plan = found.chosen
            yield plan


def _undominated(options: Iterable[Option]) -> list[Option]:
    kept: list[Option] = []
    for option in sorted(options, key=lambda o: _key(o.score), reverse=True):
        if not any(_beats(other.score, option.score) for other in kept):
            kept.append(option)
    return kept


def _key(score: Score) -> tuple[float, float, float]:
    return round(score.chance, 9), round(score.gain, 9), round(-score.cost, 9)


def _beats(one: Score, other: Score) -> bool:
    return all(a >= b for a, b in zip(_key(one), _key(other), strict=True))


def best_chance(table: Table, objective: Objective, seconds: float | None = None) -> Found:
    """The plan with the best chance of all, whatever it is worth, and whether that is proved."""
    asked = replace(objective, goal=Goal.CHANCE, floor=0.0)
    return optimise(table, asked, nodes=NODES, seconds=seconds)

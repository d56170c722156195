"""The frontier of plans: what more certainty costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import Score, evaluate
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recommendation import Option

FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
NODES = 20_000
STEP = 0.005


def trade_offs(
    table: Table,
    sample: Sample,
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
    table, sample
        The numbers, and the draws they come from.
    objective : Objective
        What was asked.
    start : IntArray
        The best plan for it.
    chance : float
        That plan's chance.
    seconds : float or None
        Limit for each search.
    """
    plans = [start, *_climbing(table, objective, start, chance, seconds)]
    distinct = {tuple(plan.tolist()): plan for plan in plans}
    layout = table.layout
    scores = evaluate(layout, sample, list(distinct.values()))
    options = [
        Option(decode(layout, plan), score)
        for plan, score in zip(distinct.values(), scores, strict=True)
    ]
    return tuple(sorted(_undominated(options), key=lambda o: (o.score.chance, -o.score.gain)))


def _climbing(
    table: Table, objective: Objective, start: IntArray, chance: float, seconds: float | None
) -> Iterator[IntArray]:
    plan = start
    for floor in FLOORS:
        if floor > chance + STEP:
            asked = replace(objective, goal=Goal.VALUE, floor=floor)
            found = optimise(table, asked, starts=(plan,), nodes=NODES, seconds=seconds)
            if found.chosen is None:
                break
            plan = found.chosen
            yield plan
    asked = replace(objective, goal=Goal.CHANCE, floor=0.0)
    found = optimise(table, asked, starts=(plan,), nodes=NODES, seconds=seconds)
    if found.chosen is not None:
        yield found.chosen


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


def best_chance(table: Table, objective: Objective) -> IntArray | None:
    """The plan with the best chance of all, whatever it is worth; None if there is no plan."""
    asked = replace(objective, goal=Goal.CHANCE, floor=0.0)
    return optimise(table, asked, nodes=NODES).chosen

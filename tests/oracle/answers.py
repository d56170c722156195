"""Answers over many draws, by trying everything."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle.bargaining import frontier, solutions
from tests.oracle.margins import Deal
from tests.oracle.outcome import cost, evaluate, succeeds, surplus
from tests.oracle.plans import Plan, advisable, deals, goes_together, plans, subsets
from tests.oracle.settle import Doc

Draw = tuple[Doc, Mapping[str, float], Mapping[str, bool]]
Answer = dict[str, Any]
DECIMALS = 9


def mean(numbers: Iterable[float]) -> float:
    """Arithmetic mean."""
    listed = [float(number) for number in numbers]
    return math.fsum(listed) / len(listed)


def share(happened: Iterable[bool]) -> Fraction:
    """Exact share of draws in which something happened."""
    listed = list(happened)
    return Fraction(sum(listed), len(listed))


def assess(doc: Doc, draws: Sequence[Draw], deal: Deal, moves: Sequence[str] = ()) -> Answer:
    """Numbers of ``leveltwo assess --json``, and ``durable``.

    Parameters
    ----------
    doc : Doc
        The document; only its structure is read.
    draws : sequence of Draw
        Settled document, mood by side in points, and whether each move works.
    deal : Deal
        An option for every issue.
    moves : sequence of str
        Moves in the plan.
    """
    seen = [evaluate(settled, deal, moves, mood, works) for settled, mood, works in draws]
    return {
        "deal": deal,
        "moves": sorted(moves),
        "chance": float(share(one["joint"] for one in seen)),
        "durable": float(share(one["durable"] for one in seen)),
        "sides": {side: _of_side(seen, side) for side in doc["sides"]},
        "constituencies": {who: _of_constituency(seen, who) for who in doc["constituencies"]},
    }


def _of_side(seen: list[Answer], side: str) -> Answer:
    return {
        "chance": float(share(one["sides"][side] for one in seen)),
        "gain": mean(one["gains"][side] for one in seen),
        "gates": {
            gate: float(share(one["gates"][side][gate] for one in seen))
            for gate in seen[0]["gates"][side]
        },
    }


def _of_constituency(seen: list[Answer], who: str) -> Answer:
    entries = [one["constituencies"][who] for one in seen]
    return {
        "chance": float(share(entry["vote"] == "for" for entry in entries)),
        "margin": mean(entry["margin"] for entry in entries),
        "pivotal": float(share(entry["pivotal"] for entry in entries)),
    }


def map_(
    doc: Doc, draws: Sequence[Draw], moves: Sequence[str] = (), confidence: float = 0.5
) -> Answer:
    """Numbers of ``leveltwo map --json``.

    ``solutions`` gives for each rule None or its best ``criterion``, one ``deal`` that has it and
    all the ``deals`` that do. Gains leave out the costs of the moves in force.
    """
    every = [deal for deal in deals(doc) if goes_together(doc, deal, moves)]
    passing = [_chances(draws, deal, moves) for deal in every]
    level = Fraction(str(confidence))
    winsets = {
        side: [deal for deal, chance in zip(every, passing, strict=True) if chance[side] >= level]
        for side in doc["sides"]
    }
    overlap = [deal for deal in every if all(deal in winset for winset in winsets.values())]
    return {
        "deals": len(every),
        "confidence": confidence,
        "sides": {side: {"winset": len(winset)} for side, winset in winsets.items()},
        "overlap": len(overlap),
        "pareto": len(frontier({gains(doc, draws, deal) for deal in every})),
        "solutions": solutions(overlap, [gains(doc, draws, deal) for deal in overlap]),
    }


def _chances(draws: Sequence[Draw], deal: Deal, moves: Sequence[str]) -> dict[str, Fraction]:
    """Chance that each side's gates pass."""
    seen = [succeeds(settled, deal, moves, mood, works) for settled, mood, works in draws]
    return {side: share(one[side] for one in seen) for side in seen[0]}


def gains(doc: Doc, draws: Sequence[Draw], deal: Deal) -> tuple[float, ...]:
    """Mean value less no deal of each side's negotiator, to nine decimals."""
    return tuple(
        round(mean(surplus(settled, side, deal) for settled, _, _ in draws), DECIMALS)
        for side in doc["sides"]
    )


def advise(doc: Doc, draws: Sequence[Draw], floor: float = 0) -> Answer:
    """The best plan with the viewpoint's own moves whose chance is at least ``floor``.

    Returns
    -------
    dict
        ``status`` (``optimal``, ``no_deal`` or ``infeasible``); ``value``, that of the best plan,
        negative ones included (None if infeasible); ``plans``, all that have it, each with
        ``deal``, ``moves``, ``value``, ``chance`` and ``cost``, those with fewest moves first.
    """
    own = advisable(doc, doc["viewpoint"])
    reached = [_weighed(doc, draws, plan) for plan in plans(doc, own)]
    reached = [plan for plan in reached if plan["share"] >= Fraction(str(floor))]
    if not reached:
        return {"status": "infeasible", "value": None, "plans": []}
    best = max(plan["value"] for plan in reached)
    picked = [plan for plan in reached if plan["value"] == best]
    picked.sort(key=lambda plan: (len(plan["moves"]), plan["moves"]))
    return {"status": "optimal" if best > 0 else "no_deal", "value": best, "plans": picked}


def _weighed(doc: Doc, draws: Sequence[Draw], plan: Plan) -> Answer:
    deal, moves = plan
    us = doc["viewpoint"]
    joint = [all(succeeds(one, deal, moves, mood, works).values()) for one, mood, works in draws]
    worth = [surplus(settled, us, deal) for settled, _, _ in draws]
    paid = mean(cost(settled, us, moves) for settled, _, _ in draws)
    earned = mean(passed * points for passed, points in zip(joint, worth, strict=True))
    return {
        "deal": deal,
        "moves": list(moves),
        "value": round(earned - paid, DECIMALS),
        "share": share(joint),
        "chance": float(share(joint)),
        "cost": paid,
    }


def cheapest_help(doc: Doc, draws: Sequence[Draw], deal: Deal, floor: float) -> Answer:
    """The viewpoint's own moves of least mean cost that bring a deal to a chance of ``floor``.

    Returns ``status`` (``optimal`` or ``infeasible``), ``cost`` (None if infeasible) and
    ``plans``, as `advise` does.
    """
    own = advisable(doc, doc["viewpoint"])
    choices = [moves for moves in subsets(own) if goes_together(doc, deal, moves)]
    weighed = [_weighed(doc, draws, (deal, moves)) for moves in choices]
    enough = [plan for plan in weighed if plan["share"] >= Fraction(str(floor))]
    if not enough:
        return {"status": "infeasible", "cost": None, "plans": []}
    least = min(round(plan["cost"], DECIMALS) for plan in enough)
    picked = [plan for plan in enough if round(plan["cost"], DECIMALS) == least]
    return {"status": "optimal", "cost": least, "plans": picked}

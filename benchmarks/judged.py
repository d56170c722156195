"""Random negotiations in the manner of the bundled cases, the same for the same seed.

Words, ranges, numbers of people addressed, costs and chances come in the shares in which they
occur in the three bundled cases (65 constituencies, 370 weights, 1,104 ratings, 54 moves of
the viewpoint). As there, people rate about two thirds of the issues and never more than eleven,
and ratings of an issue's options go together within a side and oppose each other across the
table: the mean correlation is .74 within and −.45 across, in the cases .70 and −.42. Left out,
so that general solvers need not model them: cues, red lines, spread, dates, rules among moves.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, TypeVar

Thing = TypeVar("Thing")

SIDES = "ab"
RATED = 0.68
MOST_RATED = 11
OPPOSED = 0.9
"""Share of issues on which the sides want opposite ends: it sets the correlation across."""
APART = 0.32
"""Standard deviation of what a side’s people want, on an issue 1 long: it sets that within."""
WEIGHTS = {"medium": 138, "high": 122, "low": 58, "critical": 52}
NO_DEAL = {"fair": 27, "poor": 10, "good": 6, "bad": 1, "range": 21}
BEST_NO_DEAL = (25, 30, 30, 35, 40, 42, 45, 45, 45, 55, 65, 70)
HEARD_THERE = {0: 4, 1: 3, 2: 10, 3: 16, 4: 9, 5: 5, 6: 7}
HEARD_HERE = {0: 23, 1: 14, 2: 4, 3: 7, 4: 4, 5: 2}
EFFECT_THERE = {
    "slight": 83, "clear": 43, "strong": 9, "decisive": 1,
    "-slight": 15, "-clear": 16, "-strong": 6, "-decisive": 4,
}  # fmt: skip
EFFECT_HERE = {
    "slight": 14, "clear": 12, "strong": 2, "decisive": 1,
    "-slight": 22, "-clear": 11, "-strong": 5, "-decisive": 2,
}  # fmt: skip
OTHERWISE = {"-slight": 12, "-clear": 7, "-strong": 3}
COST = {0: 11, 0.2: 6, 0.5: 21, 1: 9, 1.5: 4, 2: 1, 4: 2}
CHANCE = {1: 44, 0.85: 2, 0.8: 2, 0.55: 2, 0.4: 2, 0.2: 2}
DEVALUES = {0: 22, 0.15: 7, 0.3: 4, 0.4: 3, 0.55: 2}
WORDS = ((0.88, "ideal"), (0.64, "good"), (0.46, "fair"), (0.23, "poor"), (0.1, "bad"))


def judged(
    seed: int, issues: int, options: int, moves: int, voters: int, draws: int
) -> dict[str, Any]:
    """A two-sided case document: a signature and a weighted vote on each side."""
    rng = random.Random(seed)
    names = {side: [f"{side}{j}" for j in range(voters // 2)] for side in SIDES}
    wanted = [_wanted(rng) for _ in range(issues)]
    people = {
        name: _person(rng, side, [ends[side] for ends in wanted], options)
        for side in SIDES
        for name in names[side]
    }
    return {
        "format": "leveltwo/1",
        "title": f"Judged negotiation {seed}",
        "viewpoint": "a",
        "sides": {side: _side(rng, names[side]) for side in SIDES},
        "issues": {
            f"i{i}": {"options": {f"o{k}": f"Option {k}" for k in range(options)}}
            for i in range(issues)
        },
        "constituencies": people,
        "moves": {f"m{m}": _move(rng, names) for m in range(moves)},
        "uncertainty": {"draws": draws, "mood": {"a": 4, "b": 8}},
    }


def _pick(rng: random.Random, shares: Mapping[Thing, int]) -> Thing:
    return rng.choices(list(shares), list(shares.values()))[0]


def _wanted(rng: random.Random) -> dict[str, float]:
    """Where on an issue, from 0 to 1, each side's people would like to be, more or less."""
    ours = float(rng.random() < 0.5)
    return {"a": ours, "b": 1 - ours if rng.random() < OPPOSED else ours}


def _side(rng: random.Random, people: list[str]) -> dict[str, Any]:
    votes = {name: round(10 * rng.lognormvariate(0, 1)) + 1 for name in people[1:]}
    need = "majority" if people[0].startswith("a") else "2/3"
    vote = {"need": need, "votes": votes}
    return {"negotiator": people[0], "gates": {"sign": people[0], "vote": vote}}


def _person(rng: random.Random, side: str, wanted: list[float], options: int) -> dict[str, Any]:
    within = min(len(wanted), MOST_RATED)
    number = min(max(2, round(rng.gauss(RATED * within, 0.2 * within))), within)
    rated = sorted(rng.sample(range(len(wanted)), number))
    person: dict[str, Any] = {
        "side": side,
        "no_deal": _no_deal(rng),
        "values": {f"i{i}": _rating(rng, wanted[i], options) for i in rated},
    }
    if side != "a":
        person["devalues"] = _pick(rng, DEVALUES)
    return person


def _no_deal(rng: random.Random) -> str | list[float]:
    word = _pick(rng, NO_DEAL)
    if word != "range":
        return word
    best = rng.choice(BEST_NO_DEAL)
    return [best - 10, best, best + rng.choice([10, 15])]


def _rating(rng: random.Random, wanted: float, options: int) -> dict[str, str]:
    """Words by the distance from what one person wants; the best option is ideal or good."""
    ideal = min(max(rng.gauss(wanted, APART), 0.0), 1.0)
    score = [1 - abs(k / (options - 1) - ideal) ** 1.2 for k in range(options)]
    low, high = min(score) - rng.uniform(0, 0.2), max(score)
    rating = {"weight": _pick(rng, WEIGHTS)}
    for k in range(options):
        rating[f"o{k}"] = _word((score[k] - low) / (high - low) + rng.gauss(0, 0.06))
    return rating


def _word(height: float) -> str:
    return next((word for least, word in WORDS if height >= least), "worst")


def _move(rng: random.Random, names: dict[str, list[str]]) -> dict[str, Any]:
    there = _heard(rng, names["b"], HEARD_THERE)
    here = _heard(rng, names["a"], HEARD_HERE)
    effects = {who: _pick(rng, EFFECT_THERE) for who in there}
    effects |= {who: _pick(rng, EFFECT_HERE) for who in here}
    best = _pick(rng, COST)
    chance = _pick(rng, CHANCE)
    move: dict[str, Any] = {"by": "a", "effects": effects, "chance": chance}
    move["cost"] = [round(best * share, 2) for share in (0.4, 1, 2)]
    if chance < 1:
        move["otherwise"] = {who: _pick(rng, OTHERWISE) for who in there}
    return move


def _heard(rng: random.Random, people: list[str], number: Mapping[int, int]) -> list[str]:
    return rng.sample(people, min(_pick(rng, number), len(people)))

"""Random negotiations of a given size, the same for the same seed."""

from __future__ import annotations

import random
from typing import Any

SIDES = "ab"


def instance(
    seed: int, issues: int, options: int, moves: int, voters: int, draws: int
) -> dict[str, Any]:
    """A two-sided case document: a signature and a weighted vote on each side.

    Ratings, weights and no-deal values are ranges; moves touch two to six people, help
    more often than they harm, and cost a little.
    """
    rng = random.Random(seed)
    names = [f"{side}{j}" for side in SIDES for j in range(voters // 2)]
    return {
        "format": "leveltwo/1",
        "title": f"Random negotiation {seed}",
        "viewpoint": "a",
        "sides": {side: _side(rng, side, voters // 2) for side in SIDES},
        "issues": {f"i{i}": {"options": _options(options)} for i in range(issues)},
        "constituencies": {name: _person(rng, name[0], issues, options) for name in names},
        "moves": {f"m{m}": _move(rng, names) for m in range(moves)},
        "uncertainty": {"draws": draws},
    }


def _options(options: int) -> dict[str, str]:
    return {f"o{k}": f"Option {k}" for k in range(options)}


def _side(rng: random.Random, side: str, people: int) -> dict[str, Any]:
    votes = {f"{side}{j}": rng.randint(1, 12) for j in range(1, people)}
    need = "majority" if side == "a" else "2/3"
    return {"negotiator": f"{side}0", "gates": {"sign": f"{side}0", "vote": _vote(need, votes)}}


def _vote(need: str, votes: dict[str, int]) -> dict[str, Any]:
    return {"need": need, "votes": votes}


def _person(rng: random.Random, side: str, issues: int, options: int) -> dict[str, Any]:
    values = {f"i{i}": _rating(rng, options) for i in range(issues)}
    no_deal = rng.uniform(50, 62)
    return {"side": side, "no_deal": [no_deal - 10, no_deal, no_deal + 10], "values": values}


def _rating(rng: random.Random, options: int) -> dict[str, list[float]]:
    rating = {"weight": sorted(rng.uniform(0.5, 8) for _ in range(3))}
    for k in range(options):
        best = rng.uniform(0, 100)
        rating[f"o{k}"] = [max(0.0, best - 15), best, min(100.0, best + 15)]
    return rating


def _move(rng: random.Random, names: list[str]) -> dict[str, Any]:
    heard = rng.sample(names, rng.randint(2, min(6, len(names))))
    effects = {}
    for who in heard:
        points = rng.choice([-4, 3, 5, 8, 12])
        effects[who] = [points - 2, points, points + 2]
    cost = round(rng.uniform(0.2, 3), 2)
    return {"by": "a", "effects": effects, "cost": cost, "chance": rng.choice([1, 0.9, 0.8])}

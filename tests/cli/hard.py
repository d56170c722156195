"""A random case that nobody can solve within a test's patience."""

from __future__ import annotations

import random
from typing import Any

ISSUES = [f"i{k}" for k in range(12)]


def hard() -> dict[str, Any]:
    """Twelve issues of nine options, 25 moves, two parliaments of six blocs."""
    rng = random.Random(3)
    people = {
        f"{side}{k}": {
            "side": side,
            "no_deal": [40, 52, 60],
            "spread": 10,
            "values": {
                issue: {
                    "weight": [0.5, rng.uniform(1, 4), 6],
                    "points": {at: rng.randint(0, 100) for at in (0, 4, 8)},
                }
                for issue in ISSUES
            },
        }
        for side in "ab"
        for k in range(6)
    }
    return {
        "format": "leveltwo/1",
        "title": "A hard case",
        "viewpoint": "a",
        "sides": {
            side: {
                "negotiator": f"{side}0",
                "gates": {
                    "vote": {"need": "2/3", "votes": {f"{side}{k}": k + 1 for k in range(6)}}
                },
            }
            for side in "ab"
        },
        "issues": {issue: {"from": 0, "to": 8, "step": 1} for issue in ISSUES},
        "constituencies": people,
        "moves": {
            f"m{k}": {
                "by": "a",
                "cost": round(rng.uniform(0, 1), 3),
                "effects": {who: rng.randint(-4, 6) for who in rng.sample(sorted(people), 4)},
            }
            for k in range(25)
        },
    }

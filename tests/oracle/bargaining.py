"""The Pareto frontier and the four bargaining rules."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tests.oracle.margins import Deal

Answer = dict[str, Any]


def frontier(vectors: set[tuple[float, ...]]) -> set[tuple[float, ...]]:
    """Vectors that no other is at least as good as in everything."""
    return {
        mine
        for mine in vectors
        if not any(
            other != mine and all(a >= b for a, b in zip(other, mine, strict=True))
            for other in vectors
        )
    }


def solutions(overlap: list[Deal], worth: list[tuple[float, ...]]) -> Answer:
    """Deals in the overlap picked by the four bargaining rules."""
    ideal = [max(column) for column in zip(*worth, strict=True)]
    pairs = list(zip(overlap, worth, strict=True))
    fair = [(deal, mine) for deal, mine in pairs if min(mine) >= 0]

    def least_share(mine: tuple[float, ...]) -> float:
        return min(a / b if b > 0 else 1.0 for a, b in zip(mine, ideal, strict=True))

    return {
        "nash": _picked(fair, math.prod),
        "kalai_smorodinsky": _picked(fair, least_share),
        "egalitarian": _picked(pairs, min),
        "utilitarian": _picked(pairs, math.fsum),
    }


def _picked(
    pairs: list[tuple[Deal, tuple[float, ...]]], criterion: Callable[[tuple[float, ...]], float]
) -> Answer | None:
    if not pairs:
        return None
    best = max(criterion(worth) for _, worth in pairs)
    picked = [deal for deal, worth in pairs if math.isclose(criterion(worth), best, abs_tol=1e-9)]
    return {"criterion": best, "deal": picked[0], "deals": picked}

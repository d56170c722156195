"""Means over blocks of draws."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from leveltwo.core.arrays import FloatArray


def weighted(blocks: Iterable[tuple[int, dict[str, FloatArray]]]) -> dict[str, FloatArray]:
    """Mean of every named array over blocks, each weighted by its number of draws."""
    total = 0
    sums: dict[str, FloatArray] = {}
    for size, means in blocks:
        total += size
        for name, mean in means.items():
            sums[name] = sums.get(name, np.zeros_like(mean)) + size * mean
    return {name: value / total for name, value in sums.items()}

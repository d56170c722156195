"""Points: the combinations of values at which a sweep asks its question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Any

from scipy.stats import qmc

from leveltwo.errors import InputError, TooLarge
from leveltwo.scale.sweeps.parameters import Parameter

Point = tuple[Any, ...]
MOST_POINTS = 100_000


def grid(parameters: tuple[Parameter, ...]) -> Iterator[Point]:
    """Every combination of values, the last place varied fastest.

    Raises
    ------
    TooLarge
        If there are more than `MOST_POINTS`.
    """
    count = prod(len(parameter.values) for parameter in parameters)
    if count > MOST_POINTS:
        raise TooLarge(
            f"the grid has {count:,} points, more than the {MOST_POINTS:,} of one sweep; vary "
            "less, or draw a sample of points"
        )
    return product(*(parameter.values for parameter in parameters))


def sample(parameters: tuple[Parameter, ...], count: int, seed: int) -> Iterator[Point]:
    """Points from a scrambled Sobol sequence (Sobol 1967), even within every span.

    Raises
    ------
    InputError
        If their number is no sensible one.
    TooLarge
        If more places vary than the sequence has dimensions.
    """
    if not 1 <= count <= MOST_POINTS:
        raise InputError(f"a sample of {count:,} points; expected 1 to {MOST_POINTS:,}")
    if len(parameters) > qmc.Sobol.MAXDIM:
        raise TooLarge(f"{len(parameters):,} places vary, more than {qmc.Sobol.MAXDIM:,}")
    engine = qmc.Sobol(max(len(parameters), 1), scramble=True, rng=seed)
    drawn = engine.random_base2((count - 1).bit_length())[:count]
    return (
        tuple(p.at(share) for p, share in zip(parameters, row, strict=False))
        for row in drawn.tolist()
    )

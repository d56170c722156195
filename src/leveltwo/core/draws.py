"""Draws: what each judgement, mood and move's luck comes to, many times over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.special import ndtri
from scipy.stats import qmc

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.memory import reserve
from leveltwo.core.pert import TINY, pert
from leveltwo.core.survey import survey
from leveltwo.errors import TooLarge
from leveltwo.model.judgement import Range
from leveltwo.model.negotiation import Negotiation

BLOCK = 1024
"""Draws made at a time, a power of two so that every block is balanced."""
REMEDY = "use fewer draws, or write some judgements as plain numbers"


@dataclass(frozen=True)
class Draws:
    """One sample of everything uncertain.

    Judgements are worked out when first asked for, since most answers need only some.

    Parameters
    ----------
    size : int
        Number of draws, S.
    spans : dict
        Low, best and high of every judgement by document path.
    quantiles : dict
        Shape (S,): the quantile drawn for every uncertain judgement; one that is not
        here is at its best.
    moods : dict
        Shock shared by the constituencies of each side, shape (S,), points.
    works : dict
        Whether each move works, shape (S,), bool.
    """

    size: int
    spans: dict[str, Range]
    quantiles: dict[str, FloatArray]
    moods: dict[str, FloatArray]
    works: dict[str, BoolArray]
    _known: dict[str, FloatArray] = field(default_factory=dict)

    def __getitem__(self, path: str) -> FloatArray | float:
        """The values of one judgement: shape (S,), or a float where it is exact."""
        if path not in self.quantiles:
            return self.spans[path][1]
        if path not in self._known:
            self._known[path] = pert(self.quantiles[path], *self.spans[path])
        return self._known[path]


def certain(case: Negotiation) -> Draws:
    """The one draw in which every judgement is at its best, every move works and moods are 0."""
    return Draws(
        size=1,
        spans=survey(case),
        quantiles={},
        moods={side: np.zeros(1) for side in case.sides},
        works={move: np.ones(1, dtype=np.bool_) for move in case.moves},
    )


def pinned(
    case: Negotiation,
    values: Mapping[str, float],
    size: int,
    seed: int,
    moods: Mapping[str, float] | None = None,
) -> Draws:
    """Draws in which judgements are known, and only moods and moves' luck vary.

    Parameters
    ----------
    case : Negotiation
        The case.
    values : mapping
        The value of every judgement, by document path.
    size : int
        Number of draws.
    seed : int
        Seed of the sequence.
    moods : mapping or None
        The mood of each side, points, if it is known too.
    """
    spans = {path: (value, value, value) for path, value in values.items()}
    varying = [d for d in _dimensions(case, spans) if moods is None or not d.startswith("mood.")]
    points = qmc.Sobol(max(len(varying), 1), scramble=True, rng=seed).random(size)
    draws = _draws(case, spans, dict(zip(varying, points.T, strict=False)), size)
    if moods is None:
        return draws
    return replace(draws, moods={side: np.full(size, moods[side]) for side in case.sides})


def sample(case: Negotiation, size: int, seed: int) -> Draws:
    """Draw from a scrambled Sobol sequence; all of `sample_blocks` at once."""
    return next(sample_blocks(case, size, seed, block=size))


def sample_blocks(
    case: Negotiation, size: int, seed: int, block: int = BLOCK, first: int = 0
) -> Iterator[Draws]:
    """Draw from a scrambled Sobol sequence, a block at a time.

    One dimension for each uncertain judgement, each side's mood and each move's luck, in
    the alphabetical order of their paths (Sobol 1967; scrambling Matoušek 1998; direction
    numbers Joe & Kuo 2008).

    Parameters
    ----------
    case : Negotiation
        The case.
    size : int
        Number of draws in all.
    seed : int
        Seed of the scrambling.
    block : int
        Draws in a block; the last may be smaller. Blocks are consecutive parts of one
        sequence, so their size changes nothing.
    first : int
        Number of the first block wanted; those before it are passed over.

    Raises
    ------
    TooLarge
        If more judgements are uncertain than the sequence has dimensions, or if their draws
        would take too much memory.
    """
    spans = survey(case)
    dimensions = _dimensions(case, spans)
    if len(dimensions) > qmc.Sobol.MAXDIM:
        raise TooLarge(
            f"{len(dimensions):,} judgements are uncertain, more than the {qmc.Sobol.MAXDIM:,} "
            "that can be drawn together; write some as plain numbers"
        )
    engine = qmc.Sobol(max(len(dimensions), 1), scramble=True, rng=seed)
    power = 1 << (min(block, size) - 1).bit_length()
    reserve("draws of all judgements", 2 * 8 * len(dimensions) * power, REMEDY)
    if first:
        engine.fast_forward(first * power)
    for start in range(first * power, size, power):
        points = engine.random(power)[: min(power, size - start)]
        yield _draws(case, spans, dict(zip(dimensions, points.T, strict=False)), len(points))


def _dimensions(case: Negotiation, spans: dict[str, Range]) -> list[str]:
    uncertain = [path for path, (low, _, high) in spans.items() if low < high]
    moody = [f"mood.{side}" for side in case.sides if case.uncertainty.mood_of(side) > 0]
    risky = [f"works.{move}" for move in case.moves if spans[f"moves.{move}.chance"][0] < 1]
    return sorted(uncertain + moody + risky)


def _draws(
    case: Negotiation, spans: dict[str, Range], at: dict[str, FloatArray], size: int
) -> Draws:
    judged = {path: quantile for path, quantile in at.items() if path in spans}
    none, sure = np.zeros(size), np.ones(size, dtype=np.bool_)
    moods = dict.fromkeys(case.sides, none)
    for side in case.sides:
        if f"mood.{side}" in at:
            inside = np.clip(at[f"mood.{side}"], TINY, 1 - TINY)
            moods[side] = ndtri(inside) * case.uncertainty.mood_of(side)
    draws = Draws(size, spans, judged, moods, dict.fromkeys(case.moves, sure))
    for move in case.moves:
        if f"works.{move}" in at:
            draws.works[move] = at[f"works.{move}"] < draws[f"moves.{move}.chance"]
    return draws

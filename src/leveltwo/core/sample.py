"""How an answer was sampled, and how far its chances may be off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from leveltwo.core.draws import Draws, certain, sample_blocks
from leveltwo.model.negotiation import Negotiation

Z = 1.96
"""Normal quantile of a 95 % interval."""


@dataclass(frozen=True)
class Sample:
    """The draws that an answer rests on.

    Parameters
    ----------
    draws : int
        Number of draws.
    seed : int
        Seed of the sequence.
    certain : bool
        Whether it is the one draw in which everything is at its best guess.
    """

    draws: int
    seed: int
    certain: bool = False

    def blocks(self, case: Negotiation, first: int = 0) -> Iterator[Draws]:
        """The draws, a block at a time, from the block of a given number on."""
        if self.certain:
            yield certain(case)
        else:
            yield from sample_blocks(case, self.draws, self.seed, first=first)

    def all_at_once(self, case: Negotiation) -> Draws:
        """The draws in one block."""
        if self.certain:
            return certain(case)
        return next(sample_blocks(case, self.draws, self.seed, block=self.draws))

    def interval(self, chance: float) -> tuple[float, float]:
        """A 95 % interval for a share of the draws (Wilson 1927, equation 5).

        It treats the draws as independent; those of a scrambled Sobol sequence are spread more
        evenly, so it errs on the wide side.
        """
        if self.certain:
            return chance, chance
        return wilson(chance, self.draws)


def wilson(share: float, n: int) -> tuple[float, float]:
    """A 95 % interval for a chance of which `n` trials have shown a share (Wilson 1927, eq. 5)."""
    centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    low = 0.0 if share <= 0 else max(0.0, centre - half)
    high = 1.0 if share >= 1 else min(1.0, centre + half)
    return low, high


def sample_of(
    case: Negotiation, *, draws: int | None = None, seed: int | None = None, certain: bool = False
) -> Sample:
    """The sample that a case asks for, unless told otherwise."""
    settings = case.uncertainty
    if certain:
        return Sample(1, settings.seed if seed is None else seed, certain=True)
    return Sample(draws or settings.draws, settings.seed if seed is None else seed)

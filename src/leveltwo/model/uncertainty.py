"""How a case is sampled: draws, seed, and the shock that a side's people share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from leveltwo.model.base import Id, Noun
from leveltwo.model.number import NotNegative

DEFAULT_MOOD = 8.0
MAX_DRAWS = 65_536

Mood = Annotated[
    Annotated[NotNegative, Tag("<number>")] | Annotated[dict[Id, NotNegative], Tag("<sides>")],
    Discriminator(lambda raw: "<sides>" if isinstance(raw, dict) else "<number>"),
]


class Uncertainty(Noun):
    """Settings of the sample.

    Parameters
    ----------
    draws : int
        Number of draws.
    seed : int
        Seed of the scrambled sequence.
    mood : float or dict
        Standard deviation, in points, of the shock shared by a side's constituencies.
    """

    draws: Annotated[int, Field(ge=1, le=MAX_DRAWS)] = 1024
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1
    mood: Mood = DEFAULT_MOOD

    def mood_of(self, side: str) -> float:
        """The standard deviation for one side."""
        if isinstance(self.mood, dict):
            return self.mood.get(side, DEFAULT_MOOD)
        return self.mood

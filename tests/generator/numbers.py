"""Random numbers and judgements: whole or half, so that nothing lies on a knife-edge."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Doc = dict[str, Any]
Item = TypeVar("Item")

RATINGS = ["ideal", "good", "fair", "poor", "bad", "worst"]
WEIGHTS = ["critical", "high", "medium", "low"]
EFFECTS = ["slight", "clear", "strong", "decisive"]


@dataclass(frozen=True)
class Pen:
    """Writes random parts of a document; a certain one writes numbers only."""

    rng: random.Random
    certain: bool

    def often(self, chance: float) -> bool:
        """True with a chance."""
        return self.rng.randint(1, 100) <= 100 * chance

    def some(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """Between ``least`` and ``most`` of the items, in random order."""
        return self.rng.sample(list(items), self.rng.randint(least, min(most, len(items))))

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """All of the items in random order."""
        return self.some(items, len(items), len(items))

    def number(self, low: float, high: float) -> float:
        """A whole or half number between two such numbers."""
        halves = self.rng.randint(int(2 * low), int(2 * high))
        return halves // 2 if halves % 2 == 0 else halves / 2

    def ordered(self, low: float, high: float) -> list[float]:
        """A range between two numbers, never empty, perhaps with its best at an end."""
        ends = sorted(self.number(low, high) for _ in range(3))
        return ends if ends[0] < ends[2] else [low, ends[1], high]

    def figure(self, low: float, high: float) -> Any:
        """A number or a range."""
        if self.certain or self.often(0.6):
            return self.number(low, high)
        return self.ordered(low, high)

    def worded(self, words: Sequence[str], low: float, high: float) -> Any:
        """A number, a range or a word."""
        if not self.certain and self.often(0.4):
            return self.rng.choice(list(words))
        return self.figure(low, high)

    def rating(self) -> Any:
        """A rating, 0 to 100."""
        return self.worded(RATINGS, 0, 100)

    def weight(self) -> Any:
        """A weight above zero."""
        return self.worded(WEIGHTS, 0.5, 9)

    def any_weight(self) -> Any:
        """A weight, perhaps zero."""
        if self.often(0.9):
            return self.weight()
        return 0 if self.certain else "none"

    def effect(self) -> Any:
        """An effect or a cue, in points of acceptance; more often than not it helps."""
        words = [*EFFECTS, *(f"-{word}" for word in EFFECTS), "none"]
        return self.worded(words, -20 if self.often(0.3) else 0, 30)

    def cost(self) -> Any:
        """A cost, mostly small, now and then negative."""
        low = -1 if self.often(0.1) else 0
        return self.worded(["none", "slight"], low, self.rng.choice([1, 1, 5]))

    def confidence(self) -> Doc:
        """Perhaps a confidence, as an entry."""
        if self.certain or self.often(0.5):
            return {}
        return {"confidence": self.rng.choice(["high", "medium", "low"])}

"""Choosing between plans that were compared on several independent samples."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray

WORTHLESS = 1e-9


class Comparison:
    """Plans against one of them, on several samples.

    Parameters
    ----------
    found : FloatArray
        Shape (samples, …, plans): what each plan comes to.
    base : int
        The plan that the others are held against.
    scatter : FloatArray or None
        Shape (plans,): the least standard deviation of a sample's lead that is believed. A part of
        the draws may by luck hold none of the few in which a plan fails, and look sure.
    """

    def __init__(self, found: FloatArray, base: int, scatter: FloatArray | None = None) -> None:
        self.base = base
        self.scatter = np.zeros(found.shape[-1]) if scatter is None else scatter
        self.gains = found - found[..., base : base + 1]

    def choice(self) -> IntArray:
        """Shape (…): the best plan.

        Another plan is only preferred to the base where its lead exceeds its standard error: the
        largest lead less its error counts.
        """
        mean, error = self.lead()
        score = mean - error
        score[score < WORTHLESS] = -np.inf
        score[..., self.base] = 0.0
        return np.asarray(score.argmax(axis=-1))

    def lead(self) -> tuple[FloatArray, FloatArray]:
        """Shape (…, plans): mean lead over the base, and its standard error."""
        deviation = np.maximum(self.gains.std(axis=0, ddof=1), self.scatter)
        return self.gains.mean(axis=0), deviation / np.sqrt(len(self.gains))

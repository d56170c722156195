"""How times grow: as a power or as an exponential, whichever fits better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import FloatArray

LEAST = 3
"""Points that a fit needs."""


class Fit(NamedTuple):
    """A line through logarithms of times.

    Parameters
    ----------
    power : bool
        Whether time goes as ``at ** slope``, else as ``exp(slope * at)``.
    slope : float
    r2 : float
        Share of the variance of log time that it explains.
    """

    power: bool
    slope: float
    r2: float

    def __str__(self) -> str:
        what = f"n^{self.slope:.2f}" if self.power else f"×{np.exp(self.slope):.2f} for each more"
        return f"{what} (R² {self.r2:.2f})".replace("-", "−")


def fit(at: Sequence[float], times: Sequence[float]) -> Fit | None:
    """The better of the two lines; None if there are too few points."""
    if len(at) < LEAST:
        return None
    log_time, where = np.log(times), np.array(at, dtype=np.float64)
    lines = [Fit(power=False, slope=(a := _line(where, log_time))[0], r2=a[1])]
    if (where > 0).all():
        slope, r2 = _line(np.log(where), log_time)
        lines.append(Fit(power=True, slope=slope, r2=r2))
    return max(lines, key=lambda line: line.r2)


def _line(x: FloatArray, y: FloatArray) -> tuple[float, float]:
    slope, start = np.polyfit(x, y, 1)
    spread = float(((y - y.mean()) ** 2).sum())
    rest = float(((y - start - slope * x) ** 2).sum())
    return float(slope), 1 - rest / spread if spread > 0 else 1.0

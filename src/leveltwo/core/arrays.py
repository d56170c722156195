"""The array types that the core passes around."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
SingleArray = NDArray[np.float32]
RealArray = NDArray[np.floating[Any]]
ShortArray = NDArray[np.int16]
WholeArray = NDArray[np.int32] | NDArray[np.int64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]

TOLERANCE = 0.001
"""Points by which a margin may miss a vote's level and still count, in the voter's favour."""

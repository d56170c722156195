"""The compiled inner loops (Numba): margins to votes to gates."""

from __future__ import annotations

from leveltwo.core.kernels.votes import cross, group_passes, hear, hear_one, tally, wire

__all__ = ["cross", "group_passes", "hear", "hear_one", "tally", "wire"]

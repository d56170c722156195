"""Kinds of barrier: what stands between somebody and a yes."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a barrier is made of."""

    RED_LINE = "red line"
    TIMING = "timing"
    TRUST = "trust in delivery"
    ARBITER = "somebody they follow"
    INSTITUTION = "institution"
    STANDING = "standing and process"
    PERCEPTION = "perception"
    INTERESTS = "interests"

"""What is said while one waits."""

from __future__ import annotations

PREPARING = "Preparing the solver: once after installation, about a minute …"
MAPPING = "Mapping the deals …"


def mapping(done: int, combinations: int) -> str:
    """How many combinations of options have been looked at."""
    return f"{MAPPING} {done:,} of {combinations:,} combinations"

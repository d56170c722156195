"""Sweeps in words."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.advice.wording.figures import chance, points

SWEEPING = "Asking at every point …"
MEASURES = {"chance": "chance of the plan", "value": "worth of the best plan"}


def points_sentence(statuses: Mapping[str, int], reused: int) -> str:
    """How many points there are, what became of them, and how many were there already."""
    count = sum(statuses.values())
    what = ", ".join(f"{n:,} {status.replace('_', ' ')}" for status, n in statuses.items())
    before = f" {reused:,} of them were there already." if reused else ""
    return f"{count:,} point{'s' if count != 1 else ''}: {what}.{before}"


def out_sentence(out: str | None) -> str | None:
    """Where the table is."""
    return None if out is None else f"The table is in {out}."


def measured(measure: str, figure: object) -> str:
    """A figure by which points are compared."""
    if not isinstance(figure, int | float):
        return "–"
    return chance(figure) if measure == "chance" else points(figure)


def spread(measure: str, figure: float) -> str:
    """How far apart two such figures are."""
    return f"{100 * figure:.1f} pp" if measure == "chance" else points(figure, signed=False)


def kept_sentence(out: str) -> str:
    """What is said when a sweep is stopped."""
    return f"What was done is kept beside {out}; the same command goes on from there."


def matters_title(measure: str) -> str:
    """The heading of what matters most."""
    return f"What matters most: {MEASURES[measure]}, on average"


EFFECTS = (
    "Each place by itself: the mean over all points with that value. "
    "What matters together with something else does not show."
)
NO_EFFECTS = (
    "What matters most cannot be told: that takes more points with a figure than places that vary."
)

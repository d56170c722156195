"""Tables and figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def seconds(number: float) -> str:
    """A time: three digits, never fewer than a millisecond."""
    if number < 0.1:
        return f"{1000 * number:.0f} ms"
    return f"{number:.2f} s" if number < 10 else f"{number:.0f} s"


def points(number: float | None) -> str:
    """Points of value; a dash if there is nothing."""
    return "–" if number is None else f"{round(number, 2) + 0.0:.2f}".replace("-", "−")

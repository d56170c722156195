"""The questions put to every solver: random cases of a family and size, as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from benchmarks.instances import instance
from benchmarks.judged import judged
from leveltwo.core.compile import compile_table
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample, sample_of
from leveltwo.core.table import Table
from leveltwo.model.negotiation import Negotiation


class Size(NamedTuple):
    """How large a random case is."""

    issues: int
    options: int
    moves: int
    voters: int
    draws: int

    def __str__(self) -> str:
        draws = "1 draw (certain)" if self.draws == 1 else f"{self.draws:,} draws"
        return (
            f"{self.issues} issues × {self.options} options, {self.moves} moves, "
            f"{self.voters} voters, {draws}"
        )


FAMILIES: dict[str, Callable[[int, int, int, int, int, int], dict[str, Any]]] = {
    "wide": instance,
    "judged": judged,
}
"""Each from a seed and a size to a case document."""


def sampled(family: str, size: Size, seed: int) -> tuple[Layout, Sample]:
    """One random case and its draws; with one draw, the certain one."""
    case = Negotiation.model_validate(FAMILIES[family](seed, *size))
    return Layout(case), sample_of(case, certain=size.draws == 1)


def question(family: str, size: Size, seed: int) -> Table:
    """The table of one random case."""
    layout, sample = sampled(family, size, seed)
    return compile_table(layout, sample.all_at_once(layout.case))

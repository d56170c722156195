"""A sweep done: its table, and what it shows at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.summary import GROUPS, MOST_VALUES, Effect, effects, ranked
from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.version import VERSION


@dataclass(frozen=True)
class Swept:
    """A sweep done.

    Parameters
    ----------
    sweep : Sweep
        What was asked.
    question : str
        The same in a line.
    names : tuple of str
        What was varied.
    columns : tuple of str
        Names of the table's columns.
    rows : tuple of dict
        The table, one row for each point, in the order of the points.
    reused : int
        Points that were there already.
    """

    sweep: Sweep
    question: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    reused: int

    @property
    def measure(self) -> str:
        """The figure by which points are compared: chance of a plan, value of the best."""
        return "value" if self.sweep.deal is None else "chance"

    def ranked(self) -> list[Row]:
        """Rows that have that figure, the largest first."""
        return ranked(self.rows, self.measure)

    def effects(self) -> list[Effect]:
        """How much each place matters, most first; none where there are too few points to tell."""
        if len(self.ranked()) <= len(self.names):
            return []
        most = MOST_VALUES if self.sweep.sample is None else GROUPS
        return effects(self.names, self.rows, self.measure, most)

    def document(self, title: str) -> dict[str, Any]:
        """The sweep of a case of some title as a JSON document."""
        order = self.ranked()
        return {
            "leveltwo": VERSION,
            "title": title,
            "question": self.question,
            "measure": self.measure,
            "points": len(self.rows),
            "reused": self.reused,
            "varied": list(self.names),
            "best": order[0] if order else None,
            "worst": order[-1] if order else None,
            "effects": [
                {
                    "place": effect.name,
                    "spread": effect.spread,
                    "lowest": {"value": effect.lowest[0], "mean": effect.lowest[1]},
                    "highest": {"value": effect.highest[0], "mean": effect.highest[1]},
                }
                for effect in self.effects()
            ],
            "rows": list(self.rows),
        }

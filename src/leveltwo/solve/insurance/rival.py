"""Rival: how much somebody may spend who wants the deal to fail, where nobody has said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.layout import GateRow
from leveltwo.core.table import Table

USUAL = 10.0
"""Points, where no move of the case moves anybody."""
LEAST = 1e-6


class Source(StrEnum):
    """Where the rival's points come from."""

    GIVEN = "given"
    MOVE = "strongest_move"
    USUAL = "usual"


@dataclass(frozen=True)
class Rival:
    """Somebody who takes points from people until a gate breaks.

    Parameters
    ----------
    points : float
        How many it has.
    source : Source
        Whether that was given, or why so many.
    move : str or None
        The move that it can match.
    person : str or None
        The constituency that this move shifts by so many points.
    """

    points: float
    source: Source
    move: str | None = None
    person: str | None = None


def rival_of(table: Table, gates: tuple[GateRow, ...]) -> Rival:
    """A rival who can do to somebody as much as the strongest single move of the case does.

    Strongest is the move, whoever makes it, that shifts one of the people whom some gates ask by
    most points, up or down, every judgement being at its best; of equals the first in
    alphabetical order. If none shifts anybody, `USUAL`.
    """
    layout = table.layout
    blocs = {bloc: who for gate in gates for who, bloc in sorted(gate.blocs.items())}
    best, most = Rival(USUAL, Source.USUAL), LEAST
    for variable in layout.variables:
        if variable.is_move:
            for bloc, who in blocs.items():
                shifted = abs(float(table.gain[variable.first + 1, bloc, 0]))
                if shifted > most + LEAST:
                    most, best = shifted, Rival(shifted, Source.MOVE, variable.key, who)
    return best

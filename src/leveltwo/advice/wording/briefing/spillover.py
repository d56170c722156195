"""What stands around the matrix of moves and audiences in a brief."""

from __future__ import annotations

MATRIX = (
    "What each move does here: those of the plan are marked •; the others are traps, as if added. "
    "Points are means over all draws, with the chance that the move fails and what is discounted "
    "because it visibly comes from another side; in brackets, what would be added if the move did "
    "not come too late for them. An empty cell: no effect."
)
BESIDES = "Besides:"
MORE_TRAPS = "Besides those on the first pages:"

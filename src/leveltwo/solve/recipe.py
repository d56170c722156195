"""What the search is made of, so that each part can be left out and show what it is worth."""

from __future__ import annotations

from typing import NamedTuple


class Recipe(NamedTuple):
    """The parts of the search.

    Parameters
    ----------
    climb : bool
        Look for good plans first.
    order : bool
        Branch first on what changes margins most; otherwise in the order of the case.
    drop_dear : bool
        Take out options so dear that no plan with them can beat the best.
    price_help : bool
        Charge for the moves that a partial plan still needs.
    """

    climb: bool = True
    order: bool = True
    drop_dear: bool = True
    price_help: bool = True


FULL = Recipe()

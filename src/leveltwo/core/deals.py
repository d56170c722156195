"""The deal space: every deal that the rules allow, as rows of option numbers."""

from __future__ import annotations

from collections.abc import Collection
from math import prod

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray
from leveltwo.core.layout import Layout
from leveltwo.errors import TooLarge
from leveltwo.model.constraint import forbidden
from leveltwo.model.negotiation import Negotiation

MOST_DEALS = 20_000_000
AFFORDABLE = 1e-9
"""What rounding may add to the sum of resources used."""
Pattern = dict[str, tuple[str, ...]]


def issue_variables(layout: Layout) -> IntArray:
    """Shape (issues,): the variables that are issues."""
    return np.array([i for i, v in enumerate(layout.variables) if not v.is_move], dtype=np.int64)


def forbidden_patterns(layout: Layout, moves: Collection[str] = ()) -> list[Pattern]:
    """Combinations of options that no deal may hold, with some moves in force."""
    case = layout.case
    patterns = [p for rule in case.constraints for p in forbidden(rule, case.issues)]
    for key in sorted(moves):
        for issue, good in case.moves[key].only_with.items():
            bad = tuple(o for o in case.issues[issue].option_ids if o not in good)
            patterns.append({issue: bad})
    return patterns


def all_deals(layout: Layout, moves: Collection[str] = ()) -> IntArray:
    """Every allowed deal, in lexicographic order.

    Parameters
    ----------
    layout : Layout
        The structure.
    moves : collection of str
        Moves in force, which a deal must go with. With moves that cannot be made together
        no deal goes.

    Returns
    -------
    IntArray
        Shape (deals, issues): the option of each issue, by number. Memory grows with the
        number of combinations of options.

    Raises
    ------
    TooLarge
        If there are more than `MOST_DEALS` combinations.
    """
    issues = [v for v in layout.variables if not v.is_move]
    combinations = prod(len(v.options) for v in issues)
    if combinations > MOST_DEALS:
        raise TooLarge(
            f"the case has {combinations:,} combinations of options, more than the "
            f"{MOST_DEALS:,} that can be mapped; use `advise`, which does not list them, "
            "or take out options that nobody would choose"
        )
    grid = np.indices([len(v.options) for v in issues], dtype=np.int16)
    deals = np.ascontiguousarray(grid.reshape(len(issues), -1).T)
    number = {v.key: (k, v) for k, v in enumerate(issues)}
    allowed: BoolArray = np.ones(len(deals), dtype=np.bool_)
    for pattern in forbidden_patterns(layout, moves):
        hit: BoolArray = np.ones(len(deals), dtype=np.bool_)
        for key, options in pattern.items():
            k, variable = number[key]
            hit &= np.isin(deals[:, k], [variable.options.index(o) for o in options])
        allowed &= ~hit
    if not can_be_made(layout.case, moves):
        allowed[:] = False
    return deals[allowed].astype(np.int64)


def can_be_made(case: Negotiation, moves: Collection[str]) -> bool:
    """Whether some moves have what they need, exclude none of each other and can be paid for."""
    needed = {other for key in moves for other in case.moves[key].needs}
    excluded = {other for key in moves for other in case.moves[key].excludes}
    used = {
        resource: sum(case.moves[key].resources.get(resource, 0.0) for key in sorted(moves))
        for resource in case.resources
    }
    return (
        needed <= set(moves)
        and not excluded & set(moves)
        and all(used[resource] <= limit + AFFORDABLE for resource, limit in case.resources.items())
    )

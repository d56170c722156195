"""Votes: margins, cues and red lines make each voter for, against or abstaining."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import TOLERANCE, BoolArray, FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.layout import Layout
from leveltwo.core.table import Table


@dataclass(frozen=True)
class Votes:
    """How everybody votes on one plan.

    Parameters
    ----------
    margin : FloatArray
        Shape (blocs, draws), points, cues included, red lines not.
    for_, against : BoolArray
        Shape (voters, draws).
    crossed : BoolArray
        Shape (blocs,): whether the plan crosses one of the bloc's red lines.
    """

    margin: FloatArray
    for_: BoolArray
    against: BoolArray
    crossed: BoolArray


def crossed_lines(layout: Layout, chosen: IntArray) -> BoolArray:
    """Shape (blocs,): whether a plan crosses a red line that none of its moves lifts."""
    issues = crossed_issues(layout, chosen)
    return np.array([bool(issues[bloc]) for bloc in range(len(layout.blocs))], dtype=np.bool_)


def crossed_issues(layout: Layout, chosen: IntArray) -> list[tuple[str, ...]]:
    """By bloc, the issues on which a plan crosses a red line that none of its moves lifts."""
    found: list[list[str]] = [[] for _ in layout.blocs]
    taken = dict(zip(columns(layout, chosen).tolist(), layout.variables, strict=True))
    for line in layout.red_lines:
        if line.column in taken and not any(chosen[m] for m in line.lifters):
            found[line.bloc].append(taken[line.column].key)
    return [tuple(dict.fromkeys(issues)) for issues in found]


def leanings(table: Table, chosen: IntArray) -> FloatArray:
    """Shape (blocs, draws): margins on a plan before anybody hears how others vote, points."""
    margin = table.base.copy()
    for column in columns(table.layout, chosen):
        margin += table.gain[column]
    return margin


def cast(
    table: Table,
    chosen: IntArray,
    extra: FloatArray | None = None,
    pardoned: str | None = None,
) -> Votes:
    """Votes on a plan.

    Parameters
    ----------
    table : Table
        The numbers.
    chosen : IntArray
        Shape (variables,), the plan.
    extra : FloatArray or None
        Shape (blocs,), points added to the blocs' margins, to see what a shift would do.
    pardoned : str or None
        A constituency whose red lines are left out of account.

    Returns
    -------
    Votes
        For if margin ≥ band, against if margin < −band, within the tolerance.
    """
    layout = table.layout
    margin = leanings(table, chosen)
    if extra is not None:
        margin += extra[:, None]
    crossed = crossed_lines(layout, chosen)
    crossed &= np.array([bloc.constituency != pardoned for bloc in layout.blocs])
    return settle(table, margin, crossed)


def settle(table: Table, margin: FloatArray, crossed: BoolArray) -> Votes:
    """Votes from margins before cues, shape (blocs, draws), to which cues are added in place.

    Parameters
    ----------
    table : Table
        The numbers.
    margin : FloatArray
        Shape (blocs, draws), as `leanings` gives it.
    crossed : BoolArray
        Shape (blocs,), as `crossed_lines` gives it.
    """
    layout = table.layout
    for link, plus, minus in zip(layout.cues, table.cue_for, table.cue_against, strict=True):
        yes, no = _stand(margin[link.leader], table.band[link.leader], crossed[link.leader])
        margin[link.follower] += np.where(yes, plus, 0.0) + np.where(no, minus, 0.0)
    bloc = np.array([voter.bloc for voter in layout.voters], dtype=np.int64)
    yes, no = _stand(margin[bloc] + table.offset, table.band[bloc], crossed[bloc][:, None])
    return Votes(margin, yes, no, crossed)


def _stand(margin: FloatArray, band: FloatArray, crossed: BoolArray) -> tuple[BoolArray, BoolArray]:
    for_ = (margin >= band - TOLERANCE) & ~crossed
    against = (margin < -band - TOLERANCE) | crossed
    return for_, against

"""Reasons: what a plan comes to, and what it would come to without each of its moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import Score, evaluate, scores, without
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.solve.recommendation import Reason


def reasons(
    table: Table, chosen: IntArray, missed: Mapping[str, tuple[tuple[str, str], ...]]
) -> tuple[Score, tuple[Reason, ...]]:
    """The score of a plan, and why each move is in it, those first that would be missed most.

    Evaluates the plan once for each of its moves.

    Parameters
    ----------
    table : Table
        The numbers.
    chosen : IntArray
        The plan.
    missed : mapping
        By move, the gates for which it comes too late, as the plan's assessment has them.
    """
    layout = table.layout
    moves = decode(layout, chosen).moves
    plans = [chosen, *(without(layout, chosen, move) for move in moves)]
    score, *others = scores(table, plans)
    pairs = zip(moves, others, strict=True)
    found = (replace(_reason(table, m, other), missed=missed.get(m, ())) for m, other in pairs)
    return score, tuple(sorted(found, key=lambda r: r.value_without))


def reasons_afresh(
    layout: Layout, sample: Sample, chosen: IntArray, found: Iterable[Reason]
) -> tuple[Reason, ...]:
    """The same reasons with the plan's chance and worth without each move on other draws.

    In the order in which moves would be missed there. Time grows with moves × draws × voters.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The other draws.
    chosen : IntArray
        Shape (variables,), the plan.
    found : iterable of Reason
        The reasons, as some draws have them.
    """
    known = tuple(found)
    others = evaluate(layout, sample, [without(layout, chosen, r.move) for r in known])
    told = (
        replace(reason, chance_without=other.chance, value_without=other.value)
        for reason, other in zip(known, others, strict=True)
    )
    return tuple(sorted(told, key=lambda r: r.value_without))


def _reason(table: Table, move: str, other: Score) -> Reason:
    layout = table.layout
    index = layout.index[f"move:{move}"]
    column = layout.variables[index].first + 1
    people = layout.case.constituencies
    effects = {who: float(table.gain[column, layout.report_bloc(who)].mean()) for who in people}
    likely = layout.case.moves[move].chance
    return Reason(
        move=move,
        chance_without=other.chance,
        value_without=other.value,
        cost=float(table.cost[index].mean()),
        backfires=1.0 - likely.mean,
        effects={who: points for who, points in effects.items() if abs(points) > 1e-9},
    )

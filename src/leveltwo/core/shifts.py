"""Shifts: what a plan would gain if a move came in time for a gate that it misses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from leveltwo.core.choice import encode
from leveltwo.core.evaluation import Score, evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.timing import Timing
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan


@dataclass(frozen=True)
class Shift:
    """A move of a plan, made in time for a gate that it misses as dated.

    Parameters
    ----------
    move, side, gate : str
        The move and the gate.
    date : datetime.date
        The day of the gate, the last on which the move counts there.
    score : Score
        What the plan would come to, on the same draws.
    possible : bool
        Whether the move can be made by then: whether its links allow it, and its preparation and
        that of moves of the plan which come before it, begun today.
    """

    move: str
    side: str
    gate: str
    date: dt.date
    score: Score
    possible: bool


def shifts(
    case: Negotiation, sample: Sample, plan: Plan, found: Sequence[Timing]
) -> tuple[Shift, ...]:
    """The shift of every dated move of a plan to each gate that it misses.

    Each is an evaluation of the case with that date changed, all on the same draws. Time grows
    with moves × gates missed × draws × voters.
    """
    wanted = [
        (timing, service, service.date)
        for timing in found
        if timing.date is not None
        for service in timing.missed
        if service.date is not None
    ]
    return tuple(
        Shift(
            timing.move,
            service.side,
            service.gate,
            day,
            score(_dated(case, timing.move, day), sample, plan),
            timing.soonest <= day,
        )
        for timing, service, day in wanted
    )


def score(case: Negotiation, sample: Sample, plan: Plan) -> Score:
    """What a plan of a case comes to."""
    layout = Layout(case)
    return evaluate(layout, sample, [encode(layout, plan.deal, plan.moves)])[0]


def _dated(case: Negotiation, move: str, date: dt.date) -> Negotiation:
    """The case with a move on another day."""
    changed = case.moves[move].model_copy(update={"date": date})
    return case.model_copy(update={"moves": {**case.moves, move: changed}})

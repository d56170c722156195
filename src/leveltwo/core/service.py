"""Service: the gates at which a move helps, if it comes in time for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from leveltwo.core.arrays import FloatArray
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout, gates_of
from leveltwo.core.means import weighted
from leveltwo.core.sample import Sample
from leveltwo.model.following import heard
from leveltwo.model.gate import Gate
from leveltwo.model.negotiation import Negotiation

LEAST = 0.05
"""Points: what is shown as 0.0 is nothing."""


@dataclass(frozen=True)
class Service:
    """A gate at which a move helps somebody.

    Parameters
    ----------
    side, gate : str
        The gate.
    date : datetime.date or None
        When it is decided.
    implementation : bool
        Whether it concerns carrying the deal out.
    points : dict
        Mean points that the move adds, if it comes in time, to those who are asked there or
        whom they follow; only those to whom it adds, most first.
    lifts : tuple of str
        Those of them whose red line it lifts.
    """

    side: str
    gate: str
    date: dt.date | None
    implementation: bool
    points: dict[str, float]
    lifts: tuple[str, ...]


def services(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    deal: Mapping[str, str] | None = None,
) -> dict[str, tuple[Service, ...]]:
    """The gates that each move can serve, by date; gates without a date come last.

    A move serves a gate if it adds points, on average, to a constituency that the gate asks or
    that one of these follows, or if it lifts a red line of one: those that the deal crosses, or
    any where no deal is given. Its cost to its giver's negotiator is left out.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    moves : collection of str
        The moves asked about.
    deal : mapping or None
        The deal, if there is one.

    Notes
    -----
    Time grows with moves × draws × constituencies.
    """
    case = layout.case
    points = _points(layout, sample, moves)
    return {
        move: tuple(
            service
            for side, key, gate in sorted(gates_of(case), key=_by_date)
            for service in [_service(case, (side, key, gate), points[move], move, deal)]
            if service.points or service.lifts
        )
        for move in moves
    }


def missed(
    layout: Layout, sample: Sample, moves: Collection[str], deal: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The gates at which some moves would help and before which they are not made, by date.

    Only moves with a date that come after such a gate are named; see `services` for what helping
    is, and for the cost.

    Returns
    -------
    dict
        By move: (side, gate) of each gate missed.
    """
    case = layout.case
    decided = [gate.date for _, _, gate in gates_of(case) if gate.date is not None]
    dates = {move: case.moves[move].date for move in moves}
    late = {
        move: date
        for move, date in dates.items()
        if date is not None and any(day < date for day in decided)
    }
    served = services(layout, sample, tuple(late), deal) if late else {}
    found = {
        move: tuple((s.side, s.gate) for s in served[move] if s.date is not None and s.date < date)
        for move, date in late.items()
    }
    return {move: gates for move, gates in found.items() if gates}


def _points(layout: Layout, sample: Sample, moves: Collection[str]) -> dict[str, dict[str, float]]:
    """Mean points that each move adds to each constituency, its cost left out."""
    people = sorted(layout.case.constituencies)
    rows = [layout.undated_bloc(who) for who in people]
    variables = [layout.index[f"move:{move}"] for move in moves]
    columns = [layout.variables[i].first + 1 for i in variables]

    def block(draws: Draws) -> tuple[int, dict[str, FloatArray]]:
        table = compile_table(layout, draws, columns)
        gain = table.gain[columns][:, rows]
        for i, move in enumerate(moves):
            side = layout.case.sides[layout.case.moves[move].by]
            gain[i, people.index(side.negotiator)] += table.cost[variables[i]]
        return draws.size, {"points": gain.mean(axis=2)}

    points = weighted(block(draws) for draws in sample.blocks(layout.case))["points"]
    return {
        move: dict(zip(people, row, strict=True))
        for move, row in zip(moves, points.tolist(), strict=True)
    }


def _service(
    case: Negotiation,
    at: tuple[str, str, Gate],
    points: Mapping[str, float],
    move: str,
    deal: Mapping[str, str] | None,
) -> Service:
    side, key, gate = at
    asked = sorted(set[str]().union(*(heard(case, who) for who in gate.members)))
    helped = {who: points[who] for who in asked if points[who] >= LEAST}
    return Service(
        side=side,
        gate=key,
        date=gate.date,
        implementation=gate.implementation,
        points=dict(sorted(helped.items(), key=lambda item: -item[1])),
        lifts=tuple(who for who in asked if _lifts(case, who, move, deal)),
    )


def _lifts(case: Negotiation, who: str, move: str, deal: Mapping[str, str] | None) -> bool:
    return any(
        move in line.unless and (deal is None or deal[line.issue] in line.options)
        for line in case.constituencies[who].red_lines
    )


def _by_date(at: tuple[str, str, Gate]) -> tuple[bool, str, str, str]:
    side, key, gate = at
    return gate.date is None, str(gate.date), side, key

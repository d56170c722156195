"""Assess: what becomes of one plan at every gate, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leveltwo.core import contributions
from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.blocking import BlockingGroup, Opposed, opposing
from leveltwo.core.choice import columns, decode
from leveltwo.core.compile import compile_table
from leveltwo.core.contributions import Contributions
from leveltwo.core.crew import Crew
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.means import weighted
from leveltwo.core.pivots import gate_passes, pivots
from leveltwo.core.safety import Safety, safety
from leveltwo.core.sample import Sample
from leveltwo.core.service import missed
from leveltwo.core.stretches import measured
from leveltwo.core.table import Table
from leveltwo.core.votes import Votes, cast, crossed_lines
from leveltwo.model.plan import Plan

GROUPS_SHOWN = 8


@dataclass(frozen=True)
class Standing:
    """Where a constituency stands on a plan.

    Parameters
    ----------
    chance : float
        Share of draws in which it votes for.
    margin : float
        Mean margin, points.
    pivotal : float
        Share of draws in which some gate turns on its vote.
    crossed : bool
        Whether the plan crosses one of its red lines.
    gates : dict
        Chance and mean margin at each gate it stands in, by (side, gate).
    parts : Contributions
        The margin taken apart.
    """

    chance: float
    margin: float
    pivotal: float
    crossed: bool
    gates: dict[tuple[str, str], tuple[float, float]]
    parts: Contributions


@dataclass(frozen=True)
class SideResult:
    """What becomes of a plan on one side.

    Parameters
    ----------
    chance : float
        Chance of passing all its gates but those marked implementation.
    durable : float
        Chance of passing those too.
    gain : float
        Mean of its negotiator's value − no deal − cost of the side's moves, passing or not.
    gates : dict
        Chance of each gate.
    """

    chance: float
    durable: float
    gain: float
    gates: dict[str, float]


@dataclass(frozen=True)
class Assessment:
    """One plan assessed.

    Parameters
    ----------
    plan : Plan
        The plan.
    sample : Sample
        The draws.
    chance : float
        Chance that all gates but those marked implementation pass.
    durable : float
        Chance that those pass too.
    sides, constituencies : dict
        Results by side, and standing by constituency.
    blocking : tuple of BlockingGroup
        The likeliest of the smallest groups that could stop a gate, likeliest first.
    blocking_proved : bool
        Whether it is proved that no other group is likelier.
    blocking_groups : dict
        How many smallest groups could stop each gate, by (side, gate); None where there are too
        many ways to count them.
    safety : tuple of Safety
        How little breaks each gate that passes if every best guess is right.
    missed : dict
        By move with a date: the gates at which it would help and which are decided before.
    """

    plan: Plan
    sample: Sample
    chance: float
    durable: float
    sides: dict[str, SideResult]
    constituencies: dict[str, Standing]
    blocking: tuple[BlockingGroup, ...]
    blocking_proved: bool
    blocking_groups: dict[tuple[str, str], int | None]
    safety: tuple[Safety, ...]
    missed: dict[str, tuple[tuple[str, str], ...]]


def assess(
    layout: Layout, sample: Sample, chosen: IntArray, crew: Crew | None = None
) -> Assessment:
    """Assess one plan on a sample.

    Time grows with draws × voters, and with the number of constituencies for pivots.
    Memory is bounded: draws are taken a block at a time. With a crew the blocks are shared
    out; threads of one process do not help, since a block is many short steps.
    """
    worker, opposed = _Assessor(layout, chosen), Opposed(layout)

    def means() -> Iterator[tuple[int, dict[str, FloatArray]]]:
        for size, block in measured(layout.case, sample, worker.block, crew):
            opposed.add(size, block.opposing)
            yield size, block.means

    parts = weighted(means())
    return worker.result(parts, sample, opposed)


@dataclass(frozen=True)
class _Block:
    """Means of a block of draws, and who opposes in which of them."""

    means: dict[str, FloatArray]
    opposing: dict[int, bytes]


class _Assessor:
    """Takes the means of everything asked about one plan."""

    def __init__(self, layout: Layout, chosen: IntArray) -> None:
        self.layout = layout
        self.chosen = chosen
        self.sides = sorted(layout.case.sides)
        self.people = sorted(layout.case.constituencies)

    def block(self, draws: Draws) -> _Block:
        """What one block of draws comes to."""
        table = compile_table(self.layout, draws, columns(self.layout, self.chosen).tolist())
        votes = cast(table, self.chosen)
        means = {
            **contributions.means(table, self.chosen, votes),
            **self._votes(votes),
            "gains": self._gains(table),
        }
        return _Block(means, opposing(self.layout, votes))

    def _votes(self, votes: Votes) -> dict[str, FloatArray]:
        layout = self.layout
        gates = np.array([gate_passes(layout, g, votes.for_, votes.against) for g in layout.gates])
        approving = np.array([not g.implementation for g in layout.gates])
        of_side = np.array([[g.side == side for g in layout.gates] for side in self.sides])
        blocs = len(layout.blocs)
        return {
            "for": votes.for_[:blocs].mean(axis=1),
            "margin": votes.margin.mean(axis=1),
            "gates": gates.mean(axis=1),
            "sides": _pass(gates, of_side & approving),
            "durable": _pass(gates, of_side),
            "joint": _pass(gates, np.array([approving, np.ones_like(approving)])),
            "pivotal": self._pivotal(votes),
        }

    def _pivotal(self, votes: Votes) -> FloatArray:
        turns = np.zeros((len(self.people), votes.margin.shape[1]), dtype=np.bool_)
        for gate in self.layout.gates:
            for who, decides in pivots(self.layout, votes, gate).items():
                turns[self.people.index(who)] |= decides
        return np.asarray(turns.mean(axis=1))

    def _gains(self, table: Table) -> FloatArray:
        taken = columns(self.layout, self.chosen)
        gains = []
        for side in self.sides:
            gain = table.worth[side][taken].sum(axis=0) - table.no_deal[side]
            for i, variable in enumerate(self.layout.variables):
                ours = variable.is_move and self.layout.case.moves[variable.key].by == side
                if ours and self.chosen[i]:
                    gain = gain - table.cost[i]
            gains.append(gain.mean())
        return np.array(gains)

    def result(self, parts: dict[str, FloatArray], sample: Sample, opposed: Opposed) -> Assessment:
        """The assessment from the means over all draws."""
        case = self.layout.case
        gates = {
            (gate.side, gate.key): float(chance)
            for gate, chance in zip(self.layout.gates, parts["gates"], strict=True)
        }
        sides = {
            side: SideResult(
                chance=float(parts["sides"][i]),
                durable=float(parts["durable"][i]),
                gain=float(parts["gains"][i]),
                gates={key: gates[side, key] for key in case.sides[side].gates},
            )
            for i, side in enumerate(self.sides)
        }
        blocking, proved = opposed.likeliest(GROUPS_SHOWN)
        plan = decode(self.layout, self.chosen)
        return Assessment(
            plan=plan,
            sample=sample,
            chance=float(parts["joint"][0]),
            durable=float(parts["joint"][1]),
            sides={side: sides[side] for side in case.sides},
            constituencies={who: self._standing(parts, who) for who in case.constituencies},
            blocking=blocking,
            blocking_proved=proved,
            blocking_groups=opposed.counts(),
            safety=safety(self.layout, self.chosen),
            missed=missed(self.layout, sample, plan.moves, plan.deal),
        )

    def _standing(self, parts: dict[str, FloatArray], who: str) -> Standing:
        layout, bloc = self.layout, self.layout.report_bloc(who)
        return Standing(
            chance=float(parts["for"][bloc]),
            margin=float(parts["margin"][bloc]),
            pivotal=float(parts["pivotal"][self.people.index(who)]),
            crossed=bool(crossed_lines(layout, self.chosen)[bloc]),
            gates={
                (gate.side, gate.key): (
                    float(parts["for"][gate.blocs[who]]),
                    float(parts["margin"][gate.blocs[who]]),
                )
                for gate in layout.gates
                if who in gate.blocs
            },
            parts=contributions.of_bloc(layout, self.chosen, parts, bloc),
        )


def _pass(gates: BoolArray, chosen: BoolArray) -> FloatArray:
    """Shape (groups,): share of draws in which all chosen gates of each group pass."""
    return np.array([gates[group].all(axis=0).mean() for group in chosen])

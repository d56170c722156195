"""Spill-over: what every move does to every audience and to every gate, ours included."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.choice import columns, decode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import Draws
from leveltwo.core.evaluation import our_moves
from leveltwo.core.layout import Layout
from leveltwo.core.means import weighted
from leveltwo.core.pivots import gate_passes
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Heard, Reading, Spill, Spillover
from leveltwo.core.table import Table
from leveltwo.core.toggling import Toggled, toggled
from leveltwo.core.votes import Votes, crossed_lines, leanings, settle


def spillover(
    layout: Layout, sample: Sample, chosen: IntArray, moves: Collection[str]
) -> Spillover:
    """What each of some moves does to every audience and gate.

    Each move is taken out of the plan, or added to it, on the same draws (common random numbers).
    Time grows with (options + moves) × draws × blocs. Memory is bounded: draws are taken
    a block at a time.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    chosen : IntArray
        Shape (variables,): the plan.
    moves : collection of str
        The moves asked about, in the plan or not.
    """
    asked = [toggled(layout, chosen, move) for move in layout.case.moves if move in moves]
    worker = _Spiller(layout, chosen, asked)
    parts = weighted(worker.block(draws) for draws in sample.blocks(layout.case))
    return Spillover(decode(layout, chosen), sample, tuple(worker.spills(parts)))


class _Spiller:
    """Takes the means of plans with one move turned round."""

    def __init__(self, layout: Layout, chosen: IntArray, asked: list[Toggled]) -> None:
        self.layout = layout
        self.chosen = chosen
        self.asked = asked
        self.plans = [chosen, *(turn.chosen for turn in asked)]
        self.variables = [layout.index[f"move:{turn.move}"] for turn in asked]
        self.columns = [layout.variables[i].first + 1 for i in self.variables]
        self.sides = sorted(layout.case.sides)
        self.groups = _groups(layout, self.sides)

    def block(self, draws: Draws) -> tuple[int, dict[str, FloatArray]]:
        """Means of one block of draws."""
        layout, case = self.layout, self.layout.case
        table = compile_table(layout, draws, self._wanted())
        margin, taken = leanings(table, self.chosen), columns(layout, self.chosen)
        gain = table.worth[case.viewpoint][taken].sum(axis=0) - table.no_deal[case.viewpoint]
        rows = [self._row(table, margin, plan, gain) for plan in self.plans]
        works = np.array([draws.works[turn.move] for turn in self.asked], float)
        works = works.reshape(len(self.asked), 1, draws.size)
        points = table.gain[self.columns]
        return draws.size, {
            "rows": np.array(rows),
            "points": points.mean(axis=2),
            "working": (points * works).mean(axis=2),
            "works": works.mean(axis=2),
            "cost": table.cost[self.variables].mean(axis=1),
        }

    def _wanted(self) -> set[int]:
        taken = {int(c) for plan in self.plans for c in columns(self.layout, plan)}
        return taken | set(self.columns)

    def _row(
        self, table: Table, margin: FloatArray, plan: IntArray, gain: FloatArray
    ) -> FloatArray:
        """What a plan comes to: value, then chances of groups of gates, gates and blocs."""
        moved, layout = margin.copy(), self.layout
        before, after = columns(layout, self.chosen), columns(layout, plan)
        for i in np.flatnonzero(before != after):
            moved += table.gain[after[i]] - table.gain[before[i]]
        votes = settle(table, moved, crossed_lines(layout, plan))
        gates = self._gates(votes)
        groups = np.array([gates[group].all(axis=0) for group in self.groups])
        cost = sum(float(table.cost[i].mean()) for i in our_moves(layout, plan))
        value = float((groups[0] * gain).mean()) - cost
        chances = [groups, gates, votes.for_[: len(layout.blocs)]]
        return np.concatenate([[value], *(part.mean(axis=1) for part in chances)])

    def _gates(self, votes: Votes) -> BoolArray:
        gates = self.layout.gates
        return np.array([gate_passes(self.layout, g, votes.for_, votes.against) for g in gates])

    def spills(self, parts: dict[str, FloatArray]) -> Iterator[Spill]:
        """What each move does, from the means over all draws."""
        for i, turn in enumerate(self.asked):
            blocs = {who: _bloc(self.layout, turn.move, who) for who in self._people()}
            now, then = (self._reading(parts["rows"][k], blocs) for k in (0, i + 1))
            yield Spill(
                move=turn.move,
                made=turn.made,
                along=turn.along,
                conflicts=turn.conflicts,
                cost=float(parts["cost"][i]),
                heard=dict(self._heard(parts, i, blocs)),
                readings=None if turn.conflicts else (then, now) if turn.made else (now, then),
            )

    def _people(self) -> list[str]:
        return list(self.layout.case.constituencies)

    def _reading(self, row: FloatArray, blocs: dict[str, int]) -> Reading:
        value, rest = float(row[0]), row[1:].tolist()
        joint, durable, others, *sides = rest[: len(self.groups)]
        gates = rest[len(self.groups) :][: len(self.layout.gates)]
        people = rest[len(self.groups) + len(self.layout.gates) :]
        keys = [(gate.side, gate.key) for gate in self.layout.gates]
        return Reading(
            chance=joint,
            durable=durable,
            others=others,
            value=value,
            sides=dict(zip(self.sides, sides, strict=True)),
            gates=dict(zip(keys, gates, strict=True)),
            people={who: people[bloc] for who, bloc in blocs.items()},
        )

    def _heard(
        self, parts: dict[str, FloatArray], i: int, blocs: dict[str, int]
    ) -> Iterator[tuple[str, Heard]]:
        works = float(parts["works"][i, 0])
        for who, bloc in blocs.items():
            points, working = (float(parts[name][i, bloc]) for name in ("points", "working"))
            if points or working:
                meant = working / works if works else 0.0
                late = _too_late(self.layout, self.asked[i].move, who)
                yield who, Heard(points, meant, late)


def _groups(layout: Layout, sides: list[str]) -> BoolArray:
    """Shape (groups, gates): gates of approval, all, the others' of approval, each side's."""
    approving = np.array([not gate.implementation for gate in layout.gates])
    of = {side: np.array([gate.side == side for gate in layout.gates]) for side in sides}
    others = approving & ~of[layout.case.viewpoint]
    each = [of[side] & approving for side in sides]
    return np.array([approving, np.ones_like(approving), others, *each])


def _bloc(layout: Layout, move: str, who: str) -> int:
    """The bloc of a constituency at the first gate at which a move counts; approval comes first."""
    found = [
        (gate.implementation, len(layout.blocs[gate.blocs[who]].moves), gate.blocs[who])
        for gate in layout.gates
        if who in gate.blocs and move in layout.blocs[gate.blocs[who]].moves
    ]
    return min(found)[2] if found else layout.undated_bloc(who)


def _too_late(layout: Layout, move: str, who: str) -> bool:
    """Whether a constituency stands in gates, and a move counts at none of them."""
    asked = [layout.blocs[gate.blocs[who]] for gate in layout.gates if who in gate.blocs]
    return bool(asked) and not any(move in bloc.moves for bloc in asked)

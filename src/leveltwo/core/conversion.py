"""Conversion: what it would buy if somebody who blocks or wavers came round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leveltwo.core import contributions
from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import Draws
from leveltwo.core.hindrance import Hindrance
from leveltwo.core.hindrances import Hindrances
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.means import weighted
from leveltwo.core.pivots import gate_passes
from leveltwo.core.sample import Sample
from leveltwo.core.votes import Votes, cast
from leveltwo.core.winset import approval

NUDGE = 10.0
"""Points of the small shift whose effect is reported."""
CONVINCED = 1e7


@dataclass(frozen=True)
class Conversion:
    """One constituency at one gate, and what converting it would buy.

    Parameters
    ----------
    who, side, gate : str
        The constituency, and the gate it stands in.
    chance, margin : float
        Chance that it votes for at this gate, and its mean margin there.
    gate_chance, gate_converted : float
        Chance of the gate, now and if it were for.
    converted : float
        Joint chance if it were for everywhere (or, for an implementation gate, the joint
        chance with implementation).
    nudged : float
        The same if its margin were 10 points higher.
    now : float
        The same as things are.
    effects : dict
        Mean points that each available move would add here, by move.
    late : dict
        The same for moves that come too late for this gate, as if they came in time.
    objections : dict
        Mean points by which the option chosen falls short of their best, by issue.
    likes : dict
        Mean points by which the option chosen exceeds their worst, by issue.
    cues : dict
        Mean points they hear from each leader at this gate.
    hindrance : Hindrance
        What keeps them from voting for, part by part.
    """

    who: str
    side: str
    gate: str
    chance: float
    margin: float
    gate_chance: float
    gate_converted: float
    converted: float
    nudged: float
    now: float
    effects: dict[str, float]
    late: dict[str, float]
    objections: dict[str, float]
    likes: dict[str, float]
    cues: dict[str, float]
    hindrance: Hindrance

    @property
    def buys(self) -> float:
        """Rise of the joint chance if it were for."""
        return self.converted - self.now


def conversions(layout: Layout, sample: Sample, chosen: IntArray) -> list[Conversion]:
    """What converting each constituency in each gate would buy, in the order of the gates.

    Time grows with constituencies × draws × voters.
    """
    worker = _Converter(layout, chosen)
    parts = weighted(worker.block(draws) for draws in sample.blocks(layout.case))
    worker.hindrances.close(sample, parts)
    return list(worker.results(parts))


class _Converter:
    """Takes the means that conversions need."""

    def __init__(self, layout: Layout, chosen: IntArray) -> None:
        self.layout = layout
        self.chosen = chosen
        self.people = sorted({who for gate in layout.gates for who in gate.blocs})
        moves = [v for v in layout.variables if v.is_move]
        self.moves = [v.key for v in moves]
        self.columns = [v.first + 1 for v in moves]
        self.hindrances = Hindrances(layout, chosen)

    def block(self, draws: Draws) -> tuple[int, dict[str, FloatArray]]:
        """Means of one block of draws."""
        layout = self.layout
        table = compile_table(layout, draws)
        votes = cast(table, self.chosen)
        convinced = [cast(table, self.chosen, self._shift(w, CONVINCED), w) for w in self.people]
        nudged = [cast(table, self.chosen, self._shift(w, NUDGE)) for w in self.people]
        blocs = len(layout.blocs)
        return draws.size, {
            **self.hindrances.block(draws, table, votes),
            "for": votes.for_[:blocs].mean(axis=1),
            "margin": votes.margin.mean(axis=1),
            "now": self._chances(votes),
            "convinced": np.array([self._chances(v) for v in convinced]),
            "nudged": np.array([self._chances(v) for v in nudged]),
            "options": table.gain.mean(axis=2),
            "cues": contributions.means(table, self.chosen, votes)["cues"],
        }

    def _shift(self, who: str, points: float) -> FloatArray:
        return np.array([points * (bloc.constituency == who) for bloc in self.layout.blocs])

    def _chances(self, votes: Votes) -> FloatArray:
        """Shape (gates + 2,): each gate, then all approval gates, then all gates."""
        gates = self.layout.gates
        passes = np.array([gate_passes(self.layout, g, votes.for_, votes.against) for g in gates])
        approving = [g in approval(gates) for g in gates]
        joint = [passes[approving].all(axis=0), passes.all(axis=0)]
        return np.asarray(np.concatenate([passes, joint]).mean(axis=1))

    def results(self, parts: dict[str, FloatArray]) -> Iterator[Conversion]:
        """The conversions from the means over all draws."""
        for i, gate in enumerate(self.layout.gates):
            for who, bloc in sorted(gate.blocs.items()):
                person = self.people.index(who)
                joint = len(self.layout.gates) + gate.implementation
                yield Conversion(
                    who=who,
                    side=gate.side,
                    gate=gate.key,
                    chance=float(parts["for"][bloc]),
                    margin=float(parts["margin"][bloc]),
                    gate_chance=float(parts["now"][i]),
                    gate_converted=float(parts["convinced"][person, i]),
                    converted=float(parts["convinced"][person, joint]),
                    nudged=float(parts["nudged"][person, joint]),
                    now=float(parts["now"][joint]),
                    effects=self._effects(parts, bloc),
                    late=self._late(parts, gate, who),
                    objections=self._terms(parts, bloc, best=True),
                    likes=self._terms(parts, bloc, best=False),
                    cues=self._cues(parts, bloc),
                    hindrance=self.hindrances.of(parts, i, who),
                )

    def _effects(self, parts: dict[str, FloatArray], bloc: int) -> dict[str, float]:
        points = parts["options"][self.columns, bloc].tolist()
        return {m: p for m, p in zip(self.moves, points, strict=True) if p}

    def _terms(self, parts: dict[str, FloatArray], bloc: int, *, best: bool) -> dict[str, float]:
        """How far each option chosen lies from their best, or from their worst."""
        found = {}
        for variable, option in zip(self.layout.variables, self.chosen.tolist(), strict=True):
            if not variable.is_move:
                points = parts["options"][variable.first :][: len(variable.options), bloc]
                distance = points.max() - points[option] if best else points[option] - points.min()
                if distance > 0:
                    found[variable.key] = float(distance)
        return found

    def _cues(self, parts: dict[str, FloatArray], bloc: int) -> dict[str, float]:
        return {
            self.layout.blocs[link.leader].constituency: float(parts["cues"][i])
            for i, link in enumerate(self.layout.cues)
            if link.follower == bloc
        }

    def _late(self, parts: dict[str, FloatArray], gate: GateRow, who: str) -> dict[str, float]:
        """Effects at a gate that sees every move, of those that this gate does not see."""
        counted = self.layout.blocs[gate.blocs[who]].moves
        full = self._effects(parts, self.layout.undated_bloc(who))
        return {move: points for move, points in full.items() if move not in counted}

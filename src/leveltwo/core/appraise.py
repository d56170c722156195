"""Appraise: what each part of a plan does for everybody who has to be won."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from leveltwo.core import contributions
from leveltwo.core.appeal import Appeal, Appeals, Leader
from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns, decode
from leveltwo.core.compile import compile_table, weight_shares
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout, Variable
from leveltwo.core.means import weighted
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.core.votes import cast


def appraise(layout: Layout, sample: Sample, chosen: IntArray) -> Appeals:
    """What each part of a plan does for everybody who has to be won.

    A term is measured against no deal: weight × (rating − no deal), so that the terms add up to
    what the deal is worth above no deal (where no deal is itself a deal, against its option
    for the issue). Time grows with draws × blocs × columns.
    """
    worker = _Appraiser(layout, chosen)
    parts = weighted((draws.size, worker.block(draws)) for draws in sample.blocks(layout.case))
    return Appeals(
        plan=decode(layout, chosen),
        sample=sample,
        works={m: 1.0 if sample.certain else layout.case.moves[m].chance.mean for m in worker.made},
        each=tuple(worker.results(parts)),
    )


class _Appraiser:
    """Takes the means that appeals need."""

    def __init__(self, layout: Layout, chosen: IntArray) -> None:
        self.layout = layout
        self.chosen = chosen
        self.made = decode(layout, chosen).moves
        self.people = sorted(layout.case.constituencies)

    @cached_property
    def issues(self) -> list[tuple[Variable, int]]:
        """Every issue and the number of the option chosen."""
        pairs = zip(self.layout.variables, self.chosen.tolist(), strict=True)
        return [(v, option) for v, option in pairs if not v.is_move]

    @cached_property
    def wanted(self) -> list[int]:
        """Columns of all options, and of the moves made."""
        options = [v.first + i for v, _ in self.issues for i in range(len(v.options))]
        return sorted({*options, *columns(self.layout, self.chosen).tolist()})

    def block(self, draws: Draws) -> dict[str, FloatArray]:
        """Means of one block of draws."""
        table = compile_table(self.layout, draws, self.wanted)
        votes = cast(table, self.chosen)
        blocs = len(self.layout.blocs)
        return {
            "for": votes.for_[:blocs].mean(axis=1),
            "margin": votes.margin.mean(axis=1),
            "crossed": votes.crossed.astype(np.float64),
            "no_deal": (table.mood - table.base).mean(axis=1),
            "options": table.gain.mean(axis=2),
            "terms": np.array([self._against_no_deal(table, draws, who) for who in self.people]),
            "cues": contributions.means(table, self.chosen, votes)["cues"],
        }

    def _against_no_deal(self, table: Table, draws: Draws, who: str) -> FloatArray:
        """Shape (issues,): what each option chosen is worth to somebody above no deal."""
        bloc = self.layout.undated_bloc(who)
        shares = weight_shares(self.layout.case, draws, who)
        written = self.layout.case.constituencies[who].no_deal
        no_deal = (table.mood - table.base)[bloc]
        points = np.zeros(len(self.issues))
        for i, (variable, option) in enumerate(self.issues):
            if variable.key in shares:
                worth = table.gain[variable.first + option, bloc]
                if isinstance(written, dict):
                    other = variable.options.index(written[variable.key])
                    points[i] = (worth - table.gain[variable.first + other, bloc]).mean()
                else:
                    points[i] = (worth - shares[variable.key] * no_deal).mean()
        return points

    def results(self, parts: dict[str, FloatArray]) -> Iterator[Appeal]:
        """The appeals from the means over all draws."""
        for who in self.layout.case.constituencies:
            gates = self.layout.gates_asking(who)
            if not gates:
                yield self._appeal(parts, who, None, None, self.layout.undated_bloc(who))
            for gate in gates:
                yield self._appeal(parts, who, gate.side, gate.key, gate.blocs[who])

    def _appeal(
        self, parts: dict[str, FloatArray], who: str, side: str | None, gate: str | None, bloc: int
    ) -> Appeal:
        counted = self.layout.blocs[bloc].moves
        here, whole = self._moves(parts, bloc), self._moves(parts, self.layout.undated_bloc(who))
        terms = parts["terms"][self.people.index(who)].tolist()
        rated = self.layout.case.constituencies[who].values
        return Appeal(
            who=who,
            side=side,
            gate=gate,
            chance=float(parts["for"][bloc]),
            margin=float(parts["margin"][bloc]),
            crossed=bool(parts["crossed"][bloc]),
            no_deal=float(parts["no_deal"][bloc]),
            terms={v.key: terms[i] for i, (v, _) in enumerate(self.issues) if v.key in rated},
            instead={
                v.key: self._rest(parts, v, k, bloc) for v, k in self.issues if v.key in rated
            },
            moves=here,
            late={move: points for move, points in whole.items() if move not in counted},
            leaders=self._leaders(parts, bloc),
        )

    def _moves(self, parts: dict[str, FloatArray], bloc: int) -> dict[str, float]:
        """What each move made adds to a bloc's margin."""
        first = {v.key: v.first for v in self.layout.variables if v.is_move}
        return {move: float(parts["options"][first[move] + 1, bloc]) for move in self.made}

    def _rest(
        self, parts: dict[str, FloatArray], variable: Variable, chosen: int, bloc: int
    ) -> dict[str, float]:
        """What every other option of an issue would add in place of the one chosen."""
        points = parts["options"][variable.first :][: len(variable.options), bloc].tolist()
        return {
            option: points[i] - points[chosen]
            for i, option in enumerate(variable.options)
            if i != chosen
        }

    def _leaders(self, parts: dict[str, FloatArray], bloc: int) -> tuple[Leader, ...]:
        return tuple(
            Leader(
                who=self.layout.blocs[link.leader].constituency,
                chance=float(parts["for"][link.leader]),
                points=float(parts["cues"][i]),
            )
            for i, link in enumerate(self.layout.cues)
            if link.follower == bloc
        )

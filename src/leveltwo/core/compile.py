"""From a negotiation and draws of its judgements to one table of numbers."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from scipy.special import ndtri

from leveltwo.core.arrays import FloatArray
from leveltwo.core.draws import Draws
from leveltwo.core.layout import MEMBERS, Bloc, Layout, Variable
from leveltwo.core.memory import reserve
from leveltwo.core.table import Table
from leveltwo.model.constituency import Rating
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation

QUANTILES: FloatArray = ndtri((np.arange(MEMBERS) + 0.5) / MEMBERS)
"""Standard normal quantiles of the nine sub-blocs."""

LEAST_WEIGHT = 1e-300
"""Added to the sum of weights, lest they are all drawn as 0."""
REMEDY = "use fewer draws, or take out options and moves that nobody would choose"


def compile_table(layout: Layout, draws: Draws, only: Collection[int] | None = None) -> Table:
    """Fill the table of a layout with the numbers of some draws.

    Parameters
    ----------
    layout : Layout
        The structure.
    draws : Draws
        The draws.
    only : collection of int or None
        Columns that will be asked about; the others are left at 0. None for all.

    Raises
    ------
    TooLarge
        If the table would take too much memory.
    """
    return _Compiler(layout, draws, only).table()


def weight_shares(case: Negotiation, draws: Draws, key: str) -> dict[str, FloatArray]:
    """Shape (S,) each: one constituency's weights by issue, divided by their sum."""
    root = f"constituencies.{key}.values"
    weights = {i: draws[f"{root}.{i}.weight"] for i in sorted(case.constituencies[key].values)}
    total = sum(weights.values(), np.full(draws.size, LEAST_WEIGHT))
    return {issue: np.asarray(weight / total) for issue, weight in weights.items()}


class _Compiler:
    """The numbers of one table while they are put together."""

    def __init__(self, layout: Layout, draws: Draws, only: Collection[int] | None) -> None:
        self.layout = layout
        self.only = frozenset(range(layout.columns) if only is None else only) | _in_no_deals(
            layout
        )
        self.case: Negotiation = layout.case
        self.draws = draws
        arrays = len(layout.blocs) + len(self.case.sides) + 1
        reserve("table of the case", layout.columns * draws.size * arrays * 8, REMEDY)

    def table(self) -> Table:
        layout, size = self.layout, self.draws.size
        blocs = [bloc.constituency for bloc in layout.blocs]
        mood = self._rows([self.draws.moods[self.case.constituencies[c].side] for c in blocs])
        gain = np.zeros((layout.columns, len(blocs), size))
        no_deals, worth = {}, {}
        for who in sorted(self.case.constituencies):
            values = self._values(who)
            no_deals[who] = self._no_deal(who, values)
            for row, bloc in enumerate(layout.blocs):
                if bloc.constituency == who:
                    gain[:, row] = values
                    self._add_effects(gain[:, row], bloc)
            if who in self.case.negotiators.values():
                worth[who] = values
        return Table(
            layout=layout,
            draws=size,
            base=mood - self._rows([no_deals[c] for c in blocs]),
            gain=gain,
            band=self._rows([self.draws[f"constituencies.{c}.band"] for c in blocs]),
            offset=self._offsets(),
            cue_for=self._rows([self.draws[f"{cue.path}.for"] for cue in layout.cues]),
            cue_against=self._rows([self.draws[f"{cue.path}.against"] for cue in layout.cues]),
            mood=mood,
            worth={side: worth[who] for side, who in self.case.negotiators.items()},
            no_deal={side: no_deals[who] for side, who in self.case.negotiators.items()},
            cost=self._rows([self._cost(variable) for variable in layout.variables]),
        )

    def _rows(self, rows: list[FloatArray | float]) -> FloatArray:
        found = np.zeros((len(rows), self.draws.size))
        for i, row in enumerate(rows):
            found[i] = row
        return found

    def _cost(self, variable: Variable) -> FloatArray | float:
        return self.draws[f"moves.{variable.key}.cost"] if variable.is_move else 0.0

    def _values(self, key: str) -> FloatArray:
        """Shape (columns, S): weighted rating of every option by one constituency."""
        found = np.zeros((self.layout.columns, self.draws.size))
        ratings = self.case.constituencies[key].values
        root = f"constituencies.{key}.values"
        shares = weight_shares(self.case, self.draws, key)
        for variable in self.layout.variables:
            if not variable.is_move and variable.key in ratings:
                share = shares[variable.key]
                rows = self._ratings(ratings[variable.key], variable, f"{root}.{variable.key}")
                found[variable.first : variable.first + len(rows)] = rows * share
        return found

    def _ratings(self, rating: Rating, variable: Variable, root: str) -> FloatArray:
        """Shape (options, S): ratings of an issue's options, straight lines between points."""
        if rating.points is None:
            wanted = [variable.first + k in self.only for k in range(len(variable.options))]
            options = zip(variable.options, wanted, strict=True)
            return self._rows([self.draws[f"{root}.{o}"] if w else 0.0 for o, w in options])
        numbers = sorted(rating.points, key=float)
        heights = self._rows([self.draws[f"{root}.points.{n}"] for n in numbers])
        at, known = np.array(variable.options, float), np.array(numbers, float)
        right = np.clip(np.searchsorted(known, at), 1, len(known) - 1)
        share = (at - known[right - 1]) / (known[right] - known[right - 1])
        left = heights[right - 1] * (1 - share)[:, None]
        return np.asarray(left + heights[right] * share[:, None])

    def _no_deal(self, key: str, values: FloatArray) -> FloatArray:
        written = self.case.constituencies[key].no_deal
        if not isinstance(written, dict):
            return np.broadcast_to(self.draws[f"constituencies.{key}.no_deal"], self.draws.size)
        columns = [
            v.first + v.options.index(written[v.key])
            for v in self.layout.variables
            if not v.is_move and v.key in written
        ]
        return np.asarray(values[columns].sum(axis=0))

    def _add_effects(self, gain: FloatArray, bloc: Bloc) -> None:
        """Put into one bloc's gains, shape (columns, S), what moves add to its margin."""
        for variable in self.layout.variables:
            if self._matters(variable, bloc):
                gain[variable.first + 1] = self._effect(variable.key, bloc.constituency)

    def _matters(self, variable: Variable, bloc: Bloc) -> bool:
        if variable.key not in bloc.moves or not variable.is_move:
            return False
        move, who = self.case.moves[variable.key], bloc.constituency
        touched = who in move.effects or who in move.otherwise
        pays = who == self.case.sides[move.by].negotiator
        return (touched or pays) and variable.first + 1 in self.only

    def _effect(self, key: str, who: str) -> FloatArray:
        """Shape (S,): what doing a move adds to a constituency's margin."""
        move, listener = self.case.moves[key], self.case.constituencies[who]
        root = f"moves.{key}"
        works = self._part(move, "effects", root, who)
        otherwise = self._part(move, "otherwise", root, who)
        effect = np.where(self.draws.works[key], works, otherwise)
        if move.visible and listener.side != move.by:
            discount = 1 - np.asarray(self.draws[f"constituencies.{who}.devalues"])
            effect = np.where(effect > 0, effect * discount, effect)
        if who == self.case.sides[move.by].negotiator:
            effect = effect - self.draws[f"{root}.cost"]
        return effect

    def _part(self, move: Move, field: str, root: str, who: str) -> FloatArray | float:
        return self.draws[f"{root}.{field}.{who}"] if who in getattr(move, field) else 0.0

    def _offsets(self) -> FloatArray:
        rows: list[FloatArray | float] = []
        for voter in self.layout.voters:
            who = self.layout.blocs[voter.bloc].constituency
            spread = self.draws[f"constituencies.{who}.spread"]
            rows.append(0.0 if voter.member is None else spread * QUANTILES[voter.member])
        return self._rows(rows)


def _in_no_deals(layout: Layout) -> frozenset[int]:
    """Columns of the deals that stand for no deal."""
    wanted = [who.no_deal for who in layout.case.constituencies.values()]
    return frozenset(
        variable.first + variable.options.index(deal[variable.key])
        for deal in wanted
        if isinstance(deal, dict)
        for variable in layout.variables
        if not variable.is_move and variable.key in deal
    )

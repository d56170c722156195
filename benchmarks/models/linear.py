"""The question as a mixed-integer linear program.

One binary for each option, move, vote and passing draw. The big-M of a vote is the voter's least
margin in that draw; votes that are certain or impossible are settled beforehand. Margins are
written as the least of every issue plus what the option adds to it, so that every coefficient
is as small as it can be. The worth of a draw is bounded by its most if it passes, and by our
gain. That a draw whose gates pass counts even if it is a loss is said only where asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray, FloatArray, IntArray

BELOW = 1e-5
"""Points by which a margin must miss zero to count as a vote not given."""
ROUNDING = 1e-3
"""Points that solvers' tolerances may come to: 10⁻⁶ on a binary, times a big-M, and more."""
INFINITY = float("inf")


@dataclass
class Linear:
    """Maximise ``worth @ x`` over rows ``low <= A x <= high``; columns bounded, some whole.

    Columns stand in the order in which they were added, first those of the options and moves
    that can be picked; `picked` says which columns of the question they are.
    """

    picked: IntArray
    worth: list[float] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    columns: list[IntArray] = field(default_factory=list)
    entries: list[FloatArray] = field(default_factory=list)

    def binary(self, worth: float = 0.0) -> int:
        """A new column, 0 or 1."""
        return self.column(worth, 0.0, 1.0, whole=True)

    def column(self, worth: float, least: float, most: float, *, whole: bool) -> int:
        """A new column."""
        self.worth.append(worth)
        self.least.append(least)
        self.most.append(most)
        self.whole.append(whole)
        return len(self.worth) - 1

    def row(self, terms: dict[int, float], low: float, high: float) -> None:
        """A new row."""
        kept = {c: x for c, x in terms.items() if x}
        self.columns.append(np.array(list(kept), dtype=np.int64))
        self.entries.append(np.array(list(kept.values())))
        self.low.append(low)
        self.high.append(high)

    @property
    def starts(self) -> IntArray:
        """Shape (rows + 1,): where each row's entries begin."""
        return np.cumsum([0, *map(len, self.columns)])

    def flat(self) -> tuple[IntArray, FloatArray]:
        """Columns and values of all entries, row by row."""
        return np.concatenate(self.columns), np.concatenate(self.entries)


def linear(asked: Plain, counted: BoolArray) -> Linear:
    """The program of a question; losses count in some draws, shape (draws,)."""
    return _Writer(asked, counted).program


class _Writer:
    """The program while it is written."""

    def __init__(self, asked: Plain, counted: BoolArray) -> None:
        self.asked, self.counted = asked, counted
        self.picked = np.array([*chain(*asked.issues), *asked.moves], dtype=np.int64)
        self.program = Linear(self.picked)
        for c in self.picked.tolist():
            self.program.binary(-float(asked.price[c]))
        at = 0
        self.spans = []
        for issue in asked.issues:
            self.spans.append(range(at, at + len(issue)))
            self.program.row(dict.fromkeys(self.spans[-1], 1.0), 1.0, 1.0)
            at += len(issue)
        for d in range(asked.draws):
            self._draw(d)

    def _sum(self, gain: FloatArray) -> tuple[dict[int, float], float]:
        """What a plan adds: terms that are least 0 on every issue, and the rest."""
        terms = dict(enumerate(gain[self.picked].tolist()))
        rest = 0.0
        for span in self.spans:
            least = min(terms[c] for c in span)
            rest += least
            terms |= {c: terms[c] - least for c in span}
        return terms, rest

    def _draw(self, d: int) -> None:
        asked = self.asked
        own, rest = self._sum(asked.own[:, d])
        rest += float(asked.own_base[d])
        low = min(0.0, rest + sum(x for x in own.values() if x < 0))
        high = float(asked.own_base[d] + asked.most(asked.own[:, d : d + 1])[0])
        if (high <= 0 and not self.counted[d]) or not self._can_pass(d):
            return
        passes = self.program.binary()
        for g in range(len(asked.need)):
            self._gate(g, passes, d)
        worth = self.program.column(1 / asked.draws, low, max(high, 0.0), whole=False)
        self.program.row({worth: 1.0, passes: -max(high, 0.0)}, -INFINITY, 0.0)
        minus = {c: -x for c, x in own.items()}
        self.program.row({worth: 1.0, passes: -low} | minus, -INFINITY, rest - low)

    def _can_pass(self, d: int) -> bool:
        able = self.asked.base[:, d] + self.asked.most(self.asked.gain[:, :, d]) >= 0
        votes = self.asked.votes * able
        return all(votes[self.asked.gate == g].sum() >= n for g, n in enumerate(self.asked.need))

    def _gate(self, g: int, passes: int, d: int) -> None:
        """A gate's votes are found where the draw passes; where losses count, the reverse too."""
        asked = self.asked
        need = int(asked.need[g])
        votes: dict[int, float] = {}
        for t in np.flatnonzero(asked.gate == g).tolist():
            terms, rest = self._sum(asked.gain[:, t, d])
            rest += float(asked.base[t, d])
            low = rest + sum(x for x in terms.values() if x < 0)
            high = float(asked.base[t, d] + asked.most(asked.gain[:, t, d : d + 1])[0])
            if low >= 0:
                need -= int(asked.votes[t])
            elif high >= 0:
                vote = self._vote(terms, rest, low, high, reverse=bool(self.counted[d]))
                votes[vote] = float(asked.votes[t])
        if need > 0:
            self.program.row(votes | {passes: -float(need)}, 0.0, INFINITY)
        if self.counted[d]:
            self._forced(g, votes, need, passes)

    def _vote(
        self, terms: dict[int, float], rest: float, low: float, high: float, *, reverse: bool
    ) -> int:
        vote = self.program.binary()
        self.program.row(terms | {vote: low}, low - rest, INFINITY)
        if reverse:
            self.program.row(terms | {vote: -(high + BELOW)}, -INFINITY, -BELOW - rest)
        return vote

    def _forced(self, g: int, votes: dict[int, float], need: int, passes: int) -> None:
        """The gate's literal is 1 if its votes are found; passing is, if all gates' are."""
        gate = self.program.binary()
        over = sum(votes.values()) - need + 1
        self.program.row(votes | {gate: -over}, -INFINITY, need - 1.0)
        if g == 0:
            self.all_gates: dict[int, float] = {}
        self.all_gates[gate] = 1.0
        if g == len(self.asked.need) - 1:
            self.program.row({passes: -1.0} | self.all_gates, -INFINITY, g + 0.0)

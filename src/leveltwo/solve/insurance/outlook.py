"""Outlook: how safe gates can be at most once some moves are added and others still may be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.layout import GateRow
from leveltwo.core.pivots import gate_passes
from leveltwo.core.table import Table
from leveltwo.core.undoing import cheapest_at
from leveltwo.core.votes import leanings, settle

LOST = -1.0
"""In place of points: a gate that has to be kept fails."""


class Outlook:
    """Safety of some gates for many sets of added moves at once, in the certain case.

    Parameters
    ----------
    table : Table
        One draw.
    chosen : IntArray
        Shape (variables,), the plan to which moves are added.
    offered : tuple of str
        The moves that may be.
    guarded : tuple of GateRow
        Gates whose safety is asked for.
    kept : tuple of GateRow
        Gates that have to pass.

    Notes
    -----
    For a set that is complete the answer is exact. Where moves are open, it is a bound. Everybody
    gets all that open moves could add and nothing that they could take; a red line counts as lifted
    if an open move lifts it. A cue that does not rise with the leader's vote is replaced by
    the most that it can add. Then every vote is at least as good as with any completion, whatever a
    rival takes from whom, so a rival that breaks the gate so bounded breaks it in truth. Gates
    where a vote may help more as an abstention (a quorum of turnout) are left out of the bound.
    Time is that of `undoing.cheapest` with a draw for each set.
    """

    def __init__(
        self,
        table: Table,
        chosen: IntArray,
        offered: tuple[str, ...],
        guarded: tuple[GateRow, ...],
        kept: tuple[GateRow, ...],
    ) -> None:
        layout = table.layout
        self.layout = layout
        self.chosen = chosen
        self.guarded, self.kept = guarded, kept
        self.numbers = [layout.index[f"move:{move}"] for move in offered]
        self.base = leanings(table, chosen)[:, 0]
        done = [layout.variables[i].first + 1 for i in self.numbers]
        self.gain = table.gain[done][:, :, 0].reshape(len(done), len(layout.blocs))
        self._exact = replace(table, gain=table.gain[:0])
        rising = (table.cue_for[:, 0] >= 0) & (table.cue_against[:, 0] <= 0)
        self._loose = replace(
            self._exact,
            cue_for=np.where(rising[:, None], table.cue_for, 0.0),
            cue_against=np.where(rising[:, None], table.cue_against, 0.0),
        )
        self._most = np.zeros(len(layout.blocs))
        most = np.maximum(np.maximum(table.cue_for[:, 0], table.cue_against[:, 0]), 0.0)
        followers = np.array([cue.follower for cue in layout.cues], dtype=np.int64)
        np.add.at(self._most, followers[~rising], most[~rising])

    def exact(self, added: BoolArray) -> FloatArray:
        """Shape (sets,): the points that break the least safe gate; `LOST` if one to keep fails.

        Parameters
        ----------
        added : BoolArray
            Shape (sets, offered).
        """
        own = self.base[:, None] + (added @ self.gain).T
        return self._safety(self._exact, own, self._crossed(added), self.guarded, self.kept)

    def at_most(self, added: BoolArray, open_: BoolArray) -> FloatArray:
        """Shape (sets,): what `exact` cannot exceed, whichever of the open moves are added."""
        own = self.base + self._most + added @ self.gain + open_ @ np.maximum(self.gain, 0.0)
        rising = [gate for gate in self.guarded if self._rises(gate)]
        kept = [gate for gate in self.kept if self._rises(gate)]
        return self._safety(self._loose, own.T, self._crossed(added | open_), rising, kept)

    def _safety(
        self,
        table: Table,
        own: FloatArray,
        crossed: BoolArray,
        guarded: tuple[GateRow, ...] | list[GateRow],
        kept: tuple[GateRow, ...] | list[GateRow],
    ) -> FloatArray:
        found = np.full(len(crossed), np.inf)
        patterns, which = np.unique(crossed, axis=0, return_inverse=True)
        for i, pattern in enumerate(patterns):
            those = np.flatnonzero(which.ravel() == i)
            wide = table.among(np.zeros(len(those), dtype=np.int64))
            here = np.ascontiguousarray(own[:, those])
            votes = settle(wide, here.copy(), pattern)
            lost = np.zeros(len(those), dtype=np.bool_)
            for gate in kept:
                lost |= ~gate_passes(self.layout, gate, votes.for_, votes.against)
            for gate in guarded:
                points = cheapest_at(wide, here, pattern, gate).points
                found[those] = np.minimum(found[those], points)
            found[those[lost]] = LOST
        return found

    def _crossed(self, lifted: BoolArray) -> BoolArray:
        """Shape (sets, blocs): whose red lines are crossed if some moves may lift them."""
        found = np.zeros((len(lifted), len(self.layout.blocs)), dtype=np.bool_)
        for line in self.layout.red_lines:
            if line.column not in self._taken:
                continue
            if any(self.chosen[m] for m in line.lifters):
                continue
            lifters = [k for k, m in enumerate(self.numbers) if m in line.lifters]
            found[:, line.bloc] |= ~lifted[:, lifters].any(axis=1)
        return found

    @property
    def _taken(self) -> frozenset[int]:
        variables = zip(self.layout.variables, self.chosen.tolist(), strict=True)
        return frozenset(variable.first + option for variable, option in variables)

    def _rises(self, gate: GateRow) -> bool:
        """Whether no vote of a gate does it more good lower: for, abstention, against."""
        for i in gate.nodes:
            node = self.layout.thresholds.nodes[i]
            for voter in {*node.for_, *node.against}:
                for_, against = node.for_.get(voter, 0), node.against.get(voter, 0)
                banded = bool(self._exact.band[self.layout.voters[voter].bloc].any())
                if against > for_ or (banded and not against <= 0 <= for_):
                    return False
        return True

"""Passing: a gate as linear rules on which of its votes are won."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.layout import GateRow
from leveltwo.core.thresholds import Threshold, Thresholds


class Passing(NamedTuple):
    """Linear rules that say that a gate passes.

    Parameters
    ----------
    votes : FloatArray
        Shape (rules, seats): what each vote that is won adds.
    parts : FloatArray
        Shape (rules, thresholds): what each threshold of the gate adds where it passes. A rule
        holds where its sum is 0 or more, and the last threshold passes.
    """

    votes: FloatArray
    parts: FloatArray


def passing(gate: GateRow, thresholds: Thresholds, seat: IntArray) -> Passing:
    """A gate as one rule for each of its thresholds.

    Parameters
    ----------
    gate : GateRow
        The gate.
    thresholds : Thresholds
        All thresholds.
    seat : IntArray
        Shape (seats,): the voters whose votes it counts, who are taken not to abstain: whoever
        is not won is against.

    Returns
    -------
    Passing
        Votes that are won, each 0 or 1, make the gate pass just where some thresholds, each 0
        or 1 and the last 1, keep all rules with them: for helps and
        nothing is negated, so that a threshold may be taken to pass only where it does.
    """
    nodes = [thresholds.nodes[i] for i in gate.nodes]
    rows = [_rule(node, row, gate, seat.tolist()) for row, node in enumerate(nodes)]
    votes, parts = (np.array(part, dtype=np.float64) for part in zip(*rows, strict=True))
    return Passing(votes, parts)


def _rule(
    node: Threshold, row: int, gate: GateRow, seat: list[int]
) -> tuple[FloatArray, FloatArray]:
    """What votes and thresholds add to one, less what it needs; the largest number is 1."""
    votes = np.array([node.for_.get(s, 0) - node.against.get(s, 0) for s in seat], np.float64)
    parts = np.zeros(len(gate.nodes))
    for part, weight in node.passed.items():
        parts[part - gate.nodes.start] = weight
    parts[row] = min(0.0, float(sum(node.against.values()) - node.level))
    size = max(np.abs(votes).max(initial=0.0), np.abs(parts).max())
    return votes / (size or 1.0), parts / (size or 1.0)

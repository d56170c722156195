"""What a general solver answers, and whether it is true."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.solve.kernels import desk, worth

NEAR = 1e-6


@dataclass(frozen=True)
class Answer:
    """One solver's answer to one question.

    Parameters
    ----------
    proved : bool
        Whether it claims that there is no better plan.
    chosen : IntArray or None
        Its plan, as options of our variables.
    claimed : float
        What it says the plan is worth, points; minus infinity without a plan.
    bound : float
        What it says no plan can exceed, points.
    building, seconds : float
        Time to build its model, and to solve it.
    rounding : float
        Points by which a margin, or what a plan is worth, may be off in its model.
    """

    proved: bool
    chosen: IntArray | None
    claimed: float
    bound: float
    building: float
    seconds: float
    rounding: float


def checked(asked: Plain, counted: BoolArray, answer: Answer) -> Answer:
    """The answer, with its plan's worth by our own arithmetic in place of what it claims.

    Parameters
    ----------
    asked : Plain
        The question.
    counted : BoolArray
        Shape (draws,): where the solver's model counts losses; elsewhere a draw that would pass
        at a loss may be left out, which our arithmetic does not allow.
    answer : Answer
        As the solver gave it.

    Raises
    ------
    AssertionError
        If the claim is not what the plan comes to in that model, within its rounding. (Before
        its proof a solver may claim less: it has not yet seen every vote that its plan wins.)
    """
    if answer.chosen is None:
        return answer
    exact = asked.problem.exact
    value, _ = worth(answer.chosen, exact, desk(exact))
    low, high = worth_between(asked, answer.chosen, np.ones_like(counted), 0.0)
    assert abs(value - low) < NEAR > abs(value - high), "two ways of evaluation differ"
    low, high = worth_between(asked, answer.chosen, counted, answer.rounding)
    slack = answer.rounding + NEAR
    modest = answer.claimed < low and not answer.proved
    assert modest or low - slack <= answer.claimed <= high + slack, (
        f"claims {answer.claimed}, comes to {value} ({low} to {high} within rounding)"
    )
    return replace(answer, claimed=float(value))


def assert_bound(asked: Plain, answer: Answer, chosen: IntArray) -> None:
    """Check that a plan, whoever found it, is not worth more than a proved bound.

    Raises
    ------
    AssertionError
        If it is, by more than the rounding explains.
    """
    everywhere = np.ones(asked.draws, dtype=np.bool_)
    low, _ = worth_between(asked, chosen, everywhere, answer.rounding)
    assert answer.bound >= low - answer.rounding - NEAR, f"bound {answer.bound} below {low}"


def worth_between(
    asked: Plain, chosen: IntArray, counted: BoolArray, rounding: float
) -> tuple[float, float]:
    """The least and the most a plan comes to if every margin may be off by some points."""
    margin, own = _margins(asked, chosen)
    own = np.where(counted, own, np.maximum(own, 0))
    ways = [own * _passes(asked, margin + shift) for shift in (-rounding, rounding)]
    price = asked.price[_columns(asked, chosen)].sum()
    return (
        float(np.min(ways, axis=0).mean() - price),
        float(np.max(ways, axis=0).mean() - price),
    )


def losses(asked: Plain, chosen: IntArray) -> BoolArray:
    """Shape (draws,): where a plan passes at a loss."""
    margin, own = _margins(asked, chosen)
    return np.asarray(_passes(asked, margin) & (own < 0))


def _columns(asked: Plain, chosen: IntArray) -> IntArray:
    return np.asarray(asked.problem.exact.first_column[: len(chosen)] + chosen)


def _margins(asked: Plain, chosen: IntArray) -> tuple[FloatArray, FloatArray]:
    """What a plan does to every test, and what passing it is worth."""
    columns = _columns(asked, chosen)
    margin = asked.base + asked.gain[columns].sum(axis=0)
    return np.asarray(margin), np.asarray(asked.own_base + asked.own[columns].sum(axis=0))


def _passes(asked: Plain, margin: FloatArray) -> BoolArray:
    for_ = (margin >= 0) * asked.votes[:, None]
    counts = [for_[asked.gate == g].sum(axis=0) >= n for g, n in enumerate(asked.need)]
    return np.asarray(np.all(counts, axis=0))

"""Finding out: what it is worth to know one judgement before the plan is settled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np
from scipy.special import stdtrit

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.choice import decode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.tallies import BINS, Tallies, value_at
from leveltwo.model.plan import Plan
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.choosing import WORTHLESS, Comparison
from leveltwo.solve.robustness.record import FindingOut, Question, Turn

DOUBT = 0.05
"""Chance that anything is told of a case in which nothing is worth finding out."""
CLEAR = 3.0
"""Standard errors by which a plan must lead where it is said to be better."""


def finding_out(
    layout: Layout, plans: list[Choice], tallies: Tallies, sample: Sample
) -> FindingOut:
    """What is worth finding out, from what plans came to in parts of every judgement.

    Parameters
    ----------
    layout : Layout
        The structure.
    plans : list of IntArray or None
        The plans compared, the one asked about first; None for walking away.
    tallies : Tallies
        What they came to, in at least three samples.
    sample : Sample
        What to say of the draws.

    Notes
    -----
    The expected value of perfect information on one judgement (Raiffa & Schlaifer 1961) is how much
    more one could expect if the plan were chosen once it is known. Here it is known to the eighth
    of its distribution in which it lies, as in the regression of Strong, Oakley & Brennan 2014
    with steps for a basis. A plan chosen for an eighth on the draws by which it is then
    valued looks too good; so it is chosen by one half of the samples and valued by the other, both
    ways, and held against the plan that is best on all. No error is taken to be smaller than
    the scatter over all draws allows for (see `Comparison`). Plans that were not compared, and
    eighths that could be cut finer, can only add to it: what is told is on the low side. Where
    nothing is worth finding out, something is told with a chance of at most `DOUBT` (Dunn 1961),
    as far as means of samples are normal.
    """
    base = _best(tallies.plans)
    worth, error = values(tallies, int(tallies.plans.mean(axis=0).argmax()))
    order = sorted(np.flatnonzero(clear(worth, error, len(tallies.plans))), key=lambda j: -worth[j])
    mean = tallies.plans.mean(axis=0)
    return FindingOut(
        sample=sample,
        samples=len(tallies.plans),
        plans=len(plans),
        asked=len(tallies.paths),
        best=_plan(layout, plans[base]),
        value=float(mean[base]),
        lead=float(mean[base] - mean[0]),
        all=float((tallies.best - tallies.plans[:, base]).mean()),
        questions=tuple(
            Question(
                path=tallies.paths[j],
                worth=float(worth[j]),
                error=float(error[j]),
                turns=tuple(_turns(layout, plans, tallies, int(j), base)),
            )
            for j in order
        ),
    )


def values(tallies: Tallies, base: int) -> tuple[FloatArray, FloatArray]:
    """Value of knowing each judgement, and its standard error; shape (paths,), points."""
    scatter = _scatter(tallies, base, 1)
    found = Comparison(tallies.parts, base).gains
    middle = len(found) // 2
    halves = found[:middle], found[middle:]
    gained, spread = [], []
    for chosen_by, valued in (halves, halves[::-1]):
        choice = Comparison(chosen_by, base, scatter).choice()
        parts = np.take_along_axis(valued, choice[None, ..., None], -1)
        gained.append(parts.sum(axis=(2, 3)))
        spread.append((scatter[choice] ** 2).sum(axis=1))
    sums = np.concatenate(gained)
    deviation = np.maximum(sums.std(axis=0, ddof=1), np.sqrt(np.mean(spread, axis=0)))
    return sums.mean(axis=0), deviation / np.sqrt(len(sums))


def _scatter(tallies: Tallies, base: int, parts: int) -> FloatArray:
    """Shape (plans,): standard deviation of what so many parts of a sample add to a lead.

    As if a plan's lead scattered alike in all parts.
    """
    whole = Comparison(tallies.plans, base).gains.std(axis=0, ddof=1)
    return np.asarray(whole * np.sqrt(parts / BINS))


def _best(plans: FloatArray) -> int:
    """The plan best by all that is known; the first, unless another clearly leads."""
    best = int(plans.mean(axis=0).argmax())
    lead, error = (figure[best] for figure in Comparison(plans, 0).lead())
    return best if lead > max(CLEAR * error, WORTHLESS) else 0


def clear(worth: FloatArray, error: FloatArray, samples: int) -> BoolArray:
    """Shape (paths,): which values can be told from nothing, all of them looked at together."""
    needed = stdtrit(samples - 1, 1 - DOUBT / max(1, len(worth)))
    return np.asarray(worth > np.maximum(needed * error, WORTHLESS))


def _turns(
    layout: Layout, plans: list[Choice], tallies: Tallies, j: int, base: int
) -> Iterator[Turn]:
    """Stretches of a judgement in which another plan is best."""
    path, parts = tallies.paths[j], tallies.parts[:, j]
    best = Comparison(parts, base, _scatter(tallies, base, 1)).choice()
    for other, bins in groupby(range(BINS), key=lambda n: bool(best[n] != base)):
        stretch = list(bins)
        if not other or len(stretch) == BINS:
            continue
        scatter = _scatter(tallies, base, len(stretch))
        there = Comparison(parts[:, stretch].sum(axis=1), base, scatter)
        chosen = int(there.choice())
        lead, error = (figure[chosen] for figure in there.lead())
        if lead > CLEAR * error and lead > WORTHLESS:
            yield _turn(layout, plans[chosen], path, stretch, float(lead), float(error))


def _turn(
    layout: Layout, plan: Choice, path: str, stretch: list[int], lead: float, error: float
) -> Turn:
    first, last, share = stretch[0], stretch[-1] + 1, len(stretch) / BINS
    return Turn(
        low=value_at(layout.case, path, first / BINS) if first else None,
        high=value_at(layout.case, path, last / BINS) if last < BINS else None,
        chance=share,
        plan=_plan(layout, plan),
        gain=lead / share,
        error=error / share,
    )


def _plan(layout: Layout, chosen: Choice) -> Plan | None:
    return None if chosen is None else decode(layout, chosen)

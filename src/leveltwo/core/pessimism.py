"""Pessimism: every judgement at the end that speaks against a plan, and moods below par."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from leveltwo.core.survey import survey
from leveltwo.model.constituency import Rating
from leveltwo.model.judgement import Range
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

HIGH = frozenset({"no_deal", "devalues", "cost"})
"""What stands against a plan if it is high."""
BEST = frozenset({"band", "spread"})
"""Which end of these stands against a plan depends on the gate; they stay at their best guess."""


def pessimistic(case: Negotiation, plan: Plan, depth: float) -> dict[str, float]:
    """The value of every judgement, some way from its best guess to the end that hurts a plan.

    No deal, discounts and costs go up; ratings, effects of moves, chances that they work and cues
    go down. What is rated in a deal that stands for no deal goes up, unless the plan holds it too.
    Weights go to the ends that make the deal worth least to each constituency.

    Parameters
    ----------
    case : Negotiation
        The case.
    plan : Plan
        The plan.
    depth : float
        How far of the way, 0 to 1.

    Returns
    -------
    dict
        By document path.
    """
    spans = survey(case)
    raised = {path for who in case.constituencies for path in _of_no_deal(case, who, plan)}
    values = {path: _moved(path, span, depth, raised) for path, span in spans.items()}
    for who in case.constituencies:
        values |= _worst_weights(case, who, plan, spans, values, depth)
    return values


def gloomy(case: Negotiation, depth: float) -> dict[str, float]:
    """The mood of each side, points: so many standard deviations below par."""
    return {side: -depth * case.uncertainty.mood_of(side) for side in case.sides}


def _moved(path: str, span: Range, depth: float, raised: set[str]) -> float:
    low, best, high = span
    parts = path.split(".")
    judged = parts[2] if len(parts) == 3 else ""
    if judged in BEST:
        return best
    end = high if judged in HIGH or path in raised else low
    return best + depth * (end - best)


def _of_no_deal(case: Negotiation, who: str, plan: Plan) -> set[str]:
    """Ratings that count for no deal and not for the plan."""
    found: set[str] = set()
    no_deal = case.constituencies[who].no_deal
    if isinstance(no_deal, dict):
        for issue, rating in case.constituencies[who].values.items():
            root = f"constituencies.{who}.values.{issue}"
            theirs = _shares(root, rating, no_deal[issue])
            found |= set(theirs) - set(_shares(root, rating, plan.deal[issue]))
    return found


def _shares(root: str, rating: Rating, option: str) -> dict[str, float]:
    """The judgements from which an option's rating is made, each with its share."""
    if rating.points is None:
        return {f"{root}.{option}": 1.0}
    at = float(option)
    below = max((n for n in rating.points if float(n) <= at), key=float)
    above = min((n for n in rating.points if float(n) >= at), key=float)
    if below == above:
        return {f"{root}.points.{below}": 1.0}
    share = (at - float(below)) / (float(above) - float(below))
    return {f"{root}.points.{below}": 1 - share, f"{root}.points.{above}": share}


def _worst_weights(
    case: Negotiation,
    who: str,
    plan: Plan,
    spans: Mapping[str, Range],
    values: Mapping[str, float],
    depth: float,
) -> dict[str, float]:
    """The weights of one constituency for which the deal is worth least, against no deal.

    A weighted mean is least where all that lies below some level has its largest weight and all
    above its smallest (Karnik & Mendel 2001); every level is tried.
    """
    found = case.constituencies[who]
    root = f"constituencies.{who}.values"
    worth = {
        f"{root}.{issue}.weight": _rated(f"{root}.{issue}", rating, plan.deal[issue], values)
        - (
            _rated(f"{root}.{issue}", rating, found.no_deal[issue], values)
            if isinstance(found.no_deal, dict)
            else 0.0
        )
        for issue, rating in found.values.items()
    }
    rising = sorted(worth, key=lambda path: (worth[path], path))
    gains = np.array([worth[path] for path in rising])
    least, best, most = np.array([spans[path] for path in rising]).T
    least, most = best + depth * (least - best), best + depth * (most - best)
    tried = [np.where(np.arange(len(rising)) < n, most, least) for n in range(len(rising) + 1)]
    weights = min(tried, key=lambda w: float(w @ gains / w.sum()) if w.sum() else np.inf)
    return dict(zip(rising, weights.tolist(), strict=True))


def _rated(root: str, rating: Rating, option: str, values: Mapping[str, float]) -> float:
    return sum(share * values[path] for path, share in _shares(root, rating, option).items())

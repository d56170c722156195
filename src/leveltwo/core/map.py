"""What a map of the deals says."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.sample import Sample
from leveltwo.model.deal import Deal


@dataclass(frozen=True)
class Spot:
    """A deal on the map.

    Parameters
    ----------
    deal : dict
        The deal.
    chance : float
        Chance that it passes all gates.
    sides : dict
        Chance at each side's gates.
    gains : dict
        Mean gain of each side's negotiator over no deal, points.
    """

    deal: Deal
    chance: float
    sides: dict[str, float]
    gains: dict[str, float]


@dataclass(frozen=True)
class Share:
    """A share of all deals: exact, or from deals drawn at random, with a 95 % interval."""

    share: float
    low: float
    high: float
    exact: bool = False


@dataclass(frozen=True)
class Estimate:
    """How the sizes of win-sets were estimated.

    Parameters
    ----------
    looked_at : int
        Deals drawn at random, each as likely as any other.
    seed : int
        Seed of that draw.
    combinations : int
        Combinations of options.
    allowed : Share
        Share of combinations that the rules allow.
    winsets : dict
        Each side's win-set as a share of all deals.
    overlap : Share
        The overlap as a share of all deals.
    """

    looked_at: int
    seed: int
    combinations: int
    allowed: Share
    winsets: dict[str, Share]
    overlap: Share


@dataclass(frozen=True)
class Map:
    """The deal space mapped.

    Parameters
    ----------
    sample : Sample
        The draws.
    moves : tuple of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    deals : int
        Deals that the rules allow.
    winsets : dict
        Size of each side's win-set.
    overlap : int
        Deals in every side's win-set.
    pareto : int or None
        Points on the frontier of the negotiators' values, gates apart; None if too many to know.
    frontier : tuple of Spot
        Deals of the frontier (the first 50 if there are more).
    solutions : dict
        What each rule picks within the overlap; None where there is nothing to pick.
    at_the_table : dict
        What each rule would pick if only the negotiators had to agree.
    likeliest : Spot or None
        The deal with the best chance at all gates, of equals the best for our negotiator.
    likely : tuple of Spot
        The ten likeliest deals, best first.
    histogram : tuple of int
        Deals by their chance at all gates, in twentieths: below .05, below .1, … and from .95.
    side_histograms : dict
        The same for each side's gates.
    estimate : Estimate or None
        None if every deal was looked at. Otherwise there were too many: sizes are the likeliest,
        `likely` and the histograms are about the deals looked at, and there is no solution among
        deals that pass. The frontier and what is picked at the table are exact.
    """

    sample: Sample
    moves: tuple[str, ...]
    confidence: float
    deals: int
    winsets: dict[str, int]
    overlap: int
    pareto: int | None
    frontier: tuple[Spot, ...]
    solutions: dict[str, Spot | None]
    at_the_table: dict[str, Spot | None]
    likeliest: Spot | None
    likely: tuple[Spot, ...]
    histogram: tuple[int, ...]
    side_histograms: dict[str, tuple[int, ...]]
    estimate: Estimate | None = None

"""Appeal: what each part of a plan does for everybody who has to be won, where they decide."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan


@dataclass(frozen=True)
class Leader:
    """Somebody whom a constituency follows.

    Parameters
    ----------
    who : str
        The leader.
    chance : float
        Chance that the leader is for.
    points : float
        Mean points that the follower hears.
    """

    who: str
    chance: float
    points: float


@dataclass(frozen=True)
class Appeal:
    """What a plan does for one constituency where it decides. Points are means over draws.

    Parameters
    ----------
    who : str
        The constituency.
    side, gate : str or None
        Where it decides; None for an audience that stands in no gate.
    chance, margin : float
        Chance that it is for there, and its mean margin.
    crossed : bool
        Whether the plan crosses one of its red lines there.
    no_deal : float
        What no deal is worth to it, 0 to 100.
    terms : dict
        By issue that it rates: what the option chosen is worth above no deal. They add up to the
        value of the deal less that of no deal.
    instead : dict
        By issue that it rates: what every other option would add in place of the one chosen.
    moves : dict
        By move of the plan: what it adds to the margin here; 0 if it comes too late.
    late : dict
        By move of the plan that comes too late here: what it would add if it came in time.
    leaders : tuple of Leader
        Those whom it follows.
    """

    who: str
    side: str | None
    gate: str | None
    chance: float
    margin: float
    crossed: bool
    no_deal: float
    terms: dict[str, float]
    instead: dict[str, dict[str, float]]
    moves: dict[str, float]
    late: dict[str, float]
    leaders: tuple[Leader, ...]

    @property
    def worth(self) -> float:
        """The value of the deal, 0 to 100."""
        return self.no_deal + sum(self.terms.values())

    def won(self, issue: str) -> float:
        """Points above no deal by a term that makes up for what it falls short of the best; or 0.

        A term of which somebody would have liked clearly more is none that they have won, though
        it be better than nothing.
        """
        points = self.terms.get(issue, 0.0)
        return points if points >= self.short(issue) else 0.0

    def lost(self, issue: str) -> float:
        """Points below no deal (0 or less) by a term that is nearer to its worst than to its best.

        Somebody to whom no deal is good holds most terms for a loss. Those of which it has more
        than half of what it could have are not what it minds.
        """
        best, worst = self.short(issue), self.spared(issue)
        return min(0.0, self.terms.get(issue, 0.0)) if best > worst else 0.0

    def spared(self, issue: str) -> float:
        """Points by which the option chosen exceeds its worst one; 0 if it is the worst."""
        return max([0.0, *(-points for points in self.instead.get(issue, {}).values())])

    def short(self, issue: str) -> float:
        """Points by which the option chosen falls short of its best one; 0 if there is none."""
        return max([0.0, *self.instead.get(issue, {}).values()])


@dataclass(frozen=True)
class Appeals:
    """What a plan does for everybody.

    Parameters
    ----------
    plan : Plan
        The plan.
    sample : Sample
        The draws.
    works : dict
        Chance that each move of the plan works as described: the mean of what is judged, not a
        count of draws; 1 in the certain case.
    each : tuple of Appeal
        By constituency in the order of the file; of its gates the one that comes first, first.
    """

    plan: Plan
    sample: Sample
    works: dict[str, float]
    each: tuple[Appeal, ...]

"""What is advised, and the figures behind it."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.assessment import Assessment
from leveltwo.core.evaluation import Score
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spillover
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.result import Status
from leveltwo.solve.timekeeper import Part

LITTLE = 1.0
"""Points of worth that judgements like these can hardly tell apart."""
MUCH = 0.05
"""A difference between chances that is worth speaking of."""


@dataclass(frozen=True)
class Reason:
    """Why a move is in the plan.

    Parameters
    ----------
    move : str
        The move.
    chance_without, value_without : float
        Joint chance and worth of the plan without it (and without moves that need it).
    cost : float
        Mean cost to our negotiator, points.
    backfires : float
        Chance that it does not work as described.
    effects : dict
        Mean points it adds to each constituency's margin, by constituency; 0 left out.
    missed : tuple of (str, str)
        Gates, as (side, gate), at which it would help and which are decided before it is made.
    """

    move: str
    chance_without: float
    value_without: float
    cost: float
    backfires: float
    effects: dict[str, float]
    missed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Fresh:
    """The plan looked at again on draws that played no part in choosing it."""

    sample: Sample
    score: Score

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of its chance."""
        return self.sample.interval(self.score.chance)


@dataclass(frozen=True)
class Option:
    """A plan on the frontier of chance, own gain and cost.

    Parameters
    ----------
    plan : Plan
        The plan.
    score : Score
        What it comes to.
    proved : bool
        Whether it is proved that no plan, or none without the moves that it spares, has at least
        its chance and a larger gain.
    """

    plan: Plan
    score: Score
    proved: bool


@dataclass(frozen=True)
class Recommendation:
    """The answer to “which deal, and which moves of ours?”.

    Parameters
    ----------
    status : Status
        How sure it is that there is nothing better.
    objective : Objective
        What was asked.
    sample : Sample
        The draws it was chosen on.
    plan : Plan or None
        What is advised; None if walking away is, or if nothing meets what was asked.
    score : Score or None
        Its chance, worth and cost on those draws.
    bound : float
        What no plan's worth can exceed (if the goal is cost: what no plan's cost can undercut).
    assessment : Assessment or None
        It at every gate.
    reasons : tuple of Reason
        Why each move is there.
    fresh : Fresh or None
        It on fresh draws; None in the certain case, or if there was no time for it.
    frontier : tuple of Option
        Plans that no other beats on chance, own gain and cost at once.
    best_chance : Option or None
        Where nothing is advised: the plan with the best chance of all.
    obstacle : Assessment or None
        That plan at every gate.
    theirs : Assessment or None
        Where nothing is advised: the plan with the best chance at the other sides' gates alone.
    best_proved : bool
        Whether it is proved that no plan has a better chance than these two.
    interrupted : bool
        Whether somebody stopped the search, or one for plans beside what is advised.
    nodes : int
        Partial plans looked at.
    spillover : Spillover or None
        What every move, made or not, does to every audience and gate; None if nothing is advised,
        or there was no time for it.
    short : tuple of Part
        The parts that a time limit or an interrupt ended early, or for which it left no time.
    """

    status: Status
    objective: Objective
    sample: Sample
    plan: Plan | None
    score: Score | None
    bound: float
    assessment: Assessment | None
    reasons: tuple[Reason, ...]
    fresh: Fresh | None
    frontier: tuple[Option, ...]
    best_chance: Option | None
    obstacle: Assessment | None
    theirs: Assessment | None
    best_proved: bool
    interrupted: bool
    nodes: int
    spillover: Spillover | None = None
    short: tuple[Part, ...] = ()

    @property
    def is_no(self) -> bool:
        """Whether the answer is proved to be no: walk away, or it cannot be done."""
        return self.status in (Status.NO_DEAL, Status.INFEASIBLE)

    @property
    def nearly_as_good(self) -> Option | None:
        """The likeliest plan that is worth hardly less than the one advised and is much likelier.

        None where there is none, where worth was not what was asked for, or in the certain case.
        """
        if self.score is None or self.objective.goal is not Goal.VALUE or self.sample.certain:
            return None
        value, chance = self.score.value - LITTLE, self.score.chance + MUCH
        close = [o for o in self.frontier if o.score.value >= value and o.score.chance >= chance]
        return max(close, key=lambda option: option.score.chance, default=None)

    def more_certain(self, most: int) -> tuple[Option, ...]:
        """At most so many plans of the frontier, no less likely than the one advised.

        The ends and what is advised, then whatever chance is farthest from those taken.
        """
        least = self.score.chance if self.score else 0.0
        found = [option for option in self.frontier if option.score.chance >= least]
        kept = {0, len(found) - 1} if found else set()
        kept |= {i for i, option in enumerate(found) if option.plan == self.plan}
        while len(kept) < min(most, len(found)):
            rest = (i for i in range(len(found)) if i not in kept)
            kept.add(max(rest, key=lambda i: (_gap(found, i, kept), -i)))
        return tuple(found[i] for i in sorted(kept))


def _gap(options: list[Option], i: int, kept: set[int]) -> float:
    """How far the chance of one plan is from that of any kept."""
    chance = options[i].score.chance
    return min(abs(chance - options[k].score.chance) for k in kept)

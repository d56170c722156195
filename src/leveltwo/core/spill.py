"""What one move does to every audience and gate: the records."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan


@dataclass(frozen=True)
class Reading:
    """What a plan comes to.

    Parameters
    ----------
    chance, durable : float
        Chance that all approval gates pass, and that those of implementation pass too.
    others : float
        Chance that all approval gates of the sides other than ours pass.
    value : float
        As in `core.evaluation.Score`, points.
    sides : dict
        Chance that all approval gates of each side pass.
    gates : dict
        Chance of each gate, by (side, gate).
    people : dict
        Chance that each constituency is for, where the move in question first counts for it.
    """

    chance: float
    durable: float
    others: float
    value: float
    sides: dict[str, float]
    gates: dict[tuple[str, str], float]
    people: dict[str, float]

    def over(self, other: Reading) -> Reading:
        """By how much every figure exceeds that of another plan."""
        return Reading(
            chance=self.chance - other.chance,
            durable=self.durable - other.durable,
            others=self.others - other.others,
            value=self.value - other.value,
            sides={side: p - other.sides[side] for side, p in self.sides.items()},
            gates={gate: p - other.gates[gate] for gate, p in self.gates.items()},
            people={who: p - other.people[who] for who, p in self.people.items()},
        )


@dataclass(frozen=True)
class Heard:
    """One move as one audience hears it.

    Parameters
    ----------
    points : float
        Mean points it adds to the margin, with its chance, what it does if it fails, and what is
        discounted; for the giver's negotiator less its cost.
    meant : float
        The same over the draws in which it works; 0 if it works in none.
    late : bool
        Whether it comes after every gate they stand in; points are what it would add in time.
    """

    points: float
    meant: float
    late: bool


@dataclass(frozen=True)
class Spill:
    """What one move does.

    Parameters
    ----------
    move : str
        The move.
    made : bool
        Whether the plan holds it.
    along : tuple of str
        Moves that go because they need it, or come because it needs them.
    conflicts : tuple of str
        Why it cannot be added to the plan, in words; empty if it can.
    cost : float
        Mean cost to its giver's negotiator, points.
    heard : dict
        By constituency; those whom it does not touch left out.
    readings : tuple of Reading or None
        The plan without it, and with it; None where it cannot be added.
    """

    move: str
    made: bool
    along: tuple[str, ...]
    conflicts: tuple[str, ...]
    cost: float
    heard: dict[str, Heard]
    readings: tuple[Reading, Reading] | None

    @property
    def change(self) -> Reading | None:
        """What it adds to every figure of the plan."""
        if self.readings is None:
            return None
        without, with_ = self.readings
        return with_.over(without)


@dataclass(frozen=True)
class Spillover:
    """A plan, and what every move does to it.

    Parameters
    ----------
    plan : Plan
        The plan.
    sample : Sample
        The draws.
    spills : tuple of Spill
        One for each move asked about, in the order of the file.
    """

    plan: Plan
    sample: Sample
    spills: tuple[Spill, ...]

    def of(self, move: str) -> Spill:
        """What one of the moves does."""
        return next(spill for spill in self.spills if spill.move == move)

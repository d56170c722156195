"""The record of what insurance a plan has, and what more would cost."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.safety import Safety
from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan
from leveltwo.solve.insurance.coalition import Coalitions, Unpriced
from leveltwo.solve.insurance.rival import Rival


@dataclass(frozen=True)
class Guarded:
    """One gate, without and with the insurance.

    Parameters
    ----------
    side, gate : str
        The gate.
    insured : bool
        Whether it is one of those to be made safe: of another side, and not marked implementation.
    before, after : Safety or None
        How little breaks it, every judgement being at its best; None if it fails as it is.
    holds_before, holds_after : float
        Share of draws in which it passes and the rival cannot break it.
    coalitions : Coalitions or Unpriced or None
        Whom to count on, points being added one by one, or why that is not worked out; None if
        the gate asks one constituency alone, or the rival cannot break it as it is.
    """

    side: str
    gate: str
    insured: bool
    before: Safety | None
    after: Safety | None
    holds_before: float
    holds_after: float
    coalitions: Coalitions | Unpriced | None

    @property
    def points(self) -> float | None:
        """Points that break it without insurance: 0 if it fails, None if nothing does."""
        return self.before.points if self.before else 0.0

    @property
    def points_after(self) -> float | None:
        """The same with it."""
        return self.after.points if self.after else 0.0

    def holds(self, rival: Rival, *, insured: bool) -> bool:
        """Whether a rival has too little to break it."""
        points = self.points_after if insured else self.points
        return points is None or points >= rival.points - CLOSE


CLOSE = 1e-9


@dataclass(frozen=True)
class Insurance:
    """The least costly moves that keep the other sides' gates safe from a rival.

    Parameters
    ----------
    plan : Plan
        The plan as it stands.
    sample : Sample
        The draws of all shares.
    rival : Rival
        Whom to be safe from.
    gates : tuple of Guarded
        Every gate.
    offered : tuple of str
        Moves of ours that could be added.
    added : tuple of str
        Those that should be; the safest set where none is safe enough.
    costs : dict
        Points that each costs our negotiator at best guess, by move.
    proved : bool
        Whether no other set is safer up to what the rival has, or as safe and less costly.
    refused : bool
        Whether sets were passed over since with them the plan would pass in fewer draws.
    interrupted : bool
        Whether somebody stopped the search.
    looked_at : int
        Sets looked at.
    chance, chance_after : float
        Chance that all approval gates pass without, and with them.
    fresh : Sample or None
        Draws that played no part in choosing; None in the certain case.
    fresh_chance, fresh_after : float or None
        The two chances on those.
    """

    plan: Plan
    sample: Sample
    rival: Rival
    gates: tuple[Guarded, ...]
    offered: tuple[str, ...]
    added: tuple[str, ...]
    costs: dict[str, float]
    proved: bool
    refused: bool
    interrupted: bool
    looked_at: int
    chance: float
    chance_after: float
    fresh: Sample | None
    fresh_chance: float | None
    fresh_after: float | None

    @property
    def insured_plan(self) -> Plan:
        """The plan with the moves that should be added."""
        return Plan(self.plan.deal, (*self.plan.moves, *self.added))

    @property
    def insured(self) -> tuple[Guarded, ...]:
        """The gates to be made safe."""
        return tuple(gate for gate in self.gates if gate.insured)

    @property
    def is_needed(self) -> bool:
        """Whether the rival can break one of them as the plan stands."""
        return not all(gate.holds(self.rival, insured=False) for gate in self.insured)

    @property
    def is_reached(self) -> bool:
        """Whether with the moves it can break none."""
        return all(gate.holds(self.rival, insured=True) for gate in self.insured)

    @property
    def cost(self) -> float:
        """Points that the moves cost our negotiator at best guess."""
        return sum(self.costs[move] for move in self.added)

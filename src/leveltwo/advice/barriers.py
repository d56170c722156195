"""Barriers: who stands in the way of a deal, of what kind, and what is at hand against it."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.advice.causes import Causes, causes
from leveltwo.advice.remedies import DEVICES, Help, helps
from leveltwo.core.assessment import Assessment
from leveltwo.core.conversion import Conversion
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.gate import Gate
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Vote, as_fraction, walk

__all__ = ["SURE", "WORTH_NAMING", "Barrier", "Help", "Kind", "barriers"]

SURE = 0.9
"""A constituency this likely to agree is no barrier unless converting it buys something."""
WORTH_NAMING = 0.005
LACKING = 0.05
"""Points that print as more than nothing."""


@dataclass(frozen=True)
class Barrier:
    """A constituency in the way at one gate.

    Parameters
    ----------
    causes : Causes
        What the barrier is made of, strongest first.
    implementation : bool
        Whether it stands in the way of carrying the deal out rather than of approval.
    conversion : Conversion
        The figures.
    shortfall : float
        Points it lacks on average, 0 if it agrees on average.
    votes : float or None
        Its share of the gate's votes, where votes are counted.
    objections, likes : tuple of (str, float)
        Issues whose chosen option costs it most against its best, and gives it most
        against its worst, with points.
    helps : tuple of Help
        Our moves not in the plan that would move it, strongest first.
    """

    causes: Causes
    implementation: bool
    conversion: Conversion
    shortfall: float
    votes: float | None
    objections: tuple[tuple[str, float], ...]
    likes: tuple[tuple[str, float], ...]
    helps: tuple[Help, ...]

    @property
    def kind(self) -> Kind:
        """What it is made of above all."""
        return self.causes.named[0].kind

    @property
    def devices(self) -> tuple[Device, ...]:
        """Classes of moves that fit it, those for its strongest cause first."""
        fitting = [device for cause in self.causes.named for device in DEVICES[cause.kind]]
        return tuple(dict.fromkeys(fitting))

    @property
    def lacks(self) -> bool:
        """Whether something must change for them, who may be likely to agree as it is.

        They lack points, the deal crosses a red line of theirs, or a gate that is likelier to
        fail than to pass turns on them.
        """
        c = self.conversion
        turns = c.gate_chance < 0.5 and c.gate_converted - c.gate_chance >= WORTH_NAMING
        return turns or c.hindrance.lacking >= LACKING or bool(c.hindrance.crossed)

    @property
    def answered(self) -> bool:
        """Whether one of our moves at hand would do."""
        return any(help_.turns for help_ in self.helps)


def barriers(
    case: Negotiation, found: list[Conversion], plan: Assessment, side: str | None = None
) -> tuple[Barrier, ...]:
    """Barriers to approval, then to carrying out, those first whose conversion buys most.

    Parameters
    ----------
    case : Negotiation
        The case.
    found : list of Conversion
        What converting each constituency at each gate would buy.
    plan : Assessment
        The plan.
    side : str or None
        Only barriers at this side's gates.
    """
    named = [_barrier(case, c, plan) for c in found if side in (None, c.side) and _matters(c)]
    return tuple(sorted(named, key=_rank))


def _matters(c: Conversion) -> bool:
    """Whether somebody stands in the way: of a gate that may fail, or so that turning buys."""
    return c.buys >= WORTH_NAMING or (c.chance < SURE and c.gate_chance < SURE)


def _rank(barrier: Barrier) -> tuple[bool, float, float, float, str, str]:
    c = barrier.conversion
    return (
        barrier.implementation,
        -round(c.buys, 4),
        -round(c.gate_converted - c.gate_chance, 4),
        -c.margin,
        c.gate,
        c.who,
    )


def _barrier(case: Negotiation, c: Conversion, plan: Assessment) -> Barrier:
    objections = _top(c.objections)
    found = causes(case, c, plan)
    return Barrier(
        causes=found,
        implementation=case.sides[c.side].gates[c.gate].implementation,
        conversion=c,
        shortfall=max(0.0, -c.margin),
        votes=_votes(case.sides[c.side].gates[c.gate], c.who),
        objections=objections,
        likes=_top({i: p for i, p in c.likes.items() if i not in dict(objections)}),
        helps=helps(case, c, plan, found.named[0].kind),
    )


def _top(points: dict[str, float], number: int = 3) -> tuple[tuple[str, float], ...]:
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))
    return tuple((issue, p) for issue, p in ranked[:number] if p >= 0.5)


def _votes(gate: Gate, who: str) -> float | None:
    for _, part in walk(gate.rule):
        if isinstance(part, Vote) and who in part.votes:
            return float(as_fraction(part.votes[who]) / part.total)
    return None

"""Barriers: who stands in the way of a deal, of what kind, and what is at hand against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.assessment import Assessment
from leveltwo.core.conversion import Conversion
from leveltwo.model.gate import Gate
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import MAJORITY, Unless, Vote, as_fraction, walk

SURE = 0.9
"""A constituency this likely to agree is no barrier unless converting it buys something."""
WORTH_NAMING = 0.005
HEARD = 0.5
"""Points below which a move does not touch somebody."""
SMALL = 10.0
"""Points: a deal that falls short of no deal by less is a matter of how it is seen."""
PROCESS = frozenset({Device.PROCESS_FORM, Device.AGREEMENT_FORM})
SEEING = frozenset(
    {Device.FRAMING, Device.STATEMENTS, Device.ACCEPTANCE_SPEECH, Device.TABLE_CONDUCT}
)


class Kind(StrEnum):
    """What a barrier is made of."""

    RED_LINE = "red line"
    TIMING = "timing"
    TRUST = "trust in delivery"
    ARBITER = "somebody they follow"
    INSTITUTION = "institution"
    STANDING = "standing and process"
    PERCEPTION = "perception"
    INTERESTS = "interests"


@dataclass(frozen=True)
class Help:
    """One of our moves as it touches a barrier.

    Parameters
    ----------
    move : str
        The move.
    points : float
        Mean points it would add.
    late : bool
        Whether it comes too late for the gate.
    consent : bool
        Whether it waits for a consent not yet granted.
    lifts : bool
        Whether it lifts the red line that the deal crosses.
    """

    move: str
    points: float
    late: bool
    consent: bool
    lifts: bool = False


@dataclass(frozen=True)
class Barrier:
    """A constituency in the way at one gate.

    Parameters
    ----------
    kind : Kind
        What the barrier is made of.
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

    kind: Kind
    implementation: bool
    conversion: Conversion
    shortfall: float
    votes: float | None
    objections: tuple[tuple[str, float], ...]
    likes: tuple[tuple[str, float], ...]
    helps: tuple[Help, ...]


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
    return Barrier(
        kind=_kind(case, c, plan),
        implementation=case.sides[c.side].gates[c.gate].implementation,
        conversion=c,
        shortfall=max(0.0, -c.margin),
        votes=_votes(case.sides[c.side].gates[c.gate], c.who),
        objections=objections,
        likes=_top({i: p for i, p in c.likes.items() if i not in dict(objections)}),
        helps=_helps(case, c, plan),
    )


def _top(points: dict[str, float], number: int = 3) -> tuple[tuple[str, float], ...]:
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))
    return tuple((issue, p) for issue, p in ranked[:number] if p >= 0.5)


def _helps(case: Negotiation, c: Conversion, plan: Assessment) -> tuple[Help, ...]:
    ours = [m for m in case.our_moves if m not in plan.plan.moves]
    lifting = _lifting(case, c.who, plan)
    gate = case.sides[c.side].gates[c.gate]
    found = []
    for key in ours:
        move = case.moves[key]
        late = move.date is not None and gate.date is not None and move.date > gate.date
        points = (c.late if late else c.effects).get(key, 0.0)
        if points >= HEARD or key in lifting:
            found.append(Help(key, points, late, move.lacks_consent, key in lifting))
    return tuple(sorted(found, key=lambda h: (h.late, not h.lifts, -h.points, h.move)))


def _lifting(case: Negotiation, who: str, plan: Assessment) -> set[str]:
    """Moves that lift a red line which the deal crosses."""
    return {
        move
        for line in case.constituencies[who].red_lines
        if plan.plan.deal[line.issue] in line.options
        for move in line.unless
    }


def _votes(gate: Gate, who: str) -> float | None:
    for _, part in walk(gate.rule):
        if isinstance(part, Vote) and who in part.votes:
            return float(as_fraction(part.votes[who]) / part.total)
    return None


def _kind(case: Negotiation, c: Conversion, plan: Assessment) -> Kind:
    """The kind of barrier, from the model's numbers; the first that fits.

    A red line crossed; moves that would suffice but come too late; moves in the plan that
    would suffice if they were sure to work; leaders whose word is what is missing; a gate
    that asks more than a majority that it has; then, where the deal itself falls little
    short of no deal, whatever kind of move would do most; else its interests.
    """
    standing = plan.constituencies[c.who]
    if standing.crossed:
        return Kind.RED_LINE
    if c.margin < 0 and c.margin + sum(p for p in c.late.values() if p > 0) >= 0:
        return Kind.TIMING
    if c.margin < 0 and c.margin + _lost_to_chance(case, c, plan) >= 0:
        return Kind.TRUST
    if c.margin < 0 <= c.margin - sum(p for p in c.cues.values() if p < 0):
        return Kind.ARBITER
    if c.margin >= 0 and c.gate_chance < 0.5 and _asks_more(case.sides[c.side].gates[c.gate]):
        return Kind.INSTITUTION
    worth = standing.parts.no_deal + sum(standing.parts.terms.values())
    return _by_remedy(case, c) if worth >= -SMALL else Kind.INTERESTS


def _lost_to_chance(case: Negotiation, c: Conversion, plan: Assessment) -> float:
    """Points that the plan's risky moves would add here if they were sure to work."""
    lost = 0.0
    for key in plan.plan.moves:
        move = case.moves[key]
        if move.chance.best < 1 and c.who in move.effects:
            lost += max(0.0, move.effects[c.who].best - c.effects.get(key, 0.0))
    return lost


def _asks_more(gate: Gate) -> bool:
    """Whether a gate asks for more than a plain majority of votes cast or held."""
    for _, part in walk(gate.rule):
        if isinstance(part, Unless) or (
            isinstance(part, Vote)
            and (part.quorum is not None or part.approval is not None or _above_half(part))
        ):
            return True
    return False


def _above_half(vote: Vote) -> bool:
    if vote.need == MAJORITY:
        return False
    need = as_fraction(vote.need)
    share = need if isinstance(vote.need, str) else need / vote.total
    return share * 2 > 1


def _by_remedy(case: Negotiation, c: Conversion) -> Kind:
    """Standing or perception, by the device of our moves that would do most; else interests."""
    points = {
        kind: sum(
            p for m, p in c.effects.items()
            if p > 0 and m in case.our_moves and case.moves[m].device in devices
        )
        for kind, devices in ((Kind.STANDING, PROCESS), (Kind.PERCEPTION, SEEING))
    }  # fmt: skip
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] > 0 else Kind.INTERESTS

"""Causes: which kinds of barrier keep somebody from agreeing, strongest first."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.assessment import Assessment
from leveltwo.core.conversion import Conversion
from leveltwo.core.explained import HEARD, Explained, explained
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.negotiation import Negotiation

LEAST_SHARE = 0.1
"""A cause that accounts for less of what is lacking is not named."""
ASKS_MORE = 0.05
"""Rise of a gate's chance from which its rule is named."""
LIKELY = 0.5
EXPLAINING = (
    Kind.TIMING,
    Kind.TRUST,
    Kind.ARBITER,
    Kind.STANDING,
    Kind.PERCEPTION,
    Kind.INTERESTS,
)
"""Kinds that account for points. Of those that account for equally many the narrower one comes
first, since its remedy costs less."""


@dataclass(frozen=True)
class Cause:
    """One kind of barrier, as it applies to somebody.

    Parameters
    ----------
    kind : Kind
        The kind.
    points : float or None
        Points that it accounts for; None where it is not a matter of points: a red line, a rule.
    """

    kind: Kind
    points: float | None


@dataclass(frozen=True)
class Causes:
    """Everything that keeps a constituency from agreeing.

    Parameters
    ----------
    named : tuple of Cause
        Strongest first; at least one.
    explained : Explained
        What accounts for which points.
    asks_more : bool
        Whether the gate would be clearly likelier to pass if a bare majority were enough.
    also_asked : tuple of str
        Other gates of the side in which it is asked and that are likelier than not to pass, where
        this one is not.
    """

    named: tuple[Cause, ...]
    explained: Explained
    asks_more: bool
    also_asked: tuple[str, ...]


def causes(case: Negotiation, c: Conversion, plan: Assessment) -> Causes:
    """The kinds of barrier that a constituency is at a gate.

    A crossed red line comes first. Then the rule, if the constituency itself is likely to agree.
    Then what accounts for points, most first; what alone accounts for all that is lacking counts
    as that. Then the rule, if they are not likely to agree.
    """
    found = explained(case, c, plan.plan)
    asks_more = c.hindrance.ordinary - c.gate_chance >= ASKS_MORE
    also = _also_asked(case, c, plan)
    named = [Cause(Kind.RED_LINE, None)] if c.hindrance.crossed else []
    rule = [Cause(Kind.INSTITUTION, None)] if also or asks_more else []
    if c.chance >= LIKELY > c.gate_chance:
        named += rule
        rule = []
    named += _explaining(c, found) or ([] if named or rule else [_largest(found)])
    named += _left_out(c, found, named)
    named += _word_only(c, found, named)
    return Causes((*named, *rule), found, asks_more, also)


def _also_asked(case: Negotiation, c: Conversion, plan: Assessment) -> tuple[str, ...]:
    if c.gate_chance >= LIKELY:
        return ()
    chances = plan.sides[c.side].gates
    return tuple(
        key
        for key, gate in case.sides[c.side].gates.items()
        if key != c.gate and c.who in gate.members and chances[key] >= LIKELY
    )


def _points(found: Explained) -> dict[Kind, float]:
    return {
        Kind.TIMING: found.timing,
        Kind.TRUST: found.trust,
        Kind.ARBITER: found.words,
        Kind.STANDING: found.left_out or 0.0,
        Kind.PERCEPTION: found.seen,
        Kind.INTERESTS: found.unmet,
    }


def _explaining(c: Conversion, found: Explained) -> list[Cause]:
    """Kinds that account for a fair part of what is lacking, most first."""
    lacking, points = c.hindrance.lacking, _points(found)
    counted = {kind: round(min(points[kind], lacking), 1) for kind in EXPLAINING}
    least = max(HEARD, LEAST_SHARE * lacking)
    ranked = sorted(EXPLAINING, key=lambda kind: -counted[kind])
    return [Cause(kind, points[kind]) for kind in ranked if counted[kind] >= least]


def _left_out(c: Conversion, found: Explained, named: list[Cause]) -> list[Cause]:
    """Standing, where it applies but accounts for too little to be named for it."""
    told = Kind.STANDING in {cause.kind for cause in named}
    if told or found.left_out is None or c.hindrance.lacking < HEARD:
        return []
    return [Cause(Kind.STANDING, found.left_out)]


def _word_only(c: Conversion, found: Explained, named: list[Cause]) -> list[Cause]:
    """Trust, where help rests on what was only said; only a chance would give it points."""
    told = Kind.TRUST in {cause.kind for cause in named}
    if told or not found.word_only or c.hindrance.lacking < HEARD:
        return []
    return [Cause(Kind.TRUST, found.trust)]


def _largest(found: Explained) -> Cause:
    """The largest cause where none is large; where nothing is, how the deal is seen."""
    points = _points(found)
    kind = max((Kind.PERCEPTION, *EXPLAINING), key=lambda kind: points[kind])
    return Cause(kind, points[kind])

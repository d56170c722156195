"""What had better not be said while an audience makes up its mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.advice.lines import TOUCHES, Felt, Lines, Part, ranked

MOST_TERMS = 3


class Why(StrEnum):
    """Why something had better not be said."""

    CONSENT = "lacks consent"
    UNTRUE = "not what it seems"
    HIDDEN = "not seen as whose it is"
    LATE = "comes after they decide"
    BOAST = "they lose by it"


@dataclass(frozen=True)
class Unsaid:
    """Something better left unsaid.

    Parameters
    ----------
    why : Why
        The reason.
    part : Part
        A term or a move.
    key : str
        The issue, or the move.
    option : str or None
        The option chosen; None for a move.
    points : float
        Mean points to the audience; for a move that comes too late, as if it came in time.
    glad : tuple of str
        Across the table, those who gain by what the audience loses, most first.
    """

    why: Why
    part: Part
    key: str
    option: str | None
    points: float
    glad: tuple[str, ...] = ()


def unsaid(lines: Lines) -> tuple[Unsaid, ...]:
    """What nobody should say, terms first: boasts, moves not seen, not made yet, not agreed to."""
    return (*_terms(lines), *_moves(lines))


def _terms(lines: Lines) -> Iterator[Unsaid]:
    """Terms that they lose most by and that somebody across the table is glad of."""
    points = {issue: lines.appeal.lost(issue) for issue in lines.appeal.terms}
    lost = ranked((issue, p) for issue, p in points.items() if p <= -TOUCHES)
    found = ((issue, p, _glad(lines, _of_term(issue))) for issue, p in lost)
    named = [(issue, p, glad) for issue, p, glad in found if glad]
    for issue, p, glad in named[:MOST_TERMS]:
        yield Unsaid(Why.BOAST, Part.TERM, issue, lines.found.plan.deal[issue], p, glad)


def _moves(lines: Lines) -> Iterator[Unsaid]:
    for key in lines.found.plan.moves:
        late = lines.appeal.late.get(key, 0.0)
        points = lines.appeal.moves[key] + late
        why = _reason(lines, key, points, is_late=key in lines.appeal.late)
        if why is not None:
            glad = _glad(lines, _of_move(key)) if why is Why.BOAST else ()
            yield Unsaid(why, Part.MOVE, key, None, points, glad)


def _reason(lines: Lines, key: str, points: float, *, is_late: bool) -> Why | None:
    move = lines.case.moves[key]
    if points >= TOUCHES and move.lacks_consent:
        return Why.CONSENT
    if abs(points) >= TOUCHES and lines.deceives(key):
        return Why.UNTRUE
    if abs(points) >= TOUCHES and not move.visible:
        return Why.HIDDEN
    if points >= TOUCHES and is_late:
        return Why.LATE
    if lines.heard(lines.appeal, key) <= -TOUCHES and _glad(lines, _of_move(key)):
        return Why.BOAST
    return None


def _glad(lines: Lines, felt: Felt) -> tuple[str, ...]:
    """Across the table, those who gain by something: our side, or all others if it is ours."""
    gains: dict[str, float] = {}
    for other in lines.found.each:
        if _across(lines, other.who):
            gains[other.who] = min(gains.get(other.who, 0.0), -felt(other))
    return tuple(who for who, points in ranked(gains.items()) if points <= -TOUCHES)


def _across(lines: Lines, who: str) -> bool:
    side = lines.case.constituencies[who].side
    if lines.side == lines.case.viewpoint:
        return side != lines.side
    return side == lines.case.viewpoint


def _of_term(issue: str) -> Felt:
    return lambda other: other.terms.get(issue, 0.0)


def _of_move(move: str) -> Felt:
    return lambda other: other.moves[move]

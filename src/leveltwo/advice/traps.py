"""Traps: moves that win the other sides' gates and lose the plan, or are worse than nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.spill import Reading, Spill, Spillover
from leveltwo.model.negotiation import Negotiation

NOTICEABLE = 0.01
"""Change of a chance that is worth telling."""
WORTH = 0.5
"""Change of a plan's worth, points, that is worth telling."""
HEARD = 0.05
"""Points below which a move does not touch somebody."""


class Kind(StrEnum):
    """What makes a move a trap."""

    OURS = "loses our own gates"
    JOINT = "loses more than it wins"
    CHANCE = "may fail"
    DATE = "comes too late"
    WORTH = "costs more than it brings"


@dataclass(frozen=True)
class Trap:
    """A move that had better not be made.

    Parameters
    ----------
    kind : Kind
        Why.
    spill : Spill
        What it does.
    without, with_ : Reading
        The plan without it, and with it.
    annoyed : tuple of (str, float)
        Those on our own side whom it turns away, with points, most first.
    pleased : tuple of (str, float)
        Those on other sides whom it pleases, most first, with points.
    let_down : tuple of (str, float)
        Those on other sides for whom it is meant and to whom it does more harm than good, as it
        may fail, or who have decided before it counts; with points.
    """

    kind: Kind
    spill: Spill
    without: Reading
    with_: Reading
    annoyed: tuple[tuple[str, float], ...]
    pleased: tuple[tuple[str, float], ...]
    let_down: tuple[tuple[str, float], ...]

    @property
    def wins(self) -> bool:
        """Whether it raises the chance of the other sides' gates noticeably."""
        return self.change.others >= NOTICEABLE

    @property
    def change(self) -> Reading:
        """What it adds to every figure of the plan."""
        return self.with_.over(self.without)


def traps(case: Negotiation, found: Spillover) -> tuple[Trap, ...]:
    """The traps among some moves, those first that lower the chance most.

    A move is a trap if it raises the chance of the other sides' gates, or pleases somebody there,
    and lowers the chance of ours without raising that of all, or lowers the chance of all; if it
    raises the chance of their gates and costs more than that is worth; or if it lowers chance or
    worth because it may fail, or comes too late, for those it is meant for.
    What brings a trap along, or cannot go without it, is not called one itself.
    """
    single = {s.move for s in found.spills if not s.along and _trap(case, s) is not None}
    named = [_trap(case, s) for s in found.spills if single.isdisjoint(s.along)]
    return tuple(sorted((trap for trap in named if trap is not None), key=_rank))


def to_leave(case: Negotiation, found: Spillover) -> tuple[Trap, ...]:
    """The traps that the plan is not in."""
    return tuple(trap for trap in traps(case, found) if not trap.spill.made)


def annoyed(case: Negotiation, spill: Spill) -> tuple[tuple[str, float], ...]:
    """Those on our own side whom a move turns away, most first; our negotiator's cost apart."""
    negotiator = case.sides[case.viewpoint].negotiator
    found = [
        (who, heard.points)
        for who, heard in spill.heard.items()
        if heard.points <= -HEARD and not heard.late and who != negotiator
        if case.constituencies[who].side == case.viewpoint
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))


def _rank(trap: Trap) -> tuple[float, float, str]:
    return round(trap.change.chance, 9), round(trap.change.value, 9), trap.spill.move


def _trap(case: Negotiation, spill: Spill) -> Trap | None:
    if spill.readings is None:
        return None
    without, with_ = spill.readings
    failed, late = _failed(case, spill, with_.over(without)), _late(case, spill)
    pleased = _pleased(case, spill)
    told = {"pleased": bool(pleased), "failed": bool(failed), "late": bool(late)}
    kind = _kind(case, spill, with_.over(without), **told)
    if kind is None:
        return None
    let_down = {Kind.CHANCE: failed, Kind.DATE: late}.get(kind, ())
    return Trap(kind, spill, without, with_, annoyed(case, spill), pleased, let_down)


def _kind(
    case: Negotiation, spill: Spill, change: Reading, *, pleased: bool, failed: bool, late: bool
) -> Kind | None:
    """Why a move is a trap, the first that fits; None if it is none.

    A move that costs us nothing lowers the worth of a plan only if the deal is bad for us: that
    is no fault of the move.
    """
    wins = change.others >= NOTICEABLE
    tempts = wins or pleased
    if tempts and change.sides[case.viewpoint] <= -NOTICEABLE and change.chance < NOTICEABLE:
        return Kind.OURS
    if wins and change.chance <= -NOTICEABLE:
        return Kind.JOINT
    dear = spill.cost >= WORTH and case.moves[spill.move].by == case.viewpoint
    if not (change.chance <= -NOTICEABLE or (dear and change.value <= -WORTH)):
        return None
    if failed:
        return Kind.CHANCE
    if late:
        return Kind.DATE
    return Kind.WORTH if wins else None


def _pleased(case: Negotiation, spill: Spill) -> tuple[tuple[str, float], ...]:
    """Those on other sides than ours whom a move pleases, most first."""
    found = [
        (who, heard.points)
        for who, heard in spill.heard.items()
        if heard.points >= HEARD and not heard.late
        if case.constituencies[who].side != case.viewpoint
    ]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _failed(case: Negotiation, spill: Spill, change: Reading) -> tuple[tuple[str, float], ...]:
    """Whom it would win if it worked, and who, as it may not, turn away or agree less often."""
    return tuple(
        (who, heard.points)
        for who, heard in spill.heard.items()
        if heard.meant >= HEARD and not heard.late
        if heard.points <= -HEARD or change.people[who] <= -NOTICEABLE
        if case.constituencies[who].side != case.moves[spill.move].by
    )


def _late(case: Negotiation, spill: Spill) -> tuple[tuple[str, float], ...]:
    """Whom it would win in time, where it wins nobody else on another side."""
    pleased = [
        (who, heard)
        for who, heard in spill.heard.items()
        if heard.points >= HEARD and case.constituencies[who].side != case.moves[spill.move].by
    ]
    if any(not heard.late for _, heard in pleased):
        return ()
    return tuple((who, heard.points) for who, heard in pleased)

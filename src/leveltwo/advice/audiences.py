"""Who is spoken to: everybody behind one table, or those named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leveltwo.core.appeal import Appeal, Appeals
from leveltwo.errors import PlanError, did_you_mean
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.several import several


@dataclass(frozen=True)
class Audience:
    """A constituency, at a gate if one was named, else where it decides first."""

    who: str
    side: str | None = None
    gate: str | None = None

    def find(self, found: Appeals) -> Appeal:
        """What a plan does for it there."""
        place = (self.side, self.gate)
        return next(
            a for a in found.each if a.who == self.who and place in ((None, None), (a.side, a.gate))
        )


def audiences(case: Negotiation, asked: Iterable[str], *, ours: bool) -> tuple[Audience, ...]:
    """The audiences asked for, each once; all of our side, or of the others, if none is named.

    Parameters
    ----------
    case : Negotiation
        The case.
    asked : iterable of str
        Constituencies, or gates, which stand for everybody they ask.
    ours : bool
        Whether our own side is spoken to.

    Raises
    ------
    PlanError
        If somebody is named who does not exist or belongs elsewhere.
    """
    sides = [side for side in case.sides if (side == case.viewpoint) is ours]
    named = several(asked)
    if named:
        each = [audience for name in named for audience in _named(case, name, sides)]
        return tuple(dict.fromkeys(each))
    people = [who for who, about in case.constituencies.items() if about.side in sides]
    leaders = case.negotiators.values()
    return tuple(Audience(who) for who in sorted(people, key=lambda who: who not in leaders))


def _named(case: Negotiation, name: str, sides: list[str]) -> Iterator[Audience]:
    if name in case.constituencies:
        if case.constituencies[name].side not in sides:
            raise PlanError(f"“{name}” {_elsewhere(case, sides)}")
        yield Audience(name)
        return
    gates = {(s, g): gate for s, side in case.sides.items() for g, gate in side.gates.items()}
    there = [place for place in gates if name in (place[1], ".".join(place))]
    if not there:
        known = [*case.constituencies, *(gate for _, gate in gates), *map(".".join, gates)]
        raise PlanError(f"no such constituency or gate, “{name}”{did_you_mean(name, known)}")
    here = [place for place in there if place[0] in sides]
    if not here:
        raise PlanError(f"“{name}” {_elsewhere(case, sides)}")
    for side, gate in here:
        for who in sorted(gates[side, gate].members, key=list(case.constituencies).index):
            yield Audience(who, side, gate)


def _elsewhere(case: Negotiation, sides: list[str]) -> str:
    if case.viewpoint in sides:
        return "is not on our side; leave --ours out"
    return "is on our own side; add --ours"

"""Who is approached: everybody, the people of some sides, or those named."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.errors import PlanError, did_you_mean
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.several import several


def approached(
    case: Negotiation, sides: Iterable[str] = (), people: Iterable[str] = ()
) -> tuple[str, ...]:
    """The people meant, each once, in the order of the file.

    Parameters
    ----------
    case : Negotiation
        The case.
    sides : iterable of str
        Only the people of these sides.
    people : iterable of str
        Only these people.

    Raises
    ------
    PlanError
        If a side or somebody named does not exist, or both sides and people are named.
    """
    of_sides, named = several(sides), several(people)
    if of_sides and named:
        raise PlanError("sides and people are named; name the one or the other")
    for side in of_sides:
        if side not in case.sides:
            raise PlanError(f"there is no side “{side}”{did_you_mean(side, case.sides)}")
    for who in named:
        if who not in case.constituencies:
            hint = did_you_mean(who, case.constituencies)
            raise PlanError(f"there is no constituency “{who}”{hint}")
    return tuple(
        who
        for who, about in case.constituencies.items()
        if (not of_sides or about.side in of_sides) and (not named or who in named)
    )

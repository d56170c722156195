"""Whether a deal and some moves make a plan: constraints, needs, exclusions, resources."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.model.constraint import IfThen, Never, allows
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan


def conflicts(case: Negotiation, plan: Plan) -> Iterator[str]:
    """What keeps a complete deal and some moves from being a plan, in words."""
    for constraint in case.constraints:
        if not allows(constraint, plan.deal):
            yield f"the constraint “{_in_words(case, constraint)}” is broken"
    for key in plan.moves:
        yield from _of_move(case, plan, key)
    for resource, limit in case.resources.items():
        used = sum(case.moves[m].resources.get(resource, 0.0) for m in plan.moves)
        if used > limit + 1e-9:
            yield f"the moves use {used:g} of {resource}, of which there is {limit:g}"


def _of_move(case: Negotiation, plan: Plan, key: str) -> Iterator[str]:
    move, name = case.moves[key], case.name("moves", key)
    for other in move.needs:
        if other not in plan.moves:
            yield f"“{name}” needs “{case.name('moves', other)}”"
    for other in move.excludes:
        told = other < key and key in case.moves[other].excludes
        if other in plan.moves and not told:
            yield f"“{name}” cannot go with “{case.name('moves', other)}”"
    for issue, options in move.only_with.items():
        if plan.deal[issue] not in options:
            wanted = " or ".join(case.label(issue, option) for option in options)
            yield f"“{name}” only goes with {case.name('issues', issue)}: {wanted}"


def _in_words(case: Negotiation, constraint: Never | IfThen) -> str:
    if isinstance(constraint, Never):
        return f"never {_pattern(case, constraint.never)}"
    return f"if {_pattern(case, constraint.if_)}, then {_pattern(case, constraint.then)}"


def _pattern(case: Negotiation, pattern: dict[str, tuple[str, ...]]) -> str:
    return " and ".join(
        f"{case.name('issues', issue)}: "
        + " or ".join(case.label(issue, option) for option in options)
        for issue, options in pattern.items()
    )

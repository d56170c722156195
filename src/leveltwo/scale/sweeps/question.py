"""The question of a sweep: whether it makes sense, and how it reads in a line."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.errors import InputError, PlanError
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import read_moves
from leveltwo.model.planning import named_plan
from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.scale.sweeps.values import text


def sensible(case: Negotiation, sweep: Sweep) -> None:
    """Refuse questions that no point could answer.

    Raises
    ------
    InputError
        Saying what does not go together, or what is out of range.
    PlanError
        If the plan, or a move offered, does not exist.
    """
    if sweep.deal is None and sweep.moves:
        raise InputError("moves are given, but no deal; give the deal that they go with")
    if sweep.deal is not None and (sweep.floor is not None or sweep.in_return or sweep.seconds):
        raise InputError(
            "a floor, moves in return and a time limit are for looking for the best plan; "
            "leave them out, or leave out the deal"
        )
    if sweep.floor is not None and not 0 <= sweep.floor <= 1:
        raise InputError(f"floor is {sweep.floor:g}; expected a chance between 0 and 1")
    if sweep.seconds is not None and not 0 < sweep.seconds < float("inf"):
        raise InputError(f"seconds is {sweep.seconds:g}; expected a number above 0")
    ours = sorted(set(read_moves(case, sweep.in_return)) & set(case.our_moves))
    if ours:
        raise PlanError(f"our own moves cannot be offered in return: {', '.join(ours)}")
    if sweep.deal is not None:
        named_plan(case, sweep.deal, sweep.moves)


def in_a_line(sweep: Sweep) -> str:
    """The question in a line, the same for all that comes to the same."""
    if sweep.deal is None:
        parts = ["best plan"]
        parts += [f"floor {sweep.floor:g}"] if sweep.floor else []
        parts += [f"in return {','.join(sorted(sweep.in_return))}"] if sweep.in_return else []
        parts += [f"{sweep.seconds:g} seconds each"] if sweep.seconds else []
    else:
        deal = sweep.deal if isinstance(sweep.deal, str) else _pairs(sweep.deal)
        parts = [f"plan {deal}", f"moves {','.join(sorted(sweep.moves)) or 'none'}"]
    parts += ["certain"] if sweep.certain else []
    parts += [f"draws {sweep.draws}"] if sweep.draws is not None else []
    parts += [f"seed {sweep.seed}"] if sweep.seed is not None else []
    return "; ".join(parts)


def _pairs(deal: Mapping[str, object]) -> str:
    return " ".join(f"{issue}={text(deal[issue])}" for issue in sorted(deal))

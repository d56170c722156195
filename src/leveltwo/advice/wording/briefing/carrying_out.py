"""Whether a deal is carried out: at which gate, on whom it turns, and which move would help."""

from __future__ import annotations

from leveltwo.advice.spilled import Spilled
from leveltwo.advice.wording.briefing.risks import wavering
from leveltwo.advice.wording.figures import chance, chance_shift, listed, points
from leveltwo.advice.wording.names import gate_name, people, quoted, side_name
from leveltwo.core.assessment import Assessment
from leveltwo.core.spill import Reading, Spill
from leveltwo.model.negotiation import Negotiation

NOTICED = 0.01
"""A change of a chance that is worth telling."""
TURNING = 2
"""People named on whom a gate turns."""


def carried_out(case: Negotiation, plan: Assessment, spilled: Spilled | None) -> str | None:
    """The implementation gate most likely to fail; nothing where there is none."""
    gates = [
        (share, (side, gate))
        for side, part in plan.sides.items()
        for gate, share in part.gates.items()
        if case.sides[side].gates[gate].implementation
    ]
    if not gates:
        return None
    share, key = min(gates)
    told = [_standing(case, plan, share, key), _turns(case, plan, key)]
    if spilled is not None and share <= 1 - NOTICED:
        told.append(_help(case, spilled, key))
    return " ".join(sentence for sentence in told if sentence)


def _standing(case: Negotiation, plan: Assessment, share: float, key: tuple[str, str]) -> str:
    where = f"{quoted(gate_name(case, *key))} ({side_name(case, key[0])})"
    not_in = "Not in the chance that every gate passes: whether it is carried out turns on"
    if plan.sample.certain:
        return f"{not_in} {where}, which {'passes' if share >= 0.5 else 'fails'}."
    return f"{not_in} {where}, which passes with a chance of {chance(share)}."


def _turns(case: Negotiation, plan: Assessment, key: tuple[str, str]) -> str | None:
    asked = [who for who, one in plan.constituencies.items() if key in one.gates]
    names = people(case, wavering(plan, asked)[:TURNING])
    return f"There most turns on {listed(names)}." if names else None


def _help(case: Negotiation, spilled: Spilled, key: tuple[str, str]) -> str | None:
    """The move of ours that would raise its chance most, or that does."""
    more = _most(case, spilled, key, made=False)
    if more is not None:
        spill, without, with_ = more
        along = [quoted(case.name("moves", move)) for move in spill.along]
        with_them = f" (with {listed(along)})" if along else ""
        shift = chance_shift(without.gates[key], with_.gates[key], spilled.matrix.sample)
        worth = points(with_.value - without.value)
        return (
            f"Of our moves left, {quoted(case.name('moves', spill.move))}{with_them} would help "
            f"most there: {shift}; worth {worth}."
        )
    there = _most(case, spilled, key, made=True)
    if there is None:
        return "No move of ours in the file that may be recommended helps there."
    spill, without, with_ = there
    shift = chance_shift(without.gates[key], with_.gates[key], spilled.matrix.sample)
    return (
        f"No move of ours that helps there and may be recommended is left; in the plan, "
        f"{quoted(case.name('moves', spill.move))} does ({shift})."
    )


def _most(
    case: Negotiation, spilled: Spilled, key: tuple[str, str], *, made: bool
) -> tuple[Spill, Reading, Reading] | None:
    """The move that helps a gate most; none that is a trap, lacks a consent or lowers all."""
    traps = {trap.spill.move for trap in spilled.traps}
    found = [
        (spill, *spill.readings)
        for spill in spilled.matrix.spills
        if spill.readings is not None
        and spill.made is made
        and spill.move in case.our_moves
        and (made or _may_be_added(case, spill, traps))
    ]
    ranked = [
        (with_.gates[key] - without.gates[key], (spill, without, with_))
        for spill, without, with_ in found
        if made or with_.chance > without.chance - NOTICED
    ]
    gain, best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return best if gain >= NOTICED else None


def _may_be_added(case: Negotiation, spill: Spill, traps: set[str]) -> bool:
    every = {spill.move, *spill.along}
    lacking = any(case.moves[move].lacks_consent for move in every)
    return not spill.conflicts and not lacking and not every & traps

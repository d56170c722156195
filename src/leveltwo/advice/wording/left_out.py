"""Moves of ours that no plan may hold for lack of consent, and what they would add."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.guard_rails import Kind, of_move
from leveltwo.advice.wording.figures import chance_shift, listed, points
from leveltwo.advice.wording.names import gate_name, people, quoted, side_name
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spill, Spillover
from leveltwo.model.negotiation import Negotiation

HEADING = "Left out, as nobody has marked consent:"
NOTICED = 0.01
"""Change of a gate's chance that is worth telling."""


def left_out(case: Negotiation, found: Spillover | None) -> tuple[Spill, ...]:
    """The moves of ours that are not made and lack consent, in the order of their ids."""
    spills = () if found is None else sorted(found.spills, key=lambda spill: spill.move)
    ours = set(case.our_moves)
    return tuple(
        s for s in spills if s.move in ours and not s.made and case.moves[s.move].lacks_consent
    )


def left_out_lines(case: Negotiation, found: Spillover | None) -> list[str]:
    """All of them under a heading, one line each."""
    said = left_out_sentences(case, found)
    return [HEADING, *(f"• {sentence}" for sentence in said)] if said else []


def left_out_sentences(case: Negotiation, found: Spillover | None) -> list[str]:
    """Each of them: what it would add to the plan, and whom to ask."""
    if found is None:
        return []
    return [left_out_sentence(case, spill, found.sample) for spill in left_out(case, found)]


def left_out_sentence(case: Negotiation, spill: Spill, sample: Sample) -> str:
    """One of them."""
    name = quoted(case.name("moves", spill.move))
    ask = listed(people(case, _to_ask(case, spill.move)))
    return (
        f"{name}. {_adds(case, spill, sample)} It reaches into another side’s house: ask {ask} "
        "first; once there is a yes, write “consent: granted” at the move, with a source."
    )


def _to_ask(case: Negotiation, move: str) -> Iterable[str]:
    warnings = of_move(case, move)
    return sorted({who for w in warnings if w.kind is Kind.CONSENT for who in w.people})


def _adds(case: Negotiation, spill: Spill, sample: Sample) -> str:
    """What it would change at the gate where it does most, and at all."""
    change = spill.change
    if spill.readings is None or change is None:
        return "It does not go with this plan anyway."
    without, with_ = spill.readings
    side, gate = max(change.gates, key=lambda key: (change.gates[key], key))
    most = ""
    if change.gates[side, gate] >= NOTICED:
        shift = chance_shift(without.gates[side, gate], with_.gates[side, gate], sample)
        most = f"“{gate_name(case, side, gate)}” ({side_name(case, side)}) {shift}; "
    whole = chance_shift(without.chance, with_.chance, sample)
    return f"It would mean: {most}all gates {whole}, worth {points(change.value)}."

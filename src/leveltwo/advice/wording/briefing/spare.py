"""How many votes each gate can lose."""

from __future__ import annotations

from leveltwo.advice.wording.figures import some
from leveltwo.advice.wording.names import gate_name
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Vote, walk

NAMED = 4
"""Gates that are named, those with least to lose first."""


def votes_to_spare(case: Negotiation, plan: Assessment) -> str | None:
    """How many votes the gates with a count can lose and still pass; nothing without a count.

    Gates of implementation are told of apart.
    """
    found = {(safe.side, safe.gate): safe.votes for safe in plan.safety}
    told: list[tuple[float, str]] = []
    for side, part in case.sides.items():
        for key, gate in part.gates.items():
            counted = any(isinstance(rule, Vote) and rule.total > 1 for _, rule in walk(gate.rule))
            if counted and not gate.implementation:
                told.append(_spare(gate_name(case, side, key), found.get((side, key), 0)))
    if not told:
        return None
    ranked = [text for _, text in sorted(told, key=lambda pair: pair[0])]
    return f"Votes to spare, where every best guess is right: {some(ranked, NAMED)}."


def _spare(name: str, fewest: int | None) -> tuple[float, str]:
    """How few votes break a gate, to rank by, and what that leaves to lose."""
    if fewest is None:
        return float("inf"), f"“{name}” passes however votes are cast"
    if fewest == 0:
        return 0, f"“{name}” fails"
    spare = fewest - 1
    return fewest, f"“{name}” can lose {f'{spare:,}' if spare else 'none'}"

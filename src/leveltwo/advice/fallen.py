"""The case from history that fell into the same trap, for each trap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from leveltwo.advice.precedents import Match, Wanted, asking, closeness, comparable, field_in
from leveltwo.advice.traps import Kind, Trap
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent, Verdict

FARED: Mapping[Kind, frozenset[Verdict]] = {
    Kind.OURS: frozenset({Verdict.WRONG}),
    Kind.JOINT: frozenset({Verdict.WRONG}),
    Kind.CHANCE: frozenset({Verdict.WRONG}),
    Kind.DATE: frozenset({Verdict.LATE}),
    Kind.WORTH: frozenset({Verdict.WRONG, Verdict.LATE}),
}
"""How an act fared that fell into a trap of each kind."""


def fallen(
    case: Negotiation,
    trap: Trap,
    library: Mapping[str, Precedent],
    but_not: Collection[str] = (),
) -> Match | None:
    """The closest case that fell into a trap; None if none in the library has enough in common.

    It must have fared as such a trap makes a move fare, share the device, and be close: it has in
    common who was asked (those on our side who are annoyed, or those across the table who are let
    down), and the field or something else besides. Of several it is the one that shares most; of
    equals the one whose act had fewest other devices, then the first in the library. Time grows
    with the acts in the library.

    Parameters
    ----------
    case : Negotiation
        The case of the trap.
    trap : Trap
        The trap.
    library : mapping
        Precedents by name.
    but_not : collection of str
        Names to leave out, such as the case's own.
    """
    wanted = _wanted(case, trap)
    every = [
        closeness(wanted, name, entry, act)
        for name, entry in comparable(wanted, library, but_not).items()
        for act in entry.acts
        if act.verdict in FARED[trap.kind]
    ]
    near = [match for match in every if match.close and match.devices]
    return min(near, key=_rank, default=None)


def all_fallen(
    case: Negotiation,
    traps: Iterable[Trap],
    library: Mapping[str, Precedent],
    but_not: Collection[str] = (),
) -> dict[str, Match]:
    """The closest case for each of some traps that has one, by move."""
    found = ((trap.spill.move, fallen(case, trap, library, but_not)) for trap in traps)
    return {move: match for move, match in found if match is not None}


def _wanted(case: Negotiation, trap: Trap) -> Wanted:
    device = case.moves[trap.spill.move].device
    lost = [who for who, _ in trap.let_down or trap.annoyed]
    sides = {case.constituencies[who].side for who in lost}
    rules, bodies = asking(case, lost, sides)
    return Wanted(
        frozenset() if device is None else frozenset({device}),
        rules=rules,
        bodies=bodies,
        field=field_in(case),
    )


def _rank(match: Match) -> tuple[int, int]:
    return -match.score, len(match.act.devices)

"""The precedents closest to one of our moves, or to a barrier, and what they have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leveltwo.advice.field import Field, field_of
from leveltwo.model.approval import Body, RuleKind, rule_kinds
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.gate import Gate
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Act, Precedent, Verdict

SAME_DEVICE = 8
SAME_BARRIER = 4
SPECIAL_RULE = 3
COMMON_RULE = 1
SAME_BODY = 2
SAME_FIELD = 2
DID_HELP = 1
ENOUGH = 2
"""Things beside the sort of body that a precedent must share to be cited."""
FEW = 4
"""Precedents of one field that may be named all together."""
COMMON = frozenset({RuleKind.ONE, RuleKind.MAJORITY})
"""Rules so common that sharing one says little."""


@dataclass(frozen=True)
class Wanted:
    """What a precedent should have in common with.

    Parameters
    ----------
    devices : frozenset of Device
        Classes of moves.
    barriers : frozenset of Kind
        Kinds of barrier.
    rules : frozenset of RuleKind
        Sorts of rule of the approvals in question.
    bodies : frozenset of Body
        Who is asked there, where the case says.
    field : Field or None
        What sort of negotiation it is; None where the case does not say who is asked.
    """

    devices: frozenset[Device] = frozenset()
    barriers: frozenset[Kind] = frozenset()
    rules: frozenset[RuleKind] = frozenset()
    bodies: frozenset[Body] = frozenset()
    field: Field | None = None


@dataclass(frozen=True)
class Match:
    """An act of a precedent, and what it has in common with what was wanted.

    Parameters
    ----------
    name : str
        The precedent, by name.
    precedent : Precedent
        It.
    act : Act
        What was done there.
    devices, barriers, rules, bodies : tuple
        What both have, in the order in which the words are defined.
    field : Field or None
        The field of negotiation, where both are known to be of the same.
    score : int
        How close it is; see `closeness`.
    """

    name: str
    precedent: Precedent
    act: Act
    devices: tuple[Device, ...]
    barriers: tuple[Kind, ...]
    rules: tuple[RuleKind, ...]
    bodies: tuple[Body, ...]
    field: Field | None
    score: int

    @property
    def cautionary(self) -> bool:
        """Whether it tells what went wrong."""
        return self.act.verdict is not Verdict.HELPED

    @property
    def close(self) -> bool:
        """Whether it shares enough to be cited: who is asked, and two things besides.

        Those are the device, the kind of barrier, a special sort of rule and the field. The same
        device before another sort of people says nothing: a strike notice is no raid.
        """
        special = set(self.rules) - COMMON
        besides = (self.devices, self.barriers, special, self.field is not None)
        return bool(self.bodies) and sum(map(bool, besides)) >= ENOUGH


def closeness(wanted: Wanted, name: str, precedent: Precedent, act: Act) -> Match:
    """How close an act is: a sum of points for what it shares, which orders and measures nothing.

    Eight for the same device; four for the same kind of barrier; three for each special sort of
    rule (two-thirds, turned round, quorums, everybody) and one for any common one; two for each
    sort of body asked; two for the same field of negotiation; one if it helped. A device outweighs
    any other single thing, since it is what the reader is about to do.
    """
    devices = tuple(d for d in Device if d in wanted.devices and d in act.devices)
    barriers = tuple(k for k in Kind if k in wanted.barriers and k in act.barriers)
    rules = tuple(r for r in RuleKind if r in wanted.rules and r in act.rules)
    bodies = tuple(b for b in Body if b in wanted.bodies and b in act.bodies)
    field = wanted.field if wanted.field is field_of(precedent.bodies) else None
    score = (
        SAME_DEVICE * bool(devices)
        + SAME_BARRIER * bool(barriers)
        + SPECIAL_RULE * len(set(rules) - COMMON)
        + COMMON_RULE * bool(set(rules) & COMMON)
        + SAME_BODY * len(bodies)
        + SAME_FIELD * (field is not None)
        + DID_HELP * (act.verdict is Verdict.HELPED)
    )
    return Match(name, precedent, act, devices, barriers, rules, bodies, field, score)


def closest(
    wanted: Wanted,
    library: Mapping[str, Precedent],
    but_not: Collection[str] = (),
    number: int = 2,
) -> tuple[Match, ...]:
    """The closest precedents, each with the act that comes nearest.

    Only acts with one of the devices wanted count, or, where none is wanted, with one of the
    barriers; they must be close, and of no field known to be another. At most one of those
    returned is cautionary, and it stands last. Of equals, an act with fewer devices goes first,
    then the order of the library, so the same question gets the same answer; time grows with the
    acts in the library.

    Parameters
    ----------
    wanted : Wanted
        What to have in common.
    library : mapping
        Precedents by name.
    but_not : collection of str
        Names to leave out, such as the case's own.
    number : int
        How many at most.
    """
    every = [
        closeness(wanted, name, entry, act)
        for name, entry in comparable(wanted, library, but_not).items()
        for act in entry.acts
    ]
    ranked = _each_once(sorted((m for m in every if _relevant(wanted, m)), key=_rank))
    helped = [match for match in ranked if not match.cautionary][:number]
    warned = [match for match in ranked if match.cautionary][:1]
    if not (helped and warned and number > 1):
        return tuple(helped or warned[:number])
    if len(helped) == number and warned[0].score < helped[-1].score:
        return tuple(helped)
    return (*helped[: number - 1], *warned)


def _rank(match: Match) -> tuple[int, int]:
    """The closest first; of equals, what was done with fewest other devices."""
    return -match.score, len(match.act.devices)


def _relevant(wanted: Wanted, match: Match) -> bool:
    return match.close and bool(match.devices if wanted.devices else match.barriers)


def comparable(
    wanted: Wanted, library: Mapping[str, Precedent], but_not: Collection[str] = ()
) -> dict[str, Precedent]:
    """The precedents that may be named beside what is wanted: of no field known to be another."""
    return {
        name: entry
        for name, entry in library.items()
        if name not in but_not
        if wanted.field is None or field_of(entry.bodies) in (None, wanted.field)
    }


def _each_once(matches: Iterable[Match]) -> list[Match]:
    """The first match of each precedent."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.name, match)
    return list(found.values())


def akin(
    case: Negotiation, library: Mapping[str, Precedent], but_not: Collection[str] = ()
) -> dict[str, Precedent]:
    """The precedents of the case's own field, if they are few enough to name; else none.

    They are for where nothing is close: a reader over labour wants to know of the other disputes
    over labour, whatever was done there.
    """
    field = field_in(case)
    found = {
        name: entry
        for name, entry in library.items()
        if name not in but_not and field is not None and field_of(entry.bodies) is field
    }
    return found if len(found) <= FEW else {}


def own(case: Negotiation, source: str) -> frozenset[str]:
    """The precedents that tell of the case itself: the one it links to, and one of its name."""
    return frozenset({Path(source).stem, *([case.precedent] if case.precedent else [])})


def for_move(
    case: Negotiation, move: str, deal: Mapping[str, str], kinds: Iterable[Kind] = ()
) -> Wanted:
    """What a precedent should have in common with one of the case's moves.

    Its device; the rules and bodies of the other sides' gates that hear those whom it wins
    over; the kinds of barrier told, and *red line* if it lifts one that the deal crosses.
    """
    about = case.moves[move]
    lifted = {who for who, part in case.constituencies.items() if any(
        move in line.unless and deal[line.issue] in line.options for line in part.red_lines
    )}  # fmt: skip
    won = {who for who, points in about.effects.items() if points.best > 0} | lifted
    return Wanted(
        frozenset() if about.device is None else frozenset({about.device}),
        frozenset(kinds) | (frozenset({Kind.RED_LINE}) if lifted else frozenset()),
        *asking(case, won, set(case.sides) - {about.by}),
        field_in(case),
    )


def for_barrier(
    case: Negotiation, kind: Kind, side: str, gate: str, devices: Iterable[Device] = ()
) -> Wanted:
    """What a precedent should have in common with a barrier of some kind at a gate.

    With `devices`, only acts of these classes are looked at.
    """
    rules, bodies = _of_gates([case.sides[side].gates[gate]])
    return Wanted(frozenset(devices), frozenset({kind}), rules, bodies, field_in(case))


def field_in(case: Negotiation) -> Field | None:
    """The field of a case, by who is asked at the gates of all its sides."""
    return field_of(_of_gates(g for side in case.sides.values() for g in side.gates.values())[1])


def asking(
    case: Negotiation, people: Iterable[str], sides: Collection[str]
) -> tuple[frozenset[RuleKind], frozenset[Body]]:
    """Rules and bodies of the gates of some sides that ask people, or somebody who follows them."""
    heard = _hearing(case, people)
    return _of_gates(
        gate
        for key, side in case.sides.items()
        if key in sides
        for gate in side.gates.values()
        if heard & set(gate.members)
    )


def _of_gates(gates: Iterable[Gate]) -> tuple[frozenset[RuleKind], frozenset[Body]]:
    gates = list(gates)
    rules = frozenset(kind for gate in gates for kind in rule_kinds(gate.rule))
    return rules, frozenset(gate.body for gate in gates if gate.body is not None)


def _hearing(case: Negotiation, people: Iterable[str]) -> set[str]:
    """Some people and whoever follows them, directly or through others."""
    found = set(people)
    fresh = set(found)
    while fresh:
        fresh = {
            who for who, part in case.constituencies.items() if fresh & set(part.follows)
        } - found
        found |= fresh
    return found

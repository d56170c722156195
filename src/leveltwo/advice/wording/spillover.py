"""Sentences about who else hears a move, and about traps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leveltwo.advice.precedents import Match
from leveltwo.advice.traps import HEARD, Kind, Trap, annoyed
from leveltwo.advice.wording.cited import cited
from leveltwo.advice.wording.figures import chance, chance_shift, listed, points, some
from leveltwo.advice.wording.names import people, quoted
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spill, Spillover
from leveltwo.model.negotiation import Negotiation

SIZES = ((1.0, "barely"), (5.0, "slightly"), (10.0, "clearly"), (20.0, "strongly"))
"""Points up to which a word holds; above the last it is “decisively”."""
ELSEWHERE = 4
NOBODY_ANNOYED = "None of these moves annoys anybody at home."


def size(number: float) -> str:
    """How much some points are, in a word, by the format's own scale."""
    return next((word for limit, word in SIZES if abs(number) < limit), "decisively")


def annoyance(case: Negotiation, spill: Spill, most: int | None = None) -> str:
    """Who at home is annoyed, and by how much; at most so many by name."""
    return _turned_away(case, annoyed(case, spill), most) or "annoys nobody at home"


def _turned_away(
    case: Negotiation, found: Iterable[tuple[str, float]], most: int | None = None
) -> str:
    pairs = list(found)
    names = people(case, [who for who, _ in pairs])
    said = [f"{n} {size(p)} ({points(p)})" for n, (_, p) in zip(names, pairs, strict=True)]
    return f"annoys {some(said, len(said) if most is None else most)} at home" if said else ""


def elsewhere(case: Negotiation, spill: Spill) -> str:
    """Whom on other sides it turns away, and who at home likes it."""
    cold = [(who, h.points) for who, h in spill.heard.items() if h.points <= -HEARD and not h.late]
    warm = [(who, h.points) for who, h in spill.heard.items() if h.points >= HEARD and not h.late]
    home = {who for who, _ in (*cold, *warm) if case.constituencies[who].side == case.viewpoint}
    parts = [
        _touched(case, "turns away", [pair for pair in cold if pair[0] not in home]),
        _touched(case, "pleases", [pair for pair in warm if pair[0] in home], " at home"),
    ]
    return "; ".join(part for part in parts if part)


def _touched(case: Negotiation, verb: str, found: list[tuple[str, float]], where: str = "") -> str:
    ranked = sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))
    names = people(case, [who for who, _ in ranked[:ELSEWHERE]])
    shown = [f"{name} ({points(p)})" for name, (_, p) in zip(names, ranked, strict=False)]
    more = len(ranked) - ELSEWHERE
    shown += [f"{more} more"] if more > 0 else []
    return f"{verb} {listed(shown)}{where}" if shown else ""


def home_lines(case: Negotiation, found: Spillover) -> list[str]:
    """Who at home is annoyed, move by move; those that annoy nobody are left out."""
    hurt = [spill for spill in found.spills if annoyed(case, spill)]
    lines = [f"• {case.name('moves', s.move)} {annoyance(case, s)}." for s in hurt]
    return ["Who at home is annoyed:", *lines] if lines else [NOBODY_ANNOYED]


def spill_lines(case: Negotiation, found: Spillover, moves: Iterable[str]) -> list[str]:
    """Of some moves: who at home is annoyed, and who else hears it; one line for the harmless."""
    lines, harmless = [], []
    for move in moves:
        spill, name = found.of(move), case.name("moves", move)
        annoys = annoyed(case, spill)
        parts = [annoyance(case, spill) if annoys else "", elsewhere(case, spill)]
        said = "; ".join(part for part in parts if part)
        lines += [f"• {name}: {said}."] if said else []
        harmless += [] if annoys else [quoted(name)]
    if harmless:
        verb = "annoys" if len(harmless) == 1 else "annoy"
        lines.append(f"• {listed(harmless)} {verb} nobody at home.")
    return ["Who else hears it:", *lines] if lines else []


def trap_lines(
    case: Negotiation,
    found: Iterable[Trap],
    sample: Sample,
    fallen: Mapping[str, Match] | None = None,
) -> list[str]:
    """The traps: those that the plan is already in, and those to leave.

    Below each stands the case from history that fell into one, if there is any.
    """
    every = list(found)
    lines = []
    for title, made in (("Take these out:", True), ("Leave these:", False)):
        kept = [trap for trap in every if trap.spill.made is made]
        lines += [title] if kept else []
        for trap in kept:
            lines.append(f"• {trap_sentence(case, trap, sample)}")
            match = (fallen or {}).get(trap.spill.move)
            lines += [] if match is None else [f"  – Compare {cited(match)}"]
    return lines


def trap_sentence(case: Negotiation, trap: Trap, sample: Sample) -> str:
    """One trap: what it wins, what it loses, and through whom."""
    name = case.name("moves", trap.spill.move)
    along = [f"“{case.name('moves', m)}”" for m in trap.spill.along]
    with_ = f" (with {listed(along)})" if along else ""
    said = f"{quoted(name)}{with_} {_why(case, trap, sample)}"
    told = _turned_away(case, trap.annoyed) if trap.kind in (Kind.OURS, Kind.JOINT) else ""
    return f"{said}; it {told}." if told else f"{said}."


def _why(case: Negotiation, trap: Trap, sample: Sample) -> str:
    whole = f"{_all(trap, sample)}, worth {points(trap.change.value)}"
    pleased = listed(people(case, [who for who, _ in trap.pleased[:ELSEWHERE]]))
    wins = (
        f"wins at the other gates ({_theirs(trap, sample)})" if trap.wins else f"pleases {pleased}"
    )
    let_down = listed(people(case, [who for who, _ in trap.let_down]))
    cost = f"costs our negotiator {points(trap.spill.cost, signed=False)} points"
    told = f"{_all(trap, sample)}; all told we lose {points(-trap.change.value, signed=False)}"
    return {
        Kind.OURS: f"{wins} and loses at ours ({_ours(case, trap, sample)}): {whole}",
        Kind.JOINT: f"{wins}, but not in the same cases as ours: {whole}",
        Kind.WORTH: f"{wins}, but {cost}: {told}",
        Kind.CHANCE: f"{_unsure(case, trap, sample)}: {whole}",
        Kind.DATE: f"comes after those it is meant for have decided ({let_down}): {whole}",
    }[trap.kind]


def _unsure(case: Negotiation, trap: Trap, sample: Sample) -> str:
    """How sure a move is, and who loses by it on balance; or agrees less often, if nobody does."""
    move = case.moves[trap.spill.move]
    doubt = move.chance.low < 1 and not sample.certain
    odds = f"works with a chance of {chance(move.chance.mean)}; " if doubt else ""
    counted = "failures counted, it " if doubt else ""
    lost = [(who, h.points) for who, h in trap.spill.heard.items() if h.points <= -HEARD]
    cold = [(who, p) for who, p in lost if case.constituencies[who].side != move.by]
    if cold:
        return f"{odds}{counted}{_touched(case, 'turns away', cold)}"
    let_down = listed(people(case, [who for who, _ in trap.let_down]))
    return f"{odds}with it those it is meant for ({let_down}) agree less often"


def _all(trap: Trap, sample: Sample) -> str:
    return f"all gates {chance_shift(trap.without.chance, trap.with_.chance, sample)}"


def _theirs(trap: Trap, sample: Sample) -> str:
    return chance_shift(trap.without.others, trap.with_.others, sample)


def _ours(case: Negotiation, trap: Trap, sample: Sample) -> str:
    side = case.viewpoint
    return chance_shift(trap.without.sides[side], trap.with_.sides[side], sample)

"""Lines that cite precedents: for moves, and for barriers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leveltwo.advice.barriers import Barrier
from leveltwo.advice.precedents import Match
from leveltwo.advice.wording.names import gate_name, person
from leveltwo.advice.wording.precedents import match_line, sources_sentence
from leveltwo.model.negotiation import Negotiation

FOR_MOVES = "Precedents for these moves (leveltwo precedents NAME tells more):"
FOR_BARRIERS = "Precedents for these barriers (leveltwo precedents NAME tells more):"

Cited = tuple[Match, ...]


def precedent_lines(case: Negotiation, found: Mapping[str, Cited]) -> list[str]:
    """The precedents of some moves; moves with the same ones share their lines."""
    named = ((case.name("moves", move), matches) for move, matches in found.items())
    return _grouped(FOR_MOVES, named)


def barrier_precedent_lines(case: Negotiation, found: Iterable[tuple[Barrier, Cited]]) -> list[str]:
    """The precedents of some barriers; barriers with the same ones share their lines."""
    named = ((_place(case, barrier), matches) for barrier, matches in found)
    return _grouped(FOR_BARRIERS, named)


def _place(case: Negotiation, barrier: Barrier) -> str:
    c = barrier.conversion
    return f"{person(case, c.who)}, at {gate_name(case, c.side, c.gate)} ({barrier.kind})"


def _grouped(title: str, found: Iterable[tuple[str, Cited]]) -> list[str]:
    groups: dict[Cited, list[str]] = {}
    for name, matches in found:
        if matches:
            groups.setdefault(matches, []).append(name)
    lines = [title] if groups else []
    for matches, names in groups.items():
        lines += [f"• {'; '.join(names)}", *(f"  – {cited(match)}" for match in matches)]
    return lines


def cited(match: Match) -> str:
    """A precedent, why it is cited, and what it rests on."""
    return f"{match_line(match)}. {sources_sentence(match.precedent)}"

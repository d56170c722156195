"""Lines that cite precedents: for moves, and for barriers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leveltwo.advice.barriers import Barrier
from leveltwo.advice.precedents import Match
from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.names import gate_name, person, quoted
from leveltwo.advice.wording.precedents import match_line, sources_sentence
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent

FOR_MOVES = "Precedents for these moves (leveltwo precedents NAME tells more):"
FOR_BARRIERS = "Precedents for these barriers (leveltwo precedents NAME tells more):"

Cited = tuple[Match, ...]


def precedent_lines(
    case: Negotiation, found: Mapping[str, Cited], akin: Mapping[str, Precedent] | None = None
) -> list[str]:
    """The precedents of some moves; moves with the same ones share their lines.

    Below stand the moves that have none, with the precedents of the case's own field, if told.
    """
    named = ((case.name("moves", move), matches) for move, matches in found.items())
    none = none_close(case, found)
    beside = akin_sentence(akin or {})
    lines = [none, *([beside] if beside else [])] if none else []
    return [*_grouped(FOR_MOVES, named), *lines]


def none_close(case: Negotiation, found: Mapping[str, Cited]) -> str | None:
    """The moves of some class that no precedent is close to; None if each has one."""
    without = [move for move, matches in found.items() if not matches and case.moves[move].device]
    names = listed([quoted(case.name("moves", move)) for move in without])
    return f"No close precedent in the library for {names}." if names else None


def akin_sentence(akin: Mapping[str, Precedent]) -> str | None:
    """The precedents of the case's own field; None if there are none to name."""
    told = "; ".join(f"{entry.title}, {entry.years} ({name})" for name, entry in akin.items())
    return f"Of the same field, though something else was done there: {told}." if told else None


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

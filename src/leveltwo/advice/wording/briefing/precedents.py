"""Precedents as a brief cites them."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.precedents import Match
from leveltwo.advice.wording.precedents import match_reason, sources_sentence
from leveltwo.model.precedent import Precedent


def trap(name: str) -> str:
    """A trap for which a case is cited that fell into one."""
    return f"{name} (a trap)"


def works(entry: Precedent) -> tuple[str, str]:
    """A precedent and what it rests on."""
    return f"{entry.title}.", sources_sentence(entry)


def cells(match: Match, names: Iterable[str]) -> tuple[str, str, str]:
    """What it is cited for, what it is, and what was done there and how it fared."""
    entry, reason = match.precedent, match_reason(match)
    return (
        "; ".join(names),
        f"{entry.title}, {entry.years}",
        f"{match.act.short[:1].upper()}{match.act.short[1:]}: {reason}.",
    )

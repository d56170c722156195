"""Random gates: every rule of the grammar, nested, dated or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from tests.generator.numbers import Doc, Pen

DATES = [dt.date(2026, 10, 1), dt.date(2026, 11, 1), dt.date(2026, 12, 1)]
NAMES = ["signature", "board", "council"]
FRACTIONS = ["1/2", "2/3", "3/5", "5/6", "1/3"]
SHARES = ["1/2", "2/5", "13/100"]


def gates(pen: Pen, people: Sequence[str]) -> Doc:
    """One to three gates, dates in order; one at least is not for implementation."""
    names = pen.some(NAMES, 1, 3)
    dates = sorted(pen.rng.choice(DATES) for _ in names)
    voted = pen.rng.choice(names)
    return {
        name: gate(pen, people, date, name != voted and pen.often(0.4))
        for name, date in zip(names, dates, strict=True)
    }


def gate(pen: Pen, people: Sequence[str], date: dt.date, implementation: bool) -> Any:
    """A gate: a rule, with its date and mark beside it or around it."""
    written = rule(pen, people, depth=2)
    extra: Doc = {"date": date} if pen.often(0.5) else {}
    if implementation:
        extra["implementation"] = True
    if isinstance(written, str):
        return {"rule": written, **extra} if extra else written
    return {"rule": written, **extra} if pen.often(0.4) else {**written, **extra}


def rule(pen: Pen, people: Sequence[str], depth: int) -> Any:
    """A rule, with others nested in it up to a depth."""
    forms = ["name", "votes", "votes", "unless"]
    form = pen.rng.choice([*forms, "all", "any", "at_least"] if depth else forms)
    if form == "name":
        return pen.rng.choice(list(people))
    if form == "votes":
        return ballot(pen, people)
    if form == "unless":
        return {"unless": ballot(pen, people)}
    parts = [rule(pen, people, depth - 1) for _ in range(pen.rng.randint(1, 3))]
    if form == "at_least":
        return {"at_least": pen.rng.randint(1, len(parts)), "of": parts}
    return {form: parts}


def ballot(pen: Pen, people: Sequence[str]) -> Doc:
    """A count of votes that all votes together can reach."""
    votes = {who: pen.number(0.5, 9) for who in pen.some(people, 1, len(people))}
    kind = pen.rng.choice(["majority", "fraction", "number"])
    need: Any = "majority"
    if kind == "number":
        need = pen.number(0.5, sum(votes.values()))
    if kind == "fraction":
        need = pen.rng.choice(FRACTIONS)
    written: Doc = {"need": need, "votes": votes}
    if pen.often(0.3):
        written["base"] = "cast"
    if pen.often(0.2):
        written["quorum"] = pen.rng.choice(SHARES)
    if pen.often(0.2):
        written["approval"] = pen.rng.choice(SHARES)
    return written

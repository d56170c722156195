"""The head of a brief, and its question."""

from __future__ import annotations

import datetime as dt
import re

from leveltwo.advice.wording.briefing.dates import day
from leveltwo.advice.wording.names import people, side_name
from leveltwo.model.negotiation import Negotiation
from leveltwo.version import VERSION

SHOWN_DIGITS = 12
LONGEST = 90
"""Words of the summary that a busy reader is given before the answer."""
SENTENCE = re.compile(r"(?<=[^\W_]{2}[.?!])\s+(?=[^a-z])")
"""Between sentences; an initial, as in “J. Smith”, ends none."""
EMPHASIS = re.compile(r"(\*{1,2}|`)(\S[^*`]*?)\1")
"""Markdown’s signs around what is stressed."""


def subtitle(case: Negotiation, date: dt.date) -> str:
    """Whom the brief is for, and its date."""
    who = people(case, [case.sides[case.viewpoint].negotiator])[0]
    us = side_name(case, case.viewpoint)
    return f"Brief for {us}. At the table: {who}. {day(date)}."


def stamp(source: str, sha256: str, date: dt.date) -> str:
    """What ties a printed page to its case file."""
    digest = sha256[:SHOWN_DIGITS]
    return f"{date} · Level Two {VERSION} · {source} · SHA-256 {digest}…"


def background(case: Negotiation) -> str | None:
    """The beginning of the summary, as far as whole sentences fit."""
    if case.summary is None:
        return None
    first = " ".join(case.summary.strip().split("\n\n")[0].split())
    kept: list[str] = []
    for sentence in SENTENCE.split(EMPHASIS.sub(r"\2", first)):
        if kept and len(" ".join([*kept, sentence]).split()) > LONGEST:
            break
        kept.append(sentence)
    return " ".join(kept)


def question(case: Negotiation) -> str:
    """What is asked, with the number of approvals on every side."""
    us = side_name(case, case.viewpoint)
    counts = {
        side: sum(not gate.implementation for gate in part.gates.values())
        for side, part in case.sides.items()
    }
    asked = "; ".join(f"{side_name(case, side)}: {n}" for side, n in counts.items() if n)
    return (
        f"Which deal, with which moves of {us}, would get every approval that it needs ({asked}), "
        f"at the least cost to {us}? And how sure is that?"
    )

"""Headings of a brief, and the heads of its tables."""

from __future__ import annotations

from collections.abc import Iterable

QUESTION = "The question"
ANSWER = "The answer"
DEAL = "The deal"
FIRST_MOVES = "The moves that matter most"
TRAPS = "What could go wrong"
UNKNOWNS = "What we do not know"

ANNEX = "Annex"
GATES = "Gates: what must be agreed, and by whom"
PEOPLE = "Both tables: who stands where"
BARRIERS = "Who stands in the way"
MOVES = "All moves of the plan"
SPEECH = "What their leaders can say at home"
SPEECH_NOTE = (
    "Outlines for the leaders of the other side, and for those of its people who stand in the way. "
    "“leveltwo speech” outlines one for everybody."
)
MARGINS = "What makes up a margin"
FRONTIER = "What more certainty costs"
MAP = "The map of deals"
CALENDAR = "Calendar"
JUDGEMENTS = "The judgements, and where they come from"
METHOD = "How this was worked out"

DEAL_HEAD = ("Issue", "Terms")
GATES_HEAD = ("Gate", "Decided", "Needs", "Chance", "Votes to lose", "Points to lose")
PEOPLE_HEAD = ("Who", "For", "Margin", "Decisive", "What weighs most")
MOVES_HEAD = ("Move", "Counts from", "Cost", "Wins over (points)", "Without it")
FRONTIER_HEAD = ("", "Chance", "Worth", "Gain", "Cost", "How it differs")
PICKS_HEAD = ("Picked by", "Chance", "Terms")
CALENDAR_HEAD = ("When", "What", "Whose")
RATINGS_HEAD = ("Issue", "Weight", "How good each option is to them")
IDENTITY_HEAD = ("This brief", "")

GATES_CAPTION = (
    "Votes to lose: the fewest that must be cast differently to break the gate. Points to lose: "
    "the least total of margin that a rival must take from people. Both hold where every best "
    "guess is right; “–” where the gate then fails."
)
PEOPLE_CAPTION = (
    "For: chance of agreeing. Margin: points by which they lean to yes (minus: to no). Decisive: "
    "chance that some gate turns on them."
)
DEAL_NEAREST = "The terms of the plan that comes nearest"
"""Said of a deal that nobody advises."""
NOTHING = "–"


def gate(name: str, *, carried: bool) -> str:
    """A gate, with a note where it is about carrying out."""
    return f"{name} (carrying out)" if carried else name


def barrier(buys: str, lines: Iterable[str]) -> tuple[str, ...]:
    """What winning somebody would buy, and the rest of what is known of them, line by line."""
    stripped = [line.strip().removeprefix("– ") for line in (f"winning them: {buys}", *lines)]
    return tuple(f"{line[:1].upper()}{line[1:]}{_stop(line)}" for line in stripped)


def _stop(line: str) -> str:
    return "" if line.endswith((".", "?", "!", ":", "…")) else "."


PICKS_CAPTION = "What rules of fair division would pick among the deals in every win-set."
SOURCED = "Gates and issues"
ALL_MOVES = "Moves"

"""Headings of a brief, and the heads of its tables."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.wording.briefing.measures import FROM_NO_DEAL, FROM_ZERO

QUESTION = "The question"
ANSWER = "The answer"
DEAL = "The deal"
FIRST_MOVES = "What to do, and by when"
TRAPS = "What would make it fail"
TRAPS_NEAREST = "Where the plan that comes nearest is weak"
"""The same of a plan that nobody advises."""
UNKNOWNS = "What we do not know, and what to ask first"

ANNEX = "Annex"
ALL_TERMS = "The deal in full"
GATES = "Gates: what must be agreed, and by whom"
PEOPLE = "Both tables: who stands where"
BARRIERS = "Who stands in the way"
MOVES = "All moves of the plan"
ORDER = "Whom to approach first"
PRECEDENTS = "What happened elsewhere"
ROBUSTNESS = "How far it can be relied on"
SPEECH = "What their leaders can say at home"
SPEECH_NOTE = (
    "Outlines for the leaders of the other side, and for those of its people who stand in the way. "
    + FROM_NO_DEAL
)
MARGINS = "What makes up a margin"
FRONTIER = "What more certainty costs"
MAP = "The map of deals"
CALENDAR = "Calendar"
SPILLOVER = "Who else hears it: every move and every audience"
TRAP_MOVES = "Moves to leave, and traps"
GUARD_RAILS = "Guard-rails"
JUDGEMENTS = "The judgements, and where they come from"
METHOD = "How this was worked out"
WORDS = "Words used here"
WORDS_HEAD = ("Word", "Meaning")
RATINGS_NOTE = (
    "“–” beside an issue: it does not count for them. An empty cell: nothing is rated there; "
    "between two amounts that are rated, ratings run in a straight line."
)

DEAL_HEAD = ("Issue", "Terms")
GATES_HEAD = ("Gate", "Decided", "Needs", "Chance", "Votes to lose", "Points to lose")
PEOPLE_HEAD = ("Who", "For", "Margin", "Decisive", "What weighs most (terms: from 0)")
FIRST_HEAD = ("Move", "When", "Wins over (points)", "At home", "Without it")
MOVES_HEAD = ("Move", "When", "Cost", "Wins over (points)", "Who else hears it", "Without it")
FRONTIER_HEAD = ("", "Chance", "Worth", "Gain before cost", "Cost", "How it differs")
MOVE = "Move"
PICKS_HEAD = ("Picked by", "Chance", "Terms that differ from the plan’s")
CALENDAR_HEAD = ("Day", "Kind", "What")
BARRIERS_HEAD = ("Who", "At", "Why", "What is lacking", "Winning them")
RATINGS_HEAD = "Issue and option"
TURNS_HEAD = ("", "Approach", "Side", "Having heard", "A yes")
QUESTIONS_HEAD = ("What to find out", "Worth (points)", "How the advice would change")
DEPENDS_HEAD = ("Part", "Best in", "Else")
PRECEDENTS_HEAD = ("Cited for", "Case", "What was done, and how it fared")
IDENTITY_HEAD = ("This brief", "")

GATES_CAPTION = (
    "Votes to lose: the fewest that must be cast differently to break the gate. Points to lose: "
    "the least total of margin that a rival must take from people. Both hold where every best "
    "guess is right; “–” where the gate then fails."
)
FIRST_CAPTION = "The moves, those first that would be missed most."
PEOPLE_CAPTION = (
    "For: chance of agreeing. Margin: points by which they lean to yes (minus: to no). Decisive: "
    "chance that some gate turns on them. What weighs most: parts of the margin. " + FROM_ZERO
)
DEAL_NEAREST = "The terms of the plan that comes nearest"
"""Said of a deal that nobody advises."""
NOTHING = "–"


def gate(name: str, *, carried: bool) -> str:
    """A gate, with a note where it is about carrying out."""
    return f"{name} (carrying out)" if carried else name


def barrier(lines: Iterable[str]) -> tuple[str, ...]:
    """What is known of somebody in the way, line by line."""
    stripped = [line.strip().removeprefix("– ") for line in lines]
    return tuple(f"{line[:1].upper()}{line[1:]}{_stop(line)}" for line in stripped)


def _stop(line: str) -> str:
    return "" if line.endswith((".", "?", "!", ":", "…")) else "."


TURNS_CAPTION = "Whom to approach when. A yes: chance that they say so, having heard the others."
DEPENDS = "What depends on the judgements. Best in: how many ways in which they may turn out."
PICKS_CAPTION = (
    "What rules of fair division would pick among the deals in every win-set. Chances are those on "
    "the draws of the map."
)
SOURCED = "Gates and issues"
ALL_MOVES = "Moves"

"""Captions of charts, the words in them, and the same charts told in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from leveltwo.advice.wording.briefing.dates import day
from leveltwo.advice.wording.briefing.measures import FROM_ZERO
from leveltwo.advice.wording.figures import chance, listed, points, some
from leveltwo.advice.wording.names import person
from leveltwo.core.assessment import Standing
from leveltwo.core.contributions import Contributions
from leveltwo.core.map import Map
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Option

STANDINGS_AXIS = "margin: no ← points → yes"
STANDINGS_KEY = ("likely for", "open", "likely against", "red line crossed")
ACROSS = "chance that every gate passes"
UPWARDS = "our negotiator’s gain less cost (points)"
ADVISED, OTHER = "advised", "other plans that nothing beats"
DEALS, PASSING, INSIDE = "chance at these gates", "deals", "inside the win-set"
TOTAL, POINTS, NO_DEAL, MOOD = "Margin", "points", "Giving up no deal", "Mood of the side"
ALL_SIDES = "All together"
UNASKED = 6
"""Those whom no gate asks who are named."""


def numbered(number: int, caption: str) -> str:
    """A caption with the number of its figure."""
    return f"Figure {number}. {caption}"


def standings_caption(left_out: int, unasked: list[str]) -> str:
    """What the picture of both tables shows, and who is not in it."""
    said = (
        "Both tables. Right of the line leans to yes, left to no; black is likely for (two "
        "chances in three or more), white likely against, grey open. The larger the mark, the "
        "more often the result turns on them. At the right: the chance of agreeing."
    )
    if left_out:
        who = "One on whom less turns is" if left_out == 1 else f"{left_out} on whom less turns are"
        said += f" {who} left out here."
    if unasked:
        out = "Left out too" if left_out else "Left out"
        said += f" {out}, since no gate asks them: {some(unasked, UNASKED)}."
    return said


def standing_told(name: str, standing: Standing, sample: Sample) -> str:
    """One constituency of that picture."""
    crossed = ", red line crossed" if standing.crossed else ""
    return (
        f"{name}: margin {points(standing.margin)}, for {chance(standing.chance, sample)}{crossed}"
    )


def panel_told(title: str, lines: Iterable[str]) -> str:
    """One panel of a picture, in words."""
    return f"{title}: {'; '.join(lines)}."


FRONTIER_CAPTION = (
    "Plans that no other beats on chance, gain less cost, and cost together; letters as in the "
    "table. To the right is safer, above is better for us."
)


def option_told(letter: str, option: Option, sample: Sample) -> str:
    """One plan of the frontier."""
    score = option.score
    return f"{letter}: chance {chance(score.chance, sample)}, gain less cost {points(score.gain)}"


def map_caption(found: Map) -> str:
    """What the histograms show."""
    looked = "deals drawn at random" if found.estimate is not None else "all deals"
    return (
        f"How many deals ({looked}, with the moves of this plan) have which chance at each side’s "
        f"gates. From {chance(found.confidence)} on, right of the broken line, a deal is in that "
        "side’s win-set. “All together” counts the deals that pass all gates at once so often: "
        "fewer than pass those of every side, one side at a time. Only deals that the moves go "
        "with are counted; a map drawn without moves counts more."
    )


def histogram_told(title: str, counts: Sequence[int], confidence: float) -> str:
    """One histogram: how many deals on each side of the line, as bars are drawn."""
    start = sum(i / len(counts) < confidence - 1e-9 for i in range(len(counts)))
    below, above = sum(counts[:start]), sum(counts[start:])
    return f"{title}: {below:,} left of the line, {above:,} right of it"


MARGINS_CAPTION = (
    "From giving up no deal to the margin, step by step: what each term, move and trusted voice "
    "adds (grey) or takes away (hatched), in points; black is what they come to. Beyond the ten "
    "largest, and below half a point, steps are gathered in one. " + FROM_ZERO
)
REST = "All smaller steps"
SMALL = 0.5
STEPS = 10
"""Steps shown apart, besides giving up no deal."""


def steps(case: Negotiation, parts: Contributions) -> tuple[tuple[str, float], ...]:
    """The steps of a waterfall: no deal, terms, moves, cues, and what is small."""
    found = [(case.name("issues", issue), p) for issue, p in parts.terms.items()]
    found += [(case.name("moves", move), p) for move, p in parts.moves.items()]
    found += [(_word_of(case, who), p) for who, p in parts.cues.items()]
    found += [(MOOD, parts.mood)]
    ranked = sorted((abs(p) for _, p in found), reverse=True)
    least = max([SMALL, *ranked[STEPS - 1 : STEPS]])
    large = [(name, p) for name, p in found if abs(p) >= least]
    rest = parts.margin - parts.no_deal - sum(p for _, p in large)
    small = [(REST, rest)] if abs(rest) >= 0.05 else []
    return ((NO_DEAL, parts.no_deal), *large, *small)


def _word_of(case: Negotiation, who: str) -> str:
    return f"The word of: {person(case, who)}"


def waterfall_told(who: str, found: Iterable[tuple[str, float]], margin: float) -> str:
    """One margin in words."""
    added = "; ".join(f"{name} {points(p)}" for name, p in found)
    return f"{who}: {added}; {TOTAL.lower()} {points(margin)}"


GATE, MOVE, EVENT, TODAY = "gate", "move", "event", "today"
SHAPES = {GATE: "gates (black)", MOVE: "moves (grey)", EVENT: "events (white)"}
SEEN = "Today"
BEGIN, LATEST = "Begin: ", "At the latest: "


def calendar_caption(kinds: Iterable[str]) -> str:
    """What the line of time shows."""
    there = set(kinds)
    shown = listed([words for kind, words in SHAPES.items() if kind in there])
    line = " The broken line is the day from which this is seen." if TODAY in there else ""
    return f"{shown[:1].upper()}{shown[1:]} with their dates.{line}"


def event_told(date: dt.date, name: str, kind: str) -> str:
    """One event of the calendar."""
    return f"{day(date)}: {name}" + ("" if kind == TODAY else f" ({kind})")

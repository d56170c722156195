"""Random constituencies: values, no deal, red lines, members who differ, cues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.generator.numbers import Doc, Pen
from tests.oracle.plans import options

TRAITS = {"band": (0, 6), "spread": (0, 16)}


def constituency(
    pen: Pen, side: str, issues: Doc, leaders: Sequence[str], moves: Sequence[str]
) -> Doc:
    """A constituency that may follow ``leaders`` and whose red lines ``moves`` may lift."""
    rated = pen.some(list(issues), 1, len(issues))
    about: Doc = {"side": side, "no_deal": no_deal(pen, rated, issues)}
    about["values"] = {name: rating(pen, issues[name], first=name == rated[0]) for name in rated}
    about |= pen.confidence()
    if pen.often(0.3):
        about["name"] = "The people of a random town"
    if pen.often(0.3):
        about["red_lines"] = [red_line(pen, issues, moves) for _ in range(pen.rng.randint(1, 2))]
    for trait, (low, high) in TRAITS.items():
        if pen.often(0.3):
            about[trait] = pen.figure(low, high)
    if pen.often(0.3):
        about["devalues"] = pen.rng.choice([0.5, 1, 0.25 if pen.certain else [0, 0.25, 0.5]])
    if leaders and pen.often(0.4):
        about["follows"] = {leader: cue(pen) for leader in pen.some(leaders, 1, 2)}
    return about


def no_deal(pen: Pen, rated: Sequence[str], issues: Doc) -> Any:
    """A number, a word or a range, or a deal over (at least) the issues rated."""
    if pen.often(0.2):
        named = rated if pen.often(0.5) else list(issues)
        return {name: pen.rng.choice(options(issues[name])) for name in named}
    return pen.worded(["fair", "poor", "good"], 20, 70)


def rating(pen: Pen, issue: Doc, first: bool) -> Doc:
    """Weight and ratings of one issue; the first issue rated weighs something."""
    rated: Doc = {"weight": pen.weight() if first else pen.any_weight()}
    if "options" in issue:
        return rated | {name: pen.rating() for name in issue["options"]}
    numbers = options(issue)
    between = pen.some(numbers[1:-1], 0, 1)
    return rated | {"points": {at: pen.rating() for at in [numbers[0], *between, numbers[-1]]}}


def red_line(pen: Pen, issues: Doc, moves: Sequence[str]) -> Doc:
    """An option refused, perhaps unless a move is made."""
    name = pen.rng.choice(list(issues))
    line: Doc = {name: pen.rng.choice(options(issues[name]))}
    if moves and pen.often(0.6):
        line["unless"] = pen.some(moves, 1, 2)
    return line


def cue(pen: Pen) -> Doc:
    """What the vote of a leader adds."""
    return {"for": pen.effect(), "against": pen.effect()}

"""Random moves and constraints."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generator.gates import DATES
from tests.generator.numbers import Doc, Pen
from tests.oracle.plans import options

NAMES = ["visit", "charter", "speech", "letter", "note"]
DEVICES = [
    "terms",
    "agreement_form",
    "process_form",
    "statements",
    "framing",
    "acceptance_speech",
    "table_conduct",
    "outside_pressure",
    "direct_dealing",
    "joint_action",
]
CONSENT = ["not_needed", "required", "granted", "granted"]


def moves(pen: Pen, sides: Sequence[str], people: Sequence[str], issues: Doc) -> Doc:
    """Up to five moves, the most by the first side.

    Links run to earlier moves, so that each can be part of a plan.
    """
    made: Doc = {}
    for name in pen.some(NAMES, pen.rng.choice([0, 2]), 5):
        move: Doc = {
            "by": sides[0] if pen.often(0.5) else pen.rng.choice(list(sides)),
            "device": pen.rng.choice(DEVICES),
        }
        move["effects"] = {who: pen.effect() for who in pen.some(people, 1, 4)}
        move |= pen.confidence() | circumstances(pen) | gamble(pen, people) | conduct(pen, people)
        if pen.often(0.3):
            tied = pen.rng.choice(list(issues))
            choices = options(issues[tied])
            move["only_with"] = {tied: pen.some(choices, 1, len(choices))}
        if made and pen.often(0.4):
            link = pen.rng.choice(["needs", "excludes"])
            move[link] = pen.some(list(made), 1, 1)
        made[name] = move
    return made


def circumstances(pen: Pen) -> Doc:
    """Cost, date, consent, visibility and resources of a move, each perhaps."""
    about: Doc = {}
    if pen.often(0.7):
        about["cost"] = pen.cost()
    if pen.often(0.4):
        about["date"] = pen.rng.choice(DATES)
    if pen.often(0.4):
        about["consent"] = pen.rng.choice(CONSENT)
    if pen.often(0.4):
        about["visible"] = pen.often(0.5)
    if pen.often(0.4):
        about["resources"] = {"money": pen.number(0.5, 3)}
    return about


def gamble(pen: Pen, people: Sequence[str]) -> Doc:
    """Perhaps a chance, perhaps with what happens otherwise."""
    if pen.certain or pen.often(0.6):
        return {}
    about: Doc = {"chance": pen.rng.choice([0.5, 0.75, [0.25, 0.5, 1]])}
    if pen.often(0.6):
        about["otherwise"] = {who: pen.effect() for who in pen.some(people, 1, 2)}
    return about


def conduct(pen: Pen, people: Sequence[str]) -> Doc:
    """Perhaps whom a move pays, deceives or goes round."""
    return {
        key: pen.some(people, 1, 2) for key in ("pays", "deceives", "bypasses") if pen.often(0.1)
    }


def constraints(pen: Pen, issues: Doc) -> list[Doc]:
    """Up to two constraints, which together may forbid everything."""
    return [constraint(pen, issues) for _ in range(pen.rng.choice([0, 0, 1, 2]))]


def constraint(pen: Pen, issues: Doc) -> Doc:
    """Options that may not meet, or an option that asks for others."""
    first, second = pen.some(list(issues), 2, 2)
    if pen.often(0.5):
        named = [first, second] if pen.often(0.7) else [first]
        return {"never": {name: pen.rng.choice(options(issues[name])) for name in named}}
    choices = options(issues[second])
    return {
        "if": {first: pen.rng.choice(options(issues[first]))},
        "then": {second: pen.some(choices, 1, len(choices))},
    }

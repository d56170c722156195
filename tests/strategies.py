"""Random negotiations, as documents in the case format, that use every feature of it."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from tests.generator.constituencies import constituency
from tests.generator.gates import gates
from tests.generator.moves import constraints, moves
from tests.generator.numbers import Doc, Pen
from tests.oracle.plans import deals

SIDES = ["north", "south", "east"]
PEOPLE = ["ada", "boss", "crowd", "delta", "elder", "farm", "guild", "house"]
ISSUES = ["pay", "term", "zone"]
OPTIONS = ["nothing", "goal", "quota"]


def documents(certain_only: bool = False) -> st.SearchStrategy[Doc]:
    """Valid documents with 2-3 sides and issues, 3-6 constituencies and 0-5 moves.

    Parameters
    ----------
    certain_only : bool
        Judgements are numbers only, every move works and moods are zero.
    """
    return st.randoms(use_true_random=False).map(lambda rng: build(rng, certain_only))


def build(rng: random.Random, certain_only: bool = False) -> Doc:
    """One random valid document.

    Parameters
    ----------
    rng : random.Random
        Where chance comes from.
    certain_only : bool
        As in `documents`.
    """
    pen = Pen(rng, certain_only)
    issues = {name: issue(pen) for name in pen.some(ISSUES, 2, 3)}
    people = membership(pen)
    sides = pen.shuffled(sorted(set(people.values())))
    acts = moves(pen, sides, list(people), issues)
    doc: Doc = {
        "format": "leveltwo/1",
        "title": "A random negotiation",
        "viewpoint": sides[0],
        "sides": {side: about(pen, side, people) for side in pen.shuffled(sides)},
        "issues": issues,
        "constituencies": {},
        "uncertainty": uncertainty(pen, sides),
    }
    for who, side in people.items():
        leaders = list(doc["constituencies"])
        doc["constituencies"][who] = constituency(pen, side, issues, leaders, list(acts))
    doc["constituencies"] = shuffled(pen, doc["constituencies"])
    if acts:
        doc["moves"] = shuffled(pen, acts)
        doc["resources"] = {"money": pen.number(1, 6)}
    doc["constraints"] = constraints(pen, issues)
    return doc if deals(doc) else doc | {"constraints": []}


def issue(pen: Pen) -> Doc:
    """An issue with names for options, or with a range."""
    if pen.often(0.5):
        return {"options": {name: name.title() for name in pen.some(OPTIONS, 2, 3)}}
    step = pen.rng.choice([1, 5, 2.5])
    start = pen.rng.choice([0, 10])
    stop = start + step * pen.rng.randint(1, 3)
    return {"from": start, "to": stop, "step": step, "unit": "years"}


def membership(pen: Pen) -> dict[str, str]:
    """Side of each constituency; every side has one."""
    sides = pen.some(SIDES, 2, 3)
    people = pen.some(PEOPLE, 3, 6)
    rest = [pen.rng.choice(sides) for _ in people[len(sides) :]]
    return dict(zip(people, sides + rest, strict=True))


def about(pen: Pen, side: str, people: dict[str, str]) -> Doc:
    """A side: its negotiator and gates, in which only its own constituencies stand."""
    own = [who for who in people if people[who] == side]
    return {
        "name": side.title(),
        "negotiator": pen.rng.choice(own),
        "gates": gates(pen, own),
    }


def uncertainty(pen: Pen, sides: list[str]) -> Doc:
    """Draws, seed and mood, one for all or one per side."""
    if pen.certain:
        return {"draws": 32, "seed": 1, "mood": 0}
    each = {side: pen.number(0, 12) for side in sides}
    mood = each if pen.often(0.5) else pen.number(0, 12)
    return {"draws": pen.rng.choice([32, 64]), "seed": pen.rng.randint(1, 99), "mood": mood}


def shuffled(pen: Pen, entries: Doc) -> Doc:
    """The same entries in another order."""
    return {name: entries[name] for name in pen.shuffled(list(entries))}

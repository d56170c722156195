"""Boards whose members follow each other, and every order in which they may be approached."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import permutations

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.listening import Listening, heard_in, listening
from leveltwo.core.sample import Sample
from tests.board import Doc, board, layout_of
from tests.strategies import build

CERTAIN = Sample(1, 1, certain=True)
CUES = [15, 12, 8, -6, -9]


def followers(rng: random.Random, share: float = 0.6, certain_only: bool = False) -> Doc:
    """A random document in which many follow many, some of them in spite."""
    doc = build(rng, certain_only)
    people = list(doc["constituencies"])
    rng.shuffle(people)
    for i, who in enumerate(people):
        about = doc["constituencies"][who]
        about.pop("follows", None)
        leaders = [one for one in people[:i] if rng.random() < share]
        if leaders:
            about["follows"] = {
                one: {"for": rng.choice(CUES), "against": -rng.choice(CUES)} for one in leaders
            }
    return doc


def any_plan(layout: Layout, rng: random.Random) -> IntArray:
    """Some plan, encoded; whether it goes together does not matter to votes."""
    sizes = [2 if v.is_move else len(v.options) for v in layout.variables]
    return np.array([rng.randrange(size) for size in sizes], dtype=np.int64)


def chance(here: Listening, order: Sequence[str]) -> float:
    """Chance that a plan passes when people are approached in an order."""
    return float(here.passing(here.vote(heard_in(here.layout, order))).mean())


def every_chance(here: Listening, people: Sequence[str]) -> list[float]:
    """The chance in every order of some people."""
    return [chance(here, order) for order in permutations(people)]


def treaty(doc: Doc, sample: Sample = CERTAIN) -> Listening:
    """The treaty of a board in numbers."""
    layout = layout_of(doc)
    return listening(layout, sample, encode(layout, {"text": "treaty"}))


def pair(for_: float, against: float, leader: float = 5, follower: float = -5) -> Doc:
    """Bob, whose yes the treaty needs, follows ann."""
    cue = {"ann": {"for": for_, "against": against}}
    return board({"ann": leader, "bob": {"margin": follower, "follows": cue}}, {"vote": "bob"})

"""Scorable games of many parties, with the number of deals that their authors say pass.

Each party has a score for every option and says yes from a threshold on. A deal passes if
both parties with a veto and at least all but one of the six say yes. Here side A is the
proposer alone, and side B are the other five: the second veto player, and four of the five.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from tests.published.documents import Doc, document, person, side
from tests.published.program import approved, map_deals

pytestmark = pytest.mark.published

ISSUES = "abcde"
Party = tuple[int, Sequence[Sequence[int]]]
"""A threshold, and the scores of each option of each issue."""

BASE: dict[str, Party] = {
    "sport_co": (55, [(14, 8, 0), (11, 7, 0), (0, 5, 10, 17), (35, 29, 20, 0), (0, 5, 10, 15, 23)]),
    "tourism": (65, [(0, 11, 5), (0, 20, 25), (0, 2, 4, 9), (10, 26, 40, 0), (4, 8, 15, 12, 0)]),
    "mayor": (30, [(14, 8, 0), (12, 8, 0), (24, 18, 12, 0), (40, 30, 23, 0), (0, 2, 4, 7, 10)]),
    "cities": (31, [(0, 4, 10), (0, 0, 0), (12, 8, 6, 0), (0, 8, 13, 18), (60, 45, 30, 15, 0)]),
    "union": (50, [(15, 20, 0), (0, 0, 0), (42, 35, 25, 0), (30, 20, 10, 0), (2, 4, 6, 8, 0)]),
    "league": (55, [(0, 22, 45), (0, 25, 55), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0, 0)]),
}
HARDER = {"sport_co": 56, "tourism": 68, "mayor": 35, "cities": 35, "union": 55, "league": 55}
BASE_30_4: dict[str, Party] = {who: (HARDER[who], scores) for who, (_, scores) in BASE.items()}
GAME_1: dict[str, Party] = {
    "proposing": (60, [(17, 5, 9), (10, 15, 29, 40), (12, 8, 4, 0), (8, 6, 4, 2, 0), (0, 23, 17)]),
    "bank": (60, [(0, 9, 13), (10, 26, 40, 10), (0, 15, 20, 25), (0, 9, 11, 13, 15), (7, 0, 4)]),
    "green": (60, [(0, 20, 25), (11, 9, 5, 0), (0, 10, 29, 40), (0, 9, 11, 13, 15), (2, 5, 9)]),
    "builders": (57, [(15, 22, 5), (10, 15, 29, 40), (6, 10, 2, 0), (0, 6, 4, 2, 0), (0, 22, 15)]),
    "community": (47, [(0, 45, 25), (10, 8, 2, 0), (0, 5, 15, 9), (0, 15, 20, 25, 30), (0, 0, 0)]),
    "tourism": (57, [(30, 0, 25), (10, 20, 25, 30), (0, 14, 7, 0), (0, 9, 5, 2, 0), (10, 5, 17)]),
}
GAMES = {"base": (BASE, 55), "base_30_4": (BASE_30_4, 30), "game1": (GAME_1, 57)}
"""Score tables, and how many deals pass; the first party proposes, the second has a veto too."""


def options(game: dict[str, Party]) -> dict[str, list[str]]:
    """Options by issue: a1, a2, …"""
    _, scores = next(iter(game.values()))
    return {
        issue: [f"{issue}{k + 1}" for k in range(len(row))]
        for issue, row in zip(ISSUES, scores, strict=True)
    }


def member(of: str, party: Party, names: dict[str, list[str]]) -> Doc:
    """Weights are the issues' largest scores; no deal is worth the threshold."""
    threshold, scores = party
    values = {
        issue: {
            "weight": max(row),
            **{name: 100 * score / max(row) for name, score in zip(names[issue], row, strict=True)},
        }
        for issue, row in zip(names, scores, strict=True)
        if max(row)
    }
    return person(of, 100 * threshold / sum(max(row) for row in scores), values)


def two_level(game: dict[str, Party]) -> Doc:
    """The proposer, and everybody else behind the other table."""
    names = options(game)
    proposer, veto, *_ = game
    others = list(game)[1:]
    people = {
        who: member("a" if who == proposer else "b", party, names) for who, party in game.items()
    }
    all_but_one = {"need": len(others) - 1, "votes": dict.fromkeys(others, 1)}
    sides = {"a": side(proposer), "b": side(veto, {"all": [veto, all_but_one]})}
    issues = {i: {"options": {name: name.upper() for name in names[i]}} for i in names}
    return document(sides, issues, people)


def by_scores(game: dict[str, Party]) -> set[tuple[str, ...]]:
    """The deals that pass, by adding up scores."""
    names = options(game)
    found = set()
    for deal in product(*(range(len(own)) for own in names.values())):
        yes = [
            sum(row[k] for row, k in zip(scores, deal, strict=True)) >= threshold
            for threshold, scores in game.values()
        ]
        if all(yes[:2]) and sum(yes) >= len(yes) - 1:
            found.add(tuple(own[k] for own, k in zip(names.values(), deal, strict=True)))
    return found


@pytest.mark.parametrize("name", GAMES)
def test_as_many_of_720_deals_pass_as_the_authors_count(name: str) -> None:
    """Abdelnabi et al. 2024: 720 deals, of which 55, 30 and 57 pass."""
    game, passing = GAMES[name]
    found = map_deals(two_level(game))
    assert found.deals == 720
    assert found.overlap == passing


@pytest.mark.parametrize("name", GAMES)
def test_the_very_deals_pass_that_pass_by_their_scores(name: str) -> None:
    """Abdelnabi et al. 2024: the rule of acceptance, worked out from the score tables."""
    game, passing = GAMES[name]
    doc = two_level(game)
    expected = by_scores(game)
    assert approved(doc, "a") & approved(doc, "b") == expected
    assert len(expected) == passing

"""A head-count of independent voters: the chance of enough votes, and whom to move.

Each voter's no deal is uncertain (PERT from 0 over 50 to 100, a beta with shapes 3 and 3), and
the deal is worth to each the quantile at which it says yes with the chance wanted. Moods,
which would make voters depend on each other, are 0.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from scipy.stats import beta, norm

from leveltwo.core.assessment import Assessment
from leveltwo.solve.result import Status
from tests.published.documents import AGREED, TEXT, Doc, document, only, person, side
from tests.published.program import advise, assess

pytestmark = pytest.mark.published

DRAWS = 65_536
CHANCES = (0.9, 0.8, 0.55, 0.45, 0.3)
PUBLISHED = 0.700485
PIVOTAL = (0.40715, 0.41745, 0.40470, 0.36530, 0.31445)


def worth(chance: float) -> float:
    """What the deal must be worth to somebody who then says yes with this chance."""
    return float(100 * beta.ppf(chance, 3, 3))


def committee(chances: Sequence[float], need: int, moves: Doc | None = None) -> Doc:
    """Voters who say yes independently of each other."""
    voters = {f"v{i + 1}": person("they", [0, 50, 100], only(worth(p))) for i, p in _list(chances)}
    gate = {"need": need, "votes": dict.fromkeys(voters, 1)}
    people = {"us": person("we", 0, only(100)), **voters}
    return document({"we": side("us"), "they": side("v1", gate)}, TEXT, people, moves)


def _list(chances: Sequence[float]) -> list[tuple[int, float]]:
    return list(enumerate(chances))


def agrees(found: float, published: float, result: Assessment) -> bool:
    """Whether a published chance lies within the sampling error of a share of the draws."""
    low, high = result.sample.interval(found)
    return low <= published <= high


def test_the_chance_of_three_of_five_is_the_published_one() -> None:
    """Straffin 1977, independence: .9 .8 .55 .45 .3 give .700485, each voter its own chance."""
    result = assess(committee(CHANCES, 3), AGREED, draws=DRAWS)
    assert agrees(result.chance, PUBLISHED, result)
    for i, chance in _list(CHANCES):
        assert agrees(result.constituencies[f"v{i + 1}"].chance, chance, result)


@pytest.mark.parametrize(("chances", "expected"), [((0.5, 0.5, 0.5), 0.5), ((0.9, 0.5, 0.5), 0.7)])
def test_a_majority_of_three_gains_a_fifth_from_one_sure_friend(
    chances: Sequence[float], expected: float
) -> None:
    """Straffin 1977, independence: .5 .5 .5 give .5; one of them at .9 gives .7."""
    result = assess(committee(chances, 2), AGREED, draws=DRAWS)
    assert agrees(result.chance, expected, result)


def test_how_often_a_voter_is_pivotal_is_the_derivative_of_the_chance() -> None:
    """Straffin 1977, §2: with independent voters, the chance that two of the others say yes."""
    result = assess(committee(CHANCES, 3), AGREED, draws=DRAWS)
    for i, expected in _list(PIVOTAL):
        assert agrees(result.constituencies[f"v{i + 1}"].pivotal, expected, result)


def test_the_best_person_to_move_is_the_second() -> None:
    """Straffin 1977: neither the most hostile, nor the one nearest to a half.

    A move for each voter raises its chance by the same 0.08; they cost the same and exclude
    each other. Being linear in each chance, the joint chance rises by 0.08 × .41745.
    """
    step = 0.08
    names = [f"move_{i + 1}" for i, _ in _list(CHANCES)]
    moves: Doc = {
        f"move_{i + 1}": {
            "by": "we",
            "excludes": [name for name in names if name != f"move_{i + 1}"],
            "effects": {f"v{i + 1}": worth(p + step) - worth(p)},
        }
        for i, p in _list(CHANCES)
    }
    doc = committee(CHANCES, 3, moves)
    advised = advise(doc, DRAWS)
    assert advised.status is Status.OPTIMAL
    assert advised.plan is not None
    assert advised.plan.moves == ("move_2",)
    for i, pivotal in _list(PIVOTAL):
        result = assess(doc, AGREED, [f"move_{i + 1}"], draws=DRAWS)
        assert agrees(result.chance, PUBLISHED + step * pivotal, result)


@pytest.mark.parametrize(("chance", "independent"), [(0.8, 0.94208), (0.2, 0.05792)])
def test_a_shared_mood_fattens_both_tails(chance: float, independent: float) -> None:
    """Straffin 1977, independence, and its opposite: voters as one are as sure as each of them.

    Independent, three of five voters at .8 come to .94208, at .2 to .05792. Moved by nothing
    but one shared mood, they all vote alike.
    """
    apart = assess(committee([chance] * 5, 3), AGREED, draws=DRAWS)
    assert agrees(apart.chance, independent, apart)
    doc, shift = committee([chance] * 5, 3), float(8 * norm.ppf(chance))
    for i in range(5):
        doc["constituencies"][f"v{i + 1}"]["no_deal"] = worth(chance) - shift
    doc["uncertainty"] = {"mood": {"we": 0, "they": 8}}
    together = assess(doc, AGREED, draws=DRAWS)
    assert agrees(together.chance, chance, together)


def test_the_published_figures_are_those_of_the_poisson_binomial() -> None:
    """Straffin 1977: the figures above, once more by adding up all 32 ways to vote."""
    ways = np.array([[i >> k & 1 for k in range(5)] for i in range(32)], dtype=bool)
    chance = np.where(ways, CHANCES, 1 - np.array(CHANCES)).prod(axis=1)
    assert chance[ways.sum(axis=1) >= 3].sum() == pytest.approx(PUBLISHED)
    for i, pivotal in _list(PIVOTAL):
        others = np.where(ways, CHANCES, 1 - np.array(CHANCES))
        others[:, i] = 1
        decisive = (np.delete(ways, i, axis=1).sum(axis=1) == 2) & ways[:, i]
        assert others[decisive].prod(axis=1).sum() == pytest.approx(pivotal)

"""Uncertainty about ratifiers is what makes agreements fail.

The deal is what the ratifiers get of a pie of 100. The source's ratifiers need a share c
that is uniform between l and h. The program's judgements follow a PERT, so the ratifiers'
satisfaction is written on a bent scale: no deal is worth PERT(0, 50, 100) points, and a
share y is worth its quantile at (y − l)/(h − l). Then the least share they accept is uniform.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from leveltwo.solve.recommendation import Recommendation
from leveltwo.solve.result import Status
from tests.published.documents import Doc, document, number, person, side
from tests.published.program import advise

pytestmark = pytest.mark.published

DRAWS = 4_096
STEP = 5
SHARES = range(0, 101, STEP)


def offer(no_deal: object, points: dict[int, float]) -> Doc:
    """We offer a share and keep the rest; their ratifiers take it or leave it."""
    people = {
        "us": person("we", 0, {"share": {"points": {0: 100, 100: 0}}}),
        "ratifiers": person("they", no_deal, {"share": {"points": points}}),
    }
    sides = {"we": side("us"), "they": side("ratifiers")}
    return document(sides, {"share": number(0, 100, STEP)}, people)


def uniform(low: int, high: int) -> Doc:
    """Ratifiers who need a share that is uniform between two."""
    accepts = {y: min(1.0, max(0.0, (y - low) / (high - low))) for y in SHARES}
    points = {y: float(100 * beta.ppf(p, 3, 3)) for y, p in accepts.items()}
    return offer([0, 50, 100], points)


def offered(advised: Recommendation) -> int:
    """The share advised."""
    assert advised.plan is not None
    return int(advised.plan.deal["share"])


@given(st.integers(0, 19), st.integers(0, 18))
@settings(max_examples=25)
def test_under_certainty_nothing_fails_where_there_is_something_to_agree_on(
    need: int, ours: int
) -> None:
    """Iida 1993: with complete information an overlap is agreed on, at their ratifiers' need."""
    doc = offer(STEP * need, {0: 0, 100: 100})
    doc["constituencies"]["us"]["no_deal"] = STEP * ours
    advised = advise(doc)
    if need + ours < 20:
        assert advised.status is Status.OPTIMAL
        assert advised.score is not None
        assert advised.score.chance == 1
        assert offered(advised) == STEP * need
    else:
        assert advised.status is Status.NO_DEAL


@pytest.mark.parametrize(
    ("low", "high", "best", "chance"),
    [(40, 60, 60, 1.0), (20, 90, 60, 0.571), (0, 100, 50, 0.5), (30, 70, 65, 0.875)],
)
def test_under_uncertainty_the_best_offer_runs_a_risk(
    low: int, high: int, best: int, chance: float
) -> None:
    """Iida 1993: y* = min(h, max(l, (1 + l)/2)) against c ~ U[l, h].

    It passes with (y* − l)/(h − l), and leaves us 1 − y*.
    """
    assert best == min(high, max(low, (100 + low) / 2))
    advised = advise(uniform(low, high), DRAWS)
    assert offered(advised) == best
    assert advised.score is not None
    assert advised.score.chance == pytest.approx(chance, abs=0.001)
    assert advised.score.value == pytest.approx(
        (100 - best) * (best - low) / (high - low), abs=0.05
    )


@pytest.mark.parametrize(
    ("low", "high", "fails"),
    [(40, 60, False), (40, 70, False), (40, 75, True), (0, 50, False), (0, 55, True)],
)
def test_the_best_offer_is_safe_only_while_uncertainty_is_small(
    low: int, high: int, fails: bool
) -> None:
    """Iida 1993: no failure iff h ≤ (1 + l)/2."""
    advised = advise(uniform(low, high), DRAWS)
    assert advised.score is not None
    assert (advised.score.chance < 1) == fails


@pytest.mark.parametrize(("low", "best", "high"), [(20, 40, 90), (30, 50, 70), (0, 20, 100)])
def test_against_a_judgement_the_best_offer_is_that_of_its_distribution(
    low: int, best: int, high: int
) -> None:
    """Iida 1993, derived: the same offer with c from a PERT, whose distribution is known."""

    def accepts(y: int) -> float:
        width = high - low
        left, right = 1 + 4 * (best - low) / width, 1 + 4 * (high - best) / width
        return float(beta.cdf((y - low) / width, left, right))

    advised = advise(offer([low, best, high], {0: 0, 100: 100}), DRAWS)
    expected = max(SHARES, key=lambda y: accepts(y) * (100 - y))
    assert offered(advised) == expected
    assert advised.score is not None
    assert advised.score.chance == pytest.approx(accepts(expected), abs=0.001)

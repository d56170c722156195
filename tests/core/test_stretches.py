"""Blocks of draws as pieces of work: the same draws, whoever measures them."""

from __future__ import annotations

import pickle

import pytest

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.crew import Threads
from leveltwo.core.draws import Draws
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.stretches import BLOCKS, Stretch, measured
from tests.small import small

CASE = small()
LAYOUT = Layout(CASE)
CHOSEN = encode(LAYOUT, {"sunday": "open", "bonus": "10"}, ["rota"])


def _moods(draws: Draws) -> list[float]:
    found: list[float] = draws.moods["staff"].tolist()
    return found


@pytest.mark.parametrize("draws", [5, 1024, 1500, 5000])
@pytest.mark.parametrize("workers", [1, 3])
def test_a_crew_measures_the_blocks_that_this_thread_would(draws: int, workers: int) -> None:
    """Block by block, to the last digit and the last, shorter block."""
    sample = Sample(draws, 3)
    alone = list(measured(CASE, sample, _moods))
    assert list(measured(CASE, sample, _moods, Threads(workers))) == alone
    assert sum(size for size, _ in alone) == draws


def test_the_certain_case_is_one_block_for_a_crew_too() -> None:
    """One draw, mood 0."""
    sample = Sample(1, 1, certain=True)
    assert list(measured(CASE, sample, _moods, Threads(2))) == [(1, [0.0])]


def test_a_piece_is_a_few_blocks_from_a_given_one_on() -> None:
    """And what measures it can be sent elsewhere."""
    task = pickle.loads(pickle.dumps(Stretch(CASE, Sample(9 * 1024, 1), _moods)))  # noqa: S301
    assert [size for size, _ in task(0)] == [1024] * BLOCKS
    assert [size for size, _ in task(8)] == [1024]


def test_an_assessment_by_a_crew_is_the_assessment() -> None:
    """Equal in every figure."""
    sample = Sample(6000, 2)
    assert assess(LAYOUT, sample, CHOSEN, Threads(2)) == assess(LAYOUT, sample, CHOSEN)


def test_scores_by_a_crew_are_the_scores() -> None:
    """Of every plan."""
    plans = [CHOSEN, encode(LAYOUT, {"sunday": "closed", "bonus": "0"})]
    sample = Sample(6000, 2)
    assert evaluate(LAYOUT, sample, plans, Threads(2)) == evaluate(LAYOUT, sample, plans)

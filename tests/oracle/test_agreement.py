"""The program and the oracle agree about random cases that use every feature."""

from __future__ import annotations

import random

import pytest

from leveltwo.core.sample import Sample
from leveltwo.solve import local, verdict
from tests.oracle.agreement import agree
from tests.strategies import build

CASES = 15
"""Documents in each test."""


@pytest.fixture(autouse=True)
def few_fresh_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look at fresh draws has tests of its own."""
    monkeypatch.setattr(verdict, "FRESH_DRAWS", 8)


@pytest.mark.parametrize("batch", range(4))
def test_the_certain_case_agrees_for_numbers(batch: int) -> None:
    """Documents without a word, a range, a chance or a mood."""
    for seed in range(CASES * batch, CASES * (batch + 1)):
        sample = Sample(1, 1, certain=True)
        agree(build(random.Random(seed), certain_only=True), sample, random.Random(seed))


@pytest.mark.parametrize("batch", range(4))
def test_the_certain_case_agrees_for_words_and_ranges(batch: int) -> None:
    """Every judgement at its best, every move working, no mood."""
    for seed in range(1000 + CASES * batch, 1000 + CASES * (batch + 1)):
        sample = Sample(1, 1, certain=True)
        agree(build(random.Random(seed)), sample, random.Random(seed))


@pytest.mark.parametrize("starts", [0, local.STARTS])
@pytest.mark.parametrize("batch", range(4))
def test_draws_agree(batch: int, starts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every draw of judgements, moods and luck, worked out one by one; with and without climbs."""
    monkeypatch.setattr(local, "STARTS", starts)
    for seed in range(2000 + starts + 100 * batch, 2000 + starts + 100 * batch + CASES):
        agree(build(random.Random(seed)), Sample(12, seed), random.Random(seed))

"""Draws: balanced, repeatable, the same in blocks of any size."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from leveltwo.core.draws import Draws, certain, pinned, sample, sample_blocks
from leveltwo.core.pert import pert
from leveltwo.core.survey import survey
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.board import board

RANGE = {"margin": 0, "no_deal": [30, 50, 60]}


def case(**people: object) -> Negotiation:
    """A board with a range, moods and a move that may fail."""
    doc = board(
        {"ann": RANGE, **people},
        {"vote": "ann"},
        {"gift": {"effects": {"ann": 5}, "chance": 0.75}, "sure": {"effects": {"ann": 1}}},
        uncertainty={"mood": {"us": 0, "them": 8}},
    )
    return Negotiation.model_validate(doc)


def test_every_dimension_is_balanced() -> None:
    """Each half, quarter, … of a Sobol sequence's range holds the same number of draws."""
    draws = sample(case(), 256, 3)
    quantiles = draws.quantiles["constituencies.ann.no_deal"]
    assert np.bincount((quantiles * 256).astype(int), minlength=256).tolist() == [1] * 256
    assert draws.works["gift"].sum() == 192
    assert draws.works["sure"].all()


def test_moods_are_normal_and_shared_by_a_side() -> None:
    """With the standard deviation asked for; none where it is 0."""
    draws = sample(case(), 4096, 1)
    assert draws.moods["them"].std() == pytest.approx(8, rel=0.01)
    assert draws.moods["them"].mean() == pytest.approx(0, abs=0.02)
    assert not draws.moods["us"].any()


def test_judgements_are_drawn_from_their_ranges() -> None:
    """Uncertain ones as arrays, worked out once; exact ones as numbers."""
    draws = sample(case(), 64, 1)
    path = "constituencies.ann.no_deal"
    assert draws[path] is draws[path]
    assert draws[path] == pytest.approx(pert(draws.quantiles[path], 30, 50, 60))
    assert draws["constituencies.envoy.no_deal"] == 50


@pytest.mark.parametrize("size", [1, 2, 100, 1024, 1500])
@pytest.mark.parametrize("block", [1, 3, 64, 1024])
def test_blocks_of_any_size_are_parts_of_one_sequence(size: int, block: int) -> None:
    """Together they are the same draws, to the last digit."""
    whole = sample(case(), size, 5)
    parts = list(sample_blocks(case(), size, 5, block=max(block, size // 64)))
    assert sum(part.size for part in parts) == size

    def joined(name: str, key: str) -> list[float]:
        pieces = [getattr(part, name)[key].tolist() for part in parts]
        return [value for piece in pieces for value in piece]

    for name in ("quantiles", "moods", "works"):
        for key, values in getattr(whole, name).items():
            assert joined(name, key) == values.tolist()


def test_seeds_differ_and_repeat() -> None:
    """Randomness is an argument."""

    def moods(seed: int) -> list[float]:
        return [float(mood) for mood in sample(case(), 16, seed).moods["them"]]

    assert moods(1) == moods(1)
    assert moods(1) != moods(2)


def test_a_case_without_doubt_has_draws_all_the_same() -> None:
    """Nothing is uncertain: no quantiles, and moods of 0."""
    sure = Negotiation.model_validate(board({"ann": 3}, {"vote": "ann"}))
    draws = sample(sure, 4, 1)
    assert (draws.size, draws.quantiles, draws.moods["them"].tolist()) == (4, {}, [0] * 4)


def test_the_certain_draw_has_every_judgement_at_its_best() -> None:
    """No mood, every move works."""
    draws = certain(case())
    assert isinstance(draws, Draws)
    assert draws["constituencies.ann.no_deal"] == 50
    assert draws.moods["them"].tolist() == [0]
    assert draws.works["gift"].tolist() == [True]


def test_more_judgements_than_dimensions_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how many there may be."""
    monkeypatch.setattr(qmc.Sobol, "MAXDIM", 2)
    with pytest.raises(TooLarge, match="3 judgements are uncertain, more than the 2 that can"):
        sample(case(), 16, 1)


def test_draws_beyond_memory_are_refused_before_they_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With what to do about it."""
    monkeypatch.setattr("leveltwo.core.memory.MOST_BYTES", 1000)
    with pytest.raises(TooLarge, match=r"draws of all judgements would take .* use fewer draws"):
        sample(case(), 1024, 1)


def test_blocks_from_a_given_one_on_are_those_of_the_whole_sequence() -> None:
    """Passing over the first blocks changes nothing in the others."""
    later = list(sample_blocks(case(), 1000, 5, block=64))[10:]
    found = list(sample_blocks(case(), 1000, 5, block=64, first=10))
    assert [part.size for part in found] == [part.size for part in later]
    for one, other in zip(found, later, strict=True):
        for key, quantiles in one.quantiles.items():
            assert quantiles.tolist() == other.quantiles[key].tolist()


def test_known_judgements_leave_only_moods_and_luck_to_draw() -> None:
    values = {path: best for path, (_, best, _) in survey(case()).items()}
    values["constituencies.ann.no_deal"] = 33.0
    draws = pinned(case(), values, 256, 1)
    assert draws["constituencies.ann.no_deal"] == 33
    assert draws.moods["them"].std() == pytest.approx(8, rel=0.05)
    assert draws.works["gift"].sum() == 192


def test_known_moods_are_not_drawn() -> None:
    values = {path: best for path, (_, best, _) in survey(case()).items()}
    draws = pinned(case(), values, 4, 1, {"us": 0.0, "them": -8.0})
    assert draws.moods["them"].tolist() == [-8] * 4
    assert draws.works["gift"].sum() == 3

"""What plans are worth where a judgement turns out low, middling or high."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core import tallies as module
from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.memory import MOST_BYTES
from leveltwo.core.returns import returns
from leveltwo.core.sample import Sample
from leveltwo.core.tallies import BINS, quantiles, tallies, uncertain, value_at
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.board import board

RANGE = {"margin": -2, "no_deal": [30, 50, 60]}
GIFT = {"effects": {"ann": [1, 4, 9]}, "cost": 1, "chance": 0.75}
PATH = "constituencies.ann.no_deal"


def layout_of(**more: Any) -> Layout:
    """A board with a range, a mood and a move."""
    doc = board({"ann": RANGE}, {"vote": "ann"}, {"gift": GIFT}, **more)
    return Layout(Negotiation.model_validate(doc))


def plans(layout: Layout) -> list[Any]:
    """The treaty with and without the gift, and walking away."""
    made = [encode(layout, {"text": "treaty"}, moves) for moves in ([], ["gift"])]
    return [*made, None]


def test_parts_of_every_judgement_add_up_to_the_means() -> None:
    layout = layout_of(uncertainty={"mood": {"us": 0, "them": 8}})
    *_, found = tallies(layout, plans(layout), 64, [1, 2, 3], Threads(1))
    assert found.parts.shape == (3, 3, BINS, 3)
    assert found.parts.sum(axis=2) == pytest.approx(np.repeat(found.plans[:, None], 3, axis=1))
    assert not found.plans[:, 2].any()


def test_every_draw_is_counted_in_the_part_in_which_its_judgement_lies() -> None:
    """Against sorting the draws by the judgement's value."""
    layout = layout_of()
    found = next(tallies(layout, plans(layout), 64, [7], Threads(1)))
    draws = Sample(64, 7).all_at_once(layout.case)
    worth = returns(compile_table(layout, draws), plans(layout))
    order = np.argsort(np.asarray(draws[PATH]))
    expected = worth[:, order].reshape(3, BINS, 8).sum(axis=2).T / 64
    assert found.parts[0, found.paths.index(PATH)] == pytest.approx(expected)
    assert found.best[0] == pytest.approx(worth.max(axis=0).mean())


def test_samples_come_one_after_another() -> None:
    layout = layout_of()
    sizes = [len(t.plans) for t in tallies(layout, plans(layout), 16, [1, 2, 3], Threads(1))]
    assert sizes == [1, 2, 3]


def test_a_case_without_doubt_has_nothing_to_sort_by() -> None:
    layout = Layout(Negotiation.model_validate(board({"ann": 3}, {"vote": "ann"})))
    found = next(tallies(layout, [encode(layout, {"text": "treaty"})], 8, [1], Threads(1)))
    assert found.paths == ()
    assert found.plans.tolist() == [[20.0]]


def test_ranges_and_moods_are_uncertain_and_luck_is_not_asked_about() -> None:
    layout = layout_of(uncertainty={"mood": {"us": 0, "them": 8}})
    assert uncertain(layout.case) == (PATH, "moves.gift.effects.ann", "mood.them")


def test_values_are_those_below_which_so_many_draws_lie() -> None:
    case = layout_of(uncertainty={"mood": 8}).case
    draws = Sample(4096, 1).all_at_once(case)
    below = value_at(case, PATH, 0.25)
    assert (np.asarray(draws[PATH]) < below).mean() == pytest.approx(0.25, abs=0.001)
    below = value_at(case, "mood.them", 0.125)
    assert (draws.moods["them"] < below).mean() == pytest.approx(0.125, abs=0.001)


def test_quantiles_of_a_mood_are_even() -> None:
    case = layout_of(uncertainty={"mood": 8}).case
    found = quantiles(case, Sample(64, 1).all_at_once(case), "mood.them")
    assert np.bincount((found * 64).astype(int), minlength=64).tolist() == [1] * 64


def test_too_many_sums_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = layout_of()
    seeds = range(MOST_BYTES // (3 * 8 * BINS * 3 * len(uncertain(layout.case))) + 1)
    monkeypatch.setattr(module, "Tally", None)
    with pytest.raises(TooLarge, match=r"sums of all judgements would take .* use fewer draws"):
        next(tallies(layout, plans(layout), 16, seeds, Threads(1)))

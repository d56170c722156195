"""The deal space mapped."""

from __future__ import annotations

import random
from typing import Any

import pytest

from leveltwo.core import blocks, space
from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import Map, map_deals
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from tests.brute import rivals
from tests.oracle.test_oracle import SALE

CERTAIN = Sample(1, 1, certain=True)


def mapped(doc: Any, moves: tuple[str, ...] = (), confidence: float = 0.5) -> Map:
    """The map of a document in the certain case."""
    case = Negotiation.model_validate({"format": "leveltwo/1", "title": "A sale", **doc})
    return map_deals(Layout(case), CERTAIN, moves, confidence)


def test_a_sale_is_mapped_as_worked_out_by_hand() -> None:
    """Gains are (35, 5) at price 1 and (10, 30) at price 2, the only deals that pass."""
    result = mapped(SALE)
    assert (result.deals, result.overlap, result.pareto) == (5, 2, 5)
    assert result.winsets == {"buyers": 3, "sellers": 4}
    prices = {rule: spot and spot.deal["price"] for rule, spot in result.solutions.items()}
    assert prices == {
        "nash": "2",
        "kalai_smorodinsky": "2",
        "egalitarian": "2",
        "utilitarian": "1",
    }
    assert [spot.deal["price"] for spot in result.frontier] == ["0", "1", "2", "3", "4"]
    assert result.likeliest is not None
    assert result.likeliest.deal == {"price": "1"}


def test_moves_in_force_change_what_passes() -> None:
    """A note and a word bring price 0 through; they are listed by id."""
    result = mapped(SALE, ("word", "note"))
    assert result.moves == ("note", "word")
    assert result.winsets["sellers"] == 5


def test_where_nothing_passes_nothing_is_picked_but_at_the_table() -> None:
    """Solutions are sought in the overlap."""
    doc = {**SALE, "moves": {"wall": {"by": "sellers", "effects": {"seller": -200}}}}
    result = mapped(doc, ("wall",))
    assert result.overlap == 0
    assert set(result.solutions.values()) == {None}
    assert all(spot is not None for spot in result.at_the_table.values())


def test_an_empty_map_has_no_frontier() -> None:
    """Moves that cannot be made together leave no deal."""
    doc = {**SALE, "moves": {**SALE["moves"], "hat": {"by": "buyers", "needs": ["gift"]}}}
    result = mapped(doc, ("hat",))
    assert (result.deals, result.pareto, result.overlap) == (0, 0, 0)
    assert result.frontier == ()
    assert result.likeliest is None
    assert set(result.at_the_table.values()) == {None}


def test_higher_confidence_never_enlarges_a_winset() -> None:
    """Nor the overlap."""
    layout = Layout(Negotiation.model_validate(rivals(random.Random(3))))
    sizes = [map_deals(layout, Sample(64, 1), (), p).overlap for p in (0, 0.1, 0.3, 0.6, 1)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 27


@pytest.mark.parametrize("seed", range(3))
def test_a_spot_is_what_assessing_its_deal_gives(seed: int) -> None:
    """Chances and gains, on the same draws."""
    layout = Layout(Negotiation.model_validate(rivals(random.Random(seed))))
    sample = Sample(128, seed)
    for spot in map_deals(layout, sample, (), 0.5).frontier:
        result = assess(layout, sample, encode(layout, spot.deal))
        assert spot.chance == result.chance
        assert spot.sides == {side: part.chance for side, part in result.sides.items()}
        gains = {side: part.gain for side, part in result.sides.items()}
        assert spot.gains == pytest.approx(gains)


def test_likely_deals_come_best_first() -> None:
    """The likeliest is the first of them."""
    result = mapped(SALE)
    assert [spot.deal["price"] for spot in result.likely] == ["1", "2", "0", "3", "4"]
    assert result.likely[0] == result.likeliest


def test_histograms_count_deals_by_their_chance() -> None:
    """In the certain case only the first and the last part hold any."""
    result = mapped(SALE)
    assert (result.histogram[0], result.histogram[-1], sum(result.histogram)) == (3, 2, 5)
    assert {side: bins[-1] for side, bins in result.side_histograms.items()} == result.winsets
    layout = Layout(Negotiation.model_validate(rivals(random.Random(3))))
    drawn = map_deals(layout, Sample(64, 1), (), 0.5)
    assert sum(drawn.histogram[10:]) == sum(spot.chance >= 0.5 for spot in drawn.likely)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_blocks_and_workers_change_nothing(workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many deals a block holds, and whoever maps it."""
    layout = Layout(Negotiation.model_validate(rivals(random.Random(7), issues=4)))
    sample = Sample(48, 1)
    whole = map_deals(layout, sample, (), 0.3)
    monkeypatch.setattr(space, "FEWEST_LANES", 3)
    monkeypatch.setattr(blocks, "MOST_LANES", 3)
    monkeypatch.setattr(blocks, "FIRSTS", 2)
    seen: list[tuple[int, int]] = []
    parts = map_deals(layout, sample, (), 0.3, lambda *told: seen.append(told), Threads(workers))
    assert parts == whole
    assert seen == [(min(n, 81), 81) for n in range(12, 93, 12)]


def test_an_interrupt_ends_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is passed on."""
    monkeypatch.setattr(space, "FEWEST_LANES", 3)
    monkeypatch.setattr(blocks, "MOST_LANES", 3)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    layout = Layout(Negotiation.model_validate(rivals(random.Random(7), issues=4)))
    with pytest.raises(KeyboardInterrupt):
        map_deals(layout, Sample(48, 1), (), 0.3, stop)

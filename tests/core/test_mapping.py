"""The deal space mapped."""

from __future__ import annotations

import random
from typing import Any

import pytest

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
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

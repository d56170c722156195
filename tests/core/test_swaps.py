"""The one term whose change would do most."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.conversion import conversions
from leveltwo.core.sample import Sample
from leveltwo.core.swaps import Swap
from tests.board import Doc, layout_of
from tests.made import made

CERTAIN = Sample(1, 1, certain=True)
DEAL = {"price": "high", "term": "3", "style": "plain"}


def case(no_deal: float, more: Doc | None = None, **about: Any) -> Doc:
    """An envoy who gains by a longer term, at a cost to us, and by a fine style, at none."""
    envoy = {
        "no_deal": no_deal,
        "values": {
            "price": {"weight": 2, "low": 100, "high": 50},
            "term": {"weight": 1, "points": {"1": 0, "3": 50, "5": 100}},
            "style": {"weight": 1, "plain": 0, "fine": 40},
        },
        **about,
    }
    doc = made(people={"envoy": envoy}, **(more or {}))
    doc["issues"] |= {
        "term": {"from": 1, "to": 5, "step": 1, "unit": "years"},
        "style": {"options": {"plain": "Plain", "fine": "Fine"}},
    }
    doc["constituencies"]["chief"]["values"] |= {
        "term": {"weight": 1, "points": {"1": 100, "5": 0}},
    }
    return doc


def swap(doc: Doc, moves: tuple[str, ...] = ()) -> Swap | None:
    """The envoy's best change of one term."""
    layout = layout_of(doc)
    found = conversions(layout, CERTAIN, encode(layout, DEAL, moves))
    return next(c.hindrance.swap for c in found if c.who == "envoy")


def test_of_changes_that_would_do_the_one_that_costs_us_least_is_named() -> None:
    """The deal is worth 37.5; a better price brings 25, a longer term 12.5, a fine style 10."""
    found = swap(case(45))
    assert found is not None
    assert (found.issue, found.option, found.chance) == ("style", "fine", 1)
    assert (found.points, found.ours) == pytest.approx((10, 0))


def test_of_two_terms_that_would_do_the_shorter_step_is_cheaper() -> None:
    fine = {"constraints": [{"never": {"style": "fine"}}]}
    found = swap(case(43, {"more": fine}))
    assert found is not None
    assert (found.issue, found.option) == ("term", "4")
    assert (found.points, found.ours) == pytest.approx((6.25, -12.5))


def test_where_no_change_would_do_the_one_that_gives_most_is_named() -> None:
    found = swap(case(90))
    assert found is not None
    assert (found.issue, found.option, found.chance) == ("price", "low", 0)
    assert (found.points, found.ours) == pytest.approx((25, -50))


def test_a_change_that_the_case_forbids_is_not_named() -> None:
    never = {"constraints": [{"never": {"price": "low"}}, {"never": {"style": "fine"}}]}
    found = swap(case(90, {"more": never}))
    assert found is not None
    assert (found.issue, found.option) == ("term", "5")


def test_a_change_that_does_not_go_with_the_plan_is_not_named() -> None:
    moves = {"gift": {"only_with": {"price": "high"}}}
    found = swap(case(90, {"moves": moves}), ("gift",))
    assert found is not None
    assert found.issue == "term"


def test_an_option_that_they_refuse_is_not_named() -> None:
    found = swap(case(90, red_lines=[{"price": "low"}]))
    assert found is not None
    assert found.issue == "term"


def test_where_a_red_line_is_crossed_only_taking_it_out_helps() -> None:
    found = swap(case(10, red_lines=[{"term": "3"}]))
    assert found is not None
    assert (found.issue, found.option, found.chance) == ("term", "1", 1)


def test_where_nothing_better_is_allowed_there_is_none() -> None:
    assert swap(case(90, red_lines=[{"price": "high"}, {"style": "plain"}])) is None
    doc = made(people={"envoy": {"no_deal": 90}})
    layout = layout_of(doc)
    found = conversions(layout, CERTAIN, encode(layout, {"price": "high"}))
    assert all(c.hindrance.swap is None for c in found)

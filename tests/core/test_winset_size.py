"""Sizes of win-sets, from deals drawn at random."""

from __future__ import annotations

import random
from typing import Any

import pytest

from leveltwo.core import winset_size
from leveltwo.core.bargaining import RULES
from leveltwo.core.layout import Layout
from leveltwo.core.map import Share
from leveltwo.core.mapping import is_endless, map_deals
from leveltwo.core.sample import Sample
from leveltwo.core.winset_size import estimate_map
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.brute import rivals

SAMPLE = Sample(32, 1)


def layout_of(**changes: Any) -> Layout:
    """Four issues of five options."""
    doc = rivals(random.Random(4), issues=4, options=5)
    return Layout(Negotiation.model_validate({**doc, **changes}))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "rules", [[], [{"never": {"i0": "o1"}}, {"never": {"i1": "o2", "i3": "o0"}}]]
)
def test_estimates_lie_about_what_all_deals_give(seed: int, rules: Any) -> None:
    """All within twice their intervals, whether or not the rules forbid some."""
    layout, sample = layout_of(constraints=rules), Sample(32, seed)
    whole = map_deals(layout, sample, (), 0.3)
    found = estimate_map(layout, sample, (), 0.3)
    assert found.estimate is not None
    shares = {
        found.estimate.allowed: whole.deals / 625,
        found.estimate.overlap: whole.overlap / whole.deals,
    } | {found.estimate.winsets[s]: whole.winsets[s] / whole.deals for s in "ab"}
    for share, true in shares.items():
        slack = share.high - share.low
        assert share.low - slack <= true <= share.high + slack
    assert found.deals == pytest.approx(whole.deals, rel=0.05)
    assert whole.likeliest is not None
    assert found.likeliest is not None
    assert found.likeliest == whole.likeliest


def test_without_constraints_the_number_of_deals_is_exact() -> None:
    found = estimate_map(layout_of(), SAMPLE, (), 0.5)
    assert found.estimate is not None
    assert found.estimate.allowed == Share(1, 1, 1, exact=True)
    assert (found.deals, found.estimate.combinations) == (625, 625)


@pytest.mark.parametrize("seed", range(4))
def test_the_frontier_and_what_is_picked_at_the_table_are_exact(seed: int) -> None:
    """As if every deal had been looked at; among deals that pass nothing is picked."""
    layout = layout_of(constraints=[{"never": {"i1": "o2", "i3": "o0"}}])
    sample = Sample(32, seed)
    found, whole = estimate_map(layout, sample, (), 0.5), map_deals(layout, sample, (), 0.5)
    assert (found.pareto, found.frontier) == (whole.pareto, whole.frontier)
    assert found.at_the_table == whole.at_the_table
    assert found.solutions == dict.fromkeys(RULES)


def test_a_frontier_that_takes_too_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is picked."""
    monkeypatch.setattr(winset_size, "MOST_ON_FRONTS", 2)
    found = estimate_map(layout_of(), SAMPLE, (), 0.5)
    assert (found.pareto, found.frontier) == (None, ())
    assert found.solutions == found.at_the_table == dict.fromkeys(RULES)


def test_a_winset_that_can_be_counted_is_exact() -> None:
    """Of a side that asks one person, in the certain case."""
    sides = rivals(random.Random(4), issues=4, options=5)["sides"]
    sides["a"]["gates"] = {"sign": "a0"}
    layout, sample = layout_of(sides=sides), Sample(1, 1, certain=True)
    found = estimate_map(layout, sample, (), 0.5)
    whole = map_deals(layout, sample, (), 0.5)
    assert found.estimate is not None
    assert [found.estimate.winsets[s].exact for s in "ab"] == [True, False]
    assert found.winsets["a"] == whole.winsets["a"]


def test_the_same_question_has_the_same_answer() -> None:
    assert estimate_map(layout_of(), SAMPLE, (), 0.5) == estimate_map(layout_of(), SAMPLE, (), 0.5)


def test_many_draws_are_spent_on_fewer_deals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winset_size, "VOTES", 32 * 2000)
    found = estimate_map(layout_of(), SAMPLE, (), 0.5)
    assert found.estimate is not None
    assert found.estimate.looked_at == 2000


def test_rules_that_allow_hardly_anything_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winset_size, "ROUNDS", 2)
    never = [{"never": {"i0": [f"o{k}" for k in range(5) if k != good]}} for good in (0, 1)]
    layout = Layout(Negotiation.model_construct(
        **{**layout_of().case.__dict__, "constraints": layout_of_rules(never)}))  # fmt: skip
    with pytest.raises(TooLarge, match=r"of 40,000 combinations .* allow none; take out options"):
        estimate_map(layout, SAMPLE, (), 0.5)


def layout_of_rules(rules: list[Any]) -> Any:
    """Constraints as a case holds them."""
    doc = rivals(random.Random(4), issues=4, options=5)
    return [
        Negotiation.model_validate({**doc, "constraints": [rule]}).constraints[0] for rule in rules
    ]


def test_only_what_takes_very_long_is_endless() -> None:
    assert not is_endless(layout_of(), SAMPLE)
    doc = rivals(random.Random(4), issues=14, options=10)
    assert is_endless(Layout(Negotiation.model_validate(doc)), SAMPLE)

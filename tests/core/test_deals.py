"""The deal space."""

from __future__ import annotations

import random

import pytest

from leveltwo.core import deals as module
from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import columns, decode, encode
from leveltwo.core.deals import all_deals, issue_variables
from leveltwo.core.layout import Layout
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.oracle.plans import deals as oracle_deals
from tests.oracle.plans import goes_together
from tests.small import small
from tests.strategies import build


def written(layout: Layout, rows: IntArray) -> list[dict[str, object]]:
    """Deals as a document writes them."""
    issues = [layout.variables[i] for i in issue_variables(layout)]
    return [
        {
            v.key: layout.case.issues[v.key].plain(v.options[k])
            for v, k in zip(issues, row, strict=True)
        }
        for row in rows.tolist()
    ]


@pytest.mark.parametrize("seed", range(60))
def test_the_deals_are_those_that_rules_and_moves_in_force_allow(seed: int) -> None:
    """Against the oracle, for any moves, moves that cannot be made together included."""
    rng = random.Random(seed)
    doc = build(rng)
    layout = Layout(Negotiation.model_validate(doc))
    moves = [move for move in doc.get("moves", {}) if rng.random() < 0.5]
    found = written(layout, all_deals(layout, moves))
    expected = [deal for deal in oracle_deals(doc) if goes_together(doc, deal, moves)]
    assert len(found) == len(expected)
    assert all(deal in expected for deal in found)


def test_deals_stand_in_lexicographic_order() -> None:
    """So that neighbours share their first issues."""
    rows = all_deals(Layout(small())).tolist()
    assert rows == sorted(rows)
    assert len(rows) == 9


def test_too_many_deals_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do instead."""
    monkeypatch.setattr(module, "MOST_DEALS", 9)
    with pytest.raises(TooLarge, match=r"10 combinations of options, more than the 9 .* `advise`"):
        all_deals(Layout(small()))


def test_a_plan_goes_to_numbers_and_back() -> None:
    """Issues in the order of the file, moves in the order of their ids."""
    layout = Layout(small())
    chosen = encode(layout, {"sunday": "open", "bonus": "15"}, ["rota", "feast"])
    assert chosen.tolist() == [3, 1, 1, 1]
    assert columns(layout, chosen).tolist() == [3, 6, 8, 10]
    plan = decode(layout, chosen)
    assert list(plan.deal.items()) == [("sunday", "open"), ("bonus", "15")]
    assert plan.moves == ("feast", "rota")

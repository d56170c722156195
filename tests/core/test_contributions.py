"""Margins taken apart."""

from __future__ import annotations

import random

import pytest

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from tests.board import board, layout_of
from tests.oracle.plans import plans
from tests.strategies import build


@pytest.mark.parametrize("seed", range(30))
def test_contributions_add_up_to_the_margin(seed: int) -> None:
    """For everybody in random cases, on draws."""
    rng = random.Random(seed)
    doc = build(rng)
    case = Negotiation.model_validate(doc)
    deal, moves = rng.choice(list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    layout = Layout(case)
    result = assess(layout, Sample(50, seed), encode(layout, written, moves))
    for standing in result.constituencies.values():
        assert standing.parts.margin == pytest.approx(standing.margin, abs=1e-9)
        assert set(standing.parts.terms) == set(case.issues)
        assert set(standing.parts.moves) <= set(moves)


def test_each_part_is_what_it_says() -> None:
    """Terms, no deal, moves made in time, and what leaders' votes are worth."""
    bob = {"margin": 4, "follows": {"ann": {"for": 3, "against": -2}}}
    doc = board(
        {"ann": 1, "bob": bob},
        {"vote": {"rule": "bob", "date": "2026-10-01"}},
        {"gift": {"effects": {"bob": 5}}, "late": {"effects": {"bob": 9}, "date": "2026-11-01"}},
    )
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"}, ["gift", "late"])
    parts = assess(layout, Sample(1, 1, certain=True), chosen).constituencies["bob"].parts
    assert parts.no_deal == -50
    assert parts.mood == 0
    assert parts.terms == {"text": 54}
    assert parts.moves == {"gift": 5, "late": 0}
    assert parts.cues == {"ann": 3}
    doc["constituencies"]["ann"]["no_deal"] = 60
    layout = layout_of(doc)
    parts = assess(layout, Sample(1, 1, certain=True), chosen).constituencies["bob"].parts
    assert parts.cues == {"ann": -2}

"""What plans are worth, draw by draw."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from leveltwo.core.compile import compile_table
from leveltwo.core.draws import sample
from leveltwo.core.evaluation import scores
from leveltwo.core.layout import Layout
from leveltwo.core.returns import returns
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Objective
from tests.brute import Doc, every_plan
from tests.strategies import documents


@settings(max_examples=20)
@given(documents())
def test_their_mean_is_the_value_that_plans_are_scored_by(doc: Doc) -> None:
    case = Negotiation.model_validate(doc)
    layout = Layout(case)
    table = compile_table(layout, sample(case, 32, 1))
    plans = list(every_plan(layout, Objective()))[:12]
    found = returns(table, [None, *plans])
    assert not found[0].any()
    expected = [score.value for score in scores(table, plans)]
    assert found[1:].mean(axis=1) == pytest.approx(np.array(expected), abs=1e-9)

"""Plans that could be best, should a judgement turn out otherwise."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from leveltwo.core.choice import decode, encode
from leveltwo.core.layout import Layout
from leveltwo.model.compatibility import conflicts
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Objective
from leveltwo.solve.robustness.candidates import distinct, neighbours
from tests.board import board
from tests.brute import Doc, every_plan
from tests.small import small
from tests.strategies import documents


def near(layout: Layout, plan: Plan) -> list[Plan]:
    """The neighbours of a plan."""
    found = neighbours(layout, Objective(), encode(layout, plan.deal, plan.moves))
    return [decode(layout, other) for other in found]


def test_a_neighbour_differs_in_one_term_or_one_move() -> None:
    """Constraints are kept; a move goes together with the one that needs it."""
    layout = Layout(small())
    deal = {"sunday": "open", "bonus": "5"}
    found = near(layout, Plan(deal, ("feast", "rota")))
    assert Plan({"sunday": "closed", "bonus": "5"}, ("feast", "rota")) in found
    assert Plan({"sunday": "open", "bonus": "0"}, ("feast", "rota")) not in found
    assert Plan(deal, ("rota",)) in found
    assert Plan(deal) in found
    assert Plan(deal, ("feast",)) not in found
    assert len(found) == 6


def test_a_move_is_not_added_without_what_it_needs() -> None:
    layout = Layout(small())
    deal = {"sunday": "closed", "bonus": "5"}
    assert Plan(deal, ("rota",)) in near(layout, Plan(deal))
    assert Plan(deal, ("feast",)) not in near(layout, Plan(deal))


def test_a_move_that_waits_for_consent_is_not_added() -> None:
    waits = {"talk": {"effects": {"ann": 1}, "device": "direct_dealing"}}
    layout = Layout(Negotiation.model_validate(board({"ann": 1}, {"vote": "ann"}, waits)))
    assert near(layout, Plan({"text": "treaty"})) == [Plan({"text": "shell"})]


@settings(max_examples=20)
@given(documents())
def test_neighbours_are_plans(doc: Doc) -> None:
    """Of every kind of case; none is the plan itself."""
    layout = Layout(Negotiation.model_validate(doc))
    for chosen in list(every_plan(layout, Objective()))[:4]:
        for other in neighbours(layout, Objective(), chosen):
            assert not list(conflicts(layout.case, decode(layout, other)))
            assert not np.array_equal(other, chosen)


def test_equal_plans_count_once_in_the_order_in_which_they_come() -> None:
    one, other = np.array([0, 1]), np.array([1, 1])
    found = distinct([one, None, other, one.copy(), None])
    assert [plan is None or plan.tolist() for plan in found] == [[0, 1], True, [1, 1]]

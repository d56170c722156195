"""The end of every judgement that speaks against a plan."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import pinned
from leveltwo.core.layout import Layout
from leveltwo.core.pessimism import gloomy, pessimistic
from leveltwo.core.survey import survey
from leveltwo.core.votes import leanings
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.board import board
from tests.small import SMALL, small

GIFT: dict[str, Any] = {
    "effects": {"ann": [2, 4, 9]},
    "otherwise": {"ann": [-5, -2, 0]},
    "cost": [1, 2, 5],
    "chance": [0.6, 0.8, 0.9],
}
ANN = {"margin": 0, "no_deal": [30, 50, 60], "devalues": [0, 0.1, 0.3], "band": [1, 2, 4]}
TREATY = Plan({"text": "treaty"}, ("gift",))


def case(**more: Any) -> Negotiation:
    """A board of one who has a range for everything."""
    return Negotiation.model_validate(
        board({"ann": {**ANN, **more}}, {"vote": "ann"}, {"gift": GIFT})
    )


def test_at_no_depth_everything_is_at_its_best_guess() -> None:
    found = pessimistic(case(), TREATY, 0.0)
    assert found == {path: best for path, (_, best, _) in survey(case()).items()}


def test_all_the_way_what_helps_is_low_and_what_hurts_is_high() -> None:
    found = pessimistic(case(), TREATY, 1.0)
    assert found["constituencies.ann.no_deal"] == 60
    assert found["constituencies.ann.devalues"] == 0.3
    assert found["moves.gift.cost"] == 5
    assert found["moves.gift.effects.ann"] == 2
    assert found["moves.gift.otherwise.ann"] == -5
    assert found["moves.gift.chance"] == 0.6


def test_bands_stay_at_their_best_guess() -> None:
    assert pessimistic(case(), TREATY, 1.0)["constituencies.ann.band"] == 2


def test_half_the_way_is_half_the_way() -> None:
    assert pessimistic(case(), TREATY, 0.5)["constituencies.ann.no_deal"] == 55


def test_both_of_a_leaders_votes_sway_less() -> None:
    doc = board({"ann": 0, "ben": 0}, {"vote": "ann"})
    doc["constituencies"]["ann"]["follows"] = {"ben": {"for": [1, 3, 5], "against": [-9, -4, -2]}}
    found = pessimistic(Negotiation.model_validate(doc), Plan({"text": "treaty"}), 1.0)
    assert found["constituencies.ann.follows.ben.for"] == 1
    assert found["constituencies.ann.follows.ben.against"] == -9


def test_what_stands_for_no_deal_is_rated_high_unless_the_plan_holds_it_too() -> None:
    edit = ("closed: fair, open: good", "closed: [40, 50, 60], open: [70, 75, 80]")
    changed = small(edit)
    path = "constituencies.night.values.sunday"
    opened = pessimistic(changed, Plan({"sunday": "open", "bonus": "10"}), 1.0)
    closed = pessimistic(changed, Plan({"sunday": "closed", "bonus": "10"}), 1.0)
    assert (opened[f"{path}.closed"], opened[f"{path}.open"]) == (60, 70)
    assert (closed[f"{path}.closed"], closed[f"{path}.open"]) == (40, 70)


def test_points_between_which_no_deal_lies_are_rated_high() -> None:
    """Those of the plan's own number stay low."""
    edits = [
        ("no_deal: 40", "no_deal: {bonus: 5}"),
        ("{0: 0, 20: 100}", "{0: 0, 10: [30, 40, 50], 20: [80, 90, 100]}"),
    ]
    path = "constituencies.delegate.values.bonus.points"
    found = pessimistic(small(*edits), Plan({"sunday": "open", "bonus": "20"}), 1.0)
    assert (found[f"{path}.10"], found[f"{path}.20"]) == (50, 80)
    found = pessimistic(small(*edits), Plan({"sunday": "open", "bonus": "15"}), 1.0)
    assert (found[f"{path}.10"], found[f"{path}.20"]) == (30, 80)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_weights_are_the_worst_of_all_ends(rng: random.Random) -> None:
    """Against every combination of ends, for deals and for no deals that are deals."""
    issues = [f"i{n}" for n in range(4)]
    doc = board({"ann": 0}, {"vote": "ann"})
    doc["issues"] = {i: {"options": {"old": "Old", "new": "New"}} for i in issues}
    rated = {
        i: {"weight": sorted(rng.uniform(0.1, 5) for _ in range(3)), **{
            o: rng.uniform(0, 100) for o in ("old", "new")}} for i in issues
    }  # fmt: skip
    plain = {i: {"weight": 1, "old": 0, "new": 100} for i in issues}
    doc["constituencies"]["envoy"]["values"] = plain
    no_deal: Any = 50 if rng.random() < 0.5 else dict.fromkeys(issues, "old")
    doc["constituencies"]["ann"] |= {"values": rated, "no_deal": no_deal}
    case_ = Negotiation.model_validate(doc)
    plan = Plan(dict.fromkeys(issues, "new"))
    values = pessimistic(case_, plan, 1.0)
    root = "constituencies.ann.values"
    spans = survey(case_)
    ends = [spans[f"{root}.{i}.weight"][::2] for i in issues]
    paths = [f"{root}.{i}.weight" for i in issues]
    tried = [
        margin(case_, plan, values | dict(zip(paths, some, strict=True))) for some in product(*ends)
    ]
    assert margin(case_, plan, values) == pytest.approx(min(tried), abs=1e-9)


def margin(case_: Negotiation, plan: Plan, values: dict[str, float]) -> float:
    """Ann's margin with judgements as they are told."""
    layout = Layout(case_)
    table = compile_table(layout, pinned(case_, values, 1, 1, dict.fromkeys(case_.sides, 0.0)))
    return float(
        leanings(table, encode(layout, plan.deal, plan.moves))[layout.report_bloc("ann"), 0]
    )


def test_weights_that_may_all_be_nothing_stay_weights() -> None:
    doc = board({"ann": 0}, {"vote": "ann"})
    doc["constituencies"]["ann"]["values"]["text"]["weight"] = [0, 1, 2]
    found = pessimistic(Negotiation.model_validate(doc), Plan({"text": "treaty"}), 1.0)
    assert found["constituencies.ann.values.text.weight"] == 2


@pytest.mark.parametrize("depth", [0.25, 0.5, 1.0])
def test_nobody_leans_more_towards_the_plan_than_nearer_to_the_best_guesses(depth: float) -> None:
    found = small(("no_deal: 30", "no_deal: [20, 30, 40]"))
    plan = Plan({"sunday": "open", "bonus": "10"}, ("rota",))
    layout = Layout(found)

    def margins(at: float) -> np.ndarray[Any, Any]:
        draws = pinned(found, pessimistic(found, plan, at), 1, 1, gloomy(found, at))
        return leanings(compile_table(layout, draws), encode(layout, plan.deal, plan.moves))

    assert (margins(depth) < margins(depth - 0.25)).all()


def test_moods_go_so_many_standard_deviations_below_par() -> None:
    assert gloomy(small(), 0.5) == {"shop": -4, "staff": -4}
    assert "mood" not in SMALL

"""The oracle against figures worked out by hand, on the port lease and a sale."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from tests.oracle.answers import advise, assess, cheapest_help, map_
from tests.oracle.outcome import evaluate
from tests.oracle.plans import deals, goes_together, plans
from tests.oracle.settle import EFFECT, Doc, ranges, settle, triple
from tests.port_lease import PORT_LEASE

LEASE: Doc = yaml.safe_load(PORT_LEASE)
GOAL = {"term": 20, "hiring": "goal"}
SALE: Doc = {
    "viewpoint": "buyers",
    "sides": {
        "buyers": {"negotiator": "buyer", "gates": {"signature": "buyer"}},
        "sellers": {"negotiator": "seller", "gates": {"signature": "seller"}},
    },
    "issues": {"price": {"from": 0, "to": 4, "step": 1}},
    "constituencies": {
        "buyer": {
            "side": "buyers",
            "no_deal": 40,
            "values": {"price": {"weight": 1, "points": {0: 100, 4: 0}}},
        },
        "seller": {
            "side": "sellers",
            "no_deal": 20,
            "values": {"price": {"weight": 3, "points": {0: 0, 4: 100}}},
        },
    },
    "moves": {
        "gift": {"by": "buyers", "effects": {"seller": 20}, "cost": 2},
        "note": {"by": "buyers", "effects": {"seller": 12}, "cost": 1},
        "word": {"by": "buyers", "effects": {"seller": 8}, "cost": 0.5},
        "call": {"by": "buyers", "effects": {"seller": 50}, "device": "direct_dealing"},
        "visit": {"by": "sellers", "effects": {"buyer": 30}},
    },
}
CERTAIN: list[Any] = [(SALE, {}, {})]
TWO: list[Any] = [*CERTAIN, (SALE, {"sellers": -10.0}, {})]


def test_words_widen_with_low_confidence_and_stay_within_bounds() -> None:
    """The left bloc's words double their width; ratings end at 0 and 100."""
    found = ranges(LEASE)
    assert found["constituencies.left.no_deal"] == (30, 45, 60)
    assert found["constituencies.left.values.term.weight"] == pytest.approx((0.6, 2, 4))
    assert found["constituencies.left.values.term.points.10"] == (90, 100, 100)
    assert found["constituencies.left.values.term.points.40"] == (0, 10, 26)
    assert found["constituencies.left.values.hiring.none"] == (0, 0, 10)
    assert found["moves.charter.effects.union"] == (4, 10, 15)
    assert "moves.charter.effects.right" not in found
    assert triple("-slight", EFFECT, "high") == (-4, -3, -2)


def test_settling_takes_the_best_or_the_number_given() -> None:
    """A path that names no judgement is refused."""
    settled = settle(LEASE, {"constituencies.left.values.term.points.10": 91.5})
    left = settled["constituencies"]["left"]
    assert left["values"]["term"] == {"weight": 2, "points": {10: 91.5, 40: 10}}
    assert left["no_deal"] == 45
    with pytest.raises(KeyError, match=r"no such judgement: moves\.charter\.effects\.mayor"):
        settle(LEASE, {"moves.charter.effects.mayor": 1})


def test_margins_of_the_port_lease_are_those_worked_out_by_hand() -> None:
    """A goal over twenty years: the union, cued by the left, abstains; the family refuses."""
    result = evaluate(settle(LEASE), GOAL)
    margins = {who: entry["margin"] for who, entry in result["constituencies"].items()}
    assert margins == pytest.approx(
        {
            "mayor": 68 / 3,
            "left": 9,
            "centre": 25,
            "right": 70 / 3,
            "director": 920 / 21 - 35,
            "family": -50 / 3,
            "fund": 15,
            "union": 1,
        }
    )
    votes = {who: entry["vote"] for who, entry in result["constituencies"].items()}
    assert votes["union"] == "abstain"
    assert votes["family"] == "against"
    assert result["gates"]["operator"] == {"board": False, "carrying_out": False}
    assert result["sides"] == {"city": True, "operator": False}


def test_a_move_is_discounted_costs_its_negotiator_and_may_backfire() -> None:
    """The charter's ten points are seven to the union, which discounts it by 0.3."""
    doc = settle(LEASE)
    margins = evaluate(doc, GOAL, ["charter"])["constituencies"]
    assert margins["union"]["margin"] == pytest.approx(-5 + 6 + 7)
    assert margins["mayor"]["margin"] == pytest.approx(68 / 3 - 1.5)
    assert margins["right"]["margin"] == pytest.approx(70 / 3 - 3)
    failed = evaluate(doc, GOAL, ["charter"], works={"charter": False})
    assert failed["constituencies"]["union"]["margin"] == pytest.approx(-5 + 6 - 5)
    assert failed["gains"]["city"] == pytest.approx(68 / 3 - 1.5)


def test_a_move_after_the_gate_neither_moves_nor_lifts() -> None:
    """A charter signed after the council has met leaves the red line crossed there."""
    deal = {"term": 20, "hiring": "none"}
    doc = settle(LEASE)
    assert not evaluate(doc, deal, ["charter"])["constituencies"]["left"]["crossed"]
    doc["moves"]["charter"]["date"] = "2026-12-01"
    late = evaluate(doc, deal, ["charter"])
    assert late["votes"]["city"]["council"]["left"] == "against"
    assert late["votes"]["operator"]["carrying_out"]["left"] == "against"
    assert not evaluate(doc, deal, ["charter"])["constituencies"]["mayor"]["crossed"]
    assert late["margins"]["city"]["council"]["right"] == pytest.approx(
        late["margins"]["operator"]["board"]["right"] + 3
    )


def test_deals_and_plans_keep_constraints_and_terms() -> None:
    """Seven terms by three clauses, less one never and two too short for a quota."""
    assert len(deals(LEASE)) == 18
    assert not goes_together(LEASE, {"term": 20, "hiring": "none"}, ["charter"])
    assert len(list(plans(LEASE))) == 18 + 12
    poor = LEASE | {"resources": {"money": 1}}
    assert len(list(plans(poor))) == 18


def test_an_assessment_shares_out_the_draws() -> None:
    """At price 1 the seller gains 5, and refuses in the draw with a mood of -10."""
    answer = assess(SALE, TWO, {"price": 1})
    assert answer["chance"] == 0.5
    assert answer["sides"]["buyers"] == {"chance": 1, "gain": 35, "gates": {"signature": 1}}
    assert answer["constituencies"]["seller"] == {"chance": 0.5, "margin": 0, "pivotal": 1}


def test_a_map_finds_the_overlap_and_the_four_solutions() -> None:
    """Gains are (35, 5) at price 1 and (10, 30) at price 2, the only deals that pass."""
    answer = map_(SALE, CERTAIN)
    assert (answer["deals"], answer["overlap"], answer["pareto"]) == (5, 2, 5)
    assert answer["sides"] == {"buyers": {"winset": 3}, "sellers": {"winset": 4}}
    criteria = {rule: found["criterion"] for rule, found in answer["solutions"].items()}
    assert criteria == pytest.approx(
        {"nash": 300, "kalai_smorodinsky": 2 / 7, "egalitarian": 10, "utilitarian": 40}
    )
    assert answer["solutions"]["nash"]["deal"] == {"price": 2}
    assert len(answer["solutions"]["utilitarian"]["deals"]) == 2
    assert map_(SALE, TWO, confidence=0.51)["overlap"] == 1


def test_advice_takes_the_cheapest_way_to_the_best_deal() -> None:
    """Note and word bring price 0 through for 1.5; the call would need consent."""
    answer = advise(SALE, CERTAIN)
    assert (answer["status"], answer["value"]) == ("optimal", 58.5)
    assert [(plan["deal"], plan["moves"]) for plan in answer["plans"]] == [
        ({"price": 0}, ["note", "word"])
    ]
    granted = copy.deepcopy(SALE)
    granted["moves"]["call"]["consent"] = "granted"
    assert advise(granted, [(granted, {}, {})])["value"] == 60


def test_advice_says_when_walking_away_is_best_and_when_a_floor_is_out_of_reach() -> None:
    """With no deals worth 90 no plan passes."""
    doc = copy.deepcopy(SALE)
    for about in doc["constituencies"].values():
        about["no_deal"] = 90
    assert advise(doc, [(doc, {}, {})])["status"] == "no_deal"
    assert advise(doc, [(doc, {}, {})], floor=0.5)["status"] == "infeasible"


def test_the_cheapest_help_is_a_minimum_knapsack() -> None:
    """Twenty points are wanted at price 0, ten more in a bad mood; own moves bring forty."""
    found = cheapest_help(SALE, CERTAIN, {"price": 0}, 1)
    assert (found["cost"], found["plans"][0]["moves"]) == (1.5, ["note", "word"])
    assert cheapest_help(SALE, TWO, {"price": 0}, 1)["cost"] == 3
    worse: list[Any] = [(SALE, {"sellers": -21.0}, {})]
    assert cheapest_help(SALE, worse, {"price": 0}, 1)["status"] == "infeasible"

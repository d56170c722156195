"""The Itex–Cypress purchase of bicycle parts: two negotiators, nobody behind them."""

from __future__ import annotations

import pytest

from leveltwo.core.mapping import Map
from tests.published.documents import Doc, document, person, side
from tests.published.program import map_deals

pytestmark = pytest.mark.published

ISSUES = {
    "price": {"p437": "$4.37", "p412": "$4.12", "p398": "$3.98", "p371": "$3.71", "p347": "$3.47"},
    "delivery": {"d60": "60 days", "d45": "45 days", "d30": "30 days", "d20": "20 days"},
    "payment": {
        "on_delivery": "Upon delivery",
        "after_30": "30 days after delivery",
        "after_60": "60 days after delivery",
    },
    "returns": {
        "full_price": "Full price",
        "spoilage_5": "5% spoilage allowed",
        "spoilage_10": "10% spoilage allowed",
    },
}
CYPRESS = {
    "price": (0.4700166576535899, [1, 10, 25, 33, 40]),
    "delivery": (0.1220816713696379, [1, 10, 19, 25]),
    "payment": (0.17727008190772825, [15, 6, 1]),
    "returns": (0.2306315890690439, [20, 7, 1]),
}
ITEX = {
    "price": (0.28812635027374, [30, 20, 10, 5, 1]),
    "delivery": (0.1915290482981283, [1, 20, 10, 5]),
    "payment": (0.24212575877553694, [10, 25, 1]),
    "returns": (0.2782188426525948, [1, 30, 5]),
}
Profile = dict[str, tuple[float, list[int]]]
"""Weight and evaluations of each issue."""


def negotiator(of: str, profile: Profile) -> Doc:
    """Utility is the sum of weight × evaluation / largest evaluation; disagreement is at 0."""
    values = {
        issue: {
            "weight": weight,
            **{o: 100 * e / max(row) for o, e in zip(ISSUES[issue], row, strict=True)},
        }
        for issue, (weight, row) in profile.items()
    }
    return person(of, 0, values)


@pytest.fixture(name="found")
def mapped() -> Map:
    """Both negotiators on a map; either would sign anything."""
    people = {"cypress": negotiator("buyer", CYPRESS), "itex": negotiator("seller", ITEX)}
    sides = {"buyer": side("cypress"), "seller": side("itex")}
    issues = {issue: {"options": options} for issue, options in ISSUES.items()}
    return map_deals(document(sides, issues, people))


def test_itex_and_cypress_have_180_deals_of_which_18_are_efficient(found: Map) -> None:
    """Kersten & Noronha 1999, in the weights of the negotiation competitions."""
    assert found.deals == 180
    assert found.overlap == 180
    assert found.pareto == 18


@pytest.mark.parametrize("rule", ["nash", "kalai_smorodinsky", "egalitarian"])
def test_three_rules_of_fairness_pick_the_same_deal(found: Map, rule: str) -> None:
    """Kersten & Noronha 1999; Nash 1950; Kalai & Smorodinsky 1975; Kalai 1977."""
    spot = found.solutions[rule]
    assert spot is not None
    assert spot.gains["buyer"] / 100 == pytest.approx(0.670478, abs=1e-6)
    assert spot.gains["seller"] / 100 == pytest.approx(0.721478, abs=1e-6)

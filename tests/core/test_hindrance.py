"""What keeps somebody from voting for, part by part."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.conversion import conversions
from leveltwo.core.hindrance import Hindrance
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.votes import cast
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import read_deal
from tests.board import Doc, board, layout_of
from tests.oracle.plans import deals
from tests.strategies import documents

CERTAIN = Sample(1, 1, certain=True)


def hindered(
    doc: Doc, moves: tuple[str, ...] = (), sample: Sample = CERTAIN, who: str = "ann"
) -> Hindrance:
    """What hinders Ann at the vote on the treaty."""
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"}, moves)
    found = conversions(layout, sample, chosen)
    return next(c.hindrance for c in found if (c.who, c.gate) == (who, "vote"))


def ann(margin: float = -5, **about: Any) -> Doc:
    """A board of Ann, whose vote is asked, and of Bob, who speaks for it."""
    moves = about.pop("moves", None)
    people = {"bob": 5, "ann": {"margin": margin, **about}}
    return board(people, {"vote": "ann"}, moves)


def test_what_is_lacking_is_what_the_margin_falls_short() -> None:
    assert hindered(ann(-5)).lacking == pytest.approx(5)
    assert hindered(ann(5)).lacking == 0
    assert hindered(ann(5)).met_by(0)
    assert not hindered(ann(-5)).met_by(4.9)
    assert hindered(ann(-5)).met_by(5)


def test_who_abstains_within_a_band_lacks_what_leads_out_of_it() -> None:
    assert hindered(ann(1, band=4)).lacking == pytest.approx(3)


def test_a_tenth_of_the_draws_may_still_fail() -> None:
    """A normal mood of 10 points has its tenth percentile 12.8 below the mean."""
    doc = ann(0) | {"uncertainty": {"draws": 4096, "seed": 1, "mood": 10}}
    assert hindered(doc, sample=Sample(4096, 1)).lacking == pytest.approx(12.8, abs=0.2)


def test_of_a_bloc_whose_members_differ_nine_in_ten_votes_are_counted() -> None:
    """In the certain case all nine ninths; the farthest lies 1.59 standard deviations below."""
    vote = {"need": "majority", "votes": {"ann": 9}}
    doc = board({"bob": 5, "ann": {"margin": 0, "spread": 10}}, {"vote": vote})
    assert hindered(doc).lacking == pytest.approx(15.9, abs=0.05)


@given(documents())
@settings(max_examples=25, deadline=None)
def test_what_is_lacking_and_no_less_wins_nine_votes_in_ten(doc: Doc) -> None:
    layout = Layout(Negotiation.model_validate(doc))
    sample = Sample(32, 1)
    chosen = encode(layout, read_deal(layout.case, deals(doc)[0]))
    table = compile_table(layout, sample.all_at_once(layout.case))
    for c in conversions(layout, sample, chosen):
        gate = next(g for g in layout.gates if (g.side, g.key) == (c.side, c.gate))
        seats = list(gate.seats[c.who][1:] or gate.seats[c.who])
        votes = cast(table, chosen)
        slack = votes.margin[gate.blocs[c.who]] - table.band[gate.blocs[c.who]]
        slack = slack + table.offset[seats]

        def share(points: float, slack: Any = slack) -> float:
            return float(np.mean(slack + points >= -0.0011))

        lacking = c.hindrance.lacking
        assert share(lacking) >= 0.9 - 1e-9
        assert lacking == 0 or share(lacking - 0.01) < 0.9


def test_a_discount_is_lost_from_the_visible_moves_of_others_that_please() -> None:
    moves = {
        "gift": {"effects": {"ann": 8}},
        "secret": {"effects": {"ann": 8}, "visible": False},
        "insult": {"effects": {"ann": -8}},
        "own": {"effects": {"ann": 8}, "by": "them"},
        "deaf": {"effects": {"bob": 8}},
    }
    found = hindered(ann(devalues=0.25, moves=moves), tuple(moves))
    assert found.discounted == {"gift": 2}
    assert found.harmed == {"insult": 8}
    assert found.unsure == {}


def test_only_moves_of_the_plan_that_count_at_the_gate_are_lost() -> None:
    doc = board(
        {"bob": 5, "ann": {"margin": -5, "devalues": 0.5}},
        {"vote": {"rule": "ann", "date": "2026-10-01"}},
        {
            "late": {"effects": {"ann": 8}, "date": "2026-12-01"},
            "left": {"effects": {"ann": 8}},
        },
    )
    assert hindered(doc, ("late",)).discounted == {}


def test_doubt_costs_what_the_move_would_bring_if_it_were_sure_to_work() -> None:
    """Half the time it brings 8 less 2, half the time it takes 4."""
    moves = {"gift": {"effects": {"ann": 8}, "chance": 0.5, "otherwise": {"ann": -4}}}
    found = hindered(ann(devalues=0.25, moves=moves), ("gift",), Sample(64, 1))
    assert found.unsure == pytest.approx({"gift": 5})
    assert found.discounted == pytest.approx({"gift": 1})
    assert found.harmed == {}
    assert hindered(ann(moves=moves), ("gift",)).unsure == {}


def test_what_a_move_costs_its_giver_does_not_count_as_harm() -> None:
    doc = ann(moves={"gift": {"effects": {"ann": 1}, "cost": 9}})
    doc["sides"]["us"]["gates"]["vote"] = "envoy"
    assert hindered(doc, ("gift",), who="envoy").harmed == {}


@pytest.mark.parametrize(
    ("leader", "cue", "more"),
    [
        (-9, {"for": 3, "against": -8}, 11),
        (9, {"for": 3, "against": -8}, 0),
        (9, {"for": -4, "against": 2}, 6),
        (9, {"for": -4, "against": 0}, 4),
    ],
)
def test_a_different_word_is_worth_the_best_that_they_could_hear(
    leader: float, cue: Doc, more: float
) -> None:
    people = {"bob": leader, "ann": {"margin": -5, "follows": {"bob": cue}}}
    found = hindered(board(people, {"vote": "ann"}))
    assert found.words == ({"bob": more} if more else {})


def test_a_crossed_red_line_is_named_unless_a_move_lifts_it_in_time() -> None:
    line = [{"text": "treaty", "unless": ["gift"]}]
    doc = ann(5, red_lines=line, moves={"gift": {"effects": {}}})
    refused, lifted = hindered(doc), hindered(doc, ("gift",))
    assert (refused.crossed, refused.pardoned, refused.lacking) == (("text",), 1, 0)
    assert lifted.crossed == ()


def test_terms_are_worth_what_they_bring_over_no_deal() -> None:
    """The treaty is 5 points short of no deal, the shell 20."""
    stakes = hindered(ann(-5)).stakes
    assert (stakes.worth, stakes.spread, stakes.withheld) == pytest.approx((-5, 15, 0))
    assert stakes.unspoken == {}


def test_a_negotiator_who_gains_nothing_by_asking_leaves_points_unspoken() -> None:
    """Ann would rather have the shell; whoever speaks for the board likes the treaty better."""
    found = hindered(ann(-30))
    assert found.stakes.withheld == pytest.approx(10)
    assert found.stakes.unspoken == pytest.approx({"text": 10})
    likewise = board({"bob": -30, "ann": -30}, {"vote": "ann"})
    assert hindered(likewise).stakes.unspoken == {}


def test_nobody_speaks_for_a_negotiator_but_itself() -> None:
    doc = board({"ann": -30}, {"vote": "ann"})
    assert hindered(doc).stakes.unspoken == {}

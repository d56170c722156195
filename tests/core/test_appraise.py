"""What each part of a plan does for everybody, against other ways to reckon it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from leveltwo.core.appeal import Appeal, Leader
from leveltwo.core.appraise import appraise
from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from tests.board import Doc, board, layout_of
from tests.oracle.plans import plans
from tests.strategies import build

CERTAIN = Sample(1, 1, certain=True)


def appealing(doc: Doc, who: str, *moves: str, text: str = "treaty") -> list[Appeal]:
    """What the treaty does for somebody, at every gate."""
    layout = layout_of(doc)
    found = appraise(layout, CERTAIN, encode(layout, {"text": text}, moves))
    return [appeal for appeal in found.each if appeal.who == who]


@pytest.mark.parametrize("seed", range(30))
def test_it_agrees_with_the_assessment_on_random_cases(seed: int) -> None:
    """Margins, chances, moves and cues are the same; terms add up to worth above no deal."""
    rng = random.Random(seed)
    doc = build(rng)
    case = Negotiation.model_validate(doc)
    deal, moves = rng.choice(list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    layout, sample = Layout(case), Sample(50, seed)
    chosen = encode(layout, written, moves)
    found, assessed = appraise(layout, sample, chosen), assess(layout, sample, chosen)
    assert found.plan == assessed.plan
    assert set(found.works) == set(moves)
    seen = set()
    for appeal in found.each:
        agree(appeal, assessed, first=appeal.who not in seen)
        seen.add(appeal.who)
    assert seen == set(case.constituencies)


def agree(appeal: Appeal, assessed: Assessment, *, first: bool) -> None:
    """Hold one appeal against the standing of the same constituency."""
    standing = assessed.constituencies[appeal.who]
    parts = standing.parts
    worth = parts.no_deal + sum(parts.terms.values())
    assert sum(appeal.terms.values()) == pytest.approx(worth, abs=1e-9)
    assert appeal.no_deal == pytest.approx(-parts.no_deal, abs=1e-9)
    assert appeal.worth == pytest.approx(sum(parts.terms.values()), abs=1e-9)
    if appeal.side is not None and appeal.gate is not None:
        there = standing.gates[appeal.side, appeal.gate]
        assert (appeal.chance, appeal.margin) == pytest.approx(there, abs=1e-9)
    if first:
        assert (appeal.chance, appeal.margin) == pytest.approx(
            (standing.chance, standing.margin), abs=1e-9
        )
        assert appeal.crossed == standing.crossed
        assert appeal.moves == pytest.approx(parts.moves, abs=1e-9)
        assert {leader.who: leader.points for leader in appeal.leaders} == pytest.approx(parts.cues)


def test_a_term_counts_by_what_it_is_worth_above_no_deal() -> None:
    """A rating of 54 against a no deal of 50, and what other options would add."""
    (bob,) = appealing(board({"bob": 4}, {"vote": "bob"}), "bob")
    assert (bob.side, bob.gate, bob.chance, bob.margin) == ("them", "vote", 1, 4)
    assert bob.terms == {"text": 4}
    assert bob.instead == {"text": {"shell": -24}}
    assert (bob.worth, bob.no_deal) == (54, 50)


def test_weights_share_no_deal_among_the_terms() -> None:
    """Three quarters of it go to an issue that weighs three times as much."""
    doc = board({"bob": 0}, {"vote": "bob"})
    doc["issues"]["pay"] = {"options": {"low": "Low", "high": "High"}}
    values = doc["constituencies"]["bob"]["values"]
    values["pay"] = {"weight": 3, "low": 10, "high": 90}
    doc["constituencies"]["bob"]["no_deal"] = 40
    layout = layout_of(doc)
    found = appraise(layout, CERTAIN, encode(layout, {"text": "treaty", "pay": "high"}))
    bob = next(appeal for appeal in found.each if appeal.who == "bob")
    assert bob.terms == pytest.approx({"text": (50 - 40) / 4, "pay": (90 - 40) * 3 / 4})


def test_where_no_deal_is_a_deal_terms_count_against_its_options() -> None:
    """The same option is worth nothing more."""
    people = {"ann": 1, "bob": {"margin": 4, "no_deal": {"text": "treaty"}}}
    (bob,) = appealing(board(people, {"vote": "bob"}), "bob")
    assert bob.terms == {"text": 0}
    (bob,) = appealing(board(people, {"vote": "bob"}), "bob", text="shell")
    assert bob.terms == {"text": 30 - 54}


def test_an_issue_that_somebody_does_not_rate_is_not_among_their_terms() -> None:
    """They have nothing of it and would have nothing instead."""
    doc = board({"bob": 4}, {"vote": "bob"})
    doc["issues"]["pay"] = {"options": {"low": "Low"}}
    layout = layout_of(doc)
    found = appraise(layout, CERTAIN, encode(layout, {"text": "treaty", "pay": "low"}))
    bob = next(appeal for appeal in found.each if appeal.who == "bob")
    assert set(bob.terms) == set(bob.instead) == {"text"}
    assert (bob.short("pay"), bob.spared("pay"), bob.lost("pay")) == (0, 0, 0)


def test_a_move_counts_where_it_is_in_time_and_is_told_as_late_elsewhere() -> None:
    """Two gates, one before it and one after; the gate that comes first is told first."""
    gates = {
        "final": {"rule": "bob", "date": "2026-12-01"},
        "early": {"rule": "bob", "date": "2026-10-01"},
    }
    gift = {"effects": {"bob": 5}, "date": "2026-11-01", "chance": 0.5}
    early, final = appealing(board({"bob": 4}, gates, {"gift": gift}), "bob", "gift")
    assert (early.gate, early.moves, early.late) == ("early", {"gift": 0}, {"gift": 5})
    assert (final.gate, final.moves, final.late) == ("final", {"gift": 5}, {})


def test_an_audience_without_a_vote_hears_every_move() -> None:
    """It decides nowhere."""
    people = {"ann": 1, "crowd": 2}
    gates = {"vote": {"rule": "ann", "date": "2026-10-01"}}
    late = {"effects": {"crowd": 3}, "date": "2027-01-01"}
    (crowd,) = appealing(board(people, gates, {"late": late}), "crowd", "late")
    assert (crowd.side, crowd.gate) == (None, None)
    assert (crowd.moves, crowd.late, crowd.margin) == ({"late": 3}, {}, 5)


def test_leaders_are_told_with_their_chance_and_what_their_word_is_worth() -> None:
    """For and against; a crossed red line is told too."""
    bob = {"margin": 4, "follows": {"ann": {"for": 3, "against": -2}}}
    (told,) = appealing(board({"ann": 1, "bob": bob}, {"vote": "bob"}), "bob")
    assert told.leaders == (Leader("ann", 1.0, 3.0),)
    assert not told.crossed
    ann = {"margin": 1, "red_lines": [{"text": "treaty"}]}
    doc = board({"ann": ann, "bob": bob}, {"vote": {"all": ["ann", "bob"]}})
    (told,) = appealing(doc, "bob")
    assert told.leaders == (Leader("ann", 0.0, -2.0),)
    (told,) = appealing(doc, "ann")
    assert told.crossed


def test_a_risky_move_works_as_often_as_its_chance_says() -> None:
    """The same figure wherever the chance is told, whatever the draws."""
    doc = board({"bob": 4}, {"vote": "bob"}, {"gift": {"effects": {"bob": 8}, "chance": 0.25}})
    layout = layout_of(doc)
    found = appraise(layout, Sample(1024, 1), encode(layout, {"text": "treaty"}, ["gift"]))
    bob = next(appeal for appeal in found.each if appeal.who == "bob")
    assert found.works["gift"] == 0.25
    assert bob.moves["gift"] == pytest.approx(8 * found.works["gift"], abs=0.1)
    sure = appraise(layout, CERTAIN, encode(layout, {"text": "treaty"}, ["gift"]))
    assert sure.works["gift"] == 1


def test_a_term_is_won_if_it_makes_up_for_what_it_falls_short_of_the_best() -> None:
    told = Appeal("ann", None, None, 1, 1, False, 50, {"text": 4}, {"text": {}}, {}, {}, ())
    assert told.won("text") == 4
    assert replace(told, instead={"text": {"other": 4}}).won("text") == 4
    assert replace(told, instead={"text": {"other": 4.1}}).won("text") == 0
    assert replace(told, terms={"text": -1}).won("text") == 0
    assert told.won("another") == 0


def test_a_loss_is_a_term_below_no_deal_and_nearer_to_the_worst() -> None:
    """To those for whom no deal is good, most of what they could have is no loss."""
    doc = board({"bob": 4}, {"vote": "bob"})
    doc["issues"]["text"]["options"] |= {"best": "The best", "fine": "A fine one"}
    values = doc["constituencies"]["bob"]["values"]
    values["text"] = {"weight": 1, "shell": 0, "treaty": 20, "fine": 70, "best": 100}
    doc["constituencies"]["bob"]["no_deal"] = 80
    doc["constituencies"]["envoy"]["values"]["text"] |= {"best": 0, "fine": 0}
    losses = {}
    for text in ("shell", "treaty", "fine", "best"):
        (bob,) = appealing(doc, "bob", text=text)
        losses[text] = (bob.short("text"), bob.spared("text"), bob.lost("text"))
    assert losses == {
        "shell": (100, 0, -80),
        "treaty": (80, 20, -60),
        "fine": (30, 70, 0),
        "best": (0, 100, 0),
    }

"""A case told in full, in names."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.io.catalog import names, open_case
from leveltwo.model.negotiation import Negotiation
from tests.made import Doc, made
from tests.small import small


def case(**move: Any) -> Negotiation:
    """A made case with one move, as told."""
    return Negotiation.model_validate(made(people={"boss": {}}, moves={"gift": move, "visit": {}}))


def person(about: Doc, *, who: str = "envoy", **more: Any) -> list[str]:
    """What is said of somebody."""
    document = made(people={"boss": {}, "envoy": {}}, moves={"gift": {}, "visit": {}}, more=more)
    document["constituencies"][who] |= about
    found = wording.people_items(Negotiation.model_validate(document))
    return dict(found)[f"{document['constituencies'][who]['name']} (Their side)"]


def gift(**move: Any) -> list[str]:
    """What is said of our gift."""
    return dict(wording.move_items(case(**move)))["Our gift (Our side)"]


def rules(found: Negotiation) -> dict[str, list[str]]:
    """What else is said."""
    return dict(wording.rule_items(found))


def test_ratings_are_told_by_name_as_they_were_written() -> None:
    told = dict(wording.people_items(small()))
    assert told["Manager (Shop)"] == [
        "Sunday, weight 3: Closed = 0; Open = 100",
        "Bonus, weight 2: 0 per cent = 100; 20 per cent = 0 (straight lines between)",
        "no deal is worth 30 of 100",
        "no objection is put in words",
    ]
    assert "Sunday, weight high: Closed = ideal; Open = poor" in told["Day (Staff)"]
    assert "no deal is worth 45 (35 to 60) of 100" in told["Day (Staff)"]


def test_followers_red_lines_and_a_no_deal_that_is_a_deal_are_told() -> None:
    told = dict(wording.people_items(small()))["Night (Staff)"]
    assert "no deal is as good as: Sunday: Closed" in told
    assert "follows Day; points for a vote for: +3, against: 0" in told
    assert "red line: refuses “Sunday: Open”, unless “Rota” is made" in told


def test_a_red_line_that_nothing_lifts_says_so() -> None:
    said = person({"red_lines": [{"price": ["low", "high"]}]})
    line = "red line: refuses “The price: A low one or The price: A high one”, whatever is done"
    assert line in said


def test_dispositions_are_told_where_there_are_any() -> None:
    about = {"band": 2, "spread": [3, 4, 5], "devalues": 0.25, "confidence": "low"}
    said = person(about | {"without": "More  of\nthe same.", "summary": "A friend.",
                           "sources": ["A book", "Our judgement"]})  # fmt: skip
    for line in (
        "A friend.",
        "words are meant with low confidence",
        "abstains within 2 points of indifference",
        "members differ, with a standard deviation of 4 (3 to 5) points",
        "discounts by 25 % what visibly comes from another side",
        "no deal in words: More of the same.",
        "sources: A book; Our judgement",
    ):
        assert line in said
    bare = " ".join(person({}))
    for word in ("abstains", "differ", "discounts", "in words:", "confidence", "sources"):
        assert word not in bare


def test_objections_are_told_with_what_answers_them() -> None:
    said = person({"objections": {"price": {
        "high": {"text": "Too dear.", "answered_by": ["gift", {"price": ["low"]}]},
        "any": "No price is right.",
    }}})  # fmt: skip
    assert (
        "objects to “The price: A high one”: Too dear. (answered by “Our gift” or “The price: A "
        "low one”)"
    ) in said
    assert "objects to “The price”: No price is right." in said
    assert "no objection is put in words" not in said


def test_a_plain_move_is_told_in_few_lines() -> None:
    assert gift(effects={"envoy": "clear", "boss": [-3, -2, -1]}) == [
        "adds points: Mx Envoy clear; Mx Boss −2 (−3 to −1)",
        "costs nothing",
        "no words to say for it",
    ]
    assert gift()[0] == "adds nothing to anybody"


def test_what_may_go_wrong_with_a_move_and_what_it_needs_is_told() -> None:
    said = gift(
        effects={"envoy": 4}, chance=[0.4, 0.5, 0.6], otherwise={"envoy": "-slight"}, cost=2,
        visible=False, needs=["visit"], only_with={"price": ["low", "high"]}, lead=1,
        date="2026-06-01", after=["visit"], before=["them.house"], confidence="high",
        summary="A present.", sources=["A letter"], says={"envoy": "Well done.", "any": "Good."},
    )  # fmt: skip
    assert said == [
        "A present.",
        "words are meant with high confidence",
        "adds points: Mx Envoy +4",
        "works with a chance of 50 % (40 % to 60 %)",
        "if it fails, adds points: Mx Envoy −slight",
        "cost to the chief, in points: 2",
        "not seen as theirs who make it",
        "needs “Our visit”",
        "only with “The price: A low one” or “The price: A high one”",
        "counts from 2026-06-01",
        "takes 1 day to prepare",
        "after “Our visit”",
        "before “House” (Their side)",
        "has words to say for it to Mx Envoy and everybody else",
        "sources: A letter",
    ]
    assert "has words to say for it to everybody" in gift(says="Good.")
    assert "cannot go with “Our visit”" in gift(excludes=["visit"])
    assert "takes 3 days to prepare" in gift(lead=3)


@pytest.mark.parametrize(
    ("about", "line"),
    [
        ({"consent": "required"}, "needs the other side’s consent; none is recorded"),
        ({"device": "joint_action"}, "needs the other side’s consent; none is recorded"),
        ({"device": "joint_action", "consent": "granted"}, "consent has been granted"),
        ({"device": "direct_dealing", "consent": "not_needed"}, "said to need no consent"),
        ({"pays": ["boss", "envoy"]}, "gives a benefit of their own to Mx Boss and Mx Envoy"),
        ({"deceives": ["boss"]}, "has Mx Boss take for true what is not"),
        ({"bypasses": ["boss", "them.house"]}, "goes round Mx Boss and “House” (Their side)"),
        ({"bypasses": []}, "goes round nobody"),
    ],
)
def test_guarded_moves_say_what_the_file_says(about: Doc, line: str) -> None:
    assert line in gift(**about)
    assert line not in gift()


def test_constraints_and_resources_are_told_in_names() -> None:
    found = rules(small(
        ("- {never: {sunday: open, bonus: 0}}",
         "- {never: {sunday: open, bonus: [0, 5]}}\n  - {if: {sunday: open}, then: {bonus: 10}}"),
    ))  # fmt: skip
    assert found["Constraints"] == [
        "never together: “Sunday: Open” and (“Bonus: 0 per cent” or “Bonus: 5 per cent”)",
        "if “Sunday: Open”, then “Bonus: 10 per cent”",
    ]
    assert found["Resources"] == ["money: 5"]
    assert dict(wording.move_items(small()))["Rota (Shop)"][2] == "uses 1 of money"
    assert rules(case())["Constraints"] == ["none"]


def test_issues_gates_events_history_and_sources_are_told_where_there_are_any() -> None:
    house = {"rule": "envoy", "body": "board", "sources": ["Statutes"]}
    document = made(house, {"boss": {}}, {"gift": {}}, {
        "events": {"fair": {"name": "The fair", "date": "2026-01-01", "summary": "Crowded."}},
        "history": {"deal": {"price": "low"}, "moves": ["gift"], "result": "Signed.",
                    "sources": ["A paper"]},
        "sources": ["A  book"],
    })  # fmt: skip
    document["sides"]["us"]["summary"] = "We."
    document["issues"]["price"] |= {"summary": "In cash.", "sources": ["A list"],
                                    "says": {"low": "Cheap."},
                                    "bypasses": {"high": ["boss"]}}  # fmt: skip
    found = rules(Negotiation.model_validate(document))
    assert found["Sides and gates"] == [
        "Our side: We.",
        "House (Their side): asks board; sources: Statutes",
    ]
    assert found["The price"] == [
        "In cash.",
        "sources: A list",
        "A low one: has words to say for it to everybody",
        "A high one: goes round Mx Boss",
    ]
    assert found["Events"] == ["The fair: Crowded."]
    assert found["What happened"] == [
        "the deal: The price: A low one",
        "the moves: Our gift",
        "sources: A paper",
    ]
    assert found["Sources"] == ["A book"]
    bare = Negotiation.model_validate(
        made(more={"events": {"fair": {"name": "The fair", "date": "2026-01-01"}}})
    )
    assert set(rules(bare)) == {"Constraints", "Uncertainty"}


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        (4, "mood: 4 points on every side; 64 draws, seed 1"),
        ({"us": 2, "them": 5.5}, "mood: Our side 2 and Their side 5.5 points; 64 draws, seed 1"),
    ],
)  # fmt: skip
def test_the_mood_is_told_once_or_by_side(mood: Any, said: str) -> None:
    more = {"uncertainty": {"draws": 64, "seed": 1, "mood": mood}}
    assert rules(Negotiation.model_validate(made(more=more)))["Uncertainty"] == [said]


@pytest.mark.parametrize("name", names())
def test_every_noun_of_a_bundled_case_is_told(name: str) -> None:
    found = open_case(name)
    assert len(wording.people_items(found)) == len(found.constituencies)
    assert len(wording.move_items(found)) == len(found.moves)
    told = str(wording.people_items(found))
    for key, who in found.constituencies.items():
        assert wording.person(found, key) in told
        assert len(who.values) <= told.count(", weight ")
    assert len(rules(found)["Constraints"]) == max(1, len(found.constraints))

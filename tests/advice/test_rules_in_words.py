"""Gates, people and dates in words."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice.wording import gate_name, gates_quoted, people, person, rule_in_words, term
from leveltwo.model.negotiation import Negotiation
from tests.made import Doc, made

VOTES = {"ann": 4, "bob": 3, "the_rest": 2.5}
PEOPLE = {
    "ann": {"name": "Ann"},
    "bob": {"name": "The bank"},
    "the_rest": {"name": None},
}

RULES: list[tuple[Any, str]] = [
    ("ann", "the agreement of Ann"),
    ("bob", "the agreement of the bank"),
    ("the_rest", "the agreement of the rest"),
    ({"all": ["ann"]}, "the agreement of Ann"),
    ({"all": ["ann", "bob"]}, "the agreement of Ann and the bank"),
    ({"any": ["ann", "bob", "the_rest"]}, "the agreement of Ann, the bank or the rest"),
    (
        {"at_least": 2, "of": ["ann", "bob", {"all": ["ann", "the_rest"]}]},
        (
            "at least 2 of these: the agreement of Ann; the agreement of the bank; "
            "the agreement of Ann and the rest"
        ),
    ),
    (
        {"all": ["ann", {"any": ["bob", "the_rest"]}]},
        "the agreement of Ann, and (the agreement of the bank or the rest)",
    ),
    (
        {"any": [{"all": ["ann", "bob"]}, {"need": 2, "votes": {"ann": 2, "bob": 1}}]},
        "(the agreement of Ann and the bank), or at least 2 of 3 votes for (Ann: 2; The bank: 1)",
    ),
    (
        {"need": "majority", "votes": VOTES},
        "more than half of 9.5 votes for (Ann: 4; The bank: 3; The rest: 2.5)",
    ),
    (
        {"need": "2/3", "votes": VOTES},
        "at least 2/3 of 9.5 votes for (Ann: 4; The bank: 3; The rest: 2.5)",
    ),
    (
        {"need": 5, "votes": VOTES},
        "at least 5 of 9.5 votes for (Ann: 4; The bank: 3; The rest: 2.5)",
    ),
    (
        {"need": "majority", "base": "cast", "votes": {"ann": 1000, "bob": 234}},
        "more than half of the votes cast for (Ann: 1000; The bank: 234)",
    ),
    (
        {"need": "3/5", "base": "cast", "quorum": "1/2", "approval": "2/5", "votes": {"ann": 1}},
        (
            "at least 3/5 of the votes cast for (Ann: 1), with at least 1/2 of all votes cast, "
            "and at least 2/5 of all votes for"
        ),
    ),
    (
        {"unless": {"need": 3, "votes": {"ann": 2, "bob": 2}}},
        "not to be blocked; a block takes at least 3 of 4 votes against (Ann: 2; The bank: 2)",
    ),
    (
        {"unless": {"need": "majority", "base": "cast", "quorum": "1/3", "approval": "1/4",
                    "votes": {"ann": 1}}},
        (
            "not to be blocked; a block takes more than half of the votes cast against (Ann: 1), "
            "with at least 1/3 of all votes cast, from at least 1/4 of all votes"
        ),
    ),
]  # fmt: skip


def of(document: Doc) -> Negotiation:
    """The case of a document."""
    return Negotiation.model_validate(document)


@pytest.mark.parametrize(("rule", "words"), RULES)
def test_every_rule_of_the_grammar_has_its_words(rule: Any, words: str) -> None:
    case = of(made({"rule": rule}, PEOPLE))
    assert rule_in_words(case, case.sides["them"].gates["house"].rule) == words


def test_a_gate_goes_by_its_name_or_by_its_id_made_readable() -> None:
    document = made()
    document["sides"]["them"]["gates"] = {
        "upper_house": "envoy",
        "b": {"rule": "envoy", "name": "B!"},
    }
    case = of(document)
    assert gate_name(case, "them", "upper_house") == "Upper house"
    assert gate_name(case, "them", "b") == "B!"


def test_within_a_sentence_the_article_is_small() -> None:
    case = of(made(people={"theo": {"name": "Theodora"}}))
    assert people(case, ["chief", "theo"]) == ["the chief", "Theodora"]
    assert person(case, "chief") == "The chief"


def test_a_term_is_an_issue_and_the_option_chosen() -> None:
    assert term(of(made()), "price", "low") == "The price: A low one"


def test_gates_within_a_sentence_stand_in_quotes() -> None:
    assert gates_quoted(of(made()), [("them", "house"), ("us", "sign")]) == ["“House”", "“Sign”"]


def test_our_people_are_named_small_within_a_sentence_but_not_proper_names() -> None:
    document = made(people={"lady": {"name": "Our Lady's Hospital"}})
    document["constituencies"]["chief"]["name"] = "Our chief negotiator"
    case = Negotiation.model_validate(document)
    assert people(case, ["chief", "lady"]) == [
        "our chief negotiator", "Our Lady's Hospital",
    ]  # fmt: skip

"""What is said about the order in which people are approached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.order import Order
from tests.following import following
from tests.made import FREE, Doc, saved

CERTAIN = tasks.Sampling(certain=True)


THROUGH = (
    "Approach Mx Elder through Mx Envoy, or with that consent: to go round whoever speaks for them "
    "reaches into another side’s house, and the law may forbid it."
)


@pytest.fixture
def ask(tmp_path: Path) -> Any:
    """The case and the order for the high price."""

    def answer(
        doc: Doc, sampling: tasks.Sampling = CERTAIN, people: Sequence[str] = ()
    ) -> tuple[Negotiation, Order]:
        found = tasks.order(saved(tmp_path, doc), FREE, (), sampling, people=people)
        assert found.result is not None
        return found.case, found.result

    return answer


def test_a_leader_comes_first_because_somebody_follows(ask: Any) -> None:
    case, found = ask(following(for_=10, against=-3))
    assert wording.order_headline(case, found) == (
        f"The best order: first Mx Elder, then Mx Envoy. {THROUGH}"
    )
    assert wording.order_chance(found) == (
        "If every best guess is right and every move works, the plan passes in that order and "
        "fails in another."
    )
    assert wording.order_proof(found) == "No other order is better: proved."
    assert wording.hint_lines(case, found) == [
        (
            "Let Mx Envoy ask Mx Elder before saying yes or no, because Mx Envoy will listen to Mx "
            "Elder: to Mx Envoy a yes of Mx Elder is worth +10.0 points and a no −3.0. Will Mx "
            "Elder say yes? yes. Once it is heard, will Mx Envoy say yes? no → yes. Does the plan "
            "pass? no → yes."
        )
    ]
    assert wording.apart_sentences(case, found) == [
        "When to approach these makes no difference: the chief and Mx Clerk."
    ]
    assert wording.turn_rows(case, found) == [
        ("1", "Mx Elder", "Their side", "—", "yes"),
        ("2", "Mx Envoy", "Their side", "Mx Elder", "yes"),
    ]
    assert wording.way_rows(case, found)[:2] == [
        ("best order", "Mx Elder; Mx Envoy", "yes"),
        ("backward mapping", "Mx Elder; Mx Envoy", "yes"),
    ]


def test_a_yes_that_puts_somebody_off_is_disclosed_late(ask: Any) -> None:
    case, found = ask(following(for_=-10, envoy=55))
    assert found.best.people == ("envoy", "elder")
    (line,) = wording.hint_lines(case, found)
    assert line.startswith("Ask Mx Envoy before Mx Elder is asked, because")
    assert "Disclosed late, that yes puts nobody off: will Mx Envoy say yes? no → yes." in line


def test_a_feared_no_is_not_waited_for(ask: Any) -> None:
    case, found = ask(following(for_=5, against=-10, elder=70, envoy=55))
    (line,) = wording.hint_lines(case, found)
    assert (
        "Will Mx Elder say yes? no. Not having heard it, will Mx Envoy say yes? no → yes." in line
    )


def test_chances_are_those_on_fresh_draws(ask: Any) -> None:
    doc = following(for_=10)
    doc["constituencies"]["elder"]["no_deal"] = [40, 60, 80]
    case, found = ask(doc, tasks.Sampling(draws=64))
    said = wording.order_chance(found)
    assert said is not None
    assert said.startswith("Chance that every gate passes in that order: 50 % (sampling error: 4")
    assert said.endswith("in the worst order: < 1 in 1,000.")
    assert wording.order_proof(found) == (
        "No other order is better on the 64 draws searched: proved."
    )
    same = replace(found, ways=found.ways[:1])
    assert wording.order_headline(case, same) == (
        "The order makes no difference to whether the plan passes on these 64 draws: proved."
    )
    assert str(wording.order_chance(same)).startswith("Chance that every gate passes: 50 %")


def test_an_order_that_does_not_matter_is_called_so(ask: Any) -> None:
    case, found = ask(following(for_=10, envoy=30))
    assert wording.order_headline(case, found) == (
        "The order makes no difference to whether the plan passes: proved."
    )
    assert str(wording.order_chance(found)).endswith("the plan passes in any order.")
    cut = replace(found, worst_proved=False)
    assert str(wording.order_chance(cut)).endswith("the plan passes in every order tried.")
    assert (wording.order_proof(found), wording.hint_lines(case, found)) == (None, [])


def test_without_a_proof_none_is_claimed(ask: Any) -> None:
    case, found = ask(following(for_=10))
    cut = replace(found, best_proved=False, worst_proved=False)
    assert wording.order_headline(case, cut).startswith("The best order found: first Mx Elder")
    assert str(wording.order_proof(cut)).startswith("There were too many orders to compare all")
    same = replace(cut, ways=cut.ways[:1])
    assert wording.order_headline(case, same) == (
        "No order was found that is better than another; that is not proved."
    )


def test_where_nobody_follows_anybody_there_is_no_order(ask: Any) -> None:
    case, found = ask(following(for_=10), people=["envoy", "clerk"])
    assert wording.order_headline(case, found) == (
        "The order makes no difference: none of those approached follows another of them."
    )
    assert wording.order_chance(found) is None
    assert wording.apart_sentences(case, found) == [
        "Mx Envoy would listen to Mx Elder, not among those approached and not heard in time."
    ]


def test_of_many_only_the_first_are_named_in_the_sentence(ask: Any) -> None:
    case, found = ask(following(for_=10))
    many = replace(found.best, people=("elder", "envoy", "clerk", "chief", "elder"))
    long = replace(found, ways=(many, *found.ways[1:]))
    assert wording.order_headline(case, long).startswith(
        "The best order: first Mx Elder, then Mx Envoy, then Mx Elder. Approach"
    )
    equal = replace(long, hints=())
    assert wording.order_headline(case, equal).startswith(
        "The best order: first Mx Elder, then Mx Envoy, then Mx Clerk, then Mx Elder. Approach"
    )
    five = replace(many, people=("elder", "envoy", "clerk", "elder", "envoy"))
    longer = replace(equal, ways=(five, *found.ways[1:]))
    assert "then Mx Elder, then the others as listed below. " in wording.order_headline(
        case, longer
    )
    assert wording.way_rows(case, long)[0][1].endswith("The chief; …")


def test_beside_its_chance_stands_that_of_being_carried_out(ask: Any) -> None:
    """In the best order, on fresh draws; nothing where no gate is one of carrying out."""
    doc = following(for_=10, against=-3)
    assert wording.order_durability(*ask(doc)) is None
    doc["sides"]["them"]["gates"]["work"] = {
        "rule": "clerk", "implementation": True, "name": "The work",
    }  # fmt: skip
    case, found = ask(doc)
    assert wording.order_durability(case, found) == (
        "Chance that it is also carried out (The work): yes."
    )
    drawn = replace(
        found,
        sample=replace(found.sample, certain=False),
        ways=(replace(found.best, durable=0.5, fresh_durable=0.42), *found.ways[1:]),
    )
    assert str(wording.order_durability(case, drawn)).endswith("(The work): 42 %.")
    assert wording.order_durability(*ask(doc, people=["clerk"])) is None

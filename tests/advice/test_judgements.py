"""Judgements by what they are about, never by ids or places in a file."""

from __future__ import annotations

import pytest

from leveltwo.advice.wording import judgement
from leveltwo.advice.wording.judgements import value
from leveltwo.core.tallies import uncertain
from leveltwo.io.catalog import names, open_case
from leveltwo.io.yaml_file import loads
from tests.port_lease import PORT_LEASE

NAMED = PORT_LEASE.replace("    side: operator\n    no_deal: good", "    name: The union\n"
                           "    side: operator\n    no_deal: good")  # fmt: skip


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("constituencies.union.no_deal", "what having no deal is worth to the union"),
        (
            "constituencies.union.values.hiring.quota",
            "how the union rates “A binding quota” on “Local hiring”",
        ),
        ("constituencies.left.values.hiring.weight", "how much “Local hiring” matters to Left"),
        (
            "constituencies.mayor.values.term.points.10",
            "how the mayor rates “10 years” on “Length of lease”",
        ),
        ("constituencies.union.follows.left.for", "how much a vote for by Left sways the union"),
        (
            "constituencies.union.follows.left.against",
            "how much a vote against by Left sways the union",
        ),
        ("constituencies.union.band", "how near to indifferent the union must be to abstain"),
        ("constituencies.left.spread", "how far the members of Left differ"),
        (
            "constituencies.union.devalues",
            "how much the union discounts what visibly comes from another side",
        ),
        ("moves.charter.cost", "what “A port charter, signed in the union hall” costs the mayor"),
        (
            "moves.charter.chance",
            "how likely “A port charter, signed in the union hall” is to work as meant",
        ),
        (
            "moves.charter.effects.right",
            "what “A port charter, signed in the union hall” does to Right",
        ),
        (
            "moves.charter.otherwise.union",
            "what “A port charter, signed in the union hall” does to the union if it does not work",
        ),
        ("mood.operator", "the mood on the side of Port operator"),
    ],
)
def test_a_judgement_is_named_by_what_it_is_about(path: str, said: str) -> None:
    assert judgement(loads(NAMED), path) == said


@pytest.mark.parametrize("name", names())
def test_every_uncertain_judgement_of_the_bundled_cases_has_words(name: str) -> None:
    case = open_case(name)
    said = [judgement(case, path) for path in uncertain(case)]
    assert all(said)
    assert not [text for text in said if "_" in text]


@pytest.mark.parametrize(
    ("path", "number", "shown"),
    [
        ("constituencies.union.no_deal", 62.04, "62.0 of 100"),
        ("constituencies.mayor.values.term.points.10", 5.0, "5.0 of 100"),
        ("constituencies.left.values.hiring.weight", 3.5, "3.5"),
        ("constituencies.union.follows.left.for", 6.0, "+6.0 points"),
        ("constituencies.union.band", 3.0, "3.0 points"),
        ("constituencies.left.spread", 3.0, "3.0 points"),
        ("constituencies.union.devalues", 0.3, "30 %"),
        ("moves.charter.chance", 0.9, "90 %"),
        ("moves.charter.cost", 1.5, "+1.5 points"),
        ("moves.charter.effects.right", -3.0, "−3.0 points"),
        ("mood.operator", -4.0, "−4.0 points"),
    ],
)
def test_values_have_the_unit_of_their_judgement(path: str, number: float, shown: str) -> None:
    assert value(path, number) == shown

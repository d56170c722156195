"""Who asks whom, and that nobody is gone round."""

from __future__ import annotations

import pytest

from leveltwo.advice.wording.asking import ask_before, asker, through_sentence
from leveltwo.model.negotiation import Negotiation
from tests.made import made, person


@pytest.fixture
def case() -> Negotiation:
    """Our chief and member; their envoy, clerk and elder; a third side with its own."""
    ours = {**person("member"), "side": "us"}
    third = {key: {**person(key), "side": "third"} for key in ("speaker", "guest")}
    doc = made(people={"clerk": {}, "elder": {}, "member": ours, **third})
    doc["sides"]["third"] = {
        "name": "The third", "negotiator": "speaker", "gates": {"word": "guest"}
    }  # fmt: skip
    return Negotiation.model_validate(doc)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("member", "envoy", "Ask Mx Member before Mx Envoy"),
        ("clerk", "elder", "Let Mx Envoy ask Mx Clerk before Mx Elder"),
        ("clerk", "guest", "Let Mx Envoy ask Mx Clerk before Mx Speaker asks Mx Guest"),
        ("clerk", "member", "Let Mx Envoy ask Mx Clerk before you ask Mx Member"),
        ("member", "clerk", "Ask Mx Member before Mx Envoy asks Mx Clerk"),
        ("clerk", "envoy", "Let Mx Envoy ask Mx Clerk before saying yes or no"),
        ("envoy", "clerk", "Ask Mx Envoy before Mx Clerk is asked"),
        ("chief", "member", "Let the chief say yes before you ask Mx Member"),
        ("chief", "clerk", "Let the chief say yes before Mx Envoy asks Mx Clerk"),
        ("member", "chief", "Ask Mx Member before the chief says yes or no"),
        ("clerk", "chief", "Let Mx Envoy ask Mx Clerk before the chief says yes or no"),
    ],
)
def test_their_people_are_asked_by_their_negotiator_and_ours_is_not_asked(
    case: Negotiation, first: str, second: str, said: str
) -> None:
    assert ask_before(case, first, second) == said


def test_those_across_the_table_are_approached_through_whoever_speaks_for_them(
    case: Negotiation,
) -> None:
    assert [asker(case, who) for who in ("chief", "member", "envoy", "elder")] == [
        None, None, None, "envoy",
    ]  # fmt: skip
    assert through_sentence(case, ["chief", "member", "envoy"]) is None
    said = through_sentence(case, ["clerk", "guest", "elder"])
    assert said is not None
    assert said.startswith(
        "Approach Mx Clerk and Mx Elder through Mx Envoy; Mx Guest through Mx Speaker, or with"
    )

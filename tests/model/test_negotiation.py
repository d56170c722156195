"""A whole case."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.negotiation import Negotiation
from tests.made import made
from tests.small import document, small


def test_a_case_knows_its_negotiators_and_our_moves() -> None:
    """By side, and in the order of the file."""
    case = small(("feast: {by: shop", "feast: {by: staff"))
    assert case.negotiators == {"shop": "manager", "staff": "delegate"}
    assert case.our_moves == ("rota",)


def test_a_noun_without_a_name_has_its_id_made_readable() -> None:
    """Options have texts, numbers their unit."""
    case = small(("  feast: {by: shop", "  late_feast: {by: shop"))
    named = small(("    side: shop\n", "    side: shop\n    name: The boss\n"))
    assert case.name("moves", "late_feast") == "Late feast"
    assert named.name("constituencies", "manager") == "The boss"
    assert case.label("sunday", "open") == "Open"
    assert case.label("bonus", "5") == "5 per cent"


def test_a_deal_keeps_to_every_constraint_or_is_not_allowed() -> None:
    """Here: no Sunday without a bonus."""
    case = small()
    assert case.allows({"sunday": "closed", "bonus": "0"})
    assert not case.allows({"sunday": "open", "bonus": "0"})


def test_a_case_cannot_be_changed() -> None:
    """Nor its parts be set."""
    with pytest.raises(ValidationError, match="frozen"):
        small().title = "Another"  # type: ignore[misc]


def test_a_move_may_be_recommended_if_it_deceives_nobody_who_decides_and_has_consent() -> None:
    """An audience without a vote is not one who decides."""
    staged, told = "moves:\n  rota: {by: shop, deceives: [{}], ", "moves:\n  rota: {by: shop, "
    assert small().voters == {"manager", "day", "night"}
    for who, deceived in (("delegate", ()), ("night", ("night",))):
        case = small((told, staged.replace("{}", who)))
        assert case.deceived_voters("rota") == deceived
        assert case.may_recommend("rota") == (not deceived)
    assert not small((told, f"{told}device: direct_dealing, ")).may_recommend("rota")


def test_a_case_knows_whether_some_gate_is_about_carrying_out() -> None:
    assert not Negotiation.model_validate(made()).has_implementation
    gate = {"rule": "envoy", "implementation": True}
    assert Negotiation.model_validate(made(gate)).has_implementation


@pytest.mark.parametrize("bad", ["leveltwo/2", "leveltwo/1.0", 1, None, ""])
def test_another_format_is_refused_with_the_one_that_is_read(bad: Any) -> None:
    """Whatever comes."""
    with pytest.raises(ValidationError, match="expected leveltwo/1, the format that this program"):
        Negotiation.model_validate(document() | {"format": bad})

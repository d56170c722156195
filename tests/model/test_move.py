"""Moves, their devices and their consent."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.binding import Binding
from leveltwo.model.judgement import Confidence, exactly
from leveltwo.model.move import Consent, Device, Move


def test_a_plain_move_has_defaults() -> None:
    """Visible, certain, free."""
    move = Move(by="city")
    assert move.visible
    assert (move.chance, move.cost) == (exactly(1), exactly(0))
    assert move.confidence is Confidence.MEDIUM
    assert not move.lacks_consent


@pytest.mark.parametrize("device", Device)
def test_only_dealing_with_their_people_needs_consent_unasked(device: Device) -> None:
    """Direct dealing and joint action."""
    needs = device in {Device.DIRECT_DEALING, Device.JOINT_ACTION}
    assert Move(by="city", device=device).lacks_consent is needs
    assert Move(by="city", device=device, consent=Consent.REQUIRED).lacks_consent
    assert not Move(by="city", device=device, consent=Consent.GRANTED).lacks_consent
    assert not Move(by="city", device=device, consent=Consent.NOT_NEEDED).lacks_consent
    assert "_" not in device.label


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"by": "The City"}, "String should match pattern"),
        ({"device": "statement"}, "one of terms, .*joint_action; did you mean “statements”"),
        ({"consent": "given"}, "expected not_needed, required or granted"),
        ({"cost": "dear"}, "found “dear”; expected a number, a range"),
        ({"chance": 90}, "found 90; expected a share from 0 to 1"),
        ({"visible": "no"}, "valid boolean"),
        ({"resources": {"money": -1}}, "found -1; expected a number from 0 to 1,000,000"),
        ({"needs": "charter"}, "valid tuple"),
        ({"only_with": {"term": []}}, "found an empty list; expected an option"),
        ({"pays": "union"}, "valid tuple"),
        ({"deceives": ["The Union"]}, "String should match pattern"),
        ({"bypasses": ["city.council.left"]}, "String should match pattern"),
        ({"costs": 5}, "Extra inputs"),
    ],
)
def test_what_is_no_move_is_refused(change: dict[str, Any], message: str) -> None:
    """With what was expected."""
    with pytest.raises(ValidationError, match=message):
        Move.model_validate({"by": "city", **change})


def test_whom_a_move_goes_round_may_be_nobody_or_unsaid() -> None:
    """An empty list is an answer; to leave it out is none."""
    assert Move(by="city").bypasses is None
    assert Move(by="city", bypasses=()).bypasses == ()
    said = Move.model_validate({"by": "city", "bypasses": ["city.council", "union"]})
    assert said.bypasses == ("city.council", "union")


def test_what_binds_is_said_or_left_open() -> None:
    """Unset is no claim."""
    assert [Move(by="city", binding=how).word_only for how in (None, *Binding)] == [
        False, True, False, False,
    ]  # fmt: skip
    firm = [Move(by="city", binding=how).is_firm for how in (None, *Binding)]
    assert firm == [False, False, True, True]


def test_how_a_move_binds_is_one_of_three_words() -> None:
    """With the nearest, if it is none of them."""
    assert Move.model_validate({"by": "city", "binding": "law"}).binding is Binding.LAW
    message = "expected oral, written or law; did you mean “written”"
    with pytest.raises(ValidationError, match=message):
        Move.model_validate({"by": "city", "binding": "writen"})

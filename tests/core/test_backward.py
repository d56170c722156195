"""Backward mapping, put into numbers."""

from __future__ import annotations

from leveltwo.core.backward import backward_mapping
from tests.approaching import treaty
from tests.board import board


def test_from_the_target_back_to_whom_to_ask_first() -> None:
    """The chair decides; bob's yes moves the chair most, and ann's moves bob."""
    people = {
        "chair": {"margin": -5, "follows": {"bob": {"for": 9}, "cy": {"for": 4}}},
        "ann": 5,
        "bob": {"margin": -2, "follows": {"ann": {"for": 6}}},
        "cy": 1,
    }
    here = treaty(board(people, {"vote": "chair"}))
    assert backward_mapping(here, list(people)) == ("cy", "ann", "bob", "chair")


def test_whoever_puts_the_target_off_is_asked_afterwards() -> None:
    people = {"foe": 5, "chair": {"margin": 2, "follows": {"foe": {"for": -9}}}}
    here = treaty(board(people, {"vote": "chair"}))
    assert backward_mapping(here, ["foe", "chair"]) == ("chair", "foe")


def test_only_those_to_be_approached_are_in_it() -> None:
    people = {"ann": 5, "bob": {"margin": -2, "follows": {"ann": {"for": 6}}}, "cy": 1}
    here = treaty(board(people, {"vote": {"all": ["bob", "cy"]}}))
    assert backward_mapping(here, ["bob", "cy"]) == ("bob", "cy")
    assert backward_mapping(here, []) == ()

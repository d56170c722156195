"""A made case in which the envoy follows the elder, and the House needs the envoy."""

from __future__ import annotations

from tests.made import Doc, made

HOUSE = {"name": "The House votes", "rule": "envoy"}


def following(for_: float, against: float = 0, elder: float = 50, envoy: float = 65) -> Doc:
    """The envoy lacks five points of a high price, or has what `envoy` as no deal leaves."""
    cue = {"elder": {"for": for_, "against": against}}
    people = {"envoy": {"no_deal": envoy, "follows": cue}, "elder": {"no_deal": elder}, "clerk": {}}
    return made(HOUSE, people)

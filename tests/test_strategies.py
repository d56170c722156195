"""The random documents that other tests rely on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import yaml
from hypothesis import given, settings

from tests.oracle.plans import deals
from tests.oracle.rules import gates
from tests.oracle.settle import Doc, ranges, settle
from tests.strategies import build, documents

FEATURES = {
    *("all", "any", "at_least", "unless", "votes", "base", "quorum", "approval"),
    *("date", "implementation", "options", "points", "never", "if", "mood"),
    *("red_lines", "band", "spread", "devalues", "follows", "confidence"),
    *("chance", "otherwise", "needs", "excludes", "only_with", "resources", "consent"),
    *("visible", "cost", "pays", "deceives", "bypasses"),
}


def ballots(rule: Any) -> Iterator[Doc]:
    """Every count of votes in a rule."""
    if isinstance(rule, list):
        for part in rule:
            yield from ballots(part)
    elif isinstance(rule, dict) and "votes" in rule:
        yield rule
    elif isinstance(rule, dict):
        for part in rule.values():
            yield from ballots(part)


def keys(part: Any) -> Iterator[Any]:
    """Every key, at any depth."""
    for inner in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from keys(inner)
    yield from part if isinstance(part, dict) else ()


@given(documents())
@settings(max_examples=50)
def test_documents_are_whole(doc: Doc) -> None:
    """A deal is left, needs are within reach, everybody weighs something and follows no ring."""
    assert deals(doc)
    for gate in gates(doc).values():
        for ballot in ballots(gate.rule):
            if not isinstance(ballot["need"], str):
                assert 0 < Fraction(str(ballot["need"])) <= sum(ballot["votes"].values())
    settled = settle(doc)["constituencies"]
    for about in settled.values():
        assert sum(rated["weight"] for rated in about["values"].values()) > 0
    for about in doc["sides"].values():
        assert doc["sides"][settled[about["negotiator"]]["side"]] is about
    assert yaml.safe_load(yaml.safe_dump(doc, sort_keys=False)) == doc


@given(documents(certain_only=True))
@settings(max_examples=50)
def test_certain_documents_leave_nothing_open(doc: Doc) -> None:
    """No range, no chance, no mood."""
    assert ranges(doc) == {}
    assert doc["uncertainty"]["mood"] == 0
    assert not any("chance" in move for move in doc.get("moves", {}).values())


def test_every_feature_turns_up() -> None:
    """A hundred documents use everything in the format."""
    seen = {key for seed in range(100) for key in keys(build(random.Random(seed)))}
    assert FEATURES - seen == set()


def test_the_same_seed_builds_the_same_document() -> None:
    """Randomness is an argument."""
    assert build(random.Random(7)) == build(random.Random(7))

"""Which laws a move calls to mind: those that fit its device and the bodies that it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from leveltwo.advice.guard_rails import Kind, of_move
from leveltwo.advice.law import Law, laws
from leveltwo.advice.wording.guard_rails import law_sentences
from leveltwo.io.catalog import names, open_case
from leveltwo.model.approval import Body
from leveltwo.model.negotiation import Negotiation
from tests.made import Doc, made

COUNTED = {"need": "majority", "votes": {"left": 3, "right": 2}}
PEOPLE: Doc = {"left": {}, "right": {}, "crowd": {}}
DIRECT: Doc = {"device": "direct_dealing", "consent": "granted"}


def called_to_mind(
    bodies: Sequence[str | None], reach: Sequence[str] = ("left",), **move: Any
) -> set[Law]:
    """The laws for our one move; the bodies are of the house, and of further gates of one each."""
    doc = made(None, PEOPLE, {"talk": {"effects": dict.fromkeys(reach, 2), **(move or DIRECT)}})
    rules: list[Any] = [COUNTED, "envoy", "crowd"]
    gates = {f"g{i}": {"rule": rules[i]} for i in range(len(bodies))}
    for i, body in enumerate(bodies):
        gates[f"g{i}"] |= {} if body is None else {"body": body}
    doc["sides"]["them"]["gates"] = gates
    return set(laws(Negotiation.model_validate(doc), "talk"))


STATES = ["governments", "parliament", "referendum", "public"]


@pytest.mark.parametrize("body", STATES)
def test_a_body_of_a_state_calls_to_mind_the_law_of_diplomacy_alone(body: str) -> None:
    assert called_to_mind([body]) == {Law.INTERFERENCE}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("board", {Law.COUNSEL}),
        ("shareholders", {Law.COUNSEL, Law.SECURITIES}),
        ("members", {Law.LABOUR, Law.COUNSEL}),
    ],
)
def test_a_private_body_calls_to_mind_what_fits_it(body: str, found: set[Law]) -> None:
    assert called_to_mind([body]) == found


def test_what_does_not_fit_the_device_is_left_out() -> None:
    assert called_to_mind(["shareholders"], device="outside_pressure") == {Law.SECURITIES}
    assert called_to_mind(["board"], device="outside_pressure") == set()
    assert called_to_mind(["shareholders"], device="statements") == set()
    assert called_to_mind(["parliament"], pays=["left"]) == {Law.BRIBERY}
    assert called_to_mind(["shareholders"], pays=["left"]) == {Law.BRIBERY, Law.SECURITIES}
    assert called_to_mind(["shareholders"], deceives=["left"]) == {Law.SECURITIES}


def test_members_of_a_party_in_a_state_are_no_union() -> None:
    """Nor is anybody else there of whom the file does not say."""
    assert called_to_mind(["members", "parliament"]) == {Law.INTERFERENCE}
    assert called_to_mind([None, "parliament"]) == {Law.INTERFERENCE}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("parliament", {Law.INTERFERENCE}),
        ("shareholders", {Law.COUNSEL}),
        ("members", {Law.COUNSEL}),
        (None, {Law.LABOUR, Law.COUNSEL, Law.INTERFERENCE}),
    ],
)
def test_leaders_are_of_a_state_or_of_a_firm_as_their_side_is(
    other: str | None, found: set[Law]
) -> None:
    assert called_to_mind([other, "leaders"], ["envoy"]) == found


def test_only_bodies_that_the_move_reaches_count() -> None:
    assert called_to_mind(["shareholders", "board"], ["envoy"]) == {Law.COUNSEL}
    assert called_to_mind(["shareholders", "board"], ["left"]) == {Law.COUNSEL, Law.SECURITIES}


@pytest.mark.parametrize("reach", [["crowd"], ["chief"], []])
def test_where_nobody_reached_decides_all_bodies_of_the_other_side_count(reach: list[str]) -> None:
    assert called_to_mind(["parliament"], reach) == {Law.INTERFERENCE}


def test_where_the_file_does_not_say_who_is_asked_all_that_fits_the_device_is_named() -> None:
    """Securities only where votes are counted, as those of shareholders are."""
    assert called_to_mind([None]) == set(Law) - {Law.BRIBERY}
    assert called_to_mind([None, None], ["envoy"]) == set(Law) - {Law.BRIBERY, Law.SECURITIES}


def test_every_body_is_known() -> None:
    for body in Body:
        assert called_to_mind([body.value])


@pytest.mark.parametrize("name", names())
def test_reminders_of_the_bundled_cases_are_short_and_fit_the_bodies(name: str) -> None:
    """No talk of shareholders where parliaments decide, and none of diplomats in a merger."""
    case = open_case(name)
    found = [w for m in case.moves for w in of_move(case, m) if w.kind is Kind.LAW]
    private = {Law.COUNSEL, Law.SECURITIES, Law.LABOUR}
    is_firm = name.startswith("metropcs")
    assert {w.law for w in found if w.law is not None} - {Law.BRIBERY} == (
        {Law.COUNSEL, Law.SECURITIES} if is_firm else {Law.INTERFERENCE}
    )
    for warned in found:
        (sentence,) = law_sentences(case, [warned])
        assert len(sentence) < 400
        assert ("shareholders" in sentence) == (warned.law is Law.SECURITIES)
        assert ("diplomat" in sentence) == (warned.law not in private | {Law.BRIBERY})

"""Every kind of barrier by a tiny case: told from numbers, with devices, moves and questions.

Beside each case stands the same one with a single number changed, so that the kind must go.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from leveltwo.advice import wording
from leveltwo.advice.barriers import Barrier
from leveltwo.advice.remedies import DEVICES
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from leveltwo.tasks import Answer, Diagnosis
from tests.advice.conftest import Diagnose
from tests.advice.test_barriers import FAR, HOUSE, SHORT, bloc
from tests.advice.test_causes import BETTER, SPLIT, VOTES, town
from tests.made import Doc, made

ENOUGH = 60
"""Points that win anybody of these."""


class Trial(NamedTuple):
    """A case, the moves made in it, and the number that makes the kind."""

    kind: Kind
    document: Doc
    who: str
    change: Callable[[Doc], Any]
    becomes: Kind | None
    moves: tuple[str, ...] = ()
    certain: bool = True


def people(**about: Any) -> Doc:
    """Somebody whose signature is the gate."""
    return made(people={"envoy": about})


def with_move(document: Doc, **about: Any) -> Doc:
    """The same with a move of ours."""
    return document | {"moves": {"gift": {"name": "Our gift", "by": "us", **about}}}


def envoy(key: str, value: Any) -> Callable[[Doc], Any]:
    """Change something about the envoy."""
    return lambda doc: doc["constituencies"]["envoy"].update({key: value})


def gift(key: str, value: Any) -> Callable[[Doc], Any]:
    """Change something about our move."""
    return lambda doc: doc["moves"]["gift"].update({key: value})


def house(key: str, value: Any) -> Callable[[Doc], Any]:
    """Change something about their gate."""
    return lambda doc: doc["sides"]["them"]["gates"]["house"].update({key: value})


def torn(rule: Doc) -> Doc:
    """A bloc that is for with five of nine members, before a gate that asks for more."""
    return made(rule, SPLIT)


def leaning(quorum: str) -> Doc:
    """A bloc of whose nine members five are for, two abstain and two are against."""
    rule = {"need": "majority", "base": "cast", "quorum": quorum, "votes": {"bloc": 9}}
    return made(rule, {"bloc": {"no_deal": 51.5, "spread": 20, "band": 8}})


def twice(need: int) -> Doc:
    """A bloc that is asked in two houses."""
    document = made({"need": need, "votes": VOTES}, SPLIT)
    document["sides"]["them"]["gates"]["lower"] = {"need": 5, "votes": VOTES}
    return document


def speaks_for(document: Doc) -> Any:
    """The town's own envoy wants the low price too."""
    values = document["constituencies"]["envoy"]["values"]
    values["price"]["low"] = 80


GURU = {"guru": FAR, "envoy": {"no_deal": 55, "follows": {"guru": {"for": 0, "against": -8}}}}
FEW = {"no_deal": 60, "values": {"price": {"weight": 1, "low": 40, "high": 48}}}

TRIALS = {
    "a red line": Trial(
        Kind.RED_LINE, people(no_deal=50, red_lines=[{"price": "high"}]), "envoy",
        envoy("red_lines", [{"price": "low"}]), None),
    "a move after the gate": Trial(
        Kind.TIMING,
        with_move(made(HOUSE, bloc(**SHORT)), effects={"bloc": 8}, date="2026-06-02"), "bloc",
        gift("date", "2026-06-01"), Kind.PERCEPTION),
    "a move of the plan after the gate": Trial(
        Kind.TIMING,
        with_move(made(HOUSE, bloc(**SHORT)), effects={"bloc": 8}, date="2026-06-02"), "bloc",
        gift("date", "2026-05-31"), None, ("gift",)),
    "a promise that may not be kept": Trial(
        Kind.TRUST, with_move(people(**SHORT), effects={"envoy": 8}, chance=0.5), "envoy",
        gift("chance", 1), None, ("gift",), certain=False),
    "somebody they follow": Trial(
        Kind.ARBITER, made(people=GURU), "envoy",
        lambda doc: doc["constituencies"]["guru"].update({"no_deal": 50}), None),
    "a weak cue": Trial(
        Kind.ARBITER, made(people=GURU), "envoy",
        envoy("follows", {"guru": {"for": 0, "against": -4}}), None),
    "a supermajority": Trial(
        Kind.INSTITUTION, torn({"need": "3/4", "votes": VOTES}), "bloc",
        house("need", "majority"), None),
    "a quorum": Trial(
        Kind.INSTITUTION, leaning("8/9"), "bloc", house("quorum", "7/9"), None),
    "an inverted rule": Trial(
        Kind.INSTITUTION, torn({"unless": {"need": "1/3", "votes": VOTES}}), "bloc",
        house("unless", {"need": "majority", "votes": VOTES}), None),
    "a second gate": Trial(
        Kind.INSTITUTION, twice(10), "bloc", house("need", 5), None),
    "left out": Trial(
        Kind.STANDING, town(0), "town", speaks_for, Kind.INTERESTS),
    "a deal near no deal": Trial(
        Kind.PERCEPTION, people(**SHORT), "envoy", envoy("no_deal", 85), Kind.INTERESTS),
    "few direct stakes": Trial(
        Kind.PERCEPTION, people(**FEW), "envoy",
        envoy("values", {"price": {"weight": 1, "low": 0, "high": 48}}), Kind.INTERESTS),
    "a discount for who says it": Trial(
        Kind.PERCEPTION,
        with_move(people(no_deal=67, devalues=0.5), effects={"envoy": 10}), "envoy",
        envoy("devalues", 0), None, ("gift",)),
    "what the deal gives them": Trial(
        Kind.INTERESTS, people(**BETTER, **SHORT), "envoy",
        envoy("values", {"price": {"weight": 1, "low": 0, "high": 60}}), Kind.PERCEPTION),
}  # fmt: skip


@pytest.fixture(params=TRIALS, ids=list(TRIALS))
def trial(request: pytest.FixtureRequest) -> Trial:
    """One kind after the other."""
    return TRIALS[request.param]


def asked(
    diagnose: Diagnose, trial: Trial, document: Doc
) -> tuple[Answer[Diagnosis], list[Barrier]]:
    """The diagnosis, and the barriers that the constituency concerned is at its house."""
    found = diagnose(document, trial.moves, certain=trial.certain)
    barriers = [b for b in found.result.barriers if b.conversion.who == trial.who]
    return found, [barrier for barrier in barriers if barrier.conversion.gate == "house"]


def first(diagnose: Diagnose, trial: Trial, document: Doc) -> tuple[Answer[Diagnosis], Barrier]:
    """The one barrier."""
    found, barriers = asked(diagnose, trial, document)
    (barrier,) = barriers
    return found, barrier


def test_the_kind_is_found_from_the_numbers(diagnose: Diagnose, trial: Trial) -> None:
    _, barrier = first(diagnose, trial, trial.document)
    assert barrier.kind is trial.kind


def test_with_the_number_changed_the_kind_goes(diagnose: Diagnose, trial: Trial) -> None:
    changed = copy.deepcopy(trial.document)
    trial.change(changed)
    _, barriers = asked(diagnose, trial, changed)
    assert [barrier.kind for barrier in barriers] == ([trial.becomes] if trial.becomes else [])


@pytest.mark.parametrize("device", Device)
def test_no_label_of_a_move_makes_the_kind(
    diagnose: Diagnose, trial: Trial, device: Device
) -> None:
    labelled = copy.deepcopy(trial.document)
    for move in labelled["moves"].values():
        move |= {"device": device.value, "consent": "granted"}
    _, barrier = first(diagnose, trial, labelled)
    assert barrier.kind is trial.kind


def test_the_devices_that_fit_come_with_it(diagnose: Diagnose, trial: Trial) -> None:
    found, barrier = first(diagnose, trial, trial.document)
    fitting = DEVICES[trial.kind]
    assert barrier.devices[: len(fitting)] == fitting
    lines = wording.barrier_lines(found.case, barrier, found.result.plan)
    (line,) = [line for line in lines if "kinds of moves that fit" in line]
    assert all(device.label in line for device in fitting[:4])


def test_a_move_of_ours_that_serves_is_named_as_one_that_would_do(
    diagnose: Diagnose, trial: Trial
) -> None:
    """For a red line one that lifts it."""
    document = copy.deepcopy(trial.document)
    document["moves"]["serve"] = {
        "name": "Our service", "by": "us", "effects": {trial.who: ENOUGH},
        "device": DEVICES[trial.kind][0].value, "consent": "granted",
    }  # fmt: skip
    for line in document["constituencies"][trial.who].get("red_lines", []):
        line["unless"] = ["serve"]
    found, barriers = asked(diagnose, trial, document)
    (barrier,) = barriers
    (help_,) = [help_ for help_ in barrier.helps if help_.move == "serve"]
    assert help_.turns
    assert help_.fits or barrier.kind is not trial.kind
    lines = wording.barrier_lines(found.case, barrier, found.result.plan)
    assert any("Our service (" in line and "would do alone" in line for line in lines)
    assert not any("to find one, ask" in line for line in lines)


def test_without_such_a_move_questions_are_asked_by_name(diagnose: Diagnose, trial: Trial) -> None:
    found, barrier = first(diagnose, trial, trial.document)
    questions = wording.prompts(found.case, barrier, found.result.plan)
    assert questions
    assert all(question.endswith("?") for question in questions)
    name = f"Mx {trial.who.capitalize()}"
    assert any(name in question or "“House”" in question for question in questions)
    assert not barrier.answered
    lines = wording.barrier_lines(found.case, barrier, found.result.plan)
    assert any("to find one, ask" in line for line in lines)

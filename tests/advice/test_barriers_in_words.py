"""Sentences about those who stand in the way."""

from __future__ import annotations

from collections.abc import Callable

from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation
from tests.advice.conftest import Diagnose, only
from tests.made import made

Advise = Callable[..., tuple[Negotiation, Recommendation]]
GIFT = {"effects": {"envoy": [5, 12, 19], "chief": 0}, "cost": 1}


def test_a_barrier_is_told_in_full(diagnose: Diagnose) -> None:
    moves = {
        "gift": {"effects": {"envoy": 4}},
        "talk": {"effects": {"envoy": 2}, "device": "direct_dealing"},
    }
    document = made(people={"envoy": {"no_deal": 66, "values": {
        "price": {"weight": 1, "low": 100, "high": 60}}}}, moves=moves)  # fmt: skip
    found = diagnose(document)
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    (cause,) = only(found).causes.named
    assert lines[:2] == [
        "Mx Envoy, at House: what the deal gives them; they lack 6.0 points.",
        f"  interests: {wording.because(found.case, only(found), cause, found.result.plan)}",
    ]
    assert lines[2:6] == [
        "  objects most to (points against their best option): The price: A high one (−40.0)",
        "  moves of ours that touch them: Our gift (+4.0); Our talk (+2.0, needs consent)",
        "  kinds of moves that fit: terms, agreement form, outside pressure",
        "  no single move of ours would do; to find one, ask:",
    ]
    questions = wording.prompts(found.case, only(found), found.result.plan)
    assert lines[6:] == [f"    – {question}" for question in questions]
    assert wording.barrier_sentence(only(found), found.result.plan.sample) == "no → yes"


def test_how_a_move_at_hand_binds_is_told_with_it(diagnose: Diagnose) -> None:
    ways = {"nod": "oral", "letter": "written", "treaty": "law"}
    moves = {key: {"effects": {"envoy": 2}, "binding": how} for key, how in ways.items()}
    found = diagnose(made(people={"envoy": {"no_deal": 66}}, moves=moves))
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    assert (
        "  moves of ours that touch them: Our letter (+2.0, in writing); Our nod (+2.0, only "
        "said); Our treaty (+2.0, binding in law)"
    ) in lines


def test_a_barrier_that_one_move_would_answer_asks_nothing_more(diagnose: Diagnose) -> None:
    people = {"guru": {"no_deal": 85}, "envoy": {
        "no_deal": 56, "values": {"price": {"weight": 1, "low": 100, "high": 60}},
        "follows": {"guru": {"against": -8}}}}  # fmt: skip
    found = diagnose(made(people=people, moves={"gift": {"effects": {"envoy": 4}}}))
    lines = wording.barrier_lines(found.case, only(found), found.result.plan)
    assert lines[-3:] == [
        "  moves of ours that touch them: Our gift (+4.0, would do alone)",
        "  kinds of moves that fit: direct dealing, agreement form, statements, acceptance speech",
        (
            "  another term: “The price: A low one” instead would mean +40.0 points for them and "
            "−100.0 for the chief; they would be for."
        ),
    ]


def test_a_barrier_behind_others_says_that_turning_it_buys_nothing_alone(
    diagnose: Diagnose,
) -> None:
    people = {"envoy": {"no_deal": 80}, "boss": {"no_deal": 80}}
    found = diagnose(made({"all": ["envoy", "boss"]}, people))
    for barrier in found.result.barriers:
        said = wording.barrier_sentence(barrier, found.result.plan.sample)
        assert said == "nothing by itself; others are in the way too"


def test_a_gate_that_others_fail_too_says_so(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {"no_deal": 80}, "boss": {"no_deal": 80}})
    document["sides"]["them"]["gates"]["board"] = "boss"
    found = diagnose(document)
    said = {wording.barrier_sentence(b, found.result.plan.sample) for b in found.result.barriers}
    assert said == {"this gate no → yes, but others fail in the same cases"}

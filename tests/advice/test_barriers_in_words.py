"""Sentences about those who stand in the way."""

from __future__ import annotations

from collections.abc import Callable

from leveltwo.advice import wording
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation
from tests.advice.conftest import Diagnose, only
from tests.advice.test_barriers import FAR
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
    assert said == {"saves this gate (no → yes), but others would still refuse in the same cases"}


def test_somebody_asked_twice_is_told_in_full_once(diagnose: Diagnose) -> None:
    late = {"effects": {"envoy": 2}, "date": "2026-07-01"}
    document = made(people={"envoy": {"no_deal": 80}}, moves={"gift": late})
    document["sides"]["them"]["gates"] = {
        "board": "envoy",
        "nod": "envoy",
        "sign": {"rule": "envoy", "date": "2026-06-01"},
    }
    found = diagnose(document)
    first, second, third = wording.barriers_told(
        found.case, found.result.barriers, found.result.plan
    )
    assert first == wording.barrier_lines(found.case, found.result.barriers[0], found.result.plan)
    assert second == ["Mx Envoy, at Nod: as at Board."]
    assert third == [
        "Mx Envoy, at Sign: as at Board, but for this:",
        "  moves of ours that touch them: Our gift (+2.0, too late for this gate)",
    ]


def test_what_the_case_does_not_explain_is_not_put_down_to_looks(diagnose: Diagnose) -> None:
    found = diagnose(made(people={"envoy": {"no_deal": 66}}))
    barrier = only(found)
    assert barrier.kind is Kind.PERCEPTION
    assert wording.kind_words(barrier) == "not explained by the terms"
    assert wording.kind_words(barrier, short=True) == "unexplained"
    lines = wording.barrier_lines(found.case, barrier, found.result.plan)
    assert lines[1].startswith("  unexplained: On its terms")
    slur = {"slur": {"effects": {"envoy": -3}}}
    found = diagnose(made(people={"envoy": {"no_deal": 61}}, moves=slur), ["slur"])
    barrier = only(found)
    assert wording.kind_words(barrier) == wording.KINDS[Kind.PERCEPTION]
    assert wording.kind_words(barrier, short=True) == "perception"


def test_a_trap_is_not_said_to_do_alone(diagnose: Diagnose) -> None:
    """What wins them and loses our own gate does not do."""
    moves = {"push": {"effects": {"envoy": 8, "chief": -100}}, "gift": {"effects": {"envoy": 8}}}
    found = diagnose(made(people={"envoy": {"no_deal": 66}}, moves=moves))
    assert {h.move: h.turns for h in only(found).helps} == {"gift": True, "push": False}


def test_those_who_lack_nothing_are_named_apart(diagnose: Diagnose) -> None:
    people = {"envoy": {"no_deal": 50, "follows": {"guru": {"against": -3}}}, "guru": FAR}
    document = made(people=people, more={"uncertainty": {"draws": 64, "seed": 1, "mood": 4}})
    found = diagnose(document, certain=False).result
    assert found.lacking == ()
    assert [barrier.conversion.who for barrier in found.likely] == ["envoy"]

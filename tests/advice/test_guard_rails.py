"""Warnings about a plan, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.advice.guard_rails import Kind, Warned, warnings
from leveltwo.advice.law import Law
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.made import FREE, Doc, made

COUNTED = {"need": "majority", "votes": {"left": 3, "right": 2}}
PEOPLE: Doc = {"left": {}, "right": {}, "crowd": {}}


def case_with(gate: Any = None, **move: Any) -> Negotiation:
    """A case in which our one move is as told."""
    return Negotiation.model_validate(made(gate, PEOPLE, {"talk": move}))


def warned(case: Negotiation, *moves: str) -> tuple[Warned, ...]:
    """The warnings about a high price with some moves; the talk unless told."""
    return warnings(case, Plan(FREE, moves or ("talk",)))


def said(case: Negotiation, *moves: str) -> str:
    """All that is said about them."""
    return "\n".join(wording.guard_rail_lines(case, warned(case, *moves)))


def kinds(case: Negotiation, *moves: str) -> list[Kind]:
    """What they are about."""
    return [w.kind for w in warned(case, *moves)]


def test_a_plain_move_gives_no_warning() -> None:
    case = case_with(effects={"envoy": 5})
    assert warned(case) == ()
    assert wording.guard_rail_lines(case, ()) == []


@pytest.mark.parametrize("device", [Device.DIRECT_DEALING, Device.JOINT_ACTION])
def test_dealing_behind_the_table_asks_who_has_to_consent_and_how_to_note_it(
    device: Device,
) -> None:
    case = case_with(device=device.value, effects={"left": 3})
    first = warned(case)[0]
    assert (first.kind, first.people, first.forbids) == (Kind.CONSENT, ("envoy",), True)
    assert (
        "• “Our talk” is not recommended: it reaches into another side’s house, and the file "
        "records no consent. Ask Mx Envoy; once there is a yes, write “consent: granted” at the "
        "move, with a source."
    ) in said(case)


def test_consent_is_asked_of_the_sides_that_are_addressed_or_of_all_others() -> None:
    doc = made(None, PEOPLE, {
        "one": {"device": "joint_action", "otherwise": {"left": 1}},
        "none": {"device": "joint_action", "effects": {"chief": 1}},
    })  # fmt: skip
    doc["sides"]["third"] = {"negotiator": "boss", "gates": {"nod": "boss"}}
    doc["constituencies"]["boss"] = {**doc["constituencies"]["left"], "side": "third"}
    case = Negotiation.model_validate(doc)
    assert warned(case, "one")[0].people == ("envoy",)
    assert warned(case, "none")[0].people == ("envoy", "boss")


def test_consent_granted_is_enough_and_consent_not_needed_is_doubted() -> None:
    about: Doc = {"device": "direct_dealing", "effects": {"left": 3}}
    assert Kind.CONSENT not in kinds(case_with(**about, consent="granted"))
    case = case_with(**about, consent="not_needed")
    assert kinds(case)[0] is Kind.UNASKED
    assert "Make sure that Mx Envoy would say so too." in said(case)
    assert not any(w.forbids for w in warned(case))


def test_whoever_votes_is_never_deceived_while_an_audience_may_be_spared_its_face() -> None:
    case = case_with(COUNTED, deceives=["left", "crowd", "right"], effects={"left": 3})
    deceived, spared, law = warned(case)
    assert (deceived.kind, deceived.people) == (Kind.DECEPTION, ("left", "right"))
    assert deceived.forbids
    assert (spared.kind, spared.people, spared.forbids) == (Kind.FACE_SAVING, ("crowd",), False)
    assert law.law is Law.SECURITIES
    assert (
        "• “Our talk” is not recommended: Mx Left and Mx Right would take for true what is not, "
        "and have a vote. Those who decide are never deceived."
    ) in said(case)
    assert "• “Our talk” lets Mx Crowd take for true what is not." in said(case)
    assert "Mx Left would take for true what is not, and has a vote." in said(
        case_with(COUNTED, deceives=["left"])
    )


def test_money_for_somebody_who_signs_or_votes_gives_the_warning() -> None:
    case = case_with({"all": ["envoy", COUNTED]}, pays=["envoy", "crowd", "left"])
    paid = warned(case)[0]
    assert (paid.kind, paid.people, paid.forbids) == (Kind.PAYMENT, ("envoy", "left"), False)
    assert "• “Our talk” gives money or another benefit to Mx Envoy and Mx Left, whose" in said(
        case
    )
    assert "the law on bribery" in said(case)
    assert warned(case_with(pays=["crowd"])) == ()


def test_a_form_that_goes_round_somebody_buys_speed_and_sells_reversibility() -> None:
    case = case_with(COUNTED, bypasses=["them.house", "crowd"])
    (found,) = warned(case)
    assert (found.people, found.gates) == (("crowd",), (("them", "house"),))
    assert (
        "• “Our talk” goes round Mx Crowd and “House” (Their side). That buys speed and sells "
        "reversibility: what they have not approved, they or their successors can undo."
    ) in said(case)


def test_a_term_may_go_round_somebody_too() -> None:
    doc = made(None, PEOPLE)
    doc["issues"]["price"]["bypasses"] = {"high": ["crowd"]}
    case = Negotiation.model_validate(doc)
    (found,) = warnings(case, Plan(FREE))
    assert found.term == ("price", "high")
    lines = wording.guard_rail_lines(case, [found])
    assert lines[1].startswith("• “The price: A high one” goes round Mx Crowd. That buys speed")
    assert warnings(case, Plan({"price": "low"})) == ()


def test_a_form_of_agreement_that_does_not_say_whom_it_goes_round_is_asked() -> None:
    """Those of several moves stand in one line."""
    form: Doc = {"device": "agreement_form"}
    doc = made(None, PEOPLE, {"note": form, "letter": form, "treaty": {**form, "bypasses": []}})
    case = Negotiation.model_validate(doc)
    moves = ("letter", "note", "treaty")
    assert kinds(case, *moves) == [Kind.FORM, Kind.FORM]
    lines = wording.guard_rail_lines(case, warned(case, *moves))
    assert len(lines) == 2
    assert "“Our letter” and “Our note” change the form of the agreement." in lines[1]
    one = wording.warning_sentence(case, warned(case, "note")[0])
    assert one.startswith("“Our note” changes the form of the agreement.")


@pytest.mark.parametrize(
    ("gate", "move", "laws"),
    [
        (None, {"device": "direct_dealing"}, {Law.LABOUR, Law.COUNSEL, Law.INTERFERENCE}),
        (None, {"device": "joint_action"}, {Law.INTERFERENCE}),
        (None, {"device": "outside_pressure"}, {Law.INTERFERENCE}),
        (COUNTED, {"device": "outside_pressure"}, {Law.INTERFERENCE, Law.SECURITIES}),
        (COUNTED, {"device": "statements"}, set()),
        (COUNTED, {"pays": ["left"]}, {Law.BRIBERY, Law.SECURITIES}),
        (None, {"pays": ["envoy"]}, {Law.BRIBERY}),
        (None, {"pays": ["left"]}, set()),
    ],
)
def test_the_law_that_fits_the_device_and_the_gate_is_called_to_mind(
    gate: Any, move: Doc, laws: set[Law]
) -> None:
    found = warned(case_with(gate, effects={"left": 2, "chief": 1}, consent="granted", **move))
    assert {w.law for w in found if w.kind is Kind.LAW} == laws


def test_law_is_told_once_for_all_moves_that_touch_it_and_is_no_advice() -> None:
    pressure: Doc = {"device": "outside_pressure"}
    doc = made(None, PEOPLE, {"one": pressure, "two": pressure, "three": {"pays": ["envoy"]}})
    case = Negotiation.model_validate(doc)
    lines = said(case, "one", "three", "two").split("\n")
    general = [line for line in lines if "General law, not legal advice" in line]
    assert [line.split(", look up")[0] for line in general] == [
        "• General law, not legal advice: for “Our one” and “Our two”",
        "• General law, not legal advice: for “Our three”",
    ]
    assert "Vienna Convention on Diplomatic Relations, Article 41" in general[0]
    law = next(w for w in warned(case, "one") if w.law is Law.INTERFERENCE)
    assert wording.warning_sentence(case, law).startswith("General law, not legal advice")


def test_what_forbids_a_plan_is_told_first() -> None:
    doc = made(None, PEOPLE, {
        "form": {"device": "agreement_form"}, "lie": {"deceives": ["envoy"]},
    })  # fmt: skip
    case = Negotiation.model_validate(doc)
    assert kinds(case, "form", "lie") == [Kind.DECEPTION, Kind.FORM]


def test_every_kind_of_warning_has_its_sentence() -> None:
    case = case_with()
    for kind in Kind:
        law = Law.LABOUR if kind is Kind.LAW else None
        one = Warned(kind, "talk", people=("envoy",), law=law)
        assert "Our talk" in wording.warning_sentence(case, one)


def test_beside_the_chance_stands_who_is_gone_round_each_once() -> None:
    doc = made(COUNTED, PEOPLE, {"talk": {"bypasses": ["crowd", "them.house"]}, "note": {}})
    doc["issues"]["price"]["bypasses"] = {"high": ["crowd"]}
    case = Negotiation.model_validate(doc)
    assert wording.undoing_sentence(case, Plan(FREE, ("talk",))) == (
        "The plan goes round Mx Crowd and “House” (Their side): what is not approved there can be "
        "undone later, and no chance here counts that."
    )
    assert wording.undoing_sentence(case, Plan({"price": "low"}, ("note",))) is None


def test_what_was_only_said_binds_nobody_later() -> None:
    """Several moves stand in one line; what is written or not told of gives none."""
    doc = made(None, PEOPLE, {
        "nod": {"binding": "oral"}, "word": {"binding": "oral"}, "letter": {"binding": "written"},
        "treaty": {"binding": "law"}, "plain": {},
    })  # fmt: skip
    case = Negotiation.model_validate(doc)
    assert kinds(case, *case.moves) == [Kind.ORAL, Kind.ORAL]
    rest = (
        "only said. An oral promise binds nobody when those who gave it have gone, and what it was "
        "is soon disputed: put what matters into the text, or into a side letter."
    )
    assert wording.guard_rail_lines(case, warned(case, *case.moves))[1:] == [
        f"• “Our nod” and “Our word” are {rest}"
    ]
    one = warned(case, "nod")
    assert wording.warning_sentence(case, one[0]) == f"“Our nod” is {rest}"
    assert not any(w.forbids for w in one)

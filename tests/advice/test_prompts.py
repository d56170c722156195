"""Questions that may lead to a move: concrete, by name, and of the kind that fits."""

from __future__ import annotations

import pytest

from leveltwo.advice import wording
from leveltwo.advice.wording.prompts import MOST
from leveltwo.tasks import Answer, Diagnosis
from tests.advice.conftest import Diagnose, only
from tests.advice.test_barriers import FAR, HOUSE, SHORT, bloc, of_bloc
from tests.advice.test_causes import BETTER, SPLIT, VOTES, town
from tests.made import made


def asked(found: Answer[Diagnosis]) -> list[str]:
    """The questions about the only barrier, or about the larger bloc."""
    barriers = found.result.barriers
    barrier = only(found) if len(barriers) == 1 else of_bloc(barriers)
    return wording.prompts(found.case, barrier, found.result.plan)


def test_perception_asks_who_could_say_it(diagnose: Diagnose) -> None:
    assert asked(diagnose(made(people={"envoy": SHORT}))) == [
        "Who could say this to Mx Envoy so that they would believe it?",
        "What would let Mx Envoy say that they had asked for “The price: A high one”?",
        (
            "Which words of ours about “The price” might Mx Envoy hear as a defeat, and could they "
            "go unsaid?"
        ),
    ]


def test_nobody_is_asked_to_own_what_they_do_not_like(diagnose: Diagnose) -> None:
    """Of a term that is nearer to their worst than to their best nobody says so."""
    insult = {"effects": {"envoy": -14}}
    document = made(people={"envoy": {"no_deal": 35}}, moves={"insult": insult})
    document["issues"]["price"]["options"]["middle"] = "A middling one"
    rated = {"weight": 1, "low": 0, "high": 40, "middle": 100}
    document["constituencies"]["envoy"]["values"] = {"price": rated}
    document["constituencies"]["chief"]["values"]["price"]["middle"] = 50
    asked_ = asked(diagnose(document, ["insult"]))
    assert not any("had asked for" in question for question in asked_)
    assert (
        "What could be added or worded anew, at little cost, for Mx Envoy to find something of "
        "their own in the deal?"
    ) in asked_


def test_who_discounts_what_is_ours_is_to_hear_it_from_their_own(diagnose: Diagnose) -> None:
    document = made("town", {"town": {**SHORT, "devalues": 0.5}})
    assert (
        "Could it come from Mx Envoy, as their own side’s proposal, rather than from Our side?"
        in asked(diagnose(document))
    )


def test_a_move_that_hurts_is_asked_about_first(diagnose: Diagnose) -> None:
    document = made(moves={"insult": {"effects": {"envoy": -14}}})
    assert asked(diagnose(document, ["insult"]))[0] == (
        "Could “Our insult” be done so that Mx Envoy would not hear it as meant against them?"
    )


def test_interests_ask_what_else_could_be_given(diagnose: Diagnose) -> None:
    questions = asked(diagnose(made(people={"envoy": {**BETTER, "no_deal": 75}})))
    assert questions[0] == (
        "What could Mx Envoy be given on “The price” that would cost the chief little?"
    )
    assert "What will no deal really bring Mx Envoy, and who could show them?" in questions


def test_a_leader_is_asked_about_by_name(diagnose: Diagnose) -> None:
    cue = {"for": 8, "against": -8}
    people = {"guru": FAR, "envoy": {"no_deal": 55, "follows": {"guru": cue}}}
    assert asked(diagnose(made(people=people)))[0] == (
        "What would Mx Guru need to see in the deal to speak for it, or at least not against it?"
    )


def test_whom_they_go_against_is_asked_to_say_nothing(diagnose: Diagnose) -> None:
    people = {"guru": {}, "envoy": {"no_deal": 55, "follows": {"guru": {"for": -8}}}}
    assert asked(diagnose(made(people=people)))[0] == (
        "Could Mx Guru say nothing on “The price” until Mx Envoy have decided?"
    )


def test_what_comes_late_is_asked_for_sooner(diagnose: Diagnose) -> None:
    late = {"effects": {"bloc": 8}, "date": "2026-06-02"}
    assert asked(diagnose(made(HOUSE, bloc(**SHORT), {"gift": late})))[0] == (
        "Could “Our gift” be announced, begun or put in writing before “House”?"
    )


def test_what_may_not_be_kept_is_to_be_shown(diagnose: Diagnose) -> None:
    risky = {"effects": {"envoy": 8}, "chance": 0.5}
    document = made(people={"envoy": SHORT}, moves={"gift": risky})
    assert asked(diagnose(document, ["gift"], certain=False))[0] == (
        "What would show Mx Envoy before “House” that “Our gift” will be kept?"
    )


def test_a_red_line_asks_what_would_keep_it(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {"red_lines": [{"price": "high"}]}})
    assert asked(diagnose(document))[0] == (
        "What would have to be different about “The price: A high one” for Mx Envoy not to call it "
        "that?"
    )


def test_a_rule_asks_for_another_form_and_a_veto_for_silence(diagnose: Diagnose) -> None:
    count = asked(diagnose(made({"need": "3/4", "votes": VOTES}, SPLIT)))
    assert count[0].startswith("Is there a form of agreement for which “House” would not be needed")
    assert count[1] == (
        "Who would stay away from “House” or abstain, and could be brought to vote for?"
    )
    veto = asked(diagnose(made({"unless": {"need": "1/3", "votes": VOTES}}, SPLIT)))
    assert veto[1] == "What would let Mx Bloc stay silent at “House”, if not agree?"


def test_who_is_left_out_is_asked_who_could_speak_for_them(diagnose: Diagnose) -> None:
    assert asked(diagnose(town(0)))[0] == (
        "Who could speak for Mx Town while the terms can still change?"
    )
    late = town(0)
    late["sides"]["them"]["gates"] = {
        "sign": "envoy", "work": {"rule": "town", "implementation": True},
    }  # fmt: skip
    assert asked(diagnose(late))[0] == (
        "When could Mx Town be asked while the terms can still change?"
    )


def test_a_negotiator_is_to_be_asked_by_a_colleague(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {**SHORT, "devalues": 0.5}})
    question = "Could it come from a colleague, as their own side’s proposal, rather than from "
    assert f"{question}Our side?" in asked(diagnose(document))


def test_further_causes_add_some_questions_and_no_more_than_a_handful(diagnose: Diagnose) -> None:
    few = {"no_deal": 60, "values": {"price": {"weight": 1, "low": 40, "high": 48}}}
    questions = asked(diagnose(made(people={"envoy": few})))
    assert len(questions) == MOST
    assert questions[3].startswith("What could Mx Envoy be given on “The price”")


@pytest.mark.parametrize(
    ("binding", "question"),
    [
        (None, ("Could “Our gift” stand in the text, in a side letter or in a third party’s hands, "
               "rather than in somebody’s word?")),
        ("oral", ("“Our gift” is only said: who could put it in writing, and should it stand in "
                 "the text, in a side letter or in a third party’s hands?")),
        ("written", ("“Our gift” is in writing: could it bind in law as well, or be put into a "
                    "third party’s hands?")),
        ("law", ("“Our gift” binds in law: who would see that it is kept, and what would a breach "
                "cost whoever broke it?")),
    ],
)  # fmt: skip
def test_trust_asks_for_more_than_binds_already(
    diagnose: Diagnose, binding: str | None, question: str
) -> None:
    gift = {"effects": {"envoy": 8}, "chance": 0.5, **({"binding": binding} if binding else {})}
    document = made(people={"envoy": SHORT}, moves={"gift": gift})
    questions = asked(diagnose(document, ["gift"], certain=False))
    assert questions[0] == "What would show Mx Envoy before “House” that “Our gift” will be kept?"
    assert questions[1] == question


def test_trust_in_what_was_only_said_is_asked_about_where_nothing_may_fail(
    diagnose: Diagnose,
) -> None:
    gift = {"effects": {"envoy": 3}, "binding": "oral"}
    document = made(people={"envoy": FAR}, moves={"gift": gift})
    assert "What would show Mx Envoy before “House” that “Our gift” will be kept?" in asked(
        diagnose(document, ["gift"])
    )

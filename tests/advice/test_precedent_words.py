"""Sentences about devices and precedents."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.advice.precedents import Match, Wanted, closeness
from leveltwo.advice.wording import precedents as words
from leveltwo.io.library import precedents
from leveltwo.model.approval import Body, RuleKind
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Verdict
from tests.advice.conftest import Diagnose
from tests.made import made
from tests.model.test_precedent import act, precedent
from tests.model.test_recorded_vote import vote

ALL = Wanted(frozenset(Device), frozenset(Kind), frozenset(RuleKind), frozenset(Body))


def match(wanted: Wanted = ALL, **more: Any) -> Match:
    """The match of an act."""
    entry = precedent(act(**more))
    return closeness(wanted, "a-treaty-1991", entry, entry.acts[0])


def test_every_word_has_its_phrase() -> None:
    assert set(words.DEVICES) == set(Device)
    assert set(words.BODIES) == set(Body)
    assert set(words.RULES) == set(RuleKind)
    assert set(words.VERDICTS) == set(Verdict)


def test_a_reason_says_what_both_have_in_common() -> None:
    said = wording.match_reason(match(devices=["agreement_form"], rules=["supermajority"]))
    assert said == (
        "the form of the agreement also helped; asked there: a parliament; there too more than a "
        "simple majority was needed; the same kind of barrier: perception"
    )


def test_a_plain_majority_is_not_worth_a_word() -> None:
    only = Wanted(frozenset(Device), frozenset(), frozenset(RuleKind), frozenset())
    assert wording.match_reason(match(only, rules=["majority"])) == "statements also helped"


def test_without_a_device_in_common_the_acts_own_are_named() -> None:
    only = Wanted(barriers=frozenset(Kind))
    said = wording.match_reason(match(only, devices=["terms", "framing"]))
    assert said == "the terms and framing helped; the same kind of barrier: perception"


@pytest.mark.parametrize(
    ("verdict", "how"),
    [
        ("too little or too late", "came too late or gave too little"),
        ("wrong audience", "reached the wrong audience or inflamed it"),
    ],
)
def test_a_warning_is_told_as_what_went_wrong(verdict: str, how: str) -> None:
    only = Wanted(frozenset(Device))
    said = wording.match_reason(match(only, verdict=verdict))
    assert said == f"what went wrong there: statements {how}"


def test_a_line_has_title_years_name_and_what_was_done() -> None:
    assert wording.match_line(match(Wanted(frozenset(Device)))) == (
        "A treaty, 1990–1991 (a-treaty-1991): a letter (statements also helped)"
    )


def test_moves_with_the_same_precedents_share_their_lines() -> None:
    case = Negotiation.model_validate(made(moves={"gift": {}, "word": {}, "visit": {}}))
    cited = (match(Wanted(frozenset(Device))),)
    lines = wording.precedent_lines(case, {"gift": cited, "word": (), "visit": cited})
    assert lines == [
        "Precedents for these moves (leveltwo precedents NAME tells more):",
        "• Our gift; Our visit",
        f"  – {wording.cited(cited[0])}",
    ]
    assert wording.cited(cited[0]) == (
        "A treaty, 1990–1991 (a-treaty-1991): a letter (statements also helped). Source: A book."
    )


def test_without_precedents_nothing_is_said() -> None:
    case = Negotiation.model_validate(made(moves={"gift": {}}))
    assert wording.precedent_lines(case, {"gift": ()}) == []


def test_barriers_with_the_same_precedents_share_their_lines(diagnose: Diagnose) -> None:
    people = {"envoy": {"no_deal": 70}, "left": {"no_deal": 70}}
    found = diagnose(made(gate={"all": ["envoy", "left"]}, people=people))
    cited = (match(Wanted(barriers=frozenset(Kind))),)
    pairs = [(barrier, cited) for barrier in found.result.barriers]
    lines = wording.barrier_precedent_lines(found.case, [*pairs, (pairs[0][0], ())])
    assert lines == [
        "Precedents for these barriers (leveltwo precedents NAME tells more):",
        "• Mx Envoy, at House (perception); Mx Left, at House (perception)",
        f"  – {wording.cited(cited[0])}",
    ]
    assert "a letter (statements helped; the same kind of barrier: perception)" in lines[2]
    assert wording.barrier_precedent_lines(found.case, [(pairs[0][0], ())]) == []


def test_several_sources_are_all_named() -> None:
    entry = precedents()["versailles-1920"]
    said = wording.sources_sentence(entry)
    assert said.startswith("Sources: US Capitol Visitor Center; ")
    assert all(source.work in said for source in entry.sources)


def test_a_vote_is_told_with_its_rule_and_its_footing() -> None:
    assert wording.vote_line(vote(of=96, note="seven short")) == (
        "1920-03-19, Senate: 49 for, 35 against, of 96; failed (needs 2/3 of votes cast). "
        "[checked; seven short]"
    )


def test_a_vote_may_be_in_per_cent_and_have_abstentions() -> None:
    said = wording.vote_line(vote(**{"for": 60.5, "against": 30, "abstain": 9.5}, unit="per cent"))
    assert "60.5 for, 30 against, 9.5 abstaining per cent;" in said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"need": "majority"}, "needs more than half of all votes"),
        ({"need": 1500}, "needs 1,500 votes"),
        ({"unless": {"need": 60}}, "a block needs 60 votes against"),
        (
            {"need": "2/3", "base": "cast", "quorum": 0.5, "approval": 0.13},
            "needs 2/3 of votes cast, and 0.5 of all votes cast, and 0.13 of all votes for",
        ),
    ],
)
def test_what_was_needed_is_told(rule: Any, said: str) -> None:
    assert wording.rule_needed(vote(rule=rule).rule) == said


def test_an_act_is_told_with_verdict_device_barrier_and_who_was_asked() -> None:
    (only,) = precedent(act(verdict="wrong audience")).acts
    assert wording.act_line(only) == (
        "Wrong audience: A letter was written. [statements; barrier: perception; asked: a "
        "parliament]"
    )


def test_sources_say_what_they_support_and_footings_what_they_mean() -> None:
    entry = precedent()
    assert wording.source_line(entry.sources[0]) == "A book: all of it [standard works]"
    assert wording.footing_lines(entry) == [
        "standard works: stands in the standard works or public records named; not looked up again"
    ]


def test_verdicts_of_a_precedent_are_told_in_order() -> None:
    assert wording.verdict_words(precedents()["panama-canal-1978"]) == "helped; wrong audience"

"""What is said about insurance, sentence by sentence, against the numbers behind it."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import insurance
from leveltwo.core.safety import Safety
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.report.insurance_document import insurance_document
from leveltwo.solve.insurance.coalition import Coalition, Coalitions, Unpriced
from leveltwo.solve.insurance.covering import MOST_WAYS
from leveltwo.solve.insurance.record import Guarded, Insurance
from leveltwo.solve.insurance.rival import Rival, Source
from tests.made import FREE, made

VOTE = {"name": "The house", "need": 2, "votes": {"envoy": 1, "bob": 1, "cy": 1}}
CASE = Negotiation.model_validate(made(VOTE, {"bob": {}, "cy": {}}, {"gift": {}, "tour": {}}))
SAMPLE, FRESH = Sample(64, 1), Sample(16_384, 2)
BEFORE = Safety("them", "house", 1, 3.0, {"bob": 3.0}, {"envoy": 10.0, "bob": 3.0, "cy": 0.0})
AFTER = replace(BEFORE, points=10.0, bought={"bob": 10.0}, prices={**BEFORE.prices, "cy": 7.0})
BARE = Coalition(5.0, {"bob": 5.0}, ("bob", "envoy"))
BEST = Coalition(4.0, {"bob": 1.0, "cy": 3.0}, ("bob", "cy", "envoy"))
COUNTED = Coalitions(3, BARE, True, BEST, {2: 5.0, 3: 4.0})
HOUSE = Guarded("them", "house", True, BEFORE, AFTER, 0.25, 0.75, COUNTED)
SIGN = Guarded("us", "sign", False, None, None, 0.0, 0.0, None)
FOUND = Insurance(
    plan=Plan(FREE),
    sample=SAMPLE,
    rival=Rival(8.0, Source.GIVEN),
    gates=(HOUSE, SIGN),
    offered=("gift", "tour"),
    added=("gift",),
    costs={"gift": 2.0, "tour": 3.0},
    proved=True,
    refused=False,
    interrupted=False,
    looked_at=9,
    chance=0.5,
    chance_after=0.75,
    fresh=FRESH,
    fresh_chance=0.5,
    fresh_after=0.75,
)
WEAK = replace(FOUND, gates=(replace(HOUSE, after=BEFORE),), added=())


def counted(coalitions: Coalitions | Unpriced) -> str:
    """What is said about one gate's coalitions."""
    title, line = wording.counted_lines(
        CASE, replace(FOUND, gates=(replace(HOUSE, coalitions=coalitions),))
    )
    assert title.startswith("Whom to count on")
    return line.removeprefix("• “The house”: ")


def test_the_rival_is_told_with_its_source() -> None:
    assert wording.rival_sentence(CASE, FOUND).startswith("A rival has 8.0 points")
    strongest = replace(FOUND, rival=Rival(8.0, Source.MOVE, "gift", "bob"))
    said = wording.rival_sentence(CASE, strongest)
    assert "as much as the strongest move of the case, “Our gift”" in said
    assert "(Mx Bob). Name another number with --rival." in said
    usual = wording.rival_sentence(CASE, replace(FOUND, rival=Rival(10.0, Source.USUAL)))
    assert "no move of the case moves anybody" in usual


def test_the_headline_says_what_to_add() -> None:
    said = wording.insurance_headline(CASE, FOUND)
    assert said.startswith("The cheapest insurance: add “Our gift”, at a cost of 2.0 points.")
    assert "can break no gate of Their side" in said
    unproved = wording.insurance_headline(CASE, replace(FOUND, proved=False))
    assert unproved.startswith("The cheapest insurance found: add")


def test_the_headline_says_that_none_is_needed() -> None:
    weak = replace(FOUND, rival=Rival(2.0, Source.GIVEN), added=())
    said = wording.insurance_headline(CASE, weak)
    assert "can break no gate of Their side: no insurance is needed then. Over all your" in said
    assert "“The house” passes and stands against that rival with a chance of only 25 %" in said
    assert "without a rival, every gate passes with a chance of 50 %." in said
    sure = replace(weak, gates=(replace(HOUSE, holds_before=0.95),))
    assert "that rival with a chance of 95 %;" in wording.insurance_headline(CASE, sure)
    certain = wording.insurance_headline(CASE, replace(weak, sample=Sample(1, 1, certain=True)))
    assert certain.endswith("no insurance is needed then.")
    assert wording.insurance_proof(weak) is None


def test_the_headline_says_that_nothing_will_do() -> None:
    said = wording.insurance_headline(CASE, WEAK)
    assert said == (
        "No set of our moves keeps such a rival from breaking “The house”. No set makes the least "
        "safe gate safer either."
    )
    assert wording.insurance_proof(WEAK) is None
    unproved = wording.insurance_headline(CASE, replace(WEAK, proved=False))
    assert "was found to keep" in unproved
    assert "None was found" in unproved
    safest = wording.insurance_headline(CASE, replace(WEAK, added=("gift",)))
    assert safest.endswith("The safest is to add “Our gift”, at a cost of 2.0 points.")
    found = wording.insurance_headline(CASE, replace(WEAK, added=("gift",), proved=False))
    assert "The safest found is" in found
    none = wording.insurance_headline(CASE, replace(WEAK, offered=()))
    assert none.startswith("No move of ours is left")
    assert wording.insurance_proof(replace(WEAK, offered=())) is None


@pytest.mark.parametrize(("number", "verb"), [(1, "fails"), (2, "fail")])
def test_gates_that_fail_without_a_rival_are_named(number: int, verb: str) -> None:
    failing = replace(WEAK, gates=(replace(HOUSE, before=None, after=None),) * number)
    said = wording.insurance_headline(CASE, failing)
    assert f"“The house” {verb} without any rival." in said
    alone = insurance.insured(CASE, failing)
    assert alone is not None
    assert alone.endswith(f"“The house” {verb} without any rival.")
    assert "such a rival" not in alone


def test_the_proof_is_claimed_only_where_there_is_one() -> None:
    assert wording.insurance_proof(FOUND) == "No cheaper set is as safe: proved."
    assert "too many sets" in str(wording.insurance_proof(replace(FOUND, proved=False)))
    stopped = replace(FOUND, proved=False, interrupted=True, refused=True)
    said = str(wording.insurance_proof(stopped))
    assert "stopped before the end" in said
    assert "less likely to pass" in said


def test_chances_are_those_on_fresh_draws() -> None:
    said = str(wording.insured_chance(FOUND))
    assert "from 50 % → 75 % (sampling error: 74.3 % to 75.7 %; 16,384 fresh draws)" in said
    assert wording.insured_chance(replace(FOUND, added=())) is None
    assert wording.insured_chance(replace(FOUND, fresh=None)) is None


def test_gates_are_told_without_and_with_the_moves() -> None:
    house, sign = wording.guarded_rows(CASE, FOUND)
    assert house == ("The house", "Their side", "3.0", "Mx Bob 3.0", "10.0", "25 % → 75 %")
    assert sign[2:] == ("fails as it is", "—", "fails as it is", "< 1 in 1,000")
    never = replace(HOUSE, before=replace(BEFORE, points=None, bought={}), holds_after=0.25)
    (row,) = wording.guarded_rows(CASE, replace(FOUND, gates=(never,)))
    assert row[2:] == ("cannot be", "—", "10.0", "25 %")


def test_those_who_become_dearer_are_named() -> None:
    assert wording.safer_lines(CASE, FOUND) == [
        "What each vote costs a rival at “The house”: Mx Cy 0.0 → 7.0."
    ]
    assert wording.safer_lines(CASE, WEAK) == []


def test_a_larger_coalition_is_told_beside_a_bare_one() -> None:
    assert counted(COUNTED) == (
        "at least 4.0 points more are needed in all (Mx Bob 1.0; Mx Cy 3.0). That counts on 3 of "
        "the 3 who are asked. A bare coalition, each vote of which must hold by itself, would "
        "need 5.0: the larger one saves 1.0, for the rival then has to win over several at once. "
        "By how many are counted on, 2: 5.0; 3: 4.0."
    )


def test_a_bare_coalition_may_be_cheapest_impossible_or_unknown() -> None:
    alike = counted(replace(COUNTED, best=BARE, sizes={2: 5.0}))
    assert "at least 5.0 points more are needed, for Mx Bob." in alike
    assert "saves nothing" in alike
    assert "cannot be won" in counted(replace(COUNTED, bare=None))
    assert "bare" not in counted(replace(COUNTED, bare=None, bare_known=False))
    assert "red lines" in counted(replace(COUNTED, bare=None, best=None))
    enough = replace(COUNTED, best=Coalition(0.0, {}, ("bob",)))
    assert counted(enough).startswith("nothing more is needed as long as all go on hearing")


def test_followers_are_told_apart() -> None:
    assert counted(replace(COUNTED, withstands=8.0)).endswith(
        "It holds even if the rival turns those whom others follow."
    )
    assert "still breaks it with 5.0 points" in counted(replace(COUNTED, withstands=5.0))


def test_what_is_not_worked_out_says_why() -> None:
    assert "somebody may abstain" in counted(Unpriced.ABSTENTION)
    assert f"more than {MOST_WAYS} ways" in counted(Unpriced.TOO_MANY)
    assert wording.counted_lines(CASE, replace(FOUND, gates=(SIGN,))) == []


def test_progress_counts_sets() -> None:
    assert wording.insuring(1234).endswith("(1,234 sets of moves looked at)")


def test_the_document_holds_every_part() -> None:
    told = insurance_document(FOUND, CASE)
    assert told["gates"][0]["coalition"]["sizes"][1] == {"counted": 3, "cost": 4.0}
    assert told["gates"][1]["bought"] == {}
    odd = replace(HOUSE, coalitions=replace(COUNTED, bare=None, withstands=inf))
    told = insurance_document(replace(FOUND, gates=(odd,)), CASE)
    assert told["gates"][0]["coalition"]["bare"] is None
    assert told["gates"][0]["coalition"]["withstands"] is None
    odd = replace(HOUSE, coalitions=Unpriced.TOO_MANY)
    told = insurance_document(replace(FOUND, gates=(odd,)), CASE)
    assert told["gates"][0]["coalition"] == {"unknown": "too_many_ways"}

"""Why somebody stands in the way, in sentences that cite their numbers."""

from __future__ import annotations

from typing import Any

from leveltwo.advice import wording
from leveltwo.advice.barriers import Barrier
from leveltwo.tasks import Answer, Diagnosis
from tests.advice.conftest import Diagnose, only
from tests.advice.test_barriers import FAR, HOUSE, SHORT, bloc, of_bloc
from tests.advice.test_causes import BETTER, SPLIT, VOTES, town
from tests.made import made


def said(found: Answer[Diagnosis], barrier: Barrier | None = None) -> list[str]:
    """Why, cause by cause."""
    barrier = barrier or only(found)
    return [
        wording.because(found.case, barrier, cause, found.result.plan)
        for cause in barrier.causes.named
    ]


def test_a_red_line_is_named_with_what_they_would_do_without_it(diagnose: Diagnose) -> None:
    line = {"no_deal": 50, "red_lines": [{"price": "high"}]}
    start = (
        "The deal crosses a red line of theirs, “The price: A high one”, and they vote against "
        "whatever else it holds; without the red line "
    )
    envoy = made(people={"envoy": line})
    assert said(diagnose(envoy)) == [start + "they would be for."]
    drawn = said(diagnose(envoy, certain=False))
    assert drawn == [start + "the chance that they are for would be > 999 in 1,000."]
    short = said(diagnose(made(people={"envoy": {**line, **SHORT}})))
    assert short[0] == start + "they would still not be for."


def test_late_moves_are_named_with_the_day_of_the_gate(diagnose: Diagnose) -> None:
    late = {"effects": {"bloc": 8}, "date": "2026-06-02"}
    found = diagnose(made(HOUSE, bloc(**SHORT), {"gift": late}))
    assert said(found, of_bloc(found.result.barriers)) == [
        (
            "They decide on 2026-06-01, before “Our gift” (8.0); in time that would bring 8.0 "
            "points, more than the 6.0 that they lack."
        )
    ]


def test_doubt_is_told_by_move_and_chance(diagnose: Diagnose) -> None:
    risky = {"effects": {"envoy": 8}, "chance": 0.5}
    document = made(people={"envoy": SHORT}, moves={"gift": risky})
    assert said(diagnose(document, ["gift"], certain=False))[0] == (
        "What is to win them may not work: “Our gift” (works with a chance of 50 %); that doubt "
        "costs 4.0 of the 6.0 points that they lack."
    )


def test_what_was_only_said_is_told_with_how_the_case_counts_it(diagnose: Diagnose) -> None:
    said_only = {"effects": {"envoy": 3}, "binding": "oral"}
    document = made(people={"envoy": FAR}, moves={"gift": said_only, "nod": said_only})
    assert said(diagnose(document, ["gift"]))[-1] == (
        "“Our gift” (3.0) is only said. The case counts it as kept for sure; a chance below 1 "
        "would say otherwise."
    )
    assert said(diagnose(document, ["gift", "nod"]))[-1] == (
        "“Our gift” (3.0) and “Our nod” (3.0) are only said. The case counts them as kept for "
        "sure; chances below 1 would say otherwise."
    )
    document["moves"]["gift"] |= {"effects": {"envoy": 8}, "chance": 0.5}
    document["constituencies"]["envoy"] |= SHORT
    assert said(diagnose(document, ["gift"], certain=False))[0] == (
        "What is to win them may not work: “Our gift” (works with a chance of 50 %); that doubt "
        "costs 4.0 of the 6.0 points that they lack. “Our gift” (4.0) is only said."
    )


def test_leaders_are_told_by_what_a_different_word_would_be_worth(diagnose: Diagnose) -> None:
    people = {"guru": FAR, "envoy": {**SHORT, "follows": {"guru": {"for": 1, "against": -3}}}}
    assert said(diagnose(made(people=people)))[0] == (
        "On its terms the deal is worth 6.0 points less to them than no deal. Neither terms nor "
        "moves explain 5.0 of the 9.0 points that they lack. It may be how the deal looks to them, "
        "of which the case says nothing: ask."
    )
    assert said(diagnose(made(people=people)))[1] == (
        "A different word from Mx Guru (+4.0) would be worth 4.0 of the 9.0 points that they lack."
    )


def test_a_rule_is_told_by_its_count(diagnose: Diagnose) -> None:
    def count(rule: Any) -> str:
        found = diagnose(made(rule, SPLIT))
        return said(found, of_bloc(found.result.barriers))[0]

    assert count({"need": "3/4", "votes": VOTES, "quorum": "1/2"}) == (
        "The rule asks for 9 of 11 votes, and 7 are for on average; more than half of the votes "
        "cast would be 6; 5.5 must be cast, and 11 are. If a bare majority were enough, this gate "
        "would pass."
    )
    assert count({"unless": {"need": "1/3", "votes": VOTES}}) == (
        "Of 11 votes 4 against are enough to block the gate, and 4 are on average; more than half "
        "of the votes cast would be 6. If a bare majority were enough, this gate would pass."
    )


def test_unanimity_is_told_in_words(diagnose: Diagnose) -> None:
    people = {"ann": {}, "bob": {}, "cy": FAR}
    found = diagnose(made({"all": ["ann", "bob", "cy"]}, people))
    assert said(found)[-1] == (
        "The gate needs the agreement of Mx Ann, Mx Bob and Mx Cy. If a bare majority were enough, "
        "this gate would pass."
    )
    drawn = diagnose(made({"all": ["ann", "bob", "cy"]}, people), certain=False)
    assert said(drawn)[-1].endswith("would pass with a chance of > 999 in 1,000.")


def test_being_asked_twice_names_the_other_gate(diagnose: Diagnose) -> None:
    people = {**SPLIT, "rest": FAR}
    document = made({"need": "majority", "votes": VOTES}, people)
    document["sides"]["them"]["gates"]["lower"] = {"need": 5, "votes": VOTES}
    found = diagnose(document)
    assert said(found, of_bloc(found.result.barriers))[0] == (
        "They are asked twice: also at “Lower”, which would pass."
    )


def test_who_is_left_out_is_told_why(diagnose: Diagnose) -> None:
    assert said(diagnose(town(0)))[0] == (
        "On “The price” their negotiator, Mx Envoy, has nothing to gain by asking for more, and no "
        "move of the plan helps them: that leaves out 20.0 of the 20.0 points that the deal "
        "withholds from them."
    )
    late = town(80)
    late["sides"]["them"]["gates"] = {
        "sign": "envoy", "work": {"rule": "town", "implementation": True},
    }  # fmt: skip
    assert said(diagnose(late))[-1] == (
        "They are asked only when the deal is carried out, and no move of the plan helps them."
    )
    content = made("town", {"town": SHORT})
    assert said(diagnose(content))[-1] == (
        "They have a vote, but no move of the plan helps them, nor would any other in the case."
    )


def test_how_it_is_seen_is_told_by_terms_stakes_discounts_and_harm(diagnose: Diagnose) -> None:
    few = {"no_deal": 60, "values": {"price": {"weight": 1, "low": 40, "high": 48}}}
    assert said(diagnose(made(people={"envoy": few})))[0] == (
        "On its terms the deal is worth 12.0 points less to them than no deal; their worst and "
        "their best deal lie only 8.0 points apart. Neither terms nor moves explain 12.0 of the "
        "12.0 points that they lack. It may be how the deal looks to them, of which the case says "
        "nothing: ask."
    )
    moves = {
        "gift": {"effects": {"envoy": 2}},
        **{f"insult{i}": {"effects": {"envoy": -i}} for i in range(1, 5)},
    }
    document = made(people={"envoy": {"no_deal": 60, "devalues": 0.5}}, moves=moves)
    assert said(diagnose(document, list(moves)))[0] == (
        "On its terms the deal is worth as much to them as no deal; they discount, for who makes "
        "it, “Our gift” (1.0); what is done or said costs points with them: “Our insult4” (4.0), "
        "“Our insult3” (3.0), “Our insult2” (2.0) and 1 more. How the deal is seen accounts for "
        "11.0 points, more than the 9.0 that they lack."
    )


def test_interests_are_told_with_the_term_that_would_mend_them(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {**BETTER, **SHORT}})
    start = (
        "On its terms the deal is worth 6.0 points less to them than no deal. “The price: A low "
        "one” instead would mean +20.0 points for them and −100.0 for the chief; "
    )
    assert said(diagnose(document)) == [start + "they would be for."]
    drawn = said(diagnose(document, certain=False))
    assert drawn == [start + "the chance that they are for would be > 999 in 1,000."]


def test_interests_that_no_term_would_mend_say_so(diagnose: Diagnose) -> None:
    assert said(diagnose(made(people={"envoy": FAR}))) == [
        (
            "On its terms the deal is worth 25.0 points less to them than no deal. No other option "
            "that the case allows would give them more."
        )
    ]
    beyond = {"no_deal": 95, **BETTER}
    assert said(diagnose(made(people={"envoy": beyond})))[-1] == (
        "On its terms the deal is worth 35.0 points less to them than no deal. “The price: A low "
        "one” instead would mean +20.0 points for them and −100.0 for the chief; they would still "
        "not be for. Even their best deal, worth 20.0 points more, would be worth less than none."
    )


def test_our_own_negotiator_is_told_of_their_own_points_once(diagnose: Diagnose) -> None:
    document = made(people={"envoy": {"no_deal": 0}})
    document["constituencies"]["chief"] |= {
        "no_deal": 60,
        "values": {"price": {"weight": 1, "low": 100, "high": 40}},
    }
    assert said(diagnose(document)) == [
        (
            "On its terms the deal is worth 20.0 points less to them than no deal. “The price: A "
            "low one” instead would mean +60.0 points for them; they would be for."
        )
    ]


def test_who_lacks_nothing_is_told_so(diagnose: Diagnose) -> None:
    people = {"envoy": {"no_deal": 50, "follows": {"guru": {"against": -3}}}, "guru": FAR}
    document = made(people=people, more={"uncertainty": {"draws": 64, "seed": 1, "mood": 4}})
    found = diagnose(document, certain=False)
    assert said(found) == [
        (
            "A different word from Mx Guru (+3.0) would be worth 3.0 points, though they agree "
            "nine times in ten as it is."
        )
    ]
    assert wording.lacking_sentence(only(found), found.result.plan.sample) == (
        "they agree nine times in ten as it is, a red line or the rule apart"
    )

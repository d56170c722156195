"""The bundled cases: each is valid, its history is a plan, and it shows what it is there for."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache

import pytest

from leveltwo import tasks
from leveltwo.core.assessment import Assessment
from leveltwo.core.choice import encode
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.io.catalog import names, open_case, text_of
from leveltwo.io.library import precedents
from leveltwo.model.history import History
from leveltwo.model.move import Device
from leveltwo.model.passing_over import as_gate
from leveltwo.model.recorded_vote import RecordedVote
from leveltwo.model.rule import Rule
from leveltwo.solve.recommendation import Recommendation
from leveltwo.solve.result import Status
from tests.records import RECORDS, Record, approves

GERMANY = "german-unification-1990"
BREXIT = "brexit-withdrawal-2019"
METRO = "metropcs-tmobile-2013"
PANAMA = "panama-canal-1978"
PRESPA = "prespa-2018"
DENMARK = "denmark-maastricht-1993"
FEW = tasks.Sampling(draws=512)


@cache
def history(name: str) -> History:
    """What really happened."""
    found = open_case(name).history
    assert found is not None
    return found


def assess(name: str, moves: Collection[str], **terms: str) -> Assessment:
    """The deal of history, some terms changed, with some moves."""
    return tasks.assess(name, history(name).deal | terms, moves, FEW).result


@cache
def followed(name: str) -> Assessment:
    """The plan that was followed."""
    return assess(name, history(name).moves)


def made_by(name: str, side: str) -> list[str]:
    """The moves of history that one side made."""
    case = open_case(name)
    return [move for move in history(name).moves if case.moves[move].by == side]


def without(*moves: str) -> list[str]:
    """The moves of the German history but some."""
    return [move for move in history(GERMANY).moves if move not in moves]


@cache
def advice(name: str) -> Recommendation:
    """What is advised."""
    return tasks.advise(name, sampling=tasks.Sampling(draws=128)).result


@pytest.mark.parametrize("name", names())
def test_every_bundled_case_is_valid_and_answers_every_question(name: str) -> None:
    check = tasks.check(name)
    assert (check.valid, check.problems) == (True, ())
    assert check.case is not None
    assert check.case.sources
    plan = followed(name).plan
    assert plan.deal == history(name).deal
    assert set(plan.moves) == set(history(name).moves)
    assert advice(name).status is Status.OPTIMAL
    assert advice(name).plan is not None
    sampling = tasks.Sampling(draws=32)
    assert tasks.diagnose(name, plan.deal, (), sampling=sampling).result.barriers
    certain = tasks.assess(name, plan.deal, plan.moves, tasks.Sampling(certain=True)).result
    assert certain.chance in (0, 1)


def worth(name: str, moves: Collection[str]) -> float:
    """Worth of the deal of history with some moves, on the draws on which advice was sought."""
    layout = Layout(open_case(name))
    choice = encode(layout, history(name).deal, moves)
    return evaluate(layout, advice(name).sample, [choice])[0].value


@pytest.mark.parametrize("name", names())
def test_nothing_that_our_side_did_alone_beats_what_is_advised(name: str) -> None:
    """Both hold our own moves only, so on the same draws the best plan cannot be worse.

    What others did is outside what a side can be advised to do, so with their moves history may
    be worth more: nothing follows from that, and in Denmark it is (see the next test).
    """
    case = open_case(name)
    done = set(made_by(name, case.viewpoint))
    alone = {move for move in done if set(case.moves[move].needs) <= done}
    ours = advice(name).score
    assert ours is not None
    assert ours.value >= worth(name, alone)


@pytest.mark.parametrize("name", names())
def test_only_in_denmark_did_the_others_moves_bring_more_than_our_best_plan(name: str) -> None:
    ours = advice(name).score
    assert ours is not None
    assert (worth(name, history(name).moves) > ours.value) == (name == DENMARK)


@pytest.mark.parametrize("name", names())
def test_history_is_told_whole(name: str) -> None:
    case, told = open_case(name), history(name)
    assert set(told.deal) == set(case.issues)
    assert any(case.moves[move].by == case.viewpoint for move in told.moves)
    assert any(sign.isdigit() for sign in told.result)


def counted() -> list[tuple[str, Record]]:
    """Every vote on record, with the case that it belongs to."""
    return [(name, one) for name, found in RECORDS.items() for one in found]


def rule_of(name: str, one: Record) -> Rule:
    """The rule of the gate that a vote decided."""
    return open_case(name).sides[one.side].gates[one.gate].rule


def test_every_bundled_case_has_a_vote_on_record_and_no_other_has() -> None:
    assert set(RECORDS) == set(names())
    assert all(RECORDS.values())


@pytest.mark.parametrize(
    ("name", "one"), counted(), ids=[f"{one.gate} {one.date}" for _, one in counted()]
)
def test_votes_as_counted_give_the_result_as_recorded(name: str, one: Record) -> None:
    assert approves(rule_of(name, one), one) is one.passed


def told_twice() -> list[tuple[str, Record, RecordedVote]]:
    """Every vote on record that the library of precedents tells of too, by its day."""
    return [
        (name, one, vote)
        for name, one in counted()
        for vote in precedents()[open_case(name).precedent or name].votes
        if str(vote.date) == one.date
    ]


@pytest.mark.parametrize(
    ("name", "one", "vote"),
    told_twice(),
    ids=[f"{one.gate} {one.date}" for _, one, _ in told_twice()],
)
def test_votes_that_precedents_record_end_the_same_at_the_gates_of_the_case(
    name: str, one: Record, vote: RecordedVote
) -> None:
    rest = round(float(vote.of) - float(vote.for_) - float(vote.against), 6) if vote.of else 0
    told = replace(one, for_=float(vote.for_), against=float(vote.against), rest=rest)
    assert approves(rule_of(name, one), told) is vote.passed is one.passed
    if vote.unit != "per cent":
        assert (told.for_, told.against) == (one.for_, one.against)


def test_the_library_of_precedents_tells_of_votes_in_every_case() -> None:
    assert {name for name, _, _ in told_twice()} == set(names())


@pytest.mark.parametrize(("name", "one"), counted())
def test_a_gate_with_a_vote_on_record_says_who_is_asked(name: str, one: Record) -> None:
    assert open_case(name).sides[one.side].gates[one.gate].body is not None


@pytest.mark.parametrize("name", names())
def test_every_form_of_agreement_says_whom_it_goes_round(name: str) -> None:
    case = open_case(name)
    forms = [move for move in case.moves.values() if move.device is Device.AGREEMENT_FORM]
    assert all(move.bypasses is not None for move in forms)


def test_what_is_added_after_people_have_voted_goes_round_them() -> None:
    """By the dates of the case: those gone round decide before, and nobody asks them again."""
    for name, move in (
        (PANAMA, "deconcini"),
        (PANAMA, "within_articles"),
        (PRESPA, "clarifying_note"),
    ):
        case = open_case(name)
        about = case.moves[move]
        gone_round = [as_gate(one) for one in about.bypasses or ()]
        assert gone_round
        for place in gone_round:
            assert place is not None
            decided = case.sides[place[0]].gates[place[1]].date
            assert decided is not None
            assert about.date is not None
            assert decided < about.date


def test_the_decision_of_edinburgh_spares_the_parliaments() -> None:
    assert open_case(DENMARK).issues["form"].bypasses["decision"] == ("parliaments",)


@pytest.mark.parametrize("name", names())
def test_no_source_is_torn_at_a_comma(name: str) -> None:
    """An unquoted comma makes two sources of one; the second then begins with a small letter."""
    assert not re.findall(r"sources: \[[^\]\"“]*, [a-z][^\]]*\]", text_of(name))


@pytest.mark.parametrize("name", names())
def test_nobody_is_given_words_of_the_other_sides_mouth(name: str) -> None:
    """Where words say “we”, those who hear them for want of others are of one side."""
    case = open_case(name)
    for key, issue in case.issues.items():
        for said in issue.says.values():
            if re.search(r"\b(we|us|our)\b", said.get("any", ""), re.IGNORECASE):
                rest = [who for who in case.constituencies if who not in said]
                hear = [who for who in rest if key in case.constituencies[who].values]
                assert len({case.constituencies[who].side for who in hear}) <= 1, (
                    said["any"],
                    hear,
                )


@pytest.mark.parametrize("gate", ["senate_neutrality", "senate_canal"])
def test_panama_passed_the_senate_with_one_vote_to_spare(gate: str) -> None:
    one = next(one for one in RECORDS[PANAMA] if one.gate == gate)
    assert approves(rule_of(PANAMA, one), one, shift=1)
    assert not approves(rule_of(PANAMA, one), one, shift=2)


def test_eighty_of_the_assembly_were_just_enough() -> None:
    one = next(one for one in RECORDS[PRESPA] if one.gate == "opening")
    assert not approves(rule_of(PRESPA, one), one, shift=1)


def test_the_referendum_of_2018_failed_on_turnout_alone() -> None:
    one = next(one for one in RECORDS[PRESPA] if one.gate == "referendum")
    assert not approves(rule_of(PRESPA, one), one)
    assert approves(rule_of(PRESPA, one), replace(one, rest=one.for_ + one.against))
    assert not approves(rule_of(PRESPA, one), replace(one, rest=one.for_ + one.against + 1))


@pytest.mark.parametrize("name", [PANAMA, PRESPA])
def test_what_was_done_there_was_likelier_to_pass_than_not_and_never_certain(name: str) -> None:
    assert 0.5 < followed(name).chance < 0.97


# German unification, 1990


def test_full_membership_in_nato_without_western_moves_is_doubtful_at_the_soviet_gates() -> None:
    alone = assess(GERMANY, made_by(GERMANY, "soviet"))
    assert alone.sides["west"].chance > 0.9
    assert alone.sides["soviet"].chance < 0.5
    assert assess(GERMANY, ()).sides["soviet"].chance < 0.6


def test_western_moves_carry_it_through() -> None:
    alone = assess(GERMANY, made_by(GERMANY, "soviet"))
    assert followed(GERMANY).chance > alone.chance + 0.4


def test_moves_that_cost_little_are_chosen_before_money() -> None:
    case = open_case(GERMANY)
    help_ = tasks.advise(GERMANY, history(GERMANY).deal, 0.9, sampling=FEW).result
    for found in (help_, advice(GERMANY)):
        assert found.plan is not None
        chosen = [case.moves[move] for move in found.plan.moves]
        assert len(chosen) >= 5
        assert not any(move.resources for move in chosen)
        assert max(move.cost.best for move in chosen) <= 1.5
        forms = [move for move in chosen if move.device is not Device.TERMS]
        assert len(forms) >= len(chosen) - 1


def test_housing_for_the_officers_raises_officers_and_deputies() -> None:
    bare = assess(GERMANY, without("officers_housing")).constituencies
    housed = followed(GERMANY).constituencies
    assert housed["officers"].margin > bare["officers"].margin + 10
    assert housed["deputies_centre"].margin > bare["deputies_centre"].margin + 3


def test_a_reward_during_the_blockade_of_lithuania_lowers_the_senates_margins() -> None:
    plain = assess(GERMANY, without("trade_signed")).constituencies
    granted = assess(GERMANY, [*without("trade_signed"), "trade_granted"]).constituencies
    for senators in ("senate_mainstream", "senate_baltic"):
        assert granted[senators].margin < plain[senators].margin - 5
    assert advice(GERMANY).plan is not None
    assert "trade_granted" not in advice(GERMANY).plan.moves  # type: ignore[union-attr]


def test_the_london_declaration_counts_at_the_congress_only_if_it_comes_before_it() -> None:
    others = without("london_before", "draft_shared")
    congress = {
        moves: assess(GERMANY, [*others, *moves]).sides["soviet"].gates["congress"]
        for moves in ((), ("london_before",), ("london_after",))
    }
    assert congress["london_after",] == congress[()]
    assert congress["london_before",] > congress[()] + 0.05


def test_the_later_declaration_still_counts_at_the_signature() -> None:
    others = without("london_before", "draft_shared")
    margins = [
        assess(GERMANY, [*others, *moves]).constituencies["gorbachev"].margin
        for moves in ((), ("london_after",))
    ]
    assert margins[1] > margins[0] + 4


def test_american_troops_leaving_too_fails_at_the_western_gates() -> None:
    leaving = assess(GERMANY, history(GERMANY).moves, troops="leave")
    assert leaving.sides["west"].chance < 0.001
    assert leaving.sides["west"].gates["signature"] < 0.001
    assert leaving.sides["soviet"].chance > 0.9
    assert leaving.constituencies["bush"].crossed


# Brexit, 2019


def test_help_with_the_form_alone_does_not_carry_the_commons() -> None:
    record = followed(BREXIT)
    assert record.chance < 0.01
    assert record.sides["uk"].gates["commons"] < 0.01
    assert record.sides["eu"].chance > 0.9


def test_what_could_have_carried_the_commons_is_other_terms() -> None:
    found = advice(BREXIT)
    assert found.plan is not None
    assert found.plan.deal["exit"] != history(BREXIT).deal["exit"]
    assert found.plan.deal["customs"] != history(BREXIT).deal["customs"]
    help_ = tasks.advise(BREXIT, history(BREXIT).deal, sampling=FEW).result
    assert help_.status is Status.INFEASIBLE


# MetroPCS, 2013


def test_what_deutsche_telekom_did_raised_the_chance_at_the_meeting() -> None:
    bare = assess(METRO, ())
    assert followed(METRO).chance > bare.chance + 0.2
    assert followed(METRO).sides["metropcs"].gates["meeting"] > 0.5
    assert followed(METRO).sides["telekom"].chance > 0.9


def test_the_cut_in_the_loan_is_what_made_it_possible() -> None:
    assert assess(METRO, (), loan="15", rate="0").chance < assess(METRO, ()).chance - 0.1


# Panama, 1978


def test_without_help_the_senate_is_the_gate_that_fails() -> None:
    bare = assess(PANAMA, ())
    assert bare.sides["panama"].chance > 0.9
    assert bare.sides["us"].gates["senate_neutrality"] < 0.5


def test_the_price_of_the_last_senators_is_paid_at_the_gate_in_panama() -> None:
    bought = [m for m in history(PANAMA).moves if m not in ("leaders_reservation", "protest")]
    spared = [move for move in bought if move != "deconcini"]
    with_it, without_it = (assess(PANAMA, moves).sides for moves in (bought, spared))
    assert with_it["us"].chance > without_it["us"].chance
    assert with_it["panama"].chance < without_it["panama"].chance - 0.4


def test_a_later_clause_takes_the_sting_out_for_panama() -> None:
    others = [move for move in history(PANAMA).moves if move != "leaders_reservation"]
    assert followed(PANAMA).chance > assess(PANAMA, others).chance + 0.2


def test_the_plebiscite_does_not_feel_what_the_senate_adds_later() -> None:
    plain = [m for m in history(PANAMA).moves if m in ("agreed_reading", "pride")]
    added = assess(PANAMA, [*plain, "deconcini"]).constituencies
    without_it = assess(PANAMA, plain).constituencies
    first, last = ("panama", "plebiscite"), ("panama", "quiet")
    assert added["nationalists"].gates[first] == without_it["nationalists"].gates[first]
    assert added["nationalists"].gates[last][1] < without_it["nationalists"].gates[last][1] - 10


# Prespa, 2018


def test_without_help_skopje_does_not_find_eighty_votes() -> None:
    bare = assess(PRESPA, ()).sides
    assert bare["macedonia"].gates["opening"] < 0.2
    assert bare["greece"].chance > 0.8


def test_the_referendum_is_likelier_to_fail_than_the_assembly() -> None:
    gates = followed(PRESPA).sides["macedonia"].gates
    assert gates["referendum"] < 0.5 < gates["opening"]


def test_a_victory_speech_in_athens_is_a_defeat_in_skopje() -> None:
    others = [move for move in history(PRESPA).moves if move != "modest_words"]
    modest, proud = followed(PRESPA), assess(PRESPA, [*others, "victory_words"])
    assert (
        proud.constituencies["small_centre"].margin > modest.constituencies["small_centre"].margin
    )
    assert proud.sides["macedonia"].chance < modest.sides["macedonia"].chance - 0.1


def test_the_note_after_skopjes_last_vote_counts_in_athens_only() -> None:
    others = [move for move in history(PRESPA).moves if move != "clarifying_note"]
    plain, noted = assess(PRESPA, others).sides, followed(PRESPA).sides
    assert noted["macedonia"].gates == plain["macedonia"].gates
    assert noted["greece"].gates["parliament"] >= plain["greece"].gates["parliament"]


# Denmark, 1993

TERMS_OF_JUNE = {
    "form": "declaration",
    "duration": "until_1996",
    "currency": "later",
    "defence": "member",
    "citizenship": "treaty",
    "justice": "treaty",
    "nearness": "birmingham",
    "enlargement": "after",
}


def test_a_no_in_denmark_needs_three_tenths_of_the_register_as_well() -> None:
    one = next(one for one in RECORDS[DENMARK] if one.gate == "referendum")
    rule = rule_of(DENMARK, one)
    assert not approves(rule, replace(one, for_=29, against=30, rest=41))
    assert approves(rule, replace(one, for_=28, against=29, rest=43))
    assert approves(rule, replace(one, for_=50, against=50, rest=0))


def test_the_terms_of_june_are_refused_again() -> None:
    again = assess(DENMARK, (), **TERMS_OF_JUNE).sides
    assert again["denmark"].gates["referendum"] < 0.4
    assert again["denmark"].gates["folketing"] < 0.1
    assert again["eleven"].chance > 0.95


def test_only_a_binding_decision_passes_on_both_sides() -> None:
    moves = [move for move in history(DENMARK).moves if move != "legal_opinion"]
    words, changed, decided = (
        assess(DENMARK, moves, form=form).sides for form in ("declaration", "protocol", "decision")
    )
    assert words["eleven"].chance > 0.9
    assert words["denmark"].chance < 0.1
    assert changed["denmark"].chance > 0.9
    assert changed["eleven"].chance < 0.1
    assert min(side.chance for side in decided.values()) > 0.6


def test_the_partners_help_raises_the_chance_in_denmark_and_costs_little_at_home() -> None:
    alone, helped = assess(DENMARK, made_by(DENMARK, "denmark")), followed(DENMARK)
    assert helped.sides["denmark"].chance > alone.sides["denmark"].chance + 0.05
    assert helped.sides["eleven"].chance > 0.9


def test_calling_it_a_mere_explanation_helps_at_home_and_hurts_there() -> None:
    others = [move for move in history(DENMARK).moves if move != "their_victory"]
    plain, said = assess(DENMARK, others), assess(DENMARK, [*others, "only_explained"])
    for who, sign in (("core", 1), ("voters_sd", -1), ("sf", -1)):
        change = said.constituencies[who].margin - plain.constituencies[who].margin
        assert sign * change > 2
    assert said.sides["denmark"].chance < plain.sides["denmark"].chance

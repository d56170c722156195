"""The bundled cases: each is valid, its history is a plan, its votes count as they were counted."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

import pytest

from leveltwo import tasks
from leveltwo.core.choice import encode
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.io.catalog import names, open_case, text_of
from leveltwo.io.library import precedents
from leveltwo.model.move import Device
from leveltwo.model.passing_over import as_gate
from leveltwo.model.recorded_vote import RecordedVote
from leveltwo.model.rule import Rule
from leveltwo.solve.result import Status
from tests.bundled import DENMARK, PANAMA, PRESPA, advice, followed, history, made_by
from tests.records import RECORDS, Record, approves


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


def test_a_no_in_denmark_needs_three_tenths_of_the_register_as_well() -> None:
    one = next(one for one in RECORDS[DENMARK] if one.gate == "referendum")
    rule = rule_of(DENMARK, one)
    assert not approves(rule, replace(one, for_=29, against=30, rest=41))
    assert approves(rule, replace(one, for_=28, against=29, rest=43))
    assert approves(rule, replace(one, for_=50, against=50, rest=0))

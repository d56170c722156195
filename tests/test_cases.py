"""The bundled cases: each is valid, its history is a plan, and it shows what it is there for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import pytest

from leveltwo import tasks
from leveltwo.core.assessment import Assessment
from leveltwo.io.catalog import names, open_case
from leveltwo.model.history import History
from leveltwo.model.move import Device
from leveltwo.solve.recommendation import Recommendation
from leveltwo.solve.result import Status

GERMANY = "german-unification-1990"
BREXIT = "brexit-withdrawal-2019"
METRO = "metropcs-tmobile-2013"
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


@pytest.mark.parametrize("name", names())
def test_what_is_advised_is_worth_at_least_what_was_done(name: str) -> None:
    side = open_case(name).viewpoint
    record, ours = followed(name), advice(name)
    assert ours.score is not None
    assert ours.score.value >= record.chance * record.sides[side].gain


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

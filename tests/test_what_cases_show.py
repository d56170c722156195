"""What each bundled case is there to show."""

from __future__ import annotations

from leveltwo import tasks
from leveltwo.io.catalog import open_case
from leveltwo.model.move import Device
from leveltwo.solve.result import Status
from tests.bundled import (
    BREXIT,
    DENMARK,
    FEW,
    GERMANY,
    METRO,
    PANAMA,
    PRESPA,
    advice,
    assess,
    followed,
    history,
    made_by,
    without,
)

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

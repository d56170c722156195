"""What an outline holds: only what the plan bears, and nothing that hurts without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.advice.answers import Role
from leveltwo.advice.lines import Part
from leveltwo.advice.silence import Why
from tests.advice.speaking import case, outline, rates, speeches
from tests.made import FREE, Doc, made, saved

KIND = {"effects": {"bloc": 4}}


def test_terms_and_moves_that_help_are_won_strongest_first(tmp_path: Path) -> None:
    document = case(rates(100, 0), {"gift": KIND, "mite": {"effects": {"bloc": 0.4}}})
    won = outline(tmp_path, document, "gift", "mite").won
    assert [(line.key, line.option, line.points) for line in won] == [
        ("flag", "red", 25), ("price", "high", 5), ("gift", None, 4),
    ]  # fmt: skip


def test_a_term_worth_less_than_no_deal_is_not_won(tmp_path: Path) -> None:
    found = outline(tmp_path, case(rates(40, 0)))
    assert [line.key for line in found.won] == ["price"]


def test_a_term_of_which_they_wanted_clearly_more_is_not_won_but_a_critique(tmp_path: Path) -> None:
    found = outline(tmp_path, case(rates(60, 90)))
    assert [line.key for line in found.won] == ["price"]
    assert [(line.key, line.points) for line in found.better] == [("flag", 5)]
    assert [(one.issue, one.short) for one in found.critiques] == [("flag", 15)]
    assert [line.key for line in outline(tmp_path, case(rates(75, 90))).won] == ["flag", "price"]


def test_at_most_six_things_are_won(tmp_path: Path) -> None:
    moves = {f"gift{i}": {"effects": {"bloc": 10 + i}} for i in range(7)}
    won = outline(tmp_path, case(moves=moves), *moves).won
    assert [line.key for line in won] == [f"gift{i}" for i in range(6, 0, -1)]


def test_the_files_words_are_used_those_for_this_audience_first(tmp_path: Path) -> None:
    says = {"bloc": "Ours.", "any": "Theirs."}
    document = case(rates(100, 0), {"gift": {**KIND, "says": says}, "mite": {**KIND, "says": "A."}})
    document["issues"]["flag"]["says"] = {"red": {"rest": "Not ours."}, "blue": "Blue."}
    words = {line.key: line.words for line in outline(tmp_path, document, "gift", "mite").won}
    assert words == {"flag": None, "price": None, "gift": "Ours.", "mite": "A."}


@pytest.mark.parametrize("about", [{"visible": False}, {"consent": "required"}])
def test_what_may_not_be_told_is_not_won_but_named_as_unsaid(tmp_path: Path, about: Doc) -> None:
    found = outline(tmp_path, case(moves={"gift": KIND | about}), "gift")
    assert "gift" not in {line.key for line in found.won}
    (unsaid,) = found.unsaid
    assert unsaid.why is (Why.HIDDEN if "visible" in about else Why.CONSENT)
    assert (unsaid.part, unsaid.key, unsaid.points) == (Part.MOVE, "gift", 4)


def test_a_move_that_comes_after_they_decide_is_not_won_yet(tmp_path: Path) -> None:
    document = case(moves={"gift": {**KIND, "date": "2026-06-02"}})
    found = outline(tmp_path, document, "gift")
    assert [line.key for line in found.won] == ["price"]
    assert [(one.why, one.key, one.points) for one in found.unsaid] == [(Why.LATE, "gift", 4)]


def test_a_late_move_of_no_weight_need_not_be_mentioned(tmp_path: Path) -> None:
    late = {"effects": {"bloc": 0.3}, "date": "2026-06-02"}
    assert outline(tmp_path, case(moves={"gift": late}), "gift").unsaid == ()


def test_who_else_is_hurt_by_a_line_is_told_with_it(tmp_path: Path) -> None:
    gift = {"effects": {"bloc": 4, "rest": -3, "chief": -7, "envoy": -2.9}}
    found = outline(tmp_path, case(moves={"gift": gift}), "gift")
    assert {line.key: line.hurts for line in found.won} == {
        "price": (),
        "gift": (("rest", -3.0),),
    }


def test_our_own_negotiator_who_agrees_to_the_deal_is_never_hurt_by_a_line(tmp_path: Path) -> None:
    document = case(rates(100, 0))
    document["constituencies"]["chief"]["values"]["flag"] = {"weight": 1, "red": 0, "blue": 90}
    assert all(not line.hurts for line in outline(tmp_path, document).won)


def test_who_has_decided_before_the_audience_does_is_not_hurt_any_more(tmp_path: Path) -> None:
    gift = {"effects": {"bloc": 4, "young": -7}}
    document = case(moves={"gift": gift})
    document["constituencies"]["young"] = {**document["constituencies"]["chief"], "name": "Young"}
    gate = {"rule": "young", "date": "2026-05-31"}
    document["sides"]["us"]["gates"]["youth"] = gate
    (_, line) = outline(tmp_path, document, "gift").won
    assert line.hurts == ()
    gate["date"] = "2026-06-01"
    (_, line) = outline(tmp_path, document, "gift").won
    assert line.hurts == (("young", -7.0),)


def test_what_a_move_costs_its_giver_is_not_heard_by_the_giver(tmp_path: Path) -> None:
    document = case(moves={"gift": {**KIND, "cost": 3}})
    (_, line) = outline(tmp_path, document, "gift").won
    assert (line.key, line.hurts) == ("gift", ())
    assert outline(tmp_path, document, "gift", audiences=["chief"], ours=True).unsaid == ()


def test_somebody_who_decides_before_a_move_is_not_hurt_by_it(tmp_path: Path) -> None:
    gift = {"effects": {"bloc": 4, "young": -7}, "date": "2026-05-01"}
    document = case(moves={"gift": gift})
    document["constituencies"]["young"] = {**document["constituencies"]["chief"], "name": "Young"}
    document["sides"]["us"]["gates"]["youth"] = {"rule": "young", "date": "2026-04-01"}
    (_, line) = outline(tmp_path, document, "gift").won
    assert line.hurts == ()


def test_a_term_hurts_those_who_lose_by_it(tmp_path: Path) -> None:
    document = case(rates(100, 0))
    document["constituencies"]["rest"]["values"]["flag"] = {"weight": 1, "red": 40, "blue": 90}
    found = {line.key: line for line in outline(tmp_path, document).won}
    assert found["flag"].hurts == (("rest", -5.0),)
    assert found["price"].hurts == ()


def test_ways_to_put_it_open_the_speech_and_are_not_won(tmp_path: Path) -> None:
    moves = {
        "ours": {**KIND, "device": "framing"},
        "theirs": {"effects": {"bloc": 6}, "by": "them", "device": "acceptance_speech"},
        "gift": {**KIND, "device": "acceptance_speech"},
    }
    found = outline(tmp_path, case(moves=moves), *moves)
    assert [(line.key, line.own) for line in found.frames] == [("theirs", True), ("ours", False)]
    assert [line.key for line in found.won] == ["price", "gift"]


def test_a_risky_move_keeps_its_chance(tmp_path: Path) -> None:
    moves = {"gift": {**KIND, "chance": 0.5}, "mite": KIND}
    found = outline(tmp_path, case(moves=moves), "gift", "mite", sampling=tasks.Sampling())
    works = {line.key: line.works for line in found.won}
    assert works["mite"] is None
    assert works["gift"] == pytest.approx(0.5, abs=0.02)


def test_what_falls_short_of_their_best_is_held_against_the_deal(tmp_path: Path) -> None:
    bloc = rates(10, 90) | {"objections": {"flag": {"red": "Not that flag.", "any": "No flag."}}}
    (critique,) = outline(tmp_path, case(bloc)).critiques
    assert (critique.issue, critique.option, critique.short) == ("flag", "red", 40)
    assert critique.objection == "Not that flag."
    assert not critique.refused


def test_a_term_that_is_won_is_no_critique(tmp_path: Path) -> None:
    assert outline(tmp_path, case(rates(80, 90))).critiques == ()


def test_without_a_direct_answer_what_was_won_is_given_in_return_once(tmp_path: Path) -> None:
    document = case(rates(10, 90))
    document["issues"]["size"] = {"options": {"small": "Small", "big": "Big"}}
    values = document["constituencies"]["bloc"]["values"]
    values["size"] = {"weight": 1, "small": 0, "big": 50}
    deal = {**FREE, "flag": "red", "size": "small"}
    certain = tasks.Sampling(certain=True)
    (found,) = tasks.speech(saved(tmp_path, document), deal, (), ["bloc"], certain).result.outlines
    answers = [[(role, line.key) for role, line in c.answers] for c in found.critiques]
    assert [critique.issue for critique in found.critiques] == ["flag", "size"]
    assert answers == [[(Role.RETURN, "price")], []]


def test_words_for_the_term_and_moves_tied_to_it_answer_before_worse_that_was_kept_off(
    tmp_path: Path,
) -> None:
    tied = {**KIND, "only_with": {"flag": ["red"]}, "device": "framing"}
    document = case(rates(40, 90), {"frame": tied, "gift": KIND})
    document["issues"]["flag"]["says"] = {"red": "It was ours once."}
    document["issues"]["flag"]["options"]["black"] = "A black one"
    document["constituencies"]["bloc"]["values"]["flag"]["black"] = 0
    (critique,) = outline(tmp_path, document, "frame", "gift").critiques
    found = [(role, a.part, a.key, a.option, a.points) for role, a in critique.answers]
    assert found == [
        (Role.WORDS, Part.TERM, "flag", "red", -5),
        (Role.TIED, Part.MOVE, "frame", None, 4),
        (Role.KEPT_OFF, Part.KEPT_OFF, "flag", "black", 20),
    ]


def test_who_would_have_liked_what_was_kept_off_is_warned_of(tmp_path: Path) -> None:
    document = case(rates(40, 90))
    document["issues"]["flag"]["options"]["black"] = "A black one"
    document["constituencies"]["bloc"]["values"]["flag"]["black"] = 0
    rest = {"weight": 1, "red": 20, "blue": 0, "black": 100}
    document["constituencies"]["rest"]["values"]["flag"] = rest
    (critique,) = outline(tmp_path, document).critiques
    (kept_off,) = [line for role, line in critique.answers if role is Role.KEPT_OFF]
    assert kept_off.hurts == (("rest", -40.0),)


def test_a_red_line_is_the_first_critique_and_what_lifts_it_the_answer(tmp_path: Path) -> None:
    lines = [{"price": "high", "unless": ["gift"]}]
    bloc = rates(10, 90, high=100) | {"red_lines": lines}
    document = case(bloc, {"gift": {}})
    first, second = outline(tmp_path, document, "gift").critiques[:2]
    assert (first.issue, first.refused, first.lifted) == ("price", True, True)
    assert (first.answers[0][0], first.answers[0][1].key) == (Role.LIFTS, "gift")
    assert (second.issue, second.refused, second.lifted) == ("flag", False, False)
    first = outline(tmp_path, document).critiques[0]
    assert (first.issue, first.refused, first.lifted) == ("price", True, False)
    assert Role.LIFTS not in {role for role, _ in first.answers}


def test_a_red_line_is_not_lifted_by_a_move_that_comes_too_late_or_for_half_of_it(
    tmp_path: Path,
) -> None:
    lines = [{"price": "high", "unless": ["gift"]}]
    late = {"gift": {"date": "2026-06-02"}}
    (critique,) = outline(tmp_path, case({"red_lines": lines}, late), "gift").critiques
    assert (critique.refused, critique.lifted) == (True, False)
    twice = [*lines, {"price": ["low", "high"]}]
    (critique,) = outline(tmp_path, case({"red_lines": twice}, {"gift": {}}), "gift").critiques
    assert (critique.refused, critique.lifted) == (True, False)


def test_a_red_line_about_what_they_do_not_rate_is_a_critique_too(tmp_path: Path) -> None:
    document = case({"red_lines": [{"flag": "red"}]})
    (critique,) = outline(tmp_path, document).critiques
    assert (critique.issue, critique.short, critique.refused) == ("flag", 0, True)


def test_what_lifts_a_red_line_unseen_is_no_answer_to_give(tmp_path: Path) -> None:
    lines = [{"price": "high", "unless": ["gift"]}]
    document = case({"red_lines": lines}, {"gift": {"visible": False}})
    (critique,) = outline(tmp_path, document, "gift").critiques
    assert critique.lifted
    assert Role.LIFTS not in {role for role, _ in critique.answers}


def answered(*answers: object, **bloc: object) -> Doc:
    """A bloc that objects to a red flag, and what answers that elsewhere."""
    objection = {"text": "Not that flag.", "answered_by": list(answers)}
    return rates(10, 90) | {"objections": {"flag": {"red": objection}}} | bloc


def elsewhere(folder: Path, document: Doc, *moves: str) -> list[tuple[str, str | None]]:
    """What answers the objection to the flag from elsewhere, in order."""
    found = outline(folder, document, *moves).critiques
    (critique,) = [one for one in found if one.issue == "flag"]
    assert critique.objection == "Not that flag."
    return [(a.key, a.option) for role, a in critique.answers if role is Role.ELSEWHERE]


def test_an_objection_is_answered_by_the_move_or_the_option_elsewhere_that_the_file_names(
    tmp_path: Path,
) -> None:
    document = case(answered("rite", "gift", {"price": ["high"]}), {"rite": KIND, "gift": KIND})
    assert elsewhere(tmp_path, document, "rite", "gift") == [
        ("rite", None), ("gift", None), ("price", "high"),
    ]  # fmt: skip
    (critique,) = outline(tmp_path, document, "rite").critiques
    assert [role for role, _ in critique.answers] == [Role.ELSEWHERE, Role.ELSEWHERE]


def test_what_the_plan_does_not_hold_answers_nothing(tmp_path: Path) -> None:
    document = case(answered("rite", {"price": "low"}), {"rite": KIND, "gift": KIND})
    assert elsewhere(tmp_path, document, "gift") == []


def test_an_answer_that_weighs_nothing_with_them_is_given_all_the_same(tmp_path: Path) -> None:
    assert elsewhere(tmp_path, case(answered("rite"), {"rite": {}}), "rite") == [("rite", None)]


@pytest.mark.parametrize(
    "about",
    [
        {"visible": False},
        {"consent": "required"},
        {"date": "2026-06-02"},
        {"deceives": ["bloc"]},
        {"deceives": ["rest"]},
        {"effects": {"bloc": -1}},
    ],
)
def test_what_may_not_be_told_comes_late_or_hurts_them_is_no_answer(
    tmp_path: Path, about: Doc
) -> None:
    document = case(answered("rite"), {"rite": KIND | about})
    assert elsewhere(tmp_path, document, "rite") == []


def test_a_term_that_they_lose_by_answers_nothing(tmp_path: Path) -> None:
    bloc = answered({"price": "high"})
    bloc["values"]["price"] = {"weight": 1, "low": 60, "high": 0}
    assert elsewhere(tmp_path, case(bloc)) == []


def test_an_option_of_the_issue_itself_answers_nothing(tmp_path: Path) -> None:
    assert elsewhere(tmp_path, case(answered({"flag": "red"}))) == []


def test_a_move_that_lifts_the_red_line_too_is_said_once(tmp_path: Path) -> None:
    lines = [{"flag": "red", "unless": ["rite"]}]
    tied = KIND | {"only_with": {"flag": "red"}}
    document = case(answered("rite", red_lines=lines), {"rite": tied})
    critique = next(c for c in outline(tmp_path, document, "rite").critiques if c.issue == "flag")
    assert [(role, line.key) for role, line in critique.answers] == [(Role.LIFTS, "rite")]


@pytest.mark.parametrize("deceived", ["bloc", "rest"])
def test_what_deceives_them_or_others_who_decide_is_never_told(
    tmp_path: Path, deceived: str
) -> None:
    document = case(moves={"show": KIND | {"deceives": [deceived]}})
    found = outline(tmp_path, document, "show")
    assert "show" not in {line.key for line in found.won}
    assert [(one.why, one.key) for one in found.unsaid] == [(Why.UNTRUE, "show")]


def test_what_lets_an_audience_without_a_vote_save_face_can_be_told_to_others(
    tmp_path: Path,
) -> None:
    document = case(moves={"show": KIND | {"deceives": ["envoy"]}})
    found = outline(tmp_path, document, "show")
    assert "show" in {line.key for line in found.won}
    assert found.unsaid == ()


def test_those_they_go_by_vouch_if_they_are_likely_for(tmp_path: Path) -> None:
    bloc = {"follows": {"rest": {"for": 3, "against": -5}}}
    found = outline(tmp_path, case(bloc))
    assert [(leader.who, leader.chance, leader.points) for leader in found.vouchers] == [
        ("rest", 1, 3)
    ]
    assert found.doubters == ()


def test_those_who_are_likely_against_are_expected_to_speak_against(tmp_path: Path) -> None:
    document = case({"follows": {"rest": {"for": 3, "against": -5}}})
    document["constituencies"]["rest"]["no_deal"] = 90
    found = outline(tmp_path, document)
    assert found.vouchers == ()
    assert [(leader.who, leader.chance, leader.points) for leader in found.doubters] == [
        ("rest", 0, -5)
    ]


def test_a_leader_of_doubtful_mind_is_neither(tmp_path: Path) -> None:
    document = case({"follows": {"rest": {"for": 3, "against": -5}}})
    document["constituencies"]["rest"]["no_deal"] = [40, 60, 80]
    found = outline(tmp_path, document, sampling=tasks.Sampling())
    assert (found.vouchers, found.doubters) == ((), ())


def test_we_do_not_boast_of_what_they_lose_and_our_people_gain(tmp_path: Path) -> None:
    boast = {"effects": {"bloc": -4, "chief": 2}}
    alone = {"effects": {"bloc": -4, "rest": 2}}
    document = case(rates(0, 90), {"boast": boast, "alone": alone})
    document["constituencies"]["chief"]["values"]["flag"] = {"weight": 1, "red": 80, "blue": 0}
    found = outline(tmp_path, document, "boast", "alone").unsaid
    assert [(one.why, one.part, one.key, one.option, one.points, one.glad) for one in found] == [
        (Why.BOAST, Part.TERM, "flag", "red", -25, ("chief",)),
        (Why.BOAST, Part.MOVE, "boast", None, -4, ("chief",)),
    ]  # fmt: skip


def test_they_do_not_boast_of_what_ours_lose(tmp_path: Path) -> None:
    boast = {"effects": {"chief": -4, "rest": 2, "bloc": 3}, "by": "them"}
    document = case(moves={"boast": boast})
    (unsaid,) = outline(tmp_path, document, "boast", audiences=["chief"], ours=True).unsaid
    assert (unsaid.why, unsaid.key, unsaid.glad) == (Why.BOAST, "boast", ("bloc", "rest"))


def test_no_deal_is_told_in_the_files_words(tmp_path: Path) -> None:
    assert outline(tmp_path, case()).without is None
    assert outline(tmp_path, case({"without": "Ruin."})).without == "Ruin."


def test_the_advised_plan_is_spoken_for_if_none_is_named(tmp_path: Path) -> None:
    gift = {"effects": {"envoy": [5, 15, 25]}, "cost": 1}
    file = saved(tmp_path, made(people={"envoy": {"no_deal": 70}}, moves={"gift": gift}))
    found = tasks.speech(file).result
    assert found.plan is not None
    assert found.advice is not None
    assert found.plan == found.advice.plan
    assert [one.appeal.who for one in found.outlines] == ["envoy"]
    assert [line.key for line in found.outlines[0].won] == ["gift"]


def test_where_nothing_is_advised_there_is_no_speech(tmp_path: Path) -> None:
    document = made()
    document["constituencies"]["chief"]["no_deal"] = 100
    found = tasks.speech(saved(tmp_path, document)).result
    assert (found.plan, found.outlines) == (None, ())
    assert found.advice is not None
    assert found.advice.is_no


def test_outlines_are_the_same_for_the_same_question(tmp_path: Path) -> None:
    document = case(rates(40, 30), {"gift": {**KIND, "chance": 0.5}})
    one, other = (
        speeches(tmp_path, document, "gift", sampling=tasks.Sampling()).result for _ in range(2)
    )
    assert one == other

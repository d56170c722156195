"""Sentences of speeches, held against the figures that they cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.advice import wording
from tests.advice.speaking import case, rates, said, speeches

DRAWS = tasks.Sampling(draws=256)
KIND = {"effects": {"bloc": 4}}
LISTENS, OPENING, WON = "How they stand", "Opening", "What was won"
AGAINST = "What they will hold against it, and the answer"
SPARES, VOUCHERS, UNSAID = "What it spares them", "Who else says so", "Not to be said"


def test_the_title_names_who_listens_where_and_when(tmp_path: Path) -> None:
    answer = speeches(tmp_path, case(), audiences=["bloc", "envoy"])
    titles = [wording.speech_title(answer.case, one) for one in answer.result.outlines]
    assert titles == [
        "What can be said to Mx Bloc (Their side) before “House” on 2026-06-01",
        "What can be said to Mx Envoy (Their side, which they lead): an audience without a vote",
    ]


def test_a_gate_without_a_date_is_named_without_one(tmp_path: Path) -> None:
    answer = speeches(tmp_path, case(), audiences=["chief"], ours=True)
    (one,) = answer.result.outlines
    assert wording.speech_title(answer.case, one) == (
        "What can be said to the chief (Our side, which they lead) before “Sign”"
    )


def test_how_they_stand_is_said_first(tmp_path: Path) -> None:
    (text,) = said(speeches(tmp_path, case()))[LISTENS]
    assert text == "If every best guess is right, they are for: their margin is +10.0 points."
    (text,) = said(speeches(tmp_path, case({"no_deal": 66})))[LISTENS]
    assert text == (
        "If every best guess is right, they are not for: their margin is −6.0 points. What is "
        "below is counted already: a speech alone does not carry them."
    )
    (text,) = said(speeches(tmp_path, case({"red_lines": [{"price": "high"}]})))[LISTENS]
    assert text.endswith(
        "The deal crosses a red line of theirs: they vote against whatever is said."
    )


def test_a_chance_is_never_called_sure(tmp_path: Path) -> None:
    (text,) = said(speeches(tmp_path, case(), sampling=DRAWS))[LISTENS]
    assert text == "Chance that they are for: > 999 in 1,000; their mean margin is +10.0 points."


def test_the_speech_opens_with_what_weighs_most(tmp_path: Path) -> None:
    moves = {"gift": {"effects": {"bloc": 20, "rest": -3}, "says": "It is given."}}
    answer = speeches(tmp_path, case(moves=moves), "gift")
    (opening,) = said(answer)[OPENING]
    assert opening == (
        "Begin with what weighs most with them: “It is given.” – Our gift. Mind what is said of it "
        "below."
    )
    assert said(speeches(tmp_path, case()))[OPENING] == [
        "Begin with what weighs most with them: The price: A high one."
    ]


def test_a_way_to_put_it_opens_the_speech(tmp_path: Path) -> None:
    frame = {**KIND, "by": "them", "device": "acceptance_speech", "says": "We chose."}
    said_ = said(speeches(tmp_path, case(moves={"frame": frame}), "frame"))
    assert said_[OPENING] == ["“We chose.” – Our frame (+4.0 points)."]


def test_with_nothing_won_no_speech_is_pretended(tmp_path: Path) -> None:
    parts = said(speeches(tmp_path, case({"no_deal": 80})))
    assert parts[OPENING] == [wording.speech.NOTHING_WON]
    assert WON not in parts


def test_what_is_better_than_no_deal_but_no_trophy_is_called_just_that(tmp_path: Path) -> None:
    answer = speeches(tmp_path, case(rates(60, 90, high=50)))
    assert said(answer)[OPENING] == [
        (
            f"{wording.speech.NO_TROPHY} Better for them than no deal all the same: The flag: A "
            "red one (+5.0 points against no deal)."
        )
    ]
    assert WON not in said(answer)


def test_what_was_won_is_told_with_points_doubts_and_who_hears_it(tmp_path: Path) -> None:
    moves = {
        "gift": {**KIND, "chance": 0.5, "says": "It is given."},
        "toll": {"effects": {"bloc": 6, "rest": -3, "chief": -2}, "by": "them"},
    }
    price, toll, gift = said(speeches(tmp_path, case(moves=moves), "gift", "toll"))[WON]
    assert price == "The price: A high one (+10.0 points against no deal)."
    assert toll == (
        "Our toll (+6.0 points). This is their own side’s doing, no concession to boast of. Say it "
        "inside, not in public: with Mx Rest (−3.0) it weighs against the deal."
    )
    assert gift == (
        "“It is given.” – Our gift (+4.0 points). It may not work as meant: say “we expect”, not "
        "“we have”."
    )
    told = said(speeches(tmp_path, case(moves=moves), "gift", sampling=DRAWS))[WON][1]
    assert "It works as meant with a chance of 50 %: say “we expect”, not “we have”." in told


def test_what_was_only_said_is_not_to_be_called_settled(tmp_path: Path) -> None:
    document = case(moves={"gift": {**KIND, "binding": "oral"}})
    assert said(speeches(tmp_path, document, "gift"))[WON][1] == (
        "Our gift (+4.0 points). It is only said: do not call it settled."
    )


def test_more_than_three_who_hear_it_are_counted(tmp_path: Path) -> None:
    effects = {"bloc": 4, "rest": -3, "z": -3.5, "envoy": -4, "x": -5, "y": -6}
    document = case(moves={"gift": {"effects": effects}})
    for who in ("x", "y", "z"):
        document["constituencies"][who] = {
            **document["constituencies"]["rest"],
            "name": who.upper(),
        }
    text = said(speeches(tmp_path, document, "gift"))[WON][1]
    assert "with Y (−6.0), X (−5.0), Mx Envoy (−4.0) and 2 more it weighs" in text


def test_critiques_are_told_with_their_answers(tmp_path: Path) -> None:
    tied = {**KIND, "only_with": {"flag": ["red"]}, "says": "As of old."}
    document = case(rates(40, 90) | {"objections": {"flag": "Not that."}}, {"rite": tied})
    document["issues"]["flag"] |= {
        "says": {"red": "It was ours once."},
        "options": {"red": "A red one", "blue": "A blue one", "black": "A black one"},
    }
    document["constituencies"]["bloc"]["values"]["flag"]["black"] = 0
    assert said(speeches(tmp_path, document, "rite"))[AGAINST] == [
        (
            "“Not that.” – The flag: A red one (−25.0 points against what they would like best; "
            "−5.0 against no deal)."
        ),
        "Answer: “It was ours once.” – The flag: A red one.",
        "With it goes: “As of old.” – Our rite (+4.0 points).",
        (
            "The case would also allow “The flag: A black one”, −20.0 points against this. Was "
            "that ever asked for? Only then say that it was kept off."
        ),
    ]


def test_what_answers_from_elsewhere_is_told_with_its_points_if_it_has_any(tmp_path: Path) -> None:
    objection = {"text": "Not that.", "answered_by": ["rite", {"price": "high"}, "note"]}
    bloc = rates(10, 90) | {"objections": {"flag": objection}}
    rite = {"effects": {"bloc": 4, "rest": -4}, "says": "As of old."}
    answer = speeches(tmp_path, case(bloc, {"rite": rite, "note": {}}), "rite", "note")
    assert said(answer)[AGAINST] == [
        (
            "“Not that.” – The flag: A red one (−40.0 points against what they would like best; "
            "−20.0 against no deal)."
        ),
        (
            "What answers it: “As of old.” – Our rite (+4.0 points). Say it inside, not in public: "
            "with Mx Rest (−4.0) it weighs against the deal."
        ),
        "What answers it: The price: A high one (+5.0 points against no deal).",
        "What answers it: Our note.",
    ]


def test_without_a_direct_answer_what_was_won_is_offered_or_nothing(tmp_path: Path) -> None:
    gift = {"effects": {"bloc": 4, "rest": -4}}
    parts = said(speeches(tmp_path, case(rates(10, 90, high=50), {"gift": gift}), "gift"))
    flag, answer = parts[AGAINST]
    assert flag == (
        "The flag: A red one (−40.0 points against what they would like best; −20.0 against no "
        "deal)."
    )
    assert answer == (
        "No direct answer in the plan. In return: Our gift (+4.0 points). Mind what is said of it "
        "above."
    )
    parts = said(speeches(tmp_path, case(rates(0, 90, high=50))))
    assert parts[AGAINST][1] == wording.speech.NO_ANSWER
    plain = said(speeches(tmp_path, case(rates(0, 90))))[AGAINST][1]
    assert plain == (
        "No direct answer in the plan. In return: The price: A high one (+5.0 points against no "
        "deal)."
    )


def test_where_nothing_falls_short_that_is_said(tmp_path: Path) -> None:
    assert said(speeches(tmp_path, case()))[AGAINST] == [wording.speech.NO_CRITIQUE]


def test_red_lines_are_called_so(tmp_path: Path) -> None:
    lines = {"red_lines": [{"price": "high", "unless": ["gift"]}]}
    document = case(lines, {"gift": {"says": "Done."}})
    crossed, *_ = said(speeches(tmp_path, document))[AGAINST]
    assert crossed == "The price: A high one. This is a red line of theirs."
    lifted, answer, *_ = said(speeches(tmp_path, document, "gift"))[AGAINST]
    assert lifted == "The price: A high one. This was a red line of theirs."
    assert answer == "What they asked for is done: “Done.” – Our gift."


def test_what_no_deal_means_is_told_in_their_words_and_points(tmp_path: Path) -> None:
    assert said(speeches(tmp_path, case({"without": "Ruin. "})))[SPARES] == [
        "“Ruin.”",
        "On their own scale no deal is worth 50.0 of 100, these terms 60.0.",
    ]
    (text,) = said(speeches(tmp_path, case({"no_deal": 66, "without": "Ruin. "})))[SPARES]
    assert text.startswith("Do not argue that no deal is worse for them, nor say “Ruin.”: on")
    (text,) = said(speeches(tmp_path, case({"no_deal": 66})))[SPARES]
    assert text == (
        "Do not argue that no deal is worse for them: on their own scale no deal is worth 66.0 of "
        "100, these terms 60.0."
    )


def test_vouchers_and_doubters_are_told_with_chance_and_points(tmp_path: Path) -> None:
    follows = {"follows": {"rest": {"for": 3, "against": -5}}}
    document = case(follows)
    assert said(speeches(tmp_path, document))[VOUCHERS] == [
        "Mx Rest: for; hearing that adds +3.0 points."
    ]
    assert said(speeches(tmp_path, document, sampling=DRAWS))[VOUCHERS] == [
        "Mx Rest: for with a chance of > 999 in 1,000; hearing that adds +3.0 points."
    ]
    document["constituencies"]["rest"]["no_deal"] = 90
    document["constituencies"]["rest"]["name"] = "The rest"
    assert said(speeches(tmp_path, document))[VOUCHERS] == [
        wording.speech.NO_VOUCHER,
        "Expect the rest not to be for: −5.0 points.",
    ]
    assert said(speeches(tmp_path, document, sampling=DRAWS))[VOUCHERS][1] == (
        "Expect the rest not to be for (chance of being for: < 1 in 1,000): −5.0 points."
    )
    assert VOUCHERS not in said(speeches(tmp_path, case()))


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ({"visible": False},
         "“Our gift” is not meant to be seen as whose it is: never to be quoted."),
        ({"deceives": ["rest"]},
         "“Our gift” makes people take for true what is not: never to be told as fact."),
        ({"consent": "required"},
         "“Our gift” waits for a consent that has not been granted: not to be spoken of."),
        ({"date": "2026-06-02"},
         "“Our gift” comes only on 2026-06-02, after they decide: not to be told as done."),
        ({"effects": {"bloc": -4, "chief": 2}},
         "No boasting by Our side of “Our gift”: −4.0 points to them, and a gain for the chief."),
    ],
)  # fmt: skip
def test_what_had_better_not_be_said_is_told_with_the_reason(
    tmp_path: Path, about: dict[str, object], text: str
) -> None:
    answer = speeches(tmp_path, case(moves={"gift": KIND | about}), "gift")
    assert said(answer)[UNSAID] == [text]


def test_of_what_ours_lose_the_others_should_not_boast(tmp_path: Path) -> None:
    boast = {"effects": {"chief": -4, "rest": 2}, "by": "them"}
    answer = speeches(
        tmp_path, case(moves={"boast": boast}), "boast", audiences=["chief"], ours=True
    )
    assert said(answer)[UNSAID] == [
        "No boasting by the other side of “Our boast”: −4.0 points to them, and a gain for Mx Rest."
    ]

"""Words about what does not exist, and words that nobody can use."""

from __future__ import annotations

import pytest

from tests.small import Edit, messages

CLOSED = "options: {closed: Closed, open: Open}"
DAY = "      sunday: {weight: high, closed: ideal, open: poor}"
COST = "cost: 2"


def sunday(says: str) -> Edit:
    """Words for options of one issue."""
    return (CLOSED, f"{CLOSED}, says: {says}")


def day(objections: str) -> Edit:
    """What one constituency holds against the deal."""
    return (DAY, f"{DAY}\n    objections: {objections}")


def rota(says: str) -> Edit:
    """Words for one move."""
    return (COST, f"{COST}, says: {says}")


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (sunday("{shut: x}"), "issues.sunday.says.shut: no such option, “shut”"),
        (
            sunday("{open: {dya: x}}"),
            "issues.sunday.says.open.dya: no such constituency, “dya”; did",
        ),
        (rota("{dya: x}"), "moves.rota.says.dya: no such constituency, “dya”; did you mean “day”?"),
        (day("{sundy: x}"), "constituencies.day.objections.sundy: no such issue, “sundy”; did you"),
        (day("{sunday: {shut: x}}"), "constituencies.day.objections.sunday.shut: no such option"),
        (
            day("{sunday: {text: x, answered_by: [rotta]}}"),
            "constituencies.day.objections.sunday.answered_by[0]: no such move, “rotta”; did",
        ),
        (
            day("{sunday: {open: {text: x, answered_by: [rota, {bonnus: 5}]}}}"),
            "constituencies.day.objections.sunday.open.answered_by[1].bonnus: no such issue",
        ),
        (
            day("{sunday: {text: x, answered_by: [{bonus: [5, 7]}]}}"),
            "constituencies.day.objections.sunday.answered_by[0].bonus: no such option, “7”",
        ),
    ],
)
def test_words_for_nobody_or_about_nothing_are_one_problem(edit: Edit, message: str) -> None:
    """At their place."""
    (found,) = messages(edit)
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (sunday("{open: {delegate: x}}"),
         "issues.sunday.says.open.delegate: never said: “delegate” does not rate “sunday”"),
        (rota("{night: x}"), "moves.rota.says.night: never said: it does not help “night”"),
        (day("{bonus: x}"),
         "constituencies.day.objections.bonus: never heard: “day” does not rate “bonus”"),
    ],
)  # fmt: skip
def test_words_that_no_speech_can_use_are_a_warning(edit: Edit, message: str) -> None:
    """The case can be used."""
    assert messages(edit) == [f"warning: {message}"]


ANSWER = "warning: constituencies.day.objections.sunday.answered_by[0]: never said: "


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([("cost: 2", "cost: 2, visible: false")], "“rota” is not visible"),
        ([("cost: 2", "cost: 2, deceives: [day]")], "“rota” deceives"),
        ([("cost: 2", "cost: 2, deceives: [night]")], "“rota” deceives"),
        ([("{day: clear}", "{day: -clear}")], "“rota” hurts “day”"),
        ([("cost: 2", "cost: 2, date: 2026-05-02"), ("night: 9}", "night: 9}, date: 2026-05-01")],
         "“rota” comes after “day” has decided"),
    ],
)  # fmt: skip
def test_a_move_that_can_never_be_an_answer_is_a_warning(edits: list[Edit], message: str) -> None:
    """With the reason."""
    found = messages(*edits, day("{sunday: {text: x, answered_by: [rota]}}"))
    assert found == [ANSWER + message]


def test_an_option_of_the_issue_objected_to_is_no_answer() -> None:
    """What speaks for it stands elsewhere."""
    found = messages(day("{sunday: {text: x, answered_by: [{sunday: open}]}}"))
    assert found == [ANSWER + "write it under “says” of “sunday”"]


def test_answers_that_can_be_given_are_no_problem() -> None:
    """Dated before some gate of theirs, or asked nowhere, or deceiving nobody who decides."""
    dated = ("cost: 2", "cost: 2, date: 2026-05-02, deceives: [delegate]")
    assert messages(dated, day("{sunday: {text: x, answered_by: [rota, {bonus: 5}]}}")) == []
    night = "  night:\n    side: staff\n"
    audience = (night, f"{night}    objections: {{sunday: {{text: x, answered_by: [rota]}}}}\n")
    alone = ("day: 12, night: 9}", "day: 12}")
    followed = ("    follows: {day: {for: 3}}\n", "")
    found = messages(dated, audience, alone, followed)
    assert not [text for text in found if "answered_by" in text]


def test_an_objection_to_an_option_that_is_refused_is_heard_whatever_its_rating() -> None:
    """A red line is held against the deal even where nothing is rated."""
    lines = "    red_lines: [{bonus: 0}]\n    objections: {bonus: x}"
    assert messages((DAY, f"{DAY}\n{lines}")) == []


def test_a_move_that_harms_somebody_is_never_said_to_them() -> None:
    """Whatever the file says."""
    found = messages(("{day: clear}", "{day: clear, manager: -clear}"), rota("{manager: x}"))
    assert found == ["warning: moves.rota.says.manager: never said: it does not help “manager”"]


def test_words_that_can_be_used_are_no_problem() -> None:
    """For all, for one audience, about an option or about any."""
    assert (
        messages(
            sunday("{open: x, closed: {any: x, day: y}}"),
            rota("{day: x, any: y}"),
            day("{sunday: {open: x, any: y}}\n    without: z"),
        )
        == []
    )

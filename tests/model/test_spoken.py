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

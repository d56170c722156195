"""Sentences on the pages of devices and precedents, and what is said while one waits."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.waiting import MAPPING, mapping
from leveltwo.io.library import devices, precedents


def test_a_device_is_told_with_what_it_fits_a_question_and_where_it_was_used() -> None:
    for device, note in devices().items():
        fits = wording.fits_sentence(note)
        assert all(kind.value in fits for kind in note.fits)
        assert wording.invent_sentence(note) == f"To invent one: {note.invent}"
        assert wording.where_used(device).endswith(f"leveltwo precedents --device {device.value}")


def test_a_precedent_is_told_with_its_dates_rule_end_and_lesson() -> None:
    for entry in precedents().values():
        when, needed, outcome, lesson = wording.precedent_sentences(entry)
        assert when == f"From {entry.begins} to {entry.ends}."
        assert needed.endswith(entry.rule)
        assert outcome.endswith(entry.outcome)
        assert lesson.endswith(entry.lesson)


def test_the_demonstration_names_the_commands_it_runs() -> None:
    assert wording.demo_map("a", 64) == "1. The map without our moves (leveltwo map a --draws 64)"
    heading, command = wording.demo_barriers("a", "x=y")
    assert heading.startswith("2. ")
    assert command == "(leveltwo diagnose a --deal x=y)"
    assert wording.demo_advice("a") == "3. What to do about it (leveltwo advise a)"
    assert wording.DEMO_LAST.startswith("4. ")


def test_judgements_are_counted_by_how_they_are_given() -> None:
    assert wording.judgements_title(3, 2, 1) == (
        "Judgements: 3 given as words, 2 as ranges, 1 as plain numbers (--words lists them)"
    )


def test_what_matters_is_headed_by_what_was_measured() -> None:
    assert wording.matters_title("chance") == "What matters most: chance of the plan, on average"
    assert wording.matters_title("value") == "What matters most: worth of the best plan, on average"


def test_a_gain_is_shown_with_its_sign() -> None:
    assert wording.gain_cell(-1.25) == "negotiator’s gain over no deal: −1.2 points"
    assert wording.gain_cell(3) == "negotiator’s gain over no deal: +3.0 points"


def test_while_one_waits_the_combinations_are_counted() -> None:
    assert mapping(1_000, 20_000) == f"{MAPPING} 1,000 of 20,000 combinations"

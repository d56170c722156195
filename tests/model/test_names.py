"""Known ids."""

from __future__ import annotations

from leveltwo.model.names import Names, option_hint
from tests.small import small

CASE = small()
NAMES = Names.of(CASE)


def told(found: object) -> list[str]:
    """The messages of some problems."""
    return [problem.message for problem in found]  # type: ignore[attr-defined]


def test_a_known_name_is_no_problem() -> None:
    """Of any kind."""
    assert told(NAMES.unknown("moves", "rota", ())) == []
    assert told(NAMES.unknown_option("bonus", "5", ())) == []


def test_an_unknown_name_is_told_the_nearest_or_the_few() -> None:
    """Or that there are none."""
    bare = Names({"resources": {}, "moves": {"rota": 1}}, {})
    assert told(NAMES.unknown("moves", "roat", ())) == [
        "no such move, “roat”; did you mean “rota”?"
    ]
    assert told(NAMES.unknown("moves", "x", ())) == ["no such move, “x”; known: rota, feast"]
    assert told(bare.unknown("resources", "x", ())) == [
        "no such resource, “x”; the file defines no resources"
    ]


def test_where_ids_cannot_be_known_any_may_be_right() -> None:
    """Their mapping is broken, which is reported."""
    assert told(Names({"moves": None}, {}).unknown("moves", "x", ())) == []


def test_a_gate_is_named_by_its_side_and_id() -> None:
    """Where the gates of a side cannot be known, any may be right."""
    assert told(NAMES.unknown_passed_over("staff.ballot", ())) == []
    assert told(NAMES.unknown_passed_over("day", ())) == []
    assert told(NAMES.unknown_passed_over("staff.balot", ())) == [
        "no such gate, “staff.balot”; did you mean “staff.ballot”?"
    ]
    unclear = Names({"gates": None}, {})
    assert told(unclear.unknown_passed_over("staff.anything", ())) == []


def test_options_of_a_broken_issue_may_all_be_right() -> None:
    """Its id is known, its options are not."""
    names = Names({"issues": {"sunday": 1}}, {})
    assert told(names.unknown_option("sunday", "ajar", ())) == []
    assert told(names.unknown_option("monday", "ajar", ())) == [
        "no such issue, “monday”; did you mean “sunday”?"
    ]


def test_an_unknown_issue_is_reported_once_for_all_its_options() -> None:
    """Each unknown option of a known one by itself."""
    assert len(told(NAMES.unknown_options({"pay": ("a", "b")}, ()))) == 1
    assert len(told(NAMES.unknown_options({"sunday": ("a", "open", "b")}, ()))) == 2


def test_hints_for_numbers_are_ranges() -> None:
    """Numbers are not near each other as words are."""
    assert option_hint(CASE.issues["bonus"], "25") == "; the numbers run from 0 to 20 by 5"
    assert option_hint(CASE.issues["sunday"], "opne") == "; did you mean “open”?"

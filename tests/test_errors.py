"""Errors carry data, and say the thing, the value and the remedy."""

from __future__ import annotations

import pickle

import pytest

from leveltwo.errors import (
    MOST_COMPARED,
    CaseFileError,
    Problem,
    Severity,
    closest,
    describe,
    did_you_mean,
    dotted,
    nearest,
    tidy,
)


def test_a_path_is_written_with_dots_and_brackets() -> None:
    """As in ``constraints[0].never``."""
    assert dotted(("constraints", 0, "never")) == "constraints[0].never"
    assert dotted(()) == ""
    assert dotted(("a\x1bb", "x" * 100)) == f"a\\x1bb.{'x' * 59}…"


def test_a_problem_is_one_line() -> None:
    """With file, line and column if there are any, and a path if there is one."""
    problem = Problem(("sides", "city"), "is wrong", Severity.WARNING)
    assert problem.place == "sides.city"
    assert describe("case", problem) == "case: warning: sides.city: is wrong"
    assert describe("f.yaml", problem.at(3, 4)) == "f.yaml:3:4: warning: sides.city: is wrong"
    assert describe("case", Problem((), "is wrong")) == "case: error: is wrong"


def test_an_error_of_a_case_carries_every_problem_and_can_be_sent_elsewhere() -> None:
    """To another process, say."""
    error = CaseFileError("f.yaml", [Problem((), "one"), Problem((), "two")])
    assert str(error) == "f.yaml: error: one\nf.yaml: error: two"
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(copy), copy.problems, copy.source) == (str(error), error.problems, "f.yaml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        *(("plain", "plain"), ("a\nb", "a\\nb"), ("\x1b[2J", "\\x1b[2J"), ("\u202e", "\\u202e")),
        *(("\ud800", "\\ud800"), ("é “ 営", "é “ 営"), ("x" * 61, "x" * 59 + "…")),
    ],
)
def test_text_of_a_file_is_made_fit_for_a_screen(text: str, shown: str) -> None:
    """Short, with nothing in it that could steer a terminal."""
    assert tidy(text) == shown


def test_the_nearest_name_is_found_whatever_its_case() -> None:
    """None if none is near, or the name is endless."""
    assert closest("NAYO", ["ukraine", "nato"]) == "nato"
    assert closest("zebra", ["ukraine", "nato"]) is None
    assert closest("n" * 1000, ["n" * 1000]) is None
    assert closest("nato", [f"x{i}" for i in range(MOST_COMPARED)] + ["nato"]) is None


def test_hints_name_the_nearest_or_list_the_few() -> None:
    """Or say nothing."""
    assert nearest("nayo", ["nato"]) == "; did you mean “nato”?"
    assert nearest("zebra", ["nato"]) == ""
    assert did_you_mean("zebra", ["nato", "eu"]) == "; known: nato, eu"
    assert did_you_mean("zebra", [f"ally{i}" for i in range(9)]) == ""
    assert did_you_mean("zebra", []) == ""

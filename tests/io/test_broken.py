"""Two hundred broken files, and what each is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from leveltwo.errors import CaseFileError, Severity
from leveltwo.io.yaml_file import examine, load, read
from tests.small import told

FOLDER = Path(__file__).parent / "broken"
EXPECTED: dict[str, list[str]] = yaml.safe_load(
    (FOLDER / "expected.yml").read_text(encoding="utf-8")
)


def test_every_broken_file_is_expected() -> None:
    """No file without an expectation, no expectation without a file."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(EXPECTED)
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_is_told_all_that_is_wrong_and_nothing_else(name: str) -> None:
    """Line, column, path and message of every problem, in the order of the file."""
    assert told(read(FOLDER / f"{name}.yaml")) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_with_an_error_is_no_case_and_one_with_warnings_is(name: str) -> None:
    """Loading raises exactly where there is an error, with every problem in the message."""
    problems = examine(read(FOLDER / f"{name}.yaml"))[1]
    if all(problem.severity is Severity.WARNING for problem in problems):
        load(FOLDER / f"{name}.yaml")
        return
    with pytest.raises(CaseFileError, match=f"{name}.yaml:1?") as error:
        load(FOLDER / f"{name}.yaml")
    assert list(error.value.problems) == problems

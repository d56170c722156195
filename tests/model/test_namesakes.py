"""Two of a kind with one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.errors import Severity
from tests.made import made, saved

TOO = "is called “{}” too: give them names that readers can tell apart"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ({"envoy": "The envoy", "house": "The house"}, []),
        ({"envoy": "The house", "house": "The House"},
         [("house", "“envoy” " + TOO.format("The House"))]),
        ({"envoy": "The house", "house": None}, []),
        ({"envoy": "House", "house": None}, [("house", "“envoy” " + TOO.format("House"))]),
        ({"envoy": "A", "house": "A", "union": "A"},
         [(who, "“envoy” " + TOO.format("A")) for who in ("house", "union")]),
        ({"envoy": "The chief"}, []),
    ],
)  # fmt: skip
def test_two_constituencies_of_a_side_with_one_name_are_told_of(
    names: dict[str, str | None], told: list[tuple[str, str]], tmp_path: Path
) -> None:
    """Those of two sides may share one: they stand in tables of their own."""
    people = {who: {"name": name} for who, name in names.items()}
    gate = {"all": list(names)}
    assert warnings(made(gate, people=people), tmp_path) == [
        (("constituencies", who), message) for who, message in told
    ]


def test_two_sides_with_one_name_are_told_of(tmp_path: Path) -> None:
    case = made()
    case["sides"]["them"]["name"] = "Our side"
    assert warnings(case, tmp_path) == [(("sides", "them"), "“us” " + TOO.format("Our side"))]


def warnings(case: dict[str, object], folder: Path) -> list[tuple[tuple[object, ...], str]]:
    """Where something is probably a mistake, and what."""
    found = tasks.check(saved(folder, case)).problems
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [(problem.path, problem.message) for problem in found]

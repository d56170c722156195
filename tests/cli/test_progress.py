"""What is told on a terminal while a task goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.cli import screen
from leveltwo.cli.progress import Display, progress
from leveltwo.errors import CaseFileError
from tests.cli.running import written


def test_every_part_of_a_task_says_where_it_has_got_to() -> None:
    said: list[str] = []
    display = Display(said.append)
    display.search(12.5, 20.0, 3000)
    display.map_deals(40, 1200)
    display.insure(77)
    display.study("stability", 3, 8)
    searching, mapping, insuring, studying = said
    assert "12.5" in searching
    assert "3,000" in searching
    assert "40 of 1,200" in mapping
    assert "77" in insuring
    assert "3 of 8" in studying


@pytest.mark.parametrize("solves", [True, False])
def test_a_broken_file_is_refused_before_the_solver_is_prepared(
    solves: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr(screen, "preparing", lambda: prepared.append(True))
    broken = written(tmp_path, "title: no more than that\n")
    with pytest.raises(CaseFileError, match="issues"), progress(broken, "…", solves=solves):
        pytest.fail("the task began")
    assert not prepared


@pytest.mark.parametrize("solves", [True, False])
def test_the_solver_is_prepared_only_for_tasks_that_solve(
    solves: bool, port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def is_prepared() -> bool:
        asked.append(True)
        return True

    monkeypatch.setattr("leveltwo.tasks.is_prepared", is_prepared)
    with progress(port, "…", solves=solves):
        pass
    assert asked == [True] * solves

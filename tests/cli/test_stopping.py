"""Searches that are stopped, readers that go away, disks that are full, two runs at once."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from tests.cli.hard import hard
from tests.cli.running import COMMAND, TABLE, leveltwo, process
from tests.made import saved

PATIENCE = 90


@pytest.fixture
def unsolvable(tmp_path: Path) -> str:
    """Path of a case that takes longer to solve than any test waits."""
    return saved(tmp_path, hard())


class Screen:
    """Reads what a program writes to a terminal."""

    def __init__(self, end: int) -> None:
        self.text = ""
        self._end = end
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            while part := os.read(self._end, 4096):
                self.text += part.decode(errors="replace")
        except OSError:
            return

    def wait_for(self, text: str) -> None:
        """Wait until some text has been shown."""
        until = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < until, self.text
            time.sleep(0.05)


@contextmanager
def on_a_terminal(*args: str) -> Iterator[tuple[subprocess.Popen[bytes], Screen]]:
    """A run whose errors and progress go to a terminal, its answer to a pipe."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen([*COMMAND, *args], stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    try:
        yield run, Screen(ours)
    finally:
        if run.poll() is None:
            run.kill()
        run.communicate()
        os.close(ours)


def interrupted(args: list[str], sign: str) -> tuple[int, bytes, str]:
    """Status, answer and screen of a run that is interrupted once it has shown a sign."""
    with on_a_terminal(*args) as (run, screen):
        screen.wait_for(sign)
        run.send_signal(signal.SIGINT)
        out, _ = run.communicate(timeout=PATIENCE)
        return run.returncode, out, screen.text


def test_an_interrupted_search_still_gives_the_best_plan_found_and_its_bound(
    unsolvable: str,
) -> None:
    status, out, screen = interrupted(["advise", unsolvable, "--json"], "best so far +")
    found: dict[str, Any] = json.loads(out)
    assert status == 0
    assert (found["status"], found["interrupted"]) == ("feasible", True)
    assert found["bound"] > found["value"] > 0
    assert found["deal"]
    assert "Traceback" not in screen


def test_an_interrupted_search_says_that_it_was_stopped_before_the_proof(unsolvable: str) -> None:
    status, out, _ = interrupted(["advise", unsolvable], "best so far +")
    said = " ".join(out.decode().split())
    assert status == 0
    assert "Stopped before the proof: the best plan found is worth +" in said
    assert "it is proved that none is worth more than +" in said


def test_an_interrupt_while_the_solver_is_compiled_ends_at_once(
    unsolvable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The compiler swallows what is raised in it."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    status, out, screen = interrupted(["advise", unsolvable], "Preparing the solver")
    assert (status, out) == (130, b"")
    assert "Stopped." in screen
    assert "Traceback" not in screen


def test_an_interrupt_elsewhere_ends_with_130_and_no_traceback(
    port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "map_deals", interrupt)
    ended = leveltwo("map", port)
    assert (ended.status, ended.out) == (130, "")
    assert "Traceback" not in ended.err


def test_a_search_stops_in_the_time_it_is_given(unsolvable: str) -> None:
    tasks.prepare()
    began = time.monotonic()
    ended = leveltwo("advise", unsolvable, "--json", "--seconds", "3", "--draws", "32")
    assert time.monotonic() - began < 30
    found = ended.json
    assert (ended.status, found["status"], found["interrupted"]) == (0, "feasible", False)
    assert found["bound"] > found["value"] > 0


def test_a_search_without_time_for_a_single_step_still_has_a_finite_bound(unsolvable: str) -> None:
    ended = leveltwo("advise", unsolvable, "--seconds", "0.000001", "--draws", "16")
    assert ended.status == 0
    assert "inf " not in ended.said


def test_time_enough_changes_nothing(port: str) -> None:
    assert leveltwo("advise", port, "--seconds", "60").out == leveltwo("advise", port).out


@pytest.mark.parametrize("args", [["schema"], ["show", "german-unification-1990"], ["--help"]])
def test_a_reader_that_goes_away_makes_no_traceback(args: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as gone:
        ended = subprocess.run([*COMMAND, *args], stdout=gone, stderr=subprocess.PIPE, check=False)
    assert ended.returncode != 0
    assert ended.stderr == b""


@pytest.mark.parametrize("args", [["show", "{port}"], ["schema"], ["--help"]])
def test_a_full_disk_is_told_in_one_line(port: str, args: list[str]) -> None:
    full = Path("/dev/full")
    typed = [part.format(port=port) for part in args]
    with full.open("wb") as disk:
        ended = subprocess.run([*COMMAND, *typed], stdout=disk, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 2
    assert ended.stderr.decode() == "error: cannot write the answer: No space left on device\n"


@pytest.mark.parametrize("args", [["show", "{port}", "--json"], ["show", "{port}"]])
def test_a_closed_output_makes_no_traceback(port: str, args: list[str]) -> None:
    typed = [part.format(port=port) for part in args]
    line = ["sh", "-c", 'exec "$@" >&-', "sh", *COMMAND, *typed]
    ended = subprocess.run(line, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_two_runs_at_once_give_the_answer_of_one(port: str) -> None:
    line = [*COMMAND, "advise", port, "--json"]
    runs = [subprocess.Popen(line, stdout=subprocess.PIPE) for _ in range(2)]
    answers = {run.communicate(timeout=PATIENCE)[0].decode() for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert answers == {leveltwo("advise", port, "--json").out}


def test_the_order_of_hashes_changes_nothing(port: str) -> None:
    line = ["diagnose", port, "--deal", *TABLE]
    one, other = (process(*line, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one == other
    assert one.out == leveltwo(*line).out


def test_a_reader_that_goes_away_is_not_told_no() -> None:
    line = f"{sys.executable} -m leveltwo.cli.main show german-unification-1990 | head -1"
    ended = subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (2, b"")
    assert ended.stdout.startswith(b"German unification")

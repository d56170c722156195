"""Who does the work does not change the answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.core.crew import Threads
from leveltwo.errors import InputError, NotInstalled
from tests.port_lease import PORT_LEASE

DEAL = {"term": 30, "hiring": "quota"}


@pytest.fixture
def port(tmp_path: Path) -> str:
    path = tmp_path / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return str(path)


def test_threads_of_this_process_do_the_work_unless_told() -> None:
    with tasks.Workers(threads=3).crew() as crew:
        assert isinstance(crew, Threads)
        assert crew.workers == 3
    with tasks.Workers().elsewhere() as nobody:
        assert nobody is None


def test_only_one_kind_of_workers_can_be_asked_for() -> None:
    with pytest.raises(InputError, match="threads, processes and a scheduler exclude each other"):
        tasks.Workers(threads=2, processes=2)


def test_there_is_at_least_one_worker() -> None:
    with pytest.raises(InputError, match="the number of threads is 0; expected at least 1"):
        tasks.Workers(threads=0)
    with pytest.raises(InputError, match="the number of processes is -1; expected at least 1"):
        tasks.Workers(processes=-1)


def test_an_assessment_by_processes_is_the_assessment(port: str) -> None:
    sampling = tasks.Sampling(draws=5000)
    alone = tasks.assess(port, DEAL, ["charter"], sampling)
    shared = tasks.assess(port, DEAL, ["charter"], sampling, tasks.Workers(processes=2))
    assert shared == alone


def test_without_dask_one_message_says_how_to_get_it(
    port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leveltwo.scale.extra.find_spec", lambda _: None)
    with pytest.raises(NotInstalled, match=r"distributed, .* pip install 'leveltwo\[scale\]'"):
        tasks.assess(port, DEAL, workers=tasks.Workers(processes=2))


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "leveltwo.cli.main", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_line_lets_processes_do_it(port: str) -> None:
    words = ["assess", port, "--deal", "term=30", "hiring=quota", "--draws", "3000", "--json"]
    alone, shared = _run(*words), _run(*words, "--cluster", "1")
    assert (shared.returncode, shared.stderr) == (0, "")
    assert json.loads(shared.stdout) == json.loads(alone.stdout)


def test_a_scheduler_that_does_not_answer_ends_the_command(port: str) -> None:
    words = ["--deal", "term=30", "hiring=quota", "--scheduler", "nonsense"]
    done = _run("assess", port, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: no scheduler answers at “nonsense”; expected an address")
    assert len(done.stderr.splitlines()) == 1

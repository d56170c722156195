"""Finding workers: those that fit are taken, and what does not fit is told at once."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from dask import config
from distributed import LocalCluster
from distributed.security import Security

from leveltwo.errors import InputError, WorkersFailed
from leveltwo.scale import hiring, work
from leveltwo.scale.cluster import Cluster
from leveltwo.scale.hiring import join, quiet, start
from tests.scale import jobs


@pytest.fixture(scope="module")
def open_scheduler() -> Iterator[str]:
    """The address of a scheduler without encryption, with one worker."""
    with (
        quiet(),
        config.set(hiring.PRIVATE),
        LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, protocol="tcp",
            dashboard_address="127.0.0.1:0", scheduler_kwargs={"dashboard": False},
        ) as found,
    ):  # fmt: skip
        yield found.scheduler_address


def test_workers_of_a_scheduler_do_the_work(open_scheduler: str) -> None:
    """Given its address, and again once somebody else has left."""
    for _ in range(2):
        with join(open_scheduler) as crew:
            assert list(crew.each(jobs.square, range(5))) == [0, 1, 4, 9, 16]


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:1", "nonsense", "strange://127.0.0.1:1", "tls://127.0.0.1:1"]
)
def test_where_no_scheduler_answers_one_error_says_so_soon(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And nothing else is printed."""
    monkeypatch.setattr(hiring, "CONNECT", 0.5)
    with pytest.raises(WorkersFailed, match=f"no scheduler answers at “{address}”; expected"):
        join(address)
    assert capfd.readouterr() == ("", "")


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that starts some."""
    monkeypatch.setattr(hiring, "FIRST_WORKER", 0.2)
    with (
        quiet(),
        LocalCluster(n_workers=0, processes=False, protocol="tcp",
                     dashboard_address="127.0.0.1:0",
                     scheduler_kwargs={"dashboard": False}) as empty,
        pytest.raises(WorkersFailed, match=r"has no workers; start some: dask worker tcp://"),
    ):  # fmt: skip
        join(empty.scheduler_address)


def test_certificates_come_from_dasks_configuration(tmp_path: Path) -> None:
    """With them an encrypted scheduler is reached, without them it is not."""
    keys = Security.temporary()
    paths = {}
    for name in ("tls_ca_file", "tls_client_cert", "tls_client_key"):
        paths[name] = tmp_path / f"{name}.pem"
        paths[name].write_text(getattr(keys, name), encoding="utf-8")
    ours = {
        "distributed.comm.tls.ca-file": str(paths["tls_ca_file"]),
        "distributed.comm.tls.client.cert": str(paths["tls_client_cert"]),
        "distributed.comm.tls.client.key": str(paths["tls_client_key"]),
    }
    with (
        quiet(),
        LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tls",
                     security=keys, dashboard_address="127.0.0.1:0",
                     scheduler_kwargs={"dashboard": False}) as found,
    ):  # fmt: skip
        with config.set(ours), join(found.scheduler_address) as crew:
            assert list(crew.each(jobs.square, [3])) == [9]
        with pytest.raises(WorkersFailed, match=r"no scheduler answers at “tls://.*TLS"):
            join(found.scheduler_address)


def test_a_worker_with_other_versions_is_refused(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Since its answers could differ."""
    monkeypatch.setattr(hiring, "here", jobs.versions_of_this_process)
    with pytest.raises(WorkersFailed, match=r"the worker tls://.* has numpy \d+ instead of \d+"):
        hiring._fit(cluster.client)


def test_a_worker_without_the_program_is_refused(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to install there."""
    monkeypatch.setattr(hiring, "here", jobs.lacking)
    with pytest.raises(WorkersFailed, match=r"cannot run this program \(No module named"):
        hiring._fit(cluster.client)


def test_a_worker_that_joins_later_is_refused_at_its_first_piece(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions go with every piece."""
    monkeypatch.setattr(work, "here", jobs.other_versions)
    with pytest.raises(WorkersFailed, match=r"the worker on .* has numpy .* instead of 1\.0"):
        list(cluster.each(jobs.square, [1]))


def test_ctrl_c_on_a_terminal_does_not_reach_our_processes(cluster: Cluster) -> None:
    """A terminal sends it to every process; it is we who stop the work."""
    [one, two] = [next(cluster.each(jobs.process, [0])) for _ in range(2)]
    for process in {one, two}:
        os.kill(process, signal.SIGINT)
    assert next(cluster.each(jobs.process, [0])) in set(cluster.client.run(os.getpid).values())
    assert {one, two} <= set(cluster.client.run(os.getpid).values())


@pytest.mark.parametrize("processes", [0, 257])
def test_the_number_of_processes_is_sensible(processes: int) -> None:
    """At least one, and no more than a machine can have."""
    with pytest.raises(InputError, match=f"number of processes is {processes}; expected 1 to 256"):
        start(processes)


def test_logs_are_as_before_once_the_work_is_done() -> None:
    """Somebody who uses this as a library may want to read them."""
    logger = logging.getLogger("distributed")
    before = logger.level
    with quiet():
        assert logger.level == logging.CRITICAL
    assert logger.level == before

"""Finding a crew: processes started here, or workers that a scheduler already leads."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.resource_tracker import ensure_running

from dask import config
from distributed import Client, LocalCluster
from distributed.comm.core import connect
from distributed.security import Security

from leveltwo.errors import InputError, WorkersFailed
from leveltwo.scale.cluster import Cluster
from leveltwo.scale.versions import here, same

CONNECT = 5.0
"""Seconds in which a scheduler must answer."""
FIRST_WORKER = 10.0
"""Seconds in which it must have a worker."""
MOST_PROCESSES = 256
PRIVATE = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.target": False,
}
"""No pages that tell of the work, and nothing of a case written to disk."""


def start(processes: int) -> Cluster:
    """Start processes on this machine, one piece at a time each.

    What they say to each other is encrypted, with keys made for the occasion: on a machine
    with other users, anybody could otherwise join in.

    Raises
    ------
    InputError
        If it is no sensible number.
    """
    if not 1 <= processes <= MOST_PROCESSES:
        raise InputError(f"the number of processes is {processes}; expected 1 to {MOST_PROCESSES}")
    with ExitStack() as stack:
        stack.enter_context(quiet())
        with config.set(PRIVATE), deaf():
            cluster = stack.enter_context(
                LocalCluster(
                    n_workers=processes,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    protocol="tls",
                    security=Security.temporary(),
                    dashboard_address="127.0.0.1:0",
                    scheduler_kwargs={"dashboard": False},
                    silence_logs=logging.CRITICAL,
                )
            )
        client = stack.enter_context(Client(cluster, set_as_default=False))
        return Cluster(client, stack.pop_all().close, direct=True)


def join(address: str) -> Cluster:
    """Ask the workers of a scheduler.

    Certificates and everything else about the connection come from Dask's own configuration.

    Parameters
    ----------
    address : str
        Such as ``tls://10.0.0.1:8786``.

    Raises
    ------
    WorkersFailed
        If nobody answers there, if it has no workers, or if theirs are other versions.
    """
    with ExitStack() as stack:
        stack.enter_context(quiet())
        try:
            asyncio.run(_reach(address))
            client = stack.enter_context(Client(address, timeout=CONNECT, set_as_default=False))
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise WorkersFailed(
                f"no scheduler answers at “{address}”; expected an address such as "
                f"tls://10.0.0.1:8786 ({str(error) or type(error).__name__})"
            ) from error
        try:
            client.wait_for_workers(1, timeout=FIRST_WORKER)
        except TimeoutError as error:
            raise WorkersFailed(
                f"the scheduler at {address} has no workers; start some: dask worker {address}"
            ) from error
        _fit(client)
        return Cluster(client, stack.pop_all().close, direct=False)


async def _reach(address: str) -> None:
    """Connect once: a client that cannot connect would go on trying when it is done away with."""
    arguments = Security().get_connection_args("client")
    comm = await connect(address, timeout=CONNECT, **arguments)
    await comm.close()


def _fit(client: Client) -> None:
    """Refuse workers that would compute something else, or cannot compute at all."""
    found = client.run(here, on_error="return")
    for where, theirs in found.items():
        if isinstance(theirs, Exception):
            raise WorkersFailed(
                f"the worker {where} cannot run this program ({theirs}); install the same "
                "version of leveltwo there, with pip install 'leveltwo[scale]'"
            )
        same(here(), theirs, where)


@contextmanager
def deaf() -> Iterator[None]:
    """Let processes begun meanwhile, and by threads begun meanwhile, never hear Ctrl-C.

    A terminal sends it to all of them. It is for us to stop the work; it reaches us when we
    listen again.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # no such thing on Windows
        yield
        return
    ensure_running()  # what starts with the first process would listen again
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


@contextmanager
def quiet() -> Iterator[None]:
    """Say what goes wrong once and in our words, not in the libraries' logs."""
    known = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    loggers = [logging.getLogger(name) for name in (*known, "tornado", "asyncio")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)

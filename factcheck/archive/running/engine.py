"""The engine that articles are checked on: Dask's, with workers of its own or on a cluster that runs."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

SETTINGS = {
    "distributed.scheduler.worker-saturation": 1.0,  # what waits at a worker that dies is blamed with it
    "distributed.scheduler.allowed-failures": 3,
    "distributed.worker.daemon": True,
    "distributed.comm.timeouts.connect": "300s",  # so late may a very busy machine answer itself
    "distributed.comm.timeouts.tcp": "300s",
    "distributed.deploy.lost-worker-timeout": "1h",  # `Crew.tend` looks after them: a busy machine starts slowly
    "distributed.admin.tick.limit": "1h",  # a worker that reads a long article is busy, not ill
    "distributed.scheduler.worker-ttl": None,  # so is one that says nothing; its end is seen by who started it
    "distributed.admin.tick.interval": "1s",  # what follows is work by the clock, whether articles come or not
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.pause": False,
}
REACHED = 10
"""Seconds within which a cluster answers."""
PATIENCE = 60.0
"""Seconds after which a worker that is missing is taken for lost: far more than its start takes."""
STARTED = 300
"""Seconds within which one of our own does, on a very busy machine."""
STARTS = 3
"""Times that a cluster of our own is started: a worker that is killed while it starts ends the start."""
ROOM = 512 << 20
"""Bytes of memory that a worker has at the least: with the packs that ship it uses less than half."""


class Crew:
    """A connection to those who check, and for workers of our own the care that they stay as many as they were."""

    def __init__(self, client: Client, cluster: LocalCluster | None = None, workers: int = 0) -> None:
        self.client = client
        self._cluster, self._workers = cluster, workers
        self._short_since = 0.0

    def threads(self) -> int:
        """How many portions are checked at a time, by the workers that are there now."""
        return sum(self._there().values())

    def _there(self) -> dict[str, int]:
        """The workers by their addresses, with their threads. Raises FactcheckError where nobody answers."""
        try:
            return dict(self.client.nthreads())
        except (OSError, TimeoutError) as slip:
            raise FactcheckError(gone()) from slip

    def tend(self) -> int:
        """How many workers are there now. Where it are too few for long, others are started in place of the missing.

        Dask starts a worker again that was killed at its work, but not one that was killed while it started, and then
        waits for ever.
        """
        there = len(self._there())
        if self._cluster is None or there >= self._workers:
            self._short_since = 0.0
        elif not self._short_since:
            self._short_since = monotonic()
        elif monotonic() - self._short_since > PATIENCE:
            self._cluster.scale(there)  # takes those out that are not there, and only them
            self._cluster.scale(self._workers)
            self._short_since = monotonic()
        return there


@contextmanager
def engine(workers: int, address: str) -> Iterator[Crew]:
    """A connection to the cluster at `address`, else to `workers` processes here, which end with it.

    Raises FactcheckError without the extra `archive`, and where there is no cluster.
    """
    try:
        import dask.distributed
    except ImportError as missing:
        sentence = message("Archives need the extra “archive”: pip install 'factcheck-newsroom[archive]'.")
        raise FactcheckError(sentence) from missing
    gc.enable()  # a run may take days
    _quieten()
    with dask.config.set(SETTINGS), ExitStack() as opened:
        if address:
            yield Crew(opened.enter_context(_closing(_connected(address))))
        else:
            cluster = opened.enter_context(_closing(_own(workers)))
            client = opened.enter_context(_closing(_connected(cluster)))
            yield Crew(client, cluster, workers)


@contextmanager
def _closing(opened: Any) -> Iterator[Any]:
    """Closes a connection or a cluster; that it ends late or badly changes nothing of what was written."""
    try:
        yield opened
    finally:
        with suppress(OSError, TimeoutError):
            opened.close()


def gone() -> str:
    """What is said where the cluster answers no more."""
    return message("The cluster is gone; run the same with --resume to do what is left.")


def _connected(address: str | LocalCluster) -> Client:
    from distributed import Client

    try:
        return Client(address, timeout=REACHED if isinstance(address, str) else STARTED, set_as_default=False)
    except (OSError, ValueError) as slip:
        raise FactcheckError(message("There is no cluster at {address}.", address=address)) from slip


def _own(workers: int) -> LocalCluster:
    from distributed import LocalCluster
    from distributed.system import MEMORY_LIMIT

    room = max(ROOM, MEMORY_LIMIT // workers)
    for attempt in range(1, STARTS + 1):
        try:
            return LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
                memory_limit=room,
                silence_logs=logging.CRITICAL,
            )
        except (RuntimeError, OSError, TimeoutError) as slip:
            if attempt == STARTS:
                sentence = message("No workers could be started here: {reason}.", reason=_first(slip))
                raise FactcheckError(sentence) from slip
    raise AssertionError


def _first(slip: Exception) -> str:
    return str(slip).partition("\n")[0].rstrip(".")


def _quieten() -> None:
    """What the engine remarks of workers that went is said by us, where it matters."""
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    os.environ.setdefault("DASK_LOGGING__DISTRIBUTED", "critical")

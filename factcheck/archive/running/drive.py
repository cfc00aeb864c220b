"""Portions handed out and taken back: each is written once, whatever happens to those who check them."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, SimpleQueue

from factcheck.archive.inputs.record import Portion
from factcheck.archive.rows.tables_written import UnwrittenError
from factcheck.archive.running.engine import Crew, gone
from factcheck.archive.running.job import Done, Job
from factcheck.archive.running.one_by_one import check_each
from factcheck.archive.running.portion_check import OtherWorkerError, check_portion
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from distributed import Future

AHEAD = 2
"""Portions that wait for each that is checked: no worker waits for the driver, and the driver holds few."""
TICK = 1.0
"""Seconds after which a listener is told that nothing came."""


class Listener(Protocol):
    """Told of what happens, in the thread of the driver."""

    def done(self, done: Done, size: int) -> None: ...

    def retried(self, portion: Portion, reason: str) -> None: ...

    def waiting(self, workers: int) -> None: ...


class Driver:
    """A run on an engine: what is in hand, and what failed and waits for another way."""

    def __init__(self, crew: Crew, job: Job, listener: Listener) -> None:
        self._crew, self._client = crew, crew.client
        self._job = job
        self._listener = listener
        self._in_hand: dict[str, tuple[Future, Portion]] = {}
        self._answered: SimpleQueue[str] = SimpleQueue()
        self._tried: set[str] = set()

    def run(self, portions: Iterator[Portion]) -> None:
        """Has every portion checked. Raises FactcheckError where nothing can be written, or the cluster is gone."""
        for portion in portions:
            while len(self._in_hand) >= self._most():
                self._take()
            self._hand_out(portion)
        while self._in_hand:
            self._take()

    def _most(self) -> int:
        return max(1, self._crew.threads()) * (1 + AHEAD)

    def _hand_out(self, portion: Portion) -> None:
        key = f"{portion.name}-{id(self._job):x}-{portion.name in self._tried:d}"
        future = self._client.submit(check_portion, self._job, portion, key=key, pure=False)
        self._in_hand[key] = (future, portion)
        future.add_done_callback(lambda one: self._answered.put(one.key))

    def _take(self) -> None:
        """Waits for an answer, and does what it asks for."""
        try:
            key = self._answered.get(timeout=TICK)
        except Empty:
            self._listener.waiting(self._crew.tend())
            return
        future, portion = self._in_hand.pop(key)
        if future.status == "finished":
            self._listener.done(future.result(), portion.size)
        elif future.status == "error":
            self._failed(portion, future.exception())
        elif self._client.status != "running":
            raise FactcheckError(gone())
        else:
            self._hand_out(portion)

    def _failed(self, portion: Portion, slip: BaseException) -> None:
        """A portion is tried again where it raised something, and article by article where it ended its workers."""
        from distributed import KilledWorker

        if isinstance(slip, (UnwrittenError, OtherWorkerError)):
            raise slip
        killed = isinstance(slip, KilledWorker)
        reason = message("every worker that had them ended") if killed else f"{type(slip).__name__}: {slip}"
        self._listener.retried(portion, reason)
        if portion.name in self._tried or killed:
            self._listener.done(check_each(self._crew, self._job, portion, self._listener.waiting), portion.size)
        else:
            self._tried.add(portion.name)
            self._hand_out(portion)

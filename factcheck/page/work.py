"""The work of a server that must not be flooded: few checks at once, few that wait, each in a thread, none for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from factcheck.page.gate import RefusedError
from factcheck.typed import TypeVar

AT_ONCE = 2
WAITING = 8
PATIENCE = 60.0
"""Seconds after which an answer is given up; what is read is bounded (`gate.SIZE`, `reading/budget.py`), so the thread
ends by itself."""

Made = TypeVar("Made")


class Work:
    """Room for `AT_ONCE` checks; who finds `WAITING` others before him is sent away."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_ONCE)
        self._asking = 0

    async def done(self, make: Callable[[], Made]) -> Made:
        """What `make` gives, made in a thread. Raises RefusedError where there is no room or no end."""
        if self._asking >= AT_ONCE + WAITING:
            raise RefusedError(503, "too many requests at once")
        self._asking += 1
        task = asyncio.create_task(self._made(make))
        try:
            return await asyncio.wait_for(asyncio.shield(task), PATIENCE)
        except TimeoutError:
            task.add_done_callback(_heard)
            raise RefusedError(503, "the check takes too long") from None

    async def _made(self, make: Callable[[], Made]) -> Made:
        """Holds its room until the thread has ended, whether anybody still waits for it or not."""
        try:
            async with self._room:
                return await asyncio.to_thread(make)
        finally:
            self._asking -= 1


def _heard(task: asyncio.Task[Made]) -> None:
    """Nobody waits for the outcome any more: a failure of it is no news."""
    if not task.cancelled():
        task.exception()

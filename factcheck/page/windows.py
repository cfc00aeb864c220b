"""The windows that are open: each holds one answer open as long as it lives, and with the last one the server ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

GRACE = 10.0
"""Seconds in which a window that was closed may come back: a page that is loaded anew."""
BEAT = 10.0
"""Seconds between signs of life, by which a window that died without a word is noticed."""


class Windows:
    """Counts them; `ended` is called once the last one is gone, and never before there was one."""

    def __init__(self, ended: Callable[[], None]) -> None:
        self._ended = ended
        self._open = 0
        self._leaving: asyncio.TimerHandle | None = None

    async def open(self) -> AsyncIterator[str]:
        """What a window reads for as long as it is open."""
        self._open += 1
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None
        try:
            while True:
                yield "\n"
                await asyncio.sleep(BEAT)
        finally:
            self._open -= 1
            if not self._open:
                self._leaving = asyncio.get_running_loop().call_later(GRACE, self._ended)

"""One editor and its open drafts: every version checked at most once, one at a time, and the newest wins.

Nothing here knows the protocol. A check runs in a thread of its own; what comes of a version that has been typed over
since is not shown.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from factcheck.desk.desk import Desk
from factcheck.editor.drafts import Answer, Draft, answer
from factcheck.messages import speaking
from factcheck.typed import TypeVar

Made = TypeVar("Made")

PAUSE = 0.04
"""Seconds without a keystroke before a check begins: fingers that fly do not start one for each letter."""
LONGEST_PAUSE = 1.0
"""A draft that takes long to check is checked after a pause as long as that, so that a core is never busy with it
alone; but after this at the latest."""


class Open:
    """An open draft: its newest version, the newest answer, and the check that is under way."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.answer: Answer | None = None
        self.running: asyncio.Task[None] | None = None
        self.timer: asyncio.TimerHandle | None = None
        self.took = 0.0

    @property
    def pause(self) -> float:
        """How long to wait for the next keystroke."""
        return min(max(PAUSE, self.took), LONGEST_PAUSE)


class Session:
    """The drafts of one editor; to be used in its event loop."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.drafts: dict[str, Open] = {}
        self.unit = "utf-16"
        self.language = "en"
        self.generation = 0
        self._worker = ThreadPoolExecutor(1, "check")

    def write(self, draft: Draft) -> Open:
        """Takes a new version of a draft, or a new draft."""
        held = self.drafts.setdefault(draft.uri, Open(draft))
        held.draft = draft
        return held

    def close(self, uri: str) -> None:
        """Forgets a draft; what is still being checked of it is shown nowhere."""
        held = self.drafts.pop(uri, None)
        if held is not None and held.timer is not None:
            held.timer.cancel()

    async def answered(self, uri: str) -> Answer | None:
        """The answer to the version of a draft that is open now, or to a newer one where that was typed meanwhile; None
        for one that is open no more."""
        held = self.drafts.get(uri)
        wanted = (self.generation, held.draft.version) if held else (0, 0)
        while held is not None and self.drafts.get(uri) is held:
            if held.answer is not None and (held.answer.generation, held.answer.draft.version) >= wanted:
                return held.answer
            if held.running is None:
                held.running = asyncio.ensure_future(self._check(held))
            await asyncio.shield(held.running)
        return None

    async def reload(self) -> None:
        """Reads settings and packs anew; every answer so far is one to older ones."""
        await self.work(self.desk.reload)
        self.generation += 1

    async def work(self, do: Callable[[], Made]) -> Made:
        """Does something in the thread of the checks, in the language of the editor."""

        def spoken() -> Made:
            with speaking(self.language):
                return do()

        return await asyncio.get_running_loop().run_in_executor(self._worker, spoken)

    def end(self) -> None:
        """Begins no further check."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _check(self, held: Open) -> None:
        draft, generation = held.draft, self.generation

        def timed() -> tuple[Answer, float]:
            began = time.thread_time()  # what else the machine does makes no draft a slow one
            return answer(self.desk, draft, self.unit, generation), time.thread_time() - began

        try:
            held.answer, held.took = await self.work(timed)
        finally:
            held.running = None

"""Work that ends when its time is up, whatever it is at: fetching, unpacking, checking."""

from __future__ import annotations

import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import FactcheckError
from factcheck.messages import message

AGAIN = 2.0
"""Seconds after which work is interrupted once more: an interrupt that comes while an object is deleted is lost."""


@contextmanager
def within(seconds: float, url: str) -> Iterator[None]:
    """Raises FactcheckError about `url` in the work below when `seconds` have gone, or behind it where nothing stopped
    that. For the main thread alone."""
    over, done = threading.Event(), threading.Event()

    def watch() -> None:
        left = seconds
        while not done.wait(left):
            over.set()
            interrupt_main()
            left = AGAIN

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            done.set()
            watcher.join()
    except KeyboardInterrupt:
        if not over.is_set():
            raise
    if over.is_set():
        raise FactcheckError(
            message("This took longer than {seconds} seconds: nothing was changed.", seconds=f"{seconds:g}"), url
        )

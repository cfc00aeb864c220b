"""Work that ends when its time is up, whatever it is at: fetching, unpacking, checking."""

from __future__ import annotations

import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import FactcheckError
from factcheck.messages import message


@contextmanager
def within(seconds: float, url: str) -> Iterator[None]:
    """Raises FactcheckError about `url` in the work below when `seconds` have gone. For the main thread alone."""
    over = threading.Event()

    def end() -> None:
        over.set()
        interrupt_main()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if not over.is_set():
            raise
        raise FactcheckError(
            message("This took longer than {seconds} seconds: nothing was changed.", seconds=f"{seconds:g}"), url
        ) from None
    finally:
        timer.cancel()

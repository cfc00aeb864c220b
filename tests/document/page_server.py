"""A real server on this machine for the tests: pages, and everything that a server can do wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

FOR_EVER = 10**9


class Answer(NamedTuple):
    """What stands at a path: `body` again and again `times`, with `pause` seconds between.

    What lasts `FOR_EVER` ends with the server only: whoever waits for its end without a limit does not come back.
    """

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    to: str = ""
    times: int = 1
    pause: float = 0


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[str]:
    """The address of a server that gives these answers until the end of the block."""
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path, Answer(b"nothing", status=404))
            self.send_response(answer.status)
            if answer.kind:
                self.send_header("Content-Type", answer.kind)
            if answer.to:
                self.send_header("Location", answer.to)
            self.end_headers()
            try:
                for _ in range(answer.times):
                    self.wfile.write(answer.body)
                    if ended.wait(answer.pause):
                        return
            except OSError:
                return

        def log_message(self, *said: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        ended.set()
        server.shutdown()
        server.server_close()

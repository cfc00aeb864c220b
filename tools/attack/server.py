"""A server that answers anything: articles and packs come whole or not at all, in bounded time, with a sentence."""

from __future__ import annotations

import gzip
import random
import tempfile
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.pull.install import Wish, pull
from factcheck.web import Answer, Limits, ask
from tools.attack.tally import Tally

STATUSES = (200, 200, 200, 204, 206, 301, 302, 303, 304, 307, 308, 400, 404, 429, 500, 503, 599)
PLACES = (
    "/a",
    "http://[::1",
    "//",
    "",
    "file:///etc/passwd",
    "http://169.254.169.254/",
    "\xff",
    "x" * 3000,
    "http://a b/",
    "?",
)
LIMITS = Limits(size=200_000, seconds=3, silence=1)


def server(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Asks a hostile server for articles and packs."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"chance": chance}))
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.server_port}/"
    try:
        with tempfile.TemporaryDirectory(prefix="attack-") as place:
            while tally.seconds < seconds:
                _one(tally, address + str(chance.randrange(1 << 30)), Path(place), chance.random() < 0.5)
    finally:
        running.shutdown()
        running.server_close()


def _one(tally: Tally, address: str, place: Path, article: bool) -> None:
    tally.tried += 1
    begun = time.monotonic()
    try:
        if article:
            ask(address, _body, LIMITS)
        else:
            pull(Wish(address, place / "pack", limits=LIMITS), (), lambda done, total: None)
    except FactcheckError:
        pass
    except Exception as slip:
        tally.fail(f"{address}: {type(slip).__name__}: {slip}")
    if time.monotonic() - begun > LIMITS.seconds + 5:
        tally.fail(f"{address}: took {time.monotonic() - begun:.0f} s")
    if left := [path.name for path in place.iterdir()]:
        tally.fail(f"{address}: left {left}")


def _body(answer: Answer) -> bytes:
    return b"".join(answer.blocks())


class _Handler(BaseHTTPRequestHandler):
    chance = random.Random(0)

    def do_GET(self) -> None:
        with suppress(OSError):
            self._answer(self.chance)

    def _answer(self, chance: random.Random) -> None:
        if chance.random() < 0.1:
            self.wfile.write(chance.randbytes(chance.randrange(300)))
            return
        zipped = b"PK\x03\x04" + chance.randbytes(900)
        body = chance.choice((chance.randbytes(2000), zipped, b'{"name": "x"', b"x" * 300_000))
        self.send_response_only(chance.choice(STATUSES))
        for name, value in self._headers(chance, body):
            if chance.random() < 0.5:
                self.send_header(name, value)
        self.end_headers()
        packed = gzip.compress(b"0" * 3_000_000) if chance.random() < 0.1 else body
        for at in range(0, len(packed), 50_000):
            self.wfile.write(packed[at : at + 50_000])
            time.sleep(chance.choice((0, 0, 0, 0.01)))
        time.sleep(2 if chance.random() < 0.02 else 0)

    def _headers(self, chance: random.Random, body: bytes) -> list[tuple[str, str]]:
        return [
            ("Content-Length", chance.choice((str(len(body)), "-1", "x", "9" * 30, "0"))),
            ("Content-Type", chance.choice(("text/html", "text/plain; charset=x", "", "text/html; charset=utf-16"))),
            ("Content-Encoding", chance.choice(("gzip", "deflate", "br", "identity", "x"))),
            ("Transfer-Encoding", "chunked") if chance.random() < 0.1 else ("X-Nothing", "x"),
            ("Location", chance.choice(PLACES)),
            ("ETag", '"x"'),
        ]

    def log_message(self, *said: object) -> None:
        """Says nothing."""

"""A real server on this machine that behaves badly on demand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

MODIFIED = formatdate(1_700_000_000, usegmt=True)


class Site:
    """What is served: `files` by path with an entity tag each, ways to misbehave under other paths.

    `asked` are (path, status) as answered; `begun` is set when a slow answer has begun.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, int]] = []
        self.begun = Event()
        self.stop = Event()
        self.address = ""


class Handler(BaseHTTPRequestHandler):
    site: Site

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        way, _, rest = self.path.lstrip("/").partition("/")
        {
            "circle": self.circle, "far": self.far, "away": self.away, "gone": self.gone, "cut": self.cut,
            "long": self.long, "drops": self.drops, "head": self.head, "endless": self.endless,
            "packed": self.packed, "begun": self.begun,
        }.get(way, lambda _: self.plain(self.path))(rest)  # fmt: skip

    def answer(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.site.asked.append((self.path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def plain(self, path: str) -> None:
        body = self.site.files.get(path)
        if body is None:
            self.answer(404, {"Content-Length": "0"})
            return
        tag = f'"{sha256(body).hexdigest()[:12]}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304, {"ETag": tag})
            return
        self.answer(200, {"Content-Length": str(len(body)), "ETag": tag, "Last-Modified": MODIFIED}, body)

    def circle(self, rest: str) -> None:
        self.answer(302, {"Location": "/circle/b" if rest == "a" else "/circle/a", "Content-Length": "0"})

    def far(self, rest: str) -> None:
        self.answer(302, {"Location": f"/far/{int(rest or 0) + 1}", "Content-Length": "0"})

    def away(self, rest: str) -> None:
        self.answer(302, {"Location": "file:///etc/passwd", "Content-Length": "0"})

    def gone(self, rest: str) -> None:
        self.answer(410, {"Content-Length": "0"})

    def cut(self, rest: str) -> None:
        body = self.site.files[f"/{rest}"]
        self.answer(200, {"Content-Length": str(len(body))}, body[: len(body) // 2])
        self.close_connection = True

    def long(self, rest: str) -> None:
        """Says less than there is."""
        body = self.site.files[f"/{rest}"]
        self.answer(200, {"Content-Length": str(len(body) // 2)}, body)
        self.close_connection = True

    def drops(self, rest: str) -> None:
        self.answer(200, {"Content-Length": "1000000"})
        self.drip(b"x")

    def head(self, rest: str) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
        self.drip(b"x")

    def drip(self, drop: bytes) -> None:
        self.site.begun.set()
        while not self.site.stop.wait(0.05):
            try:
                self.wfile.write(drop)
                self.wfile.flush()
            except OSError:
                return

    def endless(self, rest: str) -> None:
        self.answer(200, {})
        while not self.site.stop.is_set():
            try:
                self.wfile.write(b"x" * 100_000)
            except OSError:
                return

    def packed(self, rest: str) -> None:
        self.answer(200, {"Content-Encoding": "gzip", "Content-Length": "3"}, b"abc")

    def begun(self, rest: str) -> None:
        """Begins, and does not go on."""
        body = self.site.files[f"/{rest}"]
        self.answer(200, {"Content-Length": str(len(body))}, body[:10])
        self.site.begun.set()
        self.site.stop.wait()


@contextmanager
def serving() -> Iterator[Site]:
    """A site at `address`, gone afterwards."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": site}))
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        site.stop.set()
        server.shutdown()
        server.server_close()


def zipped(folder: Path, prefix: str = "", extra: Mapping[str, bytes] | None = None) -> bytes:
    """The files of a folder as a zip, below `prefix`, and further entries by their full names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.iterdir()):
            made.writestr(prefix + path.name, path.read_bytes())
        for name, body in (extra or {}).items():
            made.writestr(name, body)
    return out.getvalue()

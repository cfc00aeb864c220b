"""A server of the page for tests: real, on a free port of this machine, in a thread of this process."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from factcheck.desk.desk import Desk
from factcheck.page.gate import LIMITS, RequestLimits
from factcheck.page.serving import Serving

SLIP = "Ombudsman menilai pelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,86."
RIGHT = SLIP.replace("93,86", "93,68")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


class Server(NamedTuple):
    """A server that runs: its port, and the key of its window."""

    port: int
    key: str
    address: str

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """An answer over a connection of its own, whatever the headers say of who asks."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            line.putrequest(method, path, skip_host=True)
            for name, value in {"Host": f"127.0.0.1:{self.port}", **(headers or {})}.items():
                line.putheader(name, value)
            line.putheader("Content-Length", str(len(body)))
            line.endheaders(body)
            answer = line.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def post(self, path: str, body: bytes, **headers: str) -> Answer:
        """With the key, as the page asks."""
        return self.ask("POST", path, body, {"Authorization": f"Bearer {self.key}", **headers})

    def check(self, name: str, data: bytes, **said: Any) -> Answer:
        return self.post("/check", sent(name, data, **said))


def sent(name: str, data: bytes, **said: Any) -> bytes:
    """A draft as the page sends it."""
    return json.dumps({"name": name, "edits": [], **said}).encode() + b"\n" + data


@cache
def desk() -> Desk:
    return Desk()


@contextmanager
def serving(limits: RequestLimits = LIMITS) -> Iterator[Server]:
    """A server until the end of the block."""
    server = Serving(desk(), limits=limits, stay=True)
    ready = threading.Event()
    thread = threading.Thread(target=server.run, args=[ready.set], daemon=True)
    thread.start()
    assert ready.wait(600)
    try:
        yield Server(server.port, server.address.partition("#k=")[2], server.address)
    finally:
        server.end()
        thread.join(60)
    assert not thread.is_alive()

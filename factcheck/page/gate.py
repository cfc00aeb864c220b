"""The gate of the server: who may ask, how much and how long, and what a browser may do with the answer.

The server listens on this machine alone, but any page that is open in the browser can send requests to it, and a name
of that page can come to mean this machine (DNS rebinding). So: the address asked must be ours by number or as
`localhost`; a page that asks must be ours; and what is asked needs the key, which stands in the fragment of the page's
address, where neither logs nor other pages see it. Clients of LanguageTool cannot send a key: they get `/v2/` alone,
and of programs in a browser only add-ons get it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from secrets import compare_digest

from factcheck.typed import Any, NamedTuple

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class RequestLimits(NamedTuple):
    """What a request may cost: `size` in bytes (a draft has 5,000, a Word file with pictures some millions), and
    `patience`, the seconds within which it has to be there."""

    size: int = 5_000_000
    patience: float = 20.0

    @property
    def drained(self) -> int:
        """Bytes that are taken in and thrown away so that who sent too much hears why, not a broken connection."""
        return 4 * self.size


LIMITS = RequestLimits()
LANGUAGETOOL = "/v2/"
OPEN = (".js", ".css", ".svg")
"""Endings of what is the same for everybody and says nothing of anybody: these, and the bare page, need no key."""
ADD_ONS = ("chrome-extension://", "moz-extension://", "safari-web-extension://")

HEADERS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
OURS_ALONE = (b"cross-origin-resource-policy", b"same-origin")


class RefusedError(Exception):
    """A request that is not answered: its status, and why in a few words for who wrote the client."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Asked(NamedTuple):
    """What the gate looks at: a request's method, path and headers, the last as text with names in small letters."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def origin(self) -> str:
        """The page or add-on that asks; empty for what is no browser."""
        return self.headers.get("origin", "")

    @property
    def from_add_on(self) -> bool:
        """Whether an add-on of the browser asks."""
        return self.origin.startswith(ADD_ONS)


class Gate:
    """Lets through to `app` what may pass; `port` is the one that the server listens on, `key` the window's."""

    def __init__(self, app: App, port: int, key: str, limits: RequestLimits = LIMITS) -> None:
        self._app = app
        self._limits = limits
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        asked = _asked(scope)
        answered = _with_headers(send, asked)
        try:
            self.look(asked)
            await self._app(scope, await _whole(receive, asked, self._limits), answered)
        except RefusedError as refusal:
            await _refuse(refusal, answered)

    def look(self, asked: Asked) -> None:
        """Raises RefusedError for what must not pass."""
        host = asked.headers.get("host", "")
        if host not in self._hosts:
            raise RefusedError(400, "this server answers to 127.0.0.1 and localhost alone")
        if asked.path.startswith(LANGUAGETOOL):
            return _look_languagetool(asked, host)
        if asked.origin and asked.origin != f"http://{host}":
            raise RefusedError(403, "another page must not ask")
        if asked.method in ("GET", "HEAD") and (asked.path == "/" or asked.path.endswith(OPEN)):
            return None
        given = asked.headers.get("authorization", "").encode("latin-1")
        if not compare_digest(given, f"Bearer {self._key}".encode()):
            raise RefusedError(403, "the key is missing or wrong; open the address that the command printed")
        return None


def _look_languagetool(asked: Asked, host: str) -> None:
    """A word processor names no page, an add-on its own; no web page may ask, not even in a picture's address."""
    if asked.from_add_on:
        return
    if asked.origin not in ("", f"http://{host}"):
        raise RefusedError(403, "web pages must not ask")
    if asked.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise RefusedError(403, "web pages must not ask")


def _asked(scope: Scope) -> Asked:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    return Asked(scope["method"], scope["path"], headers)


async def _whole(receive: Receive, asked: Asked, limits: RequestLimits) -> Receive:
    """The body of the request, all of it, as one message: not too much, and not too late. Raises RefusedError."""
    try:
        async with asyncio.timeout(limits.patience):
            body = await _body(receive, asked, limits)
    except TimeoutError:
        raise RefusedError(408, "the request did not arrive in time") from None
    given = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def again() -> Message:
        message = next(given, None)
        return await receive() if message is None else message

    return again


async def _body(receive: Receive, asked: Asked, limits: RequestLimits) -> bytes:
    length = asked.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > limits.drained:
        raise RefusedError(413, _too_much(limits))
    pieces: list[bytes] = []
    size, more = 0, True
    while more and size <= limits.drained:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedError(400, "the connection ended in the middle of the request")
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size <= limits.size:
            pieces.append(piece)
    if size > limits.size:
        raise RefusedError(413, _too_much(limits))
    return b"".join(pieces)


def _too_much(limits: RequestLimits) -> str:
    return f"more than {limits.size:,} bytes"


def _with_headers(send: Send, asked: Asked) -> Send:
    """`send` that adds to every answer what binds the browser."""
    extra = [*HEADERS, *_shared(asked)]

    async def answered(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *extra]
        await send(message)

    return answered


def _shared(asked: Asked) -> Iterable[tuple[bytes, bytes]]:
    """An add-on may read what LanguageTool's address answers; nobody else's page may read anything."""
    if not (asked.path.startswith(LANGUAGETOOL) and asked.from_add_on):
        return [OURS_ALONE]
    return [
        (b"access-control-allow-origin", asked.origin.encode("latin-1")),
        (b"access-control-allow-methods", b"GET, POST"),
        (b"access-control-allow-headers", b"content-type, accept"),
        (b"vary", b"origin"),
    ]


async def _refuse(refusal: RefusedError, send: Send) -> None:
    body = f"{refusal}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    if refusal.status in (408, 413):
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

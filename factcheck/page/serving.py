"""The server itself: a free port of this machine, slow and broken clients cut off, the end with the last window."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from secrets import token_urlsafe

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from factcheck.desk.desk import Desk
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.page.gate import LIMITS, Gate, RequestLimits
from factcheck.page.site import Site
from factcheck.page.windows import Windows
from factcheck.typed import Any

HERE = "127.0.0.1"
CONNECTIONS = 64


def _impatient(patience: float) -> type[H11Protocol]:
    """Connections that are closed when they say nothing whole within `patience`: half a request holds no room."""

    class Impatient(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self.loop.call_later(patience, self._look)

        def _look(self) -> None:
            if self.cycle is None and not self.transport.is_closing():
                self.transport.close()

    return Impatient


class Serving:
    """A server made ready: `address` is the window's, with its key; `languagetool` what a word processor is told."""

    def __init__(
        self,
        desk: Desk,
        port: int = 0,
        *,
        stay: bool = False,
        first: tuple[str, bytes] | None = None,
        limits: RequestLimits = LIMITS,
    ) -> None:
        self._socket = _bound(port)
        self.port: int = self._socket.getsockname()[1]
        key = token_urlsafe(24)
        self.address = f"http://{HERE}:{self.port}/#k={key}"
        self.languagetool = f"http://{HERE}:{self.port}/v2"
        site = Site(desk, Windows((lambda: None) if stay else self.end), first)
        settings = uvicorn.Config(
            Gate(site.app(), self.port, key, limits),
            http=_impatient(limits.patience),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(settings)

    def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serves until the last window closes, `end` is called or the user stops it; calls `ready` when it listens."""

        async def serve() -> None:
            asyncio.get_running_loop().call_soon(ready)
            await self._server.serve([self._socket])

        with self._socket:
            asyncio.run(serve())

    def end(self) -> None:
        """Ends the server from within, or from another thread."""
        self._server.should_exit = True


def _bound(port: int) -> socket.socket:
    place = socket.socket()
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((HERE, port))
        place.listen(CONNECTIONS)
    except OSError as slip:
        place.close()
        raise FactcheckError(message("Port {port} is taken by another program; name another.", port=port)) from slip
    return place

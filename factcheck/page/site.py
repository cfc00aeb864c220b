"""The server's addresses: the page and what it is made of, a draft checked, a draft mended, a window that is open."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from factcheck.desk.desk import Desk
from factcheck.errors import FactcheckError
from factcheck.messages import speaking, translate, translated
from factcheck.page.check_sent import check_sent
from factcheck.page.edits import edited, shown
from factcheck.page.gate import RefusedError
from factcheck.page.languagetool import LanguageTool
from factcheck.page.page_texts import page_texts
from factcheck.page.sent import Sent, in_code_points, sent
from factcheck.page.windows import Windows
from factcheck.page.work import Work

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("page", "cards", "sheet", "server", "texts", "codemirror")
FILES = {
    **{f"/{name}.js": (f"{name}.js", "text/javascript") for name in SCRIPTS},
    "/page.css": ("page.css", "text/css"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
Answer = Callable[[Request], Awaitable[Response]]


class Site:
    """What is answered behind the gate, from one desk; `windows` are the pages that are open."""

    def __init__(self, desk: Desk, windows: Windows, first: tuple[str, bytes] | None = None) -> None:
        self._desk = desk
        self._windows = windows
        self._first = first
        self._work = Work()
        self._languagetool = LanguageTool(desk, self._work)

    def app(self) -> Starlette:
        """The application."""
        tool = self._languagetool
        files = [Route(path, _file(*file)) for path, file in FILES.items()]
        return Starlette(
            routes=[
                Route("/", self._page),
                *files,
                Route("/first", self._opened, methods=["POST"]),
                Route("/check", _told(self._check), methods=["POST"]),
                Route("/mended", _told(self._mended), methods=["POST"]),
                Route("/alive", self._alive, methods=["POST"]),
                Route("/v2/check", tool.check, methods=["POST", "OPTIONS"]),
                Route("/v2/languages", tool.languages, methods=["GET", "OPTIONS"]),
            ],
            exception_handlers={RefusedError: _refused},
        )

    async def _page(self, request: Request) -> Response:
        nonce = token_urlsafe(18)
        texts = json.dumps(page_texts(), ensure_ascii=False).replace("<", "\\u003c")
        page = _text("page.html").replace("$nonce", nonce).replace("$texts", texts)
        policy = {"content-security-policy": POLICY.format(nonce=nonce)}
        return Response(page, media_type="text/html", headers=policy)

    async def _opened(self, request: Request) -> Response:
        """The file that the command was given, with its name; 204 where it was given none."""
        if self._first is None:
            return Response(status_code=204)
        name, data = self._first
        return Response(data, media_type="application/octet-stream", headers={"x-name": quote(name)})

    async def _check(self, draft: Sent) -> Response:
        told, whole = await self._work.done(lambda: check_sent(self._desk, draft))
        self._languagetool.seen(whole)
        return JSONResponse(told)

    async def _mended(self, draft: Sent) -> Response:
        def mended() -> bytes:
            edits = in_code_points(draft.edits, shown(draft.name, draft.data).text)
            return edited(draft.name, draft.data, edits)

        return Response(await self._work.done(mended), media_type="application/octet-stream")

    async def _alive(self, request: Request) -> Response:
        return StreamingResponse(self._windows.open(), media_type="text/plain")


def _told(answer: Callable[[Sent], Awaitable[Response]]) -> Answer:
    """`answer` for the draft in a request; what the editor can mend is told in the words of the page."""

    async def told(request: Request) -> Response:
        draft = sent(await request.body())
        with speaking(draft.speak):
            try:
                return await answer(draft)
            except FactcheckError as slip:
                return _error(translated(slip.message), 422)
            except RefusedError:
                raise
            except Exception as slip:
                kind = type(slip).__name__
                return _error(translate("This draft could not be checked ({reason}).", reason=kind), 500)

    return told


async def _refused(request: Request, refusal: Exception) -> Response:
    status = refusal.status if isinstance(refusal, RefusedError) else 500
    return JSONResponse({"error": str(refusal)}, status)


def _error(sentence: str, status: int) -> Response:
    return JSONResponse({"error": sentence}, status)


def _file(name: str, kind: str) -> Answer:
    async def file(request: Request) -> Response:
        return Response(_text(name), media_type=kind)

    return file


def _text(name: str) -> str:
    return (STATIC / name).read_text("utf-8")

"""The address that clients of LanguageTool ask, so that word processors and browsers underline what does not fit.

`POST /v2/check` and `GET /v2/languages` as LanguageTool's own server answers them (its HTTP API, version 1), as far as
clients read it. Offsets are UTF-16 units of the text sent. Word processors send a paragraph alone, without headline,
day or what was said before: less is found in it, and nothing is guessed. A paragraph of a text that was seen whole, on
the page or by a client that sends all, is held against that text.
"""

from __future__ import annotations

from collections import deque

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.desk.desk import Desk
from factcheck.errors import FactcheckError
from factcheck.messages import speaking
from factcheck.model import Finding, Span
from factcheck.page.check_sent import Whole
from factcheck.page.languagetool_form import LOCALES, Asked, asked, languages, match, told
from factcheck.page.view import view_of
from factcheck.page.work import Work
from factcheck.typed import Any

NAME = "paragraph.txt"
KEPT = 4
"""Texts seen whole that lend their context, the newest first."""


class LanguageTool:
    """The two addresses, answered from a desk."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._wholes: deque[Whole] = deque(maxlen=KEPT)

    def seen(self, whole: Whole) -> None:
        """A draft was seen whole: in the place of what was seen of it before it lends its context from now on."""
        path = whole.checked.article.path
        others = [each for each in self._wholes if each.checked.article.path != path]
        self._wholes = deque([whole, *others], maxlen=KEPT)

    async def languages(self, request: Request) -> Response:
        """The languages of articles."""
        return JSONResponse(languages())

    async def check(self, request: Request) -> Response:
        """What does not fit in a text. Raises RefusedError for a request that has none."""
        if request.method == "OPTIONS":
            return Response(status_code=204)
        wanted = asked(await request.body())
        return JSONResponse(await self._work.done(lambda: self._answer(wanted)))

    def _answer(self, wanted: Asked) -> dict[str, Any]:
        code = wanted.language.partition("-")[0]
        if code and code not in LOCALES:
            return told(wanted, code, [])
        whole, start = self._whole_of(wanted.text)
        try:
            whole = whole or self._checked(wanted, code)
        except FactcheckError:  # what is no text holds no slip
            return told(wanted, code, [])
        document = whole.checked.document
        with speaking(document.language):
            matches = [
                match(document, finding, wanted.text, place)
                for finding in whole.checked.report.findings
                if finding.rule not in wanted.ignored and (place := _place(whole, finding, start, wanted.text))
            ]
        return told(wanted, document.language, matches)

    def _checked(self, wanted: Asked, code: str) -> Whole:
        checked = self._desk.check(wanted.text, NAME, language=code or None)
        whole = Whole(checked, view_of(checked.document))
        if "\n" in wanted.text.strip():
            self.seen(whole)
        return whole

    def _whole_of(self, text: str) -> tuple[Whole | None, int]:
        """A text seen whole in which `text` is a paragraph or some, and where it would begin in it."""
        body = text.strip("\n")
        if not body.strip():
            return None, 0
        for whole in self._wholes:
            at = f"\n{whole.view.text}\n".find(f"\n{body}\n")
            if at >= 0:
                return whole, at - (len(text) - len(text.lstrip("\n")))
        return None, 0


def _place(whole: Whole, finding: Finding, start: int, text: str) -> Span | None:
    """Where a finding stands in `text`, which is at `start` of the view; None where it, or what it is about, stands
    outside: the rest of the draft may have changed since it was seen."""
    claims = {judged.claim.id: judged.claim for judged in whole.checked.report.claims}
    spans = [Span(finding.start, finding.end)]
    spans += [Span(way.start, way.end) for way in finding.suggestions]
    spans += [Span(claims[each].start, claims[each].end) for each in finding.claims if each in claims]
    seen = [whole.view.span(*span) for span in spans]
    if seen[0].start == seen[0].end or any(span.start < start or span.end > start + len(text) for span in seen):
        return None
    return Span(seen[0].start - start, seen[0].end - start)

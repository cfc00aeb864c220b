"""The address that clients of LanguageTool ask, so that word processors and browsers underline what does not fit.

`POST /v2/check` and `GET /v2/languages` as LanguageTool's own server answers them (its HTTP API, version 1), as far as
clients read it. Offsets are UTF-16 units of the text sent. Word processors send a paragraph alone, without headline, day
or what was said before: less is found in it, and nothing is guessed. A paragraph of a text that was seen whole, on the
page or by a client that sends all, is held against that text.
"""

from __future__ import annotations

import json
from collections import deque
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.desk.desk import Desk
from factcheck.document.offsets.line_table import Place
from factcheck.errors import FactcheckError
from factcheck.messages import speaking, translated
from factcheck.model import DocumentReport, Finding
from factcheck.page.check_sent import Whole
from factcheck.page.gate import Refusal
from factcheck.page.utf16 import units_of
from factcheck.page.view import View, view_of
from factcheck.page.work import Work
from factcheck.report.located import Located, explained
from factcheck.version import __version__

SOFTWARE = {"name": "factcheck", "version": __version__, "apiVersion": 1, "premium": False, "status": ""}
LOCALES = {
    "id": ("Indonesian", ("id", "id-ID")),
    "en": ("English", ("en", "en-US", "en-GB")),
}
"""What clients call the languages that articles are read in."""
NAME = "paragraph.txt"
AROUND = 40
"""Characters shown on each side of a place."""
KEPT = 4
"""Texts seen whole that lend their context, the newest first."""
MOST_FIELDS = 50
NOWHERE = Place(1, 1)
"""Clients have their own way to say where a place is."""


class Asked(NamedTuple):
    """A text, the language that the client says it is in ("" to find out), and rules it does not want."""

    text: str
    language: str
    ignored: frozenset[str]


class LanguageTool:
    """The two addresses, answered from a desk."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._wholes: deque[Whole] = deque(maxlen=KEPT)

    def seen(self, whole: Whole) -> None:
        """A draft of the page was seen whole: its newest state lends its context."""
        for before in [each for each in self._wholes if each.checked.article.path == whole.checked.article.path]:
            self._wholes.remove(before)
        self._wholes.appendleft(whole)

    async def languages(self, request: Request) -> Response:
        """The languages of articles."""
        known = [
            {"name": name, "code": code, "longCode": locale}
            for code, (name, locales) in LOCALES.items()
            for locale in locales
        ]
        return JSONResponse(known)

    async def check(self, request: Request) -> Response:
        """What does not fit in a text. Raises Refusal for a request that has none."""
        if request.method == "OPTIONS":
            return Response(status_code=204)
        asked = _asked(await request.body())
        return JSONResponse(await self._work.done(lambda: self._answer(asked)))

    def _answer(self, asked: Asked) -> dict[str, Any]:
        code = asked.language.partition("-")[0]
        if code and code not in LOCALES:
            return _told(asked, code, [])
        whole, start = self._whole_of(asked.text)
        try:
            whole = whole or self._checked(asked, code)
        except FactcheckError:  # what is no text holds no slip
            return _told(asked, code, [])
        report = whole.checked.report
        with speaking(report.document.language):
            matches = [
                match
                for finding in report.findings
                if finding.rule not in asked.ignored and (match := _match(report, whole.view, finding, start, asked.text))
            ]
        return _told(asked, report.document.language, matches)

    def _checked(self, asked: Asked, code: str) -> Whole:
        checked = self._desk.check(asked.text, NAME, language=code or None)
        whole = Whole(checked, view_of(checked.document))
        if "\n" in asked.text.strip():
            self._wholes.append(whole)
        return whole

    def _whole_of(self, text: str) -> tuple[Whole | None, int]:
        """A text seen whole in which `text` is a paragraph or some, and where it begins in it."""
        if not text.strip():
            return None, 0
        for whole in tuple(self._wholes):
            seen = f"\n{whole.view.text}\n"
            at = seen.find(f"\n{text.strip(chr(10))}\n")
            if at >= 0:
                return whole, at - (len(text) - len(text.lstrip("\n")))
        return None, 0


def _asked(body: bytes) -> Asked:
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        given = {name: values[0] for name, values in fields.items()}
        text = given["text"] if "text" in given else _annotated(json.loads(given["data"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as slip:
        raise Refusal(400, "a text is needed: text=… or data=…") from slip
    language = given.get("language", "auto")
    ignored = frozenset(given.get("disabledRules", "").split(","))
    return Asked(text.replace("\r\n", " \n").replace("\r", "\n"), "" if language == "auto" else language, ignored)


def _annotated(data: dict[str, Any]) -> str:
    """A text with markup as one of the same length: what stands for the markup, and blanks for the rest of it."""
    pieces = []
    for part in data["annotation"]:
        markup = str(part.get("markup", ""))
        stands = str(part.get("interpretAs", ""))[: len(markup)]
        pieces.append(str(part["text"]) if "text" in part else stands + " " * (units_of(markup).to(len(markup)) - len(stands)))
    return "".join(pieces)


def _told(asked: Asked, code: str, matches: list[dict[str, Any]]) -> dict[str, Any]:
    name = LOCALES.get(code, (code, ()))[0]
    language = {"name": name, "code": asked.language or code}
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {**language, "detectedLanguage": {"name": name, "code": code, "confidence": 1.0}},
        "matches": matches,
    }


def _match(report: DocumentReport, view: View, finding: Finding, start: int, text: str) -> dict[str, Any] | None:
    """A finding as clients show it; None where it, or what it is about, lies outside of `text` at `start` of the view.

    A finding of two places cannot offer both repairs there: only what is put into its own place is offered.
    """
    claims = {judged.claim.id: judged.claim for judged in report.claims}
    about = [finding, *finding.suggestions, *(claims[each] for each in finding.claims if each in claims)]
    spans = [view.span(each.start, each.end) for each in about]
    first, last = spans[0]
    if first == last or any(span.start < start or span.end > start + len(text) for span in spans):
        return None
    units = units_of(text)
    offset, end = units.to(first - start), units.to(last - start)
    own = (finding.start, finding.end)
    left, right = max(first - start - AROUND, 0), min(last - start + AROUND, len(text))
    return {
        "message": explained(report.document, Located(finding, NOWHERE, NOWHERE, "")),
        "shortMessage": translated(finding.severity),
        "offset": offset,
        "length": end - offset,
        "replacements": [{"value": way.replacement} for way in finding.suggestions if (way.start, way.end) == own],
        "context": {
            "text": text[left:right],
            "offset": offset - units.to(left),
            "length": end - offset,
        },
        "sentence": "",
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": translated(finding.message),
            "issueType": "inconsistency",
            "category": {"id": "FACTCHECK", "name": "factcheck"},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }

"""The form of what clients of LanguageTool send, and of what they are answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import parse_qs

from factcheck.messages import translated
from factcheck.model import Document, Finding, Span
from factcheck.page.gate import RefusedError
from factcheck.page.utf16 import units_of
from factcheck.report.sources_shown import sources_shown
from factcheck.typed import Any, NamedTuple
from factcheck.version import __version__

SOFTWARE = {"name": "factcheck", "version": __version__, "apiVersion": 1, "premium": False, "status": ""}
LOCALES = {
    "id": ("Indonesian", ("id", "id-ID")),
    "en": ("English", ("en", "en-US", "en-GB")),
}
"""What clients call the languages that articles are read in."""
AROUND = 40
"""Characters shown on each side of a place."""
MOST_FIELDS = 50


class Asked(NamedTuple):
    """A text, the language that the client says it is in ("" to find out), and rules it does not want."""

    text: str
    language: str
    ignored: frozenset[str]


def asked(body: bytes) -> Asked:
    """What a client asks. Raises RefusedError for a body without a text."""
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        given = {name: values[0] for name, values in fields.items()}
        text = given["text"] if "text" in given else _annotated(json.loads(given["data"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as slip:
        raise RefusedError(400, "a text is needed: text=… or data=…") from slip
    language = given.get("language", "auto")
    ignored = frozenset(given.get("disabledRules", "").split(","))
    return Asked(text.replace("\r\n", " \n").replace("\r", "\n"), "" if language == "auto" else language, ignored)


def _annotated(data: dict[str, Any]) -> str:
    """A text with markup as one of the same length: what stands for the markup, and blanks for the rest of it."""
    return "".join(_part(part) for part in data["annotation"])


def _part(part: dict[str, Any]) -> str:
    if "text" in part:
        return str(part["text"])
    length = len(str(part["markup"]).encode("utf-16-le")) // 2
    return str(part.get("interpretAs", ""))[:length].ljust(length)


def languages() -> list[dict[str, str]]:
    """The languages of articles, one entry to each locale."""
    return [
        {"name": name, "code": code, "longCode": locale}
        for code, (name, locales) in LOCALES.items()
        for locale in locales
    ]


def told(asked: Asked, code: str, matches: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The whole answer about a text in the language `code`."""
    name = LOCALES.get(code, (code, ()))[0]
    detected = {"name": name, "code": code, "confidence": 1.0}
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {"name": name, "code": asked.language or code, "detectedLanguage": detected},
        "matches": list(matches),
    }


def match(document: Document, finding: Finding, text: str, place: Span) -> dict[str, Any]:
    """A finding at `place` of `text` as clients show it.

    One of two places cannot offer both repairs there: only what is put into its own place is offered.
    """
    units = units_of(text)
    first, last = place
    left, right = max(first - AROUND, 0), min(last + AROUND, len(text))
    length = units.to(last) - units.to(first)
    own = (finding.start, finding.end)
    return {
        "message": "; ".join([translated(finding.message).rstrip("."), *_why(document, finding)]),
        "shortMessage": translated(finding.severity),
        "offset": units.to(first),
        "length": length,
        "replacements": [{"value": way.replacement} for way in finding.suggestions if (way.start, way.end) == own],
        "context": {"text": text[left:right], "offset": units.to(first) - units.to(left), "length": length},
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


def _why(document: Document, finding: Finding) -> list[str]:
    lines = sources_shown(finding.evidence, document.language, translated(finding.message))
    return [" · ".join([line.words, *(site.name for site in line.sites)]) for line in lines]

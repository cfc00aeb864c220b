"""Articles at web addresses: fetched once, with limits on size, time and redirects; only text is taken."""

from __future__ import annotations

from datetime import date

from factcheck.document.read_document import read_document
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import NamedTuple
from factcheck.web import Answer, Limits, ask, shown

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/x-rst": ".rst",
}
"""The types of content that are read, and the ending that a file of it would have."""
ARTICLE = Limits(size=5_000_000, seconds=30, silence=10)
WANTED = {"Accept": "text/html, text/plain;q=0.8, text/*;q=0.5"}


class FetchedText(NamedTuple):
    """The bytes of an answer, text in UTF-8 where the server named another encoding, and the ending of its type."""

    data: bytes
    ending: str


def read_address(address: str, *, as_of: date | None = None, limits: Limits = ARTICLE) -> Document:
    """The document at a web address. Raises FactcheckError where it cannot be had whole, or holds no article."""
    fetched = ask(address, _taken, limits, WANTED)
    return read_document(shown(address), fetched.data, as_of=as_of, ending=fetched.ending)


def _taken(answer: Answer) -> FetchedText:
    kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise answer.refuse(
            message("This address holds no text but {kind}.", kind=kind or message("something unnamed"))
        )
    return FetchedText(_in_utf8(b"".join(answer.blocks()), answer), ENDINGS[kind])


def _in_utf8(data: bytes, answer: Answer) -> bytes:
    """The text in UTF-8 where the server names another encoding and the text is in it."""
    from requests.utils import get_encoding_from_headers

    named = "charset" in answer.headers.get("Content-Type", "").lower()
    charset = (get_encoding_from_headers(answer.response.headers) or "") if named else ""
    try:
        return data.decode(charset).encode() if charset.lower() not in ("", "utf-8", "utf8") else data
    except (LookupError, UnicodeError):
        return data

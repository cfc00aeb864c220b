"""Articles at web addresses: fetched once, with limits on size, time and redirects; only text is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Document
from factcheck.version import __version__

if TYPE_CHECKING:
    from requests import Response

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/x-rst": ".rst",
}
"""The types of content that are read, and the ending that a file of it would have."""


class Limits(NamedTuple):
    """`size` in bytes unpacked, `seconds` for the whole fetch, `silence` in seconds without a byte."""

    size: int = 5_000_000
    seconds: float = 30
    silence: float = 10
    redirects: int = 5


class Fetched(NamedTuple):
    """The bytes of an answer, text in UTF-8 where the server named another encoding, and the ending of its type."""

    data: bytes
    ending: str


def read_address(address: str, *, as_of: date | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008
    """The document at a web address. Raises FactcheckError where it cannot be had whole, or holds no article."""
    fetched = _in_time(lambda: fetch(address, limits), address, limits)
    return read_document(address, fetched.data, as_of=as_of, ending=fetched.ending)


def fetch(address: str, limits: Limits) -> Fetched:
    """What stands at an address of http or https. Raises FactcheckError with a sentence that says why not."""
    import requests

    with requests.Session() as session:
        session.max_redirects = limits.redirects
        session.headers["User-Agent"] = f"factcheck/{__version__}"
        session.headers["Accept"] = "text/html, text/plain;q=0.8, text/*;q=0.5"
        try:
            with session.get(address, stream=True, timeout=limits.silence) as response:
                return _taken(response, address, limits)
        except requests.RequestException as slip:
            raise FactcheckError(_sentence(slip, limits), address) from slip


def _in_time(task: Callable[[], Fetched], address: str, limits: Limits) -> Fetched:
    """What `task` gives; it is left behind when it takes longer than all may take (a byte now and then does)."""
    from threading import Thread

    outcome: list[Fetched | Exception] = []

    def work() -> None:
        try:
            outcome.append(task())
        except Exception as slip:
            outcome.append(slip)

    worker = Thread(target=work, daemon=True)
    worker.start()
    worker.join(limits.seconds)
    if not outcome:
        raise FactcheckError(
            message("This address took longer than {seconds} seconds to answer.", seconds=f"{limits.seconds:g}"),
            address,
        )
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _taken(response: Response, address: str, limits: Limits) -> Fetched:
    if not response.ok:
        answer = f"{response.status_code} {response.reason or ''}".strip()
        sentence = message("This address answers {answer}; is it right, and open to everyone?", answer=answer)
        raise FactcheckError(sentence, address)
    kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise FactcheckError(
            message("This address holds no text but {kind}.", kind=kind or message("something unnamed")), address
        )
    data = bytearray()
    for chunk in response.iter_content(65536):
        data += chunk
        if len(data) > limits.size:
            size = f"{limits.size / 1e6:g}"
            sentence = message(
                "What stands at this address is too large for an article: more than {size} MB.", size=size
            )
            raise FactcheckError(sentence, address)
    return Fetched(_in_utf8(bytes(data), response), ENDINGS[kind])


def _in_utf8(data: bytes, response: Response) -> bytes:
    """The text in UTF-8 where the server names another encoding and the text is in it."""
    from requests.utils import get_encoding_from_headers

    named = "charset" in response.headers.get("Content-Type", "").lower()
    charset = (get_encoding_from_headers(response.headers) or "") if named else ""
    try:
        return data.decode(charset).encode() if charset.lower() not in ("", "utf-8", "utf8") else data
    except (LookupError, UnicodeError):
        return data


def _sentence(slip: Exception, limits: Limits) -> str:
    from requests import exceptions

    if isinstance(slip, exceptions.TooManyRedirects):
        return message(
            "This address leads on more than {times} times; give the one where the article stands.",
            times=limits.redirects,
        )
    if isinstance(slip, exceptions.InvalidSchema | exceptions.MissingSchema):
        return message("This address leads to one that is neither http nor https.")
    if isinstance(slip, exceptions.InvalidURL):
        return message("This is no address of a web page.")
    if isinstance(slip, exceptions.Timeout) or "timed out" in str(slip):  # in the body it is a ConnectionError
        return message("This address did not answer within {seconds} seconds.", seconds=f"{limits.silence:g}")
    if isinstance(slip, exceptions.SSLError):
        return message("The certificate of this address is not valid; save the page and check the file instead.")
    return message("This address cannot be reached; is it right, and is there a connection?")

"""An address of the web asked once, within limits of size, time and redirects; what the answer is worth, who asks says.

Only http and https are asked, and nothing leads from https back to http, where anybody could change what comes. A
server that sends its bytes one by one, never ends its head or leads in a circle is left when the time is up. What the
user names may lie in the inner network; what lies outside may lead nobody into it (`factcheck/web_guard.py`). A name
and a password are sent to the server whose address has them, never those of a .netrc, and are never shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from time import monotonic
from urllib.parse import unquote, urljoin, urlsplit
from warnings import catch_warnings

from factcheck.errors import FactcheckError
from factcheck.messages import Message, message
from factcheck.typed import TYPE_CHECKING, Any, NamedTuple, TypeVar
from factcheck.version import __version__

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

BLOCK = 1 << 16
_Taken = TypeVar("_Taken")
_SECRET = re.compile(
    r"([?&](?:[^=&#]*[-_])?(?:token|(?:api)?key|sig|signature|secret|pass|passwd|password|auth|credential)=)[^&#]+",
    re.IGNORECASE,
)
"""What opens what stands at an address, by the names that servers give it."""


class Limits(NamedTuple):
    """`size` in bytes unpacked, `seconds` for all of it, redirects included, `silence` in seconds without a byte;
    `private` where an address may lead into the inner network. Where this is a part of more, `of` are the seconds of
    the whole, which is what the user is told."""

    size: int
    seconds: float
    silence: float = 20
    redirects: int = 5
    private: bool = False
    of: float = 0


class Answer(NamedTuple):
    """The answer of a server behind all redirects, while the time lasts."""

    response: Response
    address: str
    limits: Limits
    until: float

    @property
    def headers(self) -> Mapping[str, str]:
        """What its head says, names in any case."""
        return self.response.headers

    @property
    def length(self) -> int:
        """The bytes that it announces, 0 where it announces none."""
        length = self.headers.get("Content-Length", "")
        return int(length) if length.isdecimal() else 0

    def refuse(self, sentence: str) -> FactcheckError:
        """The error to raise where this is not what was asked for."""
        return FactcheckError(sentence, shown(self.address))

    def blocks(self) -> Iterator[bytes]:
        """The bytes of its body, unpacked, as they come. Raises FactcheckError where they are too many."""
        size = 0
        for block in self.response.iter_content(BLOCK):
            size += len(block)
            if size > self.limits.size:
                raise self.refuse(_too_large(self.limits))
            if monotonic() > self.until:
                raise self.refuse(_too_long(self.limits))
            yield block
        if size < self.length and "Content-Encoding" not in self.headers:
            raise self.refuse(_cut_off())


def ask(
    address: str, take: Callable[[Answer], _Taken], limits: Limits, headers: Mapping[str, str] | None = None
) -> _Taken:
    """What `take` makes of the answer of an address. Raises FactcheckError with a sentence that says why there is none.

    An answer is one with a status below 400. The work is done in a thread that is left behind when the time is up:
    nothing else ends a wait for the head of an answer that comes drop by drop.
    """
    from threading import Thread

    outcome: list[_Taken | Exception] = []

    def work() -> None:
        try:
            outcome.append(_asked(address, take, limits, headers or {}))
        except Exception as slip:
            outcome.append(slip)

    worker = Thread(target=work, daemon=True)
    worker.start()
    worker.join(limits.seconds)
    if not outcome:
        raise FactcheckError(_too_long(limits), shown(address))
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _asked(address: str, take: Callable[[Answer], _Taken], limits: Limits, headers: Mapping[str, str]) -> _Taken:
    with catch_warnings(action="ignore"):  # of a library that requests can do without, it says that it is too new
        import requests
        import urllib3

    from factcheck.web_guard import InnerNetworkError, guard_of

    until = monotonic() + limits.seconds
    try:
        with requests.Session() as session:
            session.headers.update({"User-Agent": f"factcheck/{__version__}", **headers})
            guard = guard_of(limits.private)
            session.mount("http://", guard)
            session.mount("https://", guard)
            with _behind_redirects(session, address, limits) as response:
                answer = Answer(response, address, limits, until)
                if not response.ok:
                    said = f"{response.status_code} {response.reason or ''}".strip()
                    raise answer.refuse(
                        message("This address answers {answer}; is it right, and open to everyone?", answer=said)
                    )
                if answer.length > limits.size:
                    raise answer.refuse(_too_large(limits))
                return take(answer)
    except InnerNetworkError as slip:
        raise FactcheckError(
            message("This address leads into the inner network ({host}): it is not followed there.", host=str(slip)),
            shown(address),
        ) from slip
    except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as slip:
        raise FactcheckError(_sentence(slip, limits), shown(address)) from slip


def _behind_redirects(session: Session, address: str, limits: Limits) -> Response:
    url, seen = address, set[str]()
    while True:
        if urlsplit(url).scheme not in ("http", "https"):
            sentence = message("Only http and https are fetched; this is or leads to another.")
            raise FactcheckError(sentence, shown(address))
        seen.add(url)
        response = _get(session, url, address, limits)
        if not response.is_redirect:
            return response
        response.close()
        following = urljoin(url, response.headers["Location"])
        if refused := _refused(url, following, seen, limits):
            raise FactcheckError(refused, shown(address))
        url = following


def _get(session: Session, url: str, first: str, limits: Limits) -> Response:
    """The answer of one address, its body not read: `Session.get` reads that of a redirect whole."""
    from requests import Request
    from requests.auth import HTTPBasicAuth

    asked, named = urlsplit(url), urlsplit(first)
    own = (asked.scheme, asked.hostname, asked.port) == (named.scheme, named.hostname, named.port)
    secret = HTTPBasicAuth(unquote(named.username), unquote(named.password or "")) if own and named.username else None
    request = session.prepare_request(Request("GET", shown(url), auth=secret or _unsigned))
    settings: Any = session.merge_environment_settings(request.url, {}, True, None, None)
    return session.get_adapter(str(request.url)).send(request, timeout=limits.silence, **settings)


def _unsigned(request: PreparedRequest) -> PreparedRequest:
    return request


def shown(address: str) -> str:
    """An address without the name, the password and the keys that may stand in it."""
    scheme, found, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    harmless = _SECRET.sub(r"\1…", path)
    return f"{scheme}{found}{host.rpartition('@')[2]}{slash}{harmless}" if found else address


def _refused(url: str, following: str, seen: set[str], limits: Limits) -> str:
    """Why a redirect is not followed; empty where it is."""
    if following in seen:
        return message("This address leads in a circle.")
    if len(seen) > limits.redirects:
        return message("This address leads on more than {times} times.", times=limits.redirects)
    if urlsplit(url).scheme == "https" and urlsplit(following).scheme == "http":
        return message("This address leads from https to http, where anybody could change what comes.")
    return ""


def _too_large(limits: Limits) -> Message:
    return message("What stands at this address is larger than {size} MB.", size=f"{limits.size / 1e6:g}")


def _too_long(limits: Limits) -> Message:
    seconds = limits.of or limits.seconds
    return message("This address took longer than {seconds} seconds to answer.", seconds=f"{seconds:g}")


def _cut_off() -> Message:
    return message("What stands at this address came only in part.")


def _sentence(slip: Exception, limits: Limits) -> Message:
    from requests import exceptions

    if isinstance(slip, exceptions.Timeout) or "timed out" in str(slip):  # in the body it is a ConnectionError
        return message("This address did not answer within {seconds} seconds.", seconds=f"{limits.silence:g}")
    if isinstance(slip, exceptions.SSLError):
        return message("The certificate of this address is not valid; save the page and check the file instead.")
    if isinstance(slip, exceptions.ChunkedEncodingError):
        return _cut_off()
    if isinstance(slip, ValueError):
        return message("This is no address of a web page.")
    return message("This address cannot be reached; is it right, and is there a connection?")

"""One address fetched over http(s), within limits of size, time and redirects.

What comes is written to a file as it comes. A server that sends its bytes one by one, never ends its head or
leads in a circle is left when the time is up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from requests import Response, Session

Progress = Callable[[int, int], None]
"""Told of the bytes that have come and of how many there will be (0: not known)."""

BLOCK = 1 << 16
REDIRECTS = 5
SILENCE = 20
"""Seconds that a server may say nothing."""


class Limits(NamedTuple):
    """Bytes and seconds that a fetch may take, all redirects included."""

    size: int = 200_000_000
    seconds: float = 120


class Mark(NamedTuple):
    """What a server said a file was when it was fetched, and the hash of the file."""

    etag: str = ""
    modified: str = ""
    sha256: str = ""


class Fetched(NamedTuple):
    """The mark of what was fetched; `fresh` is False where the server says that nothing has changed."""

    mark: Mark
    fresh: bool


def fetch(url: str, path: Path, known: Mark, limits: Limits, progress: Progress) -> Fetched:
    """Fetches `url` into `path`, unless it is still as `known`. Raises FactcheckError with what went wrong.

    The work is done in a thread that is left behind when the time is up: nothing else ends a wait for the head
    of an answer that comes drop by drop.
    """
    job = _Job(url, path, known, limits, progress)
    worker = threading.Thread(target=job.run, daemon=True)
    worker.start()
    worker.join(limits.seconds)
    if worker.is_alive():
        job.over = True
        raise FactcheckError(f"This took longer than {limits.seconds:g} seconds: nothing was changed.", url)
    if job.done is None:
        raise FactcheckError(job.failed or "This could not be fetched.", url)
    return job.done


class _Job:
    """A fetch in a thread of its own: `done` or `failed` afterwards; stops soon once `over`."""

    def __init__(self, url: str, path: Path, known: Mark, limits: Limits, progress: Progress) -> None:
        self.url = url
        self.path = path
        self.known = known
        self.limits = limits
        self.progress = progress
        self.until = monotonic() + limits.seconds
        self.over = False
        self.done: Fetched | None = None
        self.failed = ""

    def run(self) -> None:
        import requests
        import urllib3

        try:
            with requests.Session() as session:
                self.done = self._fetch(session)
        except FactcheckError as slip:
            self.failed = slip.message
        except (requests.Timeout, urllib3.exceptions.TimeoutError):
            self.failed = f"The server said nothing for {SILENCE} seconds: nothing was changed."
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as slip:
            self.failed = f"This could not be fetched: {_reason(slip)}. Nothing was changed."

    def _fetch(self, session: Session) -> Fetched:
        with self._response(session) as response:
            if response.status_code == 304:
                return Fetched(self.known, False)
            self._refuse(response)
            digest = self._save(response)
        headers = response.headers
        return Fetched(Mark(headers.get("ETag", ""), headers.get("Last-Modified", ""), digest), True)

    def _response(self, session: Session) -> Response:
        """The answer behind all redirects."""
        url, seen = self.url, set[str]()
        headers = {"Accept-Encoding": "identity", "User-Agent": "factcheck"}
        if self.known.etag:
            headers["If-None-Match"] = self.known.etag
        if self.known.modified:
            headers["If-Modified-Since"] = self.known.modified
        while True:
            _allowed(url)
            seen.add(url)
            response = session.get(url, headers=headers, stream=True, timeout=SILENCE, allow_redirects=False)
            if not response.is_redirect:
                return response
            response.close()
            url = _next(url, response.headers["Location"], seen)

    def _refuse(self, response: Response) -> None:
        if response.status_code != 200:
            raise FactcheckError(f"The server answered {response.status_code} {response.reason}.")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise FactcheckError("The server sends it compressed though it was asked not to.")
        if _length(response) > self.limits.size:
            raise FactcheckError(_too_large(self.limits))

    def _save(self, response: Response) -> str:
        """Writes what comes, and gives its hash."""
        digest, size, length = sha256(), 0, _length(response)
        with self.path.open("wb") as out:
            while block := response.raw.read(BLOCK, decode_content=False):
                size += len(block)
                if size > self.limits.size:
                    raise FactcheckError(_too_large(self.limits))
                if self.over or monotonic() > self.until:
                    raise FactcheckError("The time is up.")
                out.write(block)
                digest.update(block)
                self.progress(size, length)
        if length and size != length:
            raise FactcheckError(f"Only {size} of {length} bytes came: nothing was changed.")
        return digest.hexdigest()


def _allowed(url: str) -> None:
    if urlsplit(url).scheme not in ("http", "https"):
        raise FactcheckError("Only http and https addresses are fetched.")


def _next(url: str, location: str, seen: set[str]) -> str:
    following = urljoin(url, location)
    if following in seen:
        raise FactcheckError("The server redirects in a circle.")
    if len(seen) > REDIRECTS:
        raise FactcheckError(f"The server redirects more than {REDIRECTS} times.")
    if urlsplit(url).scheme == "https" and urlsplit(following).scheme == "http":
        raise FactcheckError("The server redirects from https to http, where anybody could change the pack.")
    return following


def _length(response: Response) -> int:
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else 0


def _too_large(limits: Limits) -> str:
    return f"This is larger than {limits.size / 1e6:g} MB: nothing was changed."


def _reason(slip: Exception) -> str:
    """The innermost reason: requests wraps it several times over."""
    cause: BaseException = slip
    while cause.__cause__ or cause.__context__:
        cause = cause.__cause__ or cause.__context__ or cause
    return str(cause).strip(". ") or type(cause).__name__

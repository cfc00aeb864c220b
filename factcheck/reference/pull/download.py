"""One file of a pack from the web, written as it comes, unless it is still as it was when it was fetched before."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.system_words import reason_of
from factcheck.typed import NamedTuple
from factcheck.web import Answer, Limits, ask, shown

Progress = Callable[[int, int], None]
"""Told of the bytes that have come and of how many there will be (0: not known)."""
PACK = Limits(size=200_000_000, seconds=120)
UNCHANGED = 304


class Mark(NamedTuple):
    """What a server said a file was when it was fetched, and the hash of the file."""

    etag: str = ""
    modified: str = ""
    sha256: str = ""


class FetchedFile(NamedTuple):
    """The mark of what was fetched; `fresh` is False where the server says that nothing has changed."""

    mark: Mark
    fresh: bool


def fetch(url: str, path: Path, known: Mark, limits: Limits, progress: Progress) -> FetchedFile:
    """Fetches `url` into `path`, unless it is still as `known`. Raises FactcheckError with what went wrong."""
    headers = {"Accept-Encoding": "identity"}  # what comes is hashed as it is
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    try:
        return ask(url, lambda answer: _taken(answer, path, known, progress), limits, headers)
    except OSError as slip:
        raise FactcheckError(
            message("This cannot be kept here: {reason}.", reason=reason_of(slip)), shown(url)
        ) from slip
    except FactcheckError as slip:
        raise FactcheckError(message("{reason} Nothing was changed.", reason=slip.message), shown(url)) from slip


def _taken(answer: Answer, path: Path, known: Mark, progress: Progress) -> FetchedFile:
    if answer.response.status_code == UNCHANGED:
        if not known.sha256:
            raise answer.refuse(message("The server says that nothing has changed of what was never fetched."))
        return FetchedFile(known, False)
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise answer.refuse(message("The server sends this compressed though it was asked not to."))
    digest, size = sha256(), 0
    with path.open("wb") as out:
        for block in answer.blocks():
            size += len(block)
            out.write(block)
            digest.update(block)
            progress(size, answer.length)
    headers = answer.headers
    return FetchedFile(Mark(headers.get("ETag", ""), headers.get("Last-Modified", ""), digest.hexdigest()), True)

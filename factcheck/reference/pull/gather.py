"""All files of a pack fetched into a folder: from a zip, or from a descriptor and its tables."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from hashlib import new
from pathlib import Path
from time import monotonic
from urllib.parse import quote, urljoin

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.reference.pull.download import FetchedFile, Mark, Progress, fetch
from factcheck.reference.pull.git_pack import PREFIX, commit_of, take
from factcheck.reference.pull.state import State
from factcheck.reference.pull.unpack import FILES, unpack
from factcheck.typed import NamedTuple
from factcheck.web import Limits, shown

METHODS = ("md5", "sha1", "sha256", "sha512")

OPEN = 5
"""How many times larger than what may be fetched a zip may be when it is open."""


class Errand(NamedTuple):
    """What to fetch: the address, the hash it must have (or empty), what is there already, the limits."""

    url: str
    sha256: str
    state: State
    here: Path | None
    limits: Limits
    progress: Progress


class Gathered(NamedTuple):
    """The marks of what was fetched, by address; `fresh` where anything has changed."""

    marks: Mapping[str, Mark]
    fresh: bool


def gather(errand: Errand, folder: Path) -> Gathered:
    """Fetches a pack into an empty folder. Raises FactcheckError."""
    if errand.url.startswith(PREFIX):
        return _from_git(errand, folder)
    until = monotonic() + errand.limits.seconds
    first = folder.with_name(f"{folder.name}.fetched")
    known = errand.state.marks.get(shown(errand.url), Mark())
    fetched = fetch(errand.url, first, known, errand.limits, errand.progress)
    if errand.sha256 and fetched.mark.sha256 != errand.sha256.lower():
        raise FactcheckError(
            message("This has the hash {sha256}, not the one expected.", sha256=fetched.mark.sha256), shown(errand.url)
        )
    marks = {shown(errand.url): fetched.mark}
    if _is_zip(errand, fetched, first):
        if fetched.fresh:
            _unpack(errand, first, folder)
        return Gathered(marks, fetched.fresh)
    _descriptor(errand, fetched, first, folder)
    fresh = fetched.fresh
    for url, path in _tables(errand.url, folder):
        seconds = max(until - monotonic(), 0.01)
        left = errand.limits._replace(seconds=seconds, of=errand.limits.seconds, size=_left(errand.limits, folder))
        table = fetch(url, folder / path, errand.state.marks.get(shown(url), Mark()), left, errand.progress)
        if not table.fresh and errand.here is not None:
            shutil.copyfile(errand.here / path, folder / path)
        marks[shown(url)] = table.mark
        fresh = fresh or table.fresh
    _verify(folder)
    return Gathered(marks, fresh)


def _from_git(errand: Errand, folder: Path) -> Gathered:
    """A pack of a repository: its mark is the commit. A checksum pins a file of the web, a revision pins this."""
    if errand.sha256:
        raise FactcheckError(message("A git address is pinned by its revision: git+URL@COMMIT."), errand.url)
    commit = commit_of(errand.url, errand.limits)
    mark = Mark(etag=commit)
    if errand.state.marks.get(errand.url) == mark:
        return Gathered({errand.url: mark}, False)
    take(errand.url, commit, folder, errand.limits)
    return Gathered({errand.url: mark}, True)


def _is_zip(errand: Errand, fetched: FetchedFile, path: Path) -> bool:
    if not fetched.fresh:
        return len(errand.state.marks) == 1
    with path.open("rb") as stream:
        return stream.read(2) == b"PK"


def _unpack(errand: Errand, archive: Path, folder: Path) -> None:
    try:
        unpack(archive, folder, errand.limits.size * OPEN)
    except FactcheckError as slip:
        raise FactcheckError(slip.message, shown(errand.url)) from slip


def _descriptor(errand: Errand, fetched: FetchedFile, path: Path, folder: Path) -> None:
    """Puts the descriptor in its place: as fetched, else as it lies here."""
    if fetched.fresh:
        shutil.copyfile(path, folder / DESCRIPTOR)
    elif errand.here is not None:
        shutil.copyfile(errand.here / DESCRIPTOR, folder / DESCRIPTOR)


def _tables(url: str, folder: Path) -> list[tuple[str, str]]:
    """The addresses of the tables and their places in the folder."""
    info, problems = _described(folder, url)
    if info is None or problems:
        first = problems[0]
        raise FactcheckError(
            message(
                "This is neither a zip nor a sound {descriptor}: {reason}.", descriptor=DESCRIPTOR, reason=first.message
            ),
            url,
            first.line,
        )
    names = list(dict.fromkeys(name for _, name in info.resources))
    if len(names) > FILES:
        raise FactcheckError(message("This pack has more than {files} tables.", files=FILES), url)
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as slip:
        raise FactcheckError(
            message("The tables of this pack cannot lie in one folder: {reason}.", reason=slip), url
        ) from slip
    return [(urljoin(url, quote(name, errors="replace")), name) for name in names]


def pack_files(folder: Path) -> set[str]:
    """The descriptor in a folder and the tables that it names, as far as it can be read."""
    try:
        info, _ = _described(folder, "")
    except OSError:
        return set()
    return {DESCRIPTOR, *(name for _, name in (info.resources if info else ()))}


def _described(folder: Path, url: str) -> tuple[PackInfo | None, tuple[Problem, ...]]:
    text = (folder / DESCRIPTOR).read_text(encoding="utf-8-sig", errors="replace")
    return read_descriptor(text, url, "")


def _left(limits: Limits, folder: Path) -> int:
    return limits.size - sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _verify(folder: Path) -> None:
    """Holds tables to the `hash` of their resource, where it states one (`sha256:…`; without a name: md5)."""
    for resource in json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8-sig"))["resources"]:
        method, _, expected = str(resource.get("hash", "")).rpartition(":")
        path = folder / str(resource.get("path", ""))
        if not expected or not path.is_file() or (method or "md5") not in METHODS:
            continue
        if new(method or "md5", path.read_bytes(), usedforsecurity=False).hexdigest() != expected.lower():
            raise FactcheckError(message("This table is not the one its pack describes: the hash differs."), path.name)

"""A pack out of a git repository: `git+https://host/desk/packs.git@2025.1#stunting`, a revision and a folder.

git is asked for one revision without its history; what it sends is taken out as a zip through the same gate as one
from the web, so that no link, hook, filter or submodule of the repository has any effect here.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.pull.unpack import unpack
from factcheck.typed import NamedTuple
from factcheck.web import Limits

PREFIX = "git+"
PROTOCOLS = ("https", "http", "ssh", "file")
_COMMIT = compiled(r"[0-9a-f]{40}")
OPEN = 5
"""How many times larger than what may be fetched a pack may be."""


class Address(NamedTuple):
    """A repository, a revision in it (HEAD where none is said) and the folder of the pack (empty for its top)."""

    url: str
    revision: str
    folder: str


def address_of(written: str) -> Address:
    """The parts of `git+URL@REVISION#FOLDER`. Raises FactcheckError."""
    where, _, folder = written.removeprefix(PREFIX).partition("#")
    protocol, _, rest = where.partition("://")
    host, _, path = rest.partition("/")
    path, _, revision = path.partition("@")
    if protocol not in PROTOCOLS or not path or any(map(str.isspace, written)):
        sentence = message("This is no git address: write git+https://HOST/REPOSITORY.git@REVISION#FOLDER.")
        raise FactcheckError(sentence, written)
    if revision.startswith("-") or folder.startswith("-") or ".." in folder.split("/"):
        raise FactcheckError(message("This is no revision or folder of a repository."), written)
    return Address(f"{protocol}://{host}/{path}", revision or "HEAD", folder.strip("/"))


def commit_of(written: str, limits: Limits) -> str:
    """The commit that a git address means now; without asking where it says a whole commit. Raises FactcheckError."""
    address = address_of(written)
    if _COMMIT.fullmatch(address.revision):
        return address.revision
    asked = ("ls-remote", "--exit-code", "--", address.url, address.revision, f"{address.revision}^{{}}")
    lines = _git(None, asked, written, limits).decode("utf-8", "replace").splitlines()
    commits = [line.split("\t")[0] for line in lines if _COMMIT.match(line)]
    if not commits:
        raise FactcheckError(message("This repository has no revision “{name}”.", name=address.revision), written)
    return commits[-1]  # the commit behind an annotated tag stands last


def take(written: str, commit: str, folder: Path, limits: Limits) -> None:
    """Takes the pack at a commit out into an empty folder. Raises FactcheckError."""
    address = address_of(written)
    with tempfile.TemporaryDirectory(prefix="factcheck-git-") as work:
        home = Path(work) / "repository"
        _git(None, ("init", "--quiet", "--bare", "--template=", str(home)), written, limits)
        fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--", address.url)
        wanted = commit if _COMMIT.fullmatch(address.revision) else address.revision
        _git(home, (*fetch, wanted), written, limits)
        if _git(home, ("rev-parse", "FETCH_HEAD^{commit}"), written, limits).decode().strip() != commit:
            raise FactcheckError(message("This revision moved while it was fetched: try again."), written)
        archive = Path(work) / "pack.zip"
        place = f"{commit}:{address.folder}" if address.folder else commit
        _git(home, ("archive", "--format=zip", f"--output={archive}", place), written, limits)
        unpack(archive, folder, limits.size * OPEN)


def _git(home: Path | None, arguments: Sequence[str], written: str, limits: Limits) -> bytes:
    """What git prints; it never asks for a password, and speaks only the protocols of `PROTOCOLS`."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": ":".join(PROTOCOLS), "LC_ALL": "C"}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1"} if home else {}
    command = ["git", *(["-C", str(home)] if home else []), *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, env=environment, timeout=limits.seconds, check=False, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError as missing:
        raise FactcheckError(message("git is needed for this address, and is not installed."), written) from missing
    except subprocess.TimeoutExpired as late:
        sentence = message(
            "This took longer than {seconds} seconds: nothing was changed.", seconds=f"{limits.seconds:g}"
        )
        raise FactcheckError(sentence, written) from late
    if done.returncode:
        raise FactcheckError(message("git says: {reason}. Nothing was changed.", reason=_reason(done.stderr)), written)
    return done.stdout


def _reason(said: bytes) -> str:
    """The last line that git says, without what an address may hold of a password."""
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    last = lines[-1] if lines else "nothing was found"
    return re.sub(r"//[^/@\s]*@", "//", last.removeprefix("fatal: ").strip(" ."))

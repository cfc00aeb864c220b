"""Where the helper listens: a socket in the user's own folder, whose name says which program it has loaded."""

from __future__ import annotations

import os
import stat
import sys

import factcheck
from factcheck.cache.digest import blake2b
from factcheck.cache.folder import cache_folder
from factcheck.version import __version__

SUFFIX = ".warm"
LONGEST = 100
"""Bytes of the path of a socket; the system takes a few more."""


def socket_path() -> str:
    """The path of the socket for this very program and interpreter; empty where there can be none: no folder that is
    the user's alone, a path that is too long, a system without sockets of its own or without copies of processes."""
    folder = cache_folder()
    if folder is None or not hasattr(os, "fork"):
        return ""
    flags = sys.flags.optimize, sys.flags.utf8_mode
    program = (__version__, sys.version, sys.executable, flags, factcheck.__file__)
    name = blake2b(repr(program).encode(), digest_size=8).hexdigest()
    path = os.path.join(os.path.abspath(folder), name + SUFFIX)  # noqa: PTH100, PTH118
    return path if len(os.fsencode(path)) <= LONGEST else ""


def is_ours(path: str) -> bool:
    """Whether a socket of this user, closed to all others, lies at the path."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077

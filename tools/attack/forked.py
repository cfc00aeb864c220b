"""Commands as children of one process that has everything imported: a kill costs no start, and can be aimed.

As a module (`python -m tools.attack.forked`) it reads orders from standard input, a line of JSON to each, and answers
with a line. As a library it is `Forks`, which gives the orders.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from tools.attack.desk import ROOT, environment

CHANGES = frozenset(
    ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.utime",
     "os.setxattr", "sqlite3.connect")
)  # fmt: skip
"""What the interpreter announces before it is done (audit events); opening for writing is another."""
LONGEST = 60
"""Seconds after which a command hangs."""


class Ended(NamedTuple):
    """How a command ended: its status as `os.waitpid` gives it, what it said, how often it was about to change a file,
    its seconds, and whether the signal came before its end."""

    status: int
    said: str
    changes: int
    seconds: float
    hit: bool


class Forks:
    """Runs commands, to their end or to a signal."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.attack.forked"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(None),
        )  # fmt: skip

    def run(
        self, folder: Path, cache: Path, arguments: tuple[str, ...],
        number: int = 0, after: float = 0.0, change: int = 0,
    ) -> Ended:  # fmt: skip
        """Runs a command; with a signal `number`, sends it before the change of that number, else after so many
        seconds."""
        order = {
            "folder": str(folder), "environment": environment(cache), "arguments": arguments,
            "number": number, "after": after, "change": change,
        }  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return Ended(*json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()


def _serve() -> None:
    from factcheck.cli.verbs import VERBS  # noqa: F401

    for name in ("run_check", "run_baseline", "run_fix", "init", "baseline", "check"):
        __import__(f"factcheck.cli.{name}")
    for name in ("add", "build", "import_run", "new", "pull"):
        __import__(f"factcheck.cli.reference.{name}")
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), flush=True)


def _forked(order: dict[str, Any]) -> Ended:
    counted = mmap.mmap(-1, 8)
    said, modules = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        if not order["number"]:
            _tell_modules(modules.fileno())
        _be(order, counted, said.fileno())
    hit = False
    if order["number"] and not order["change"]:
        time.sleep(order["after"])
        hit = os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        os.kill(child, order["number"])
    status = _waited(child, begun + LONGEST)
    seconds = time.monotonic() - begun
    _import_those(modules)
    said.seek(0)
    changes = struct.unpack("q", counted)[0]
    hit = hit or 0 < order["change"] <= changes
    return Ended(status, said.read().decode("utf-8", "replace"), changes, seconds, hit)


def _tell_modules(target: int) -> None:
    """Has this process say at its end what it has imported."""
    end = os._exit

    def told(status: int) -> NoReturn:
        os.write(target, " ".join(sys.modules).encode())
        end(status)

    os._exit = told


def _import_those(told: IO[bytes]) -> None:
    """Imports what a command has imported, so that the next need not: half of the time of a run."""
    told.seek(0)
    for name in told.read().decode().split():
        if name not in sys.modules:
            with suppress(ImportError):
                import_module(name)


def _waited(child: int, until: float) -> int:
    while True:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return status
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -1
        time.sleep(0.002)


def _be(order: dict[str, Any], counted: mmap.mmap, said: int) -> None:
    """The child: the command, with a hook that counts its changes of files and dies before one of them.

    What comes before the command is ended by an interrupt without a word, as a process is that has not begun.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.dup2(said, 2)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv[:] = ["factcheck", *order["arguments"]]
    sys.path[:] = [str(ROOT), *(place for place in sys.path if place)]
    seen = 0

    def hook(event: str, given: tuple[Any, ...]) -> None:
        nonlocal seen
        if event not in CHANGES and not (event == "open" and _writes(given)):
            return
        seen += 1
        counted[:8] = struct.pack("q", seen)
        if seen == order["change"]:
            os.kill(os.getpid(), order["number"])

    sys.addaudithook(hook)
    from factcheck.__main__ import script

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        script()
    except SystemExit as end:
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        os._exit(99)


def _writes(given: tuple[Any, ...]) -> bool:
    _, mode, flags = given
    return bool(mode and set(mode) & set("wax+")) or bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    _serve()

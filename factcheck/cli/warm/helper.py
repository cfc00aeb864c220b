"""The side of the helper: loads what every check needs, then answers each call by a copy of itself."""

from __future__ import annotations

import fcntl
import io
import marshal
import os
import signal
import socket
import struct
import sys
import time
from contextlib import suppress

from factcheck.cli.warm.ask import NUMBER, PATIENCE
from factcheck.cli.warm.socket_place import socket_path
from factcheck.typed import TextIO

IDLE = 900.0
"""Seconds after which a helper that nobody asks ends itself."""
LOCK = ".lock"
LOOK = 30.0
"""Seconds between two looks whether its socket is still its own."""
ROUND, ROUNDS = 0.1, 300
"""Seconds between two looks whether a helper that has the lock listens or has ended, and how many."""
MOST = 16_000_000
"""Bytes of a call: arguments and environment."""
DRAFTS = (
    "Nilai 2024\n\nKetua Ombudsman RI Mokhammad Najih menyebut nilai kepatuhan Pemkot Jambi pada 2024 mencapai 93,86 "
    "(zona hijau), naik 2,10 poin dari 91,58 pada 2023, kata dia, Kamis (14/11/2024). Peringkat 3 dari 98 kota.\n",
    "Market\n\nThe mayor said on Monday (4/3/2024) that 12 of 30 stalls, or 40 percent, were open.\n",
)
"""What is checked once before the first call, so that what reading and rules load late is loaded."""


def main(path: str) -> None:
    """Listens at `path` until nobody asks any more, or another program is there than the one that was loaded."""
    if not path or path != socket_path():
        return
    os.chdir("/")
    os.setsid()
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)  # noqa: PTH103, PTH120
    last = None
    with suppress(OSError), open(path + LOCK, "w") as lock:  # noqa: PTH123
        if not _alone(lock, path):
            return
        load()
        with _listening(path) as line:
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who answered is not waited for
            last = _answer_all(line, path, os.lstat(path).st_ino)
        os.unlink(path)  # noqa: PTH108
        fcntl.flock(lock, fcntl.LOCK_UN)  # copies that still answer hold the file too
    if last is not None:
        last.close()  # only now: whoever hears nothing starts the next helper, which needs the lock


def _alone(lock: TextIO, path: str) -> bool:
    """Takes the lock, of a helper that is ending as soon as it has ended; False where another one listens."""
    for _ in range(ROUNDS):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with socket.socket(socket.AF_UNIX) as line:
                if line.connect_ex(path) == 0:
                    return False
            time.sleep(ROUND)
        else:
            return True
    return False


def load() -> None:
    """Opens the packs that ship and reads two short drafts against them."""
    import gc

    from factcheck.cache.patterns import keep_new
    from factcheck.cache.start import open_cache
    from factcheck.formats import REPORTERS

    open_cache()
    from factcheck.cli.run_check import check_articles  # noqa: F401 - what a call needs
    from factcheck.desk.packs_loaded import load_packs
    from factcheck.document.read_document import read_document
    from factcheck.model import Report
    from factcheck.report.reporter import write

    packs = load_packs()
    reports = [packs.check(read_document("draft.md", draft.encode())) for draft in DRAFTS]
    for form in {"plain", "json", "rich"} & REPORTERS.keys():
        write(Report(tuple(reports)), form, io.StringIO())
    keep_new()
    gc.collect()
    gc.freeze()  # copies share what is loaded


def _listening(path: str) -> socket.socket:
    """The socket, which only this user can open. Raises OSError where there can be none."""
    line = socket.socket(socket.AF_UNIX)
    before = os.umask(0o177)
    try:
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108 - left by a helper that was killed
        line.bind(path)
        line.listen(16)
    finally:
        os.umask(before)
    return line


def _answer_all(line: socket.socket, path: str, mine: int) -> socket.socket | None:
    """Answers until nobody asks any more or another has the socket. Where the program is another now, the call that
    came is given back unanswered: the caller does it itself."""
    program, waited = _program(), 0.0
    line.settimeout(LOOK)
    while waited < IDLE:
        try:
            call, _ = line.accept()
        except TimeoutError:
            waited += LOOK
            if not _still(path, mine):
                return None
            continue
        waited = 0.0
        if _program() != program:
            return call
        with call:
            if _is_user(call):
                _answer(call, line)
    return None


def _still(path: str, mine: int) -> bool:
    try:
        return os.lstat(path).st_ino == mine
    except OSError:
        return False


def _program() -> tuple[tuple[str, int, int], ...]:
    """The files of the modules that are loaded, as they lie now."""
    files = {getattr(module, "__file__", None) for name, module in sys.modules.items() if name.startswith("factcheck")}
    return tuple(_stamp(file) for file in sorted(filter(None, files)))


def _stamp(file: str) -> tuple[str, int, int]:
    try:
        found = os.stat(file)  # noqa: PTH116
    except OSError:
        return file, 0, 0
    return file, found.st_mtime_ns, found.st_size


def _is_user(call: socket.socket) -> bool:
    """Whether the caller is this user, where the system tells: the socket is open to no other anyway."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    said = call.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", said)[1] == os.geteuid())


def _answer(call: socket.socket, line: socket.socket) -> None:
    """Reads a call and has a copy of this process answer it; a call that is not whole is nobody's."""
    call.settimeout(PATIENCE)
    try:
        head, streams, _, _ = socket.recv_fds(call, NUMBER, 3)
    except OSError:
        return
    try:
        if len(streams) == 3 and len(head) == NUMBER:
            asked = _whole(call, int.from_bytes(head, "big"))
            if asked and os.fork() == 0:
                line.close()
                _as_the_caller(call, streams, asked)
    except (OSError, EOFError, ValueError):
        return
    finally:
        for stream in streams:
            os.close(stream)


def _whole(call: socket.socket, size: int) -> bytes:
    got = bytearray()
    while size <= MOST and len(got) < size:
        more = call.recv(min(1 << 16, size - len(got)))
        if not more:
            return b""
        got += more
    return bytes(got)


def _as_the_caller(call: socket.socket, streams: list[int], asked: bytes) -> None:
    """Does the check as if the caller did, and ends this process."""
    status = 2
    try:
        arguments, folder, environment, umask, written = marshal.loads(asked)
        _take_over(streams, folder, environment, umask, written)
        call.sendall(os.getpid().to_bytes(NUMBER, "big"))
        if call.recv(NUMBER):  # the caller has waited, and does it not itself meanwhile
            status = _checked(arguments)
    finally:
        with suppress(OSError):
            call.sendall((status + 1).to_bytes(NUMBER, "big"))
        os._exit(0)


def _take_over(
    streams: list[int], folder: str, environment: dict[str, str], umask: int, written: list[tuple[str, str]]
) -> None:
    """The caller's streams, folder, environment and mask of permissions become this process's."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    os.umask(umask)
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        encoding, errors = written[descriptor]
        opened = open(descriptor, mode, encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115 - lives on
        vars(sys).update({name: opened, f"__{name}__": opened})


def _checked(arguments: list[str]) -> int:
    from factcheck.cache.patterns import keep_new
    from factcheck.cache.start import open_cache
    from factcheck.cli.command import run

    open_cache()
    status = run(arguments)  # what was written is flushed by now
    with suppress(OSError):
        sys.stderr.flush()
    keep_new()
    return status


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")

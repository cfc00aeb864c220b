"""Writing a file whole or not at all, and losing nothing of the one that it takes the place of."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import BinaryIO

DAY = 24 * 60 * 60
"""Seconds: what was left half done this long ago is nobody's any more."""
OWN = ".factcheck-"
"""How the names begin of what is being written; the machine, the process and a number follow."""
_KEPT_ATTRIBUTES = ("user.", "system.posix_acl_access")
"""Attributes that a file must not lose; the system sets the others itself."""


def write_whole(path: str, data: bytes) -> None:
    """Puts `data` in the place of the file `path`, or leaves that as it is: a reader never sees half of it.

    A link is followed; permissions, owner and attributes are kept. Raises FactcheckError when it cannot be written,
    and for what it could not keep: a file that is read-only, has several names, or is no plain file.
    """
    with replacing(path) as file, _in_words(path):
        file.write(data)


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` when all of it is written; until then the old one stands there.

    Keeps and raises what `write_whole` does.
    """
    with _in_words(path):
        target = Path(os.path.realpath(path))
        before = _before(target, path)
        clear(target.parent, OWN)
        made, file = _new_file(target.parent, 0o666 if before is None else 0o600)
    try:
        with tidy_end(), file:
            yield file
            with _in_words(path):
                _finish(file, target, before)
        with _in_words(path):
            made.replace(target)
    finally:
        made.unlink(missing_ok=True)


@contextmanager
def tidy_end() -> Iterator[None]:
    """Where the system asks this process to end meanwhile, it ends by way of an exception: nothing half done stays."""
    import signal
    from threading import current_thread, main_thread

    if current_thread() is not main_thread():
        yield
        return
    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.signal(number, _end) for number in numbers if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def _in_words(path: str) -> Iterator[None]:
    """What the system refuses, said of the file."""
    try:
        yield
    except (OSError, ValueError) as slip:
        from factcheck.system_words import reason_of

        reason = reason_of(slip) if isinstance(slip, OSError) else slip
        raise FactcheckError(message("This file cannot be written: {reason}.", reason=reason), path) from slip


def _finish(file: BinaryIO, target: Path, before: os.stat_result | None) -> None:
    file.flush()
    if before is not None:
        _take_over(file.fileno(), target, before)
    os.fsync(file.fileno())


def _before(target: Path, path: str) -> os.stat_result | None:
    """What stands at `target` and will be replaced. Raises FactcheckError where something of it would be lost."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise FactcheckError(message("This is no plain file: nothing is written over it."), path)
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise FactcheckError(message("This file is read-only: it was left as it is."), path)
    if found.st_nlink > 1:
        raise FactcheckError(message("This file has several names (hard links), which writing would part."), path)
    return found


def _new_file(folder: Path, mode: int) -> tuple[Path, BinaryIO]:
    """A file that was not there, opened for writing; nothing that lies at its name is followed or reused."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    path = own_name(folder)
    return path, os.fdopen(os.open(path, flags, mode), "wb")


def own_name(folder: Path, prefix: str = OWN) -> Path:
    """A name in `folder` that nobody can foresee, and that tells which process of which machine made it."""
    return folder / f"{prefix}{_machine()}-{os.getpid()}-{os.urandom(6).hex()}"


def _machine() -> str:
    from zlib import crc32

    return f"{crc32(os.uname().nodename.encode('utf-8', 'replace')):08x}" if hasattr(os, "uname") else "0"


def _take_over(new: int, target: Path, before: os.stat_result) -> None:
    """Permissions, owner and attributes of the old file for the new one."""
    if hasattr(os, "fchown") and (os.fstat(new).st_uid, os.fstat(new).st_gid) != (before.st_uid, before.st_gid):
        with suppress(PermissionError):
            os.fchown(new, -1, before.st_gid)
            os.fchown(new, before.st_uid, -1)
    if hasattr(os, "listxattr"):
        for name in os.listxattr(target):
            if name.startswith(_KEPT_ATTRIBUTES):
                os.setxattr(new, name, os.getxattr(target, name))
    if hasattr(os, "fchmod"):
        os.fchmod(new, stat.S_IMODE(before.st_mode))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Waits until no other process that asks here changes files in `folder`; not where the system cannot tell."""
    try:
        from fcntl import LOCK_EX, flock

        lock = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):
            flock(lock, LOCK_EX)
        yield
    finally:
        os.close(lock)


def clear(folder: Path, prefix: str) -> None:
    """Removes what processes that were killed left behind: those of this machine at once, others after a day."""
    for left in _left_behind(folder, prefix):
        import shutil

        with suppress(OSError):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def _left_behind(folder: Path, prefix: str) -> Iterator[Path]:
    from time import time

    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(prefix):
                continue
            machine, _, rest = entry.name.removeprefix(prefix).partition("-")
            process = rest.partition("-")[0]
            if machine == _machine() and process.isdecimal() and os.name == "posix":
                if not _alive(int(process)):
                    yield Path(entry.path)
            elif entry.stat(follow_symlinks=False).st_mtime < time() - DAY:
                yield Path(entry.path)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True

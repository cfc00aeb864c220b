"""The side of the caller: hands over arguments, folder, environment and streams, and waits for the exit status."""

from __future__ import annotations

import marshal
import os
import signal
import socket
import sys
from collections.abc import Sequence

from factcheck.cli.status import UNCHECKED
from factcheck.cli.warm.socket_place import is_ours, socket_path
from factcheck.typed import Any

OPTION = "--warm"
NUMBER = 8
"""Bytes of each number that goes over the socket: how long the call is, who answers, the exit status."""
PATIENCE = 5.0
"""Seconds in which the helper has to say who answers."""


def wants_helper(arguments: Sequence[str]) -> bool:
    """Whether the caller asks for the helper: never on by itself."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return words[:1] == ["check"] and OPTION in words and "--watch" not in words


def answered(arguments: Sequence[str]) -> int | None:
    """The exit status of a check that the helper answered; None where it is to be done here, and the helper is started
    for the next one."""
    path = socket_path()
    if not path or None in (sys.stdin, sys.stdout, sys.stderr):
        return None
    if is_ours(path):
        with socket.socket(socket.AF_UNIX) as line:
            who = _handed_over(line, path, arguments)
            if who:
                return _status(line, who)
    _start(path)
    return None


def _handed_over(line: socket.socket, path: str, arguments: Sequence[str]) -> int:
    """Hands the call over: the process that answers it, 0 where nobody does."""
    call = marshal.dumps(_call(arguments))
    try:
        line.settimeout(PATIENCE)
        line.connect(path)
        socket.send_fds(line, [len(call).to_bytes(NUMBER, "big")], [0, 1, 2])
        line.sendall(call)
        who = _number(line)
        if who:
            line.sendall(bytes(NUMBER))
        return who
    except OSError:
        return 0


def _call(arguments: Sequence[str]) -> Any:
    umask = os.umask(0)
    os.umask(umask)
    streams = [(one.encoding, one.errors) for one in (sys.stdin, sys.stdout, sys.stderr)]
    return list(arguments), os.getcwd(), dict(os.environ), umask, streams  # noqa: PTH109


def _status(line: socket.socket, who: int) -> int:
    """Waits for the end. What the keyboard says is passed on to who answers."""
    line.settimeout(None)
    while True:
        try:
            said = _number(line)
            return said - 1 if said else UNCHECKED
        except KeyboardInterrupt:
            os.kill(who, signal.SIGINT)
        except OSError:
            return UNCHECKED


def _number(line: socket.socket) -> int:
    """The next number; 0 where the other side has gone."""
    got = b""
    while len(got) < NUMBER:
        more = line.recv(NUMBER - len(got))
        if not more:
            return 0
        got += more
    return int.from_bytes(got, "big")


def _start(path: str) -> None:
    """Starts a helper that outlives this process and has none of its streams. Where it cannot be started, checks go on
    as without it."""
    flags = ["-I"] if sys.flags.isolated else ["-P"]
    nothing = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    command = [sys.executable, *flags, "-m", "factcheck.cli.warm.helper", path]
    try:
        os.posix_spawn(sys.executable, command, os.environ, file_actions=nothing)
    except OSError:
        return

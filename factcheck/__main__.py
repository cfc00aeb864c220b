"""The command. `--version` is answered before anything else is imported."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: "Sequence[str] | None" = None) -> int:
    """Runs the command with `argv` (no program name in it; the process's own when None): the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        from factcheck.version import __version__

        try:
            print(f"factcheck {__version__}", flush=True)
        except OSError:
            return UNCHECKED
        return 0
    if "--warm" in arguments:
        from factcheck.cli.warm.ask import answered, wants_helper

        status = answered(arguments) if wants_helper(arguments) else None
        if status is not None:
            return status
    from factcheck.cache.patterns import keep_new
    from factcheck.cache.start import open_cache

    open_cache()
    from factcheck.cli.command import run

    status = run(arguments)
    keep_new()
    return status


def script() -> None:
    """Runs the command as a process of its own, and ends it with the exit status.

    A process that checks a few articles spends more on looking for cycles, and at its end on taking apart what it
    holds, than on some of the rules: an eighth of the whole. It holds no cycles to speak of, and nothing that needs to
    be taken apart, unless there are processes or connections to end.
    """
    import gc
    import os

    gc.disable()
    try:
        _open_closed_streams()
        status = _flushed(main())
    except KeyboardInterrupt:
        status = INTERRUPTED
    if "multiprocessing" in sys.modules or "requests" in sys.modules:
        sys.exit(status)
    os._exit(status)


INTERRUPTED = 130
UNCHECKED = 2


def _open_closed_streams() -> None:
    """A standard stream that was closed by who started this process is there, and refuses what is written to it.

    Else the next file that is opened would take its number, and with it what is meant for the stream.
    """
    import os

    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDONLY)  # takes the lowest number that is free: this one
            setattr(sys, name, open(number, mode, encoding="utf-8", errors="backslashreplace"))  # noqa: PTH123, SIM115


def _flushed(status: int) -> int:
    """The status, UNCHECKED where the last of what was said cannot be written."""
    import os

    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = status or UNCHECKED
    try:
        sys.stderr.flush()
    except OSError:  # the status says it
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return status


if __name__ == "__main__":
    script()

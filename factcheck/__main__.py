"""The command. `--version` is answered before anything else is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command with `argv` (no program name in it; the process's own when None): the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        from factcheck import __version__

        print(f"factcheck {__version__}")
        return 0
    from factcheck.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

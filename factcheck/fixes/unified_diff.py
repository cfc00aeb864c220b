"""What a mending changes, as a patch."""

from __future__ import annotations

from collections.abc import Iterator


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff that `patch -p1` and `git apply` take."""
    from difflib import unified_diff

    name = path.replace("\\", "/")
    for line in unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at LF only: what git calls a line."""
    *whole, last = text.split("\n")
    return [line + "\n" for line in whole] + ([last] if last else [])

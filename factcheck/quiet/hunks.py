"""What `git diff --unified=0` says: which lines of which files are new."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.cache.patterns import compiled

_HUNK = compiled(r"@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@")
WHOLE = ((1, 2**31),)


class Change(NamedTuple):
    """A changed file: `lines` are first and last line of each new passage, from 1."""

    path: str
    lines: tuple[tuple[int, int], ...]


def changes(diff: str) -> tuple[Change, ...]:
    """The files of a diff without context lines, with their new lines; a binary file is new as a whole.

    A passage that was only cut out touches the two lines it stood between.
    """
    found: list[Change] = []
    path = ""
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            path = ""
        elif line.startswith("+++ ") and not path:
            path = _path(line[4:])
            found.append(Change(path, ()))
        elif line.startswith("Binary files ") and " and b/" in line:
            found.append(Change(line.rpartition(" and b/")[2].removesuffix(" differ"), WHOLE))
        elif path and (hunk := _HUNK.match(line)):
            found[-1] = Change(path, (*found[-1].lines, _lines(int(hunk[1]), int(hunk[2] or 1))))
    return tuple(change for change in found if change.path != "/dev/null")


def touches(lines: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Whether the lines `first`..`last` are among the changed."""
    return any(start <= last and first <= end for start, end in lines)


def _lines(first: int, count: int) -> tuple[int, int]:
    return (first, first + count - 1) if count else (first, first + 1)


def _path(written: str) -> str:
    """The path behind `+++ `, out of git's quotes: "b/na\\303\\257f.md"."""
    written = written.rstrip("\t")
    if written.startswith('"'):
        from ast import literal_eval

        raw: bytes = literal_eval("b" + written)
        written = raw.decode("utf-8", "surrogateescape")
    return written.removeprefix("b/")

"""Patterns compiled once and kept between runs: compiling them is a quarter of the work on one short article.

`compiled` gives what `re.compile` gives. What the interpreter's own compiler made of a pattern is kept as the numbers
it is, under the interpreter's exact version. Nothing is kept unless a folder is in use and `open_kept` was called, and
what the interpreter does not take as we expect is simply compiled. `_sre.compile` is no public name: it is what `re`
itself calls last (Lib/re/_compiler.py, the same from 3.11 to 3.14), and it checks the numbers before it takes them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from factcheck.cache.folder import used
from factcheck.cache.kept import read_kept, write_kept, written
from factcheck.typed import Any

SUFFIX = ".patterns"
MOST = 2_000
"""Patterns kept at most; beyond that only those of this run are."""

_kept: dict[tuple[str, int], tuple[Any, ...]] = {}
_new: dict[tuple[str, int], re.Pattern[str]] = {}
_sources: dict[tuple[Any, ...], str] = {}
_counted = [0]
"""How many of the sources lie in the file."""
_where: list[Path] = []
"""The file that patterns are kept in, none where nothing is kept."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern of `source`, as `re.compile` gives it."""
    key = (source, int(flags))
    if key in _kept:
        try:
            return _thawed(source, *_kept[key])
        except (RuntimeError, TypeError, ValueError):
            del _kept[key]
    made = re.compile(source, flags)
    if _where:
        _new[key] = made
    return made


def source(write: Callable[..., str], *plain: Any) -> str:
    """The source of a pattern as `write` writes it from plain data, found again by that data and its module's date."""
    if not _where:
        return write(*plain)
    key = (write.__name__, written(str(sys.modules[write.__module__].__file__)), *plain)
    if key not in _sources:
        _sources[key] = write(*plain)
    return _sources[key]


def open_kept() -> None:
    """Takes patterns from now on from those kept in the folder in use, if there is one."""
    folder = used()
    if folder is None or sys.implementation.name != "cpython":
        return
    path = folder / f"{sys.implementation.cache_tag}-{sys.hexversion:x}{SUFFIX}"
    if _where == [path] and _kept:
        return  # this process has them: what it compiles itself, it holds
    _where[:] = [path]
    _take(path)
    _counted[0] = len(_sources)


def _take(path: Path) -> None:
    """Adds what is kept at a path to what this process has."""
    kept = read_kept(path)
    if isinstance(kept, tuple) and len(kept) == 2:
        _kept.update(kept[0])
        _sources.update(kept[1])


def keep_new() -> None:
    """Keeps what was compiled since `open_kept`, for the next run."""
    if not _where or (not _new and len(_sources) == _counted[0]):
        return
    fresh = {key: frozen for key, made in _new.items() if (frozen := _frozen(made)) is not None}
    _new.clear()
    _take(_where[0])  # another process may have kept some meanwhile
    _kept.update(fresh)
    _counted[0] = len(_sources)
    write_kept(_where[0], (_kept, _sources) if len(_kept) + len(_sources) <= MOST else (fresh, {}))


def _frozen(made: re.Pattern[str]) -> tuple[Any, ...] | None:
    """What `_thawed` makes the pattern of; None where this interpreter does not give it."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(made.pattern, made.flags)
        code = _compiler._code(parsed, made.flags)
        frozen = (made.flags, b"".join(number.to_bytes(4, sys.byteorder) for number in code))
        groups = (parsed.state.groups - 1, dict(parsed.state.groupdict))
        return frozen + groups if _thawed(made.pattern, *frozen, *groups) == made else None
    except Exception:  # whatever it is: the pattern is compiled anew each run, as without us
        return None


def _thawed(source: str, flags: int, code: bytes, groups: int, names: dict[str, int]) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    found: re.Pattern[str] = _sre.compile(
        source, flags, memoryview(code).cast("I").tolist(), groups, names, tuple(by_number)
    )
    return found

"""The code of the modules that a check needs, kept in one file: a start opens that one, and not two hundred and fifty.

Half of what an import takes is the way to its file. What Python has compiled and keeps beside our sources is gathered
as it is, in the folder that is the user's alone. A module is taken from there only where its source is as it was, by
size and date as Python itself tells that; any other is imported as ever. Only a process of `factcheck check` does so:
who uses us as a library imports as Python does.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path

from factcheck.cache.folder import used
from factcheck.cache.kept import read_parts, write_parts, written
from factcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import CodeType

SUFFIX = ".modules"
PACKAGE = "factcheck."
HEAD = 16
"""Bytes in front of the code in a file that Python has compiled: magic number, how it is checked, date, size."""
INDEX = ""
"""Under this lies what is known of each module."""
WORD = 0xFFFFFFFF


class Place(NamedTuple):
    """Where a module's source and what Python compiled of it lie, its state as `written` tells it, and whether it is a
    folder."""

    source: str
    compiled: str
    state: tuple[int, int]
    folder: bool


class Loader(SourceFileLoader):
    """Loads a module of its source file, but for its code, which is kept."""

    def __init__(self, name: str, path: str, code: bytes | memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """The code that was kept."""
        import marshal

        code: CodeType = marshal.loads(self._code)
        return code


class Finder:
    """Finds the modules whose code is kept and whose source is as it was; stands before Python's own finders."""

    def __init__(self, places: Mapping[str, Place], codes: Mapping[str, bytes | memoryview]) -> None:
        self.places = places
        self.codes = codes

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """How a module is to be loaded; None where that is for others to say."""
        place = self.places.get(name)
        if place is None or not _is_as_it_was(place):
            return None
        spec = ModuleSpec(name, Loader(name, place.source, self.codes[name]), origin=place.source)
        spec.has_location = True
        spec.cached = place.compiled
        if place.folder:
            spec.submodule_search_locations = [str(Path(place.source).parent)]
        return spec


def open_modules() -> None:
    """Takes the code of modules from now on from what is kept in the folder in use, if there is one."""
    import marshal

    path = _where()
    parts = read_parts(path) if path is not None else None
    if parts:
        index: dict[str, tuple[Any, ...]] = marshal.loads(parts[INDEX])
        sys.meta_path.insert(0, Finder({name: Place(*place) for name, place in index.items()}, parts))


def keep_modules() -> None:
    """Keeps the code of the modules that were imported past what is kept, beside that, for the next run."""
    import marshal

    path = _where()
    if path is None:
        return
    kept = next((finder for finder in sys.meta_path if isinstance(finder, Finder)), Finder({}, {}))
    new = [name for name in [*sys.modules] if name not in kept.places or not _is_as_it_was(kept.places[name])]
    fresh = {name: found for name in new if (found := _compiled(name)) is not None}
    if fresh:
        places = {**kept.places, **{name: place for name, (place, _) in fresh.items()}}
        codes = {name: fresh[name][1] if name in fresh else bytes(kept.codes[name]) for name in places}
        index = {name: tuple(place) for name, place in places.items() if _is_as_it_was(place)}
        write_parts(path, {INDEX: marshal.dumps(index), **{name: codes[name] for name in index}})


def _where() -> Path | None:
    """The file for this interpreter and this copy of the package; None where nothing is kept, or nothing compiled."""
    folder = used()
    if folder is None or sys.dont_write_bytecode or sys.implementation.name != "cpython":
        return None
    from zlib import crc32

    copy = crc32(f"{__file__} {sys.flags.optimize}".encode())
    return folder / f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{copy:x}{SUFFIX}"


def _is_as_it_was(place: Place) -> bool:
    try:
        return written(place.source) == place.state
    except OSError:
        return False


def _compiled(name: str) -> tuple[Place, bytes] | None:
    """A module of ours that was imported as ever, with its code; None for any other, and for one whose source is newer
    than what Python compiled."""
    spec = getattr(sys.modules.get(name), "__spec__", None) if name.startswith(PACKAGE) else None
    if spec is None or type(spec.loader) is not SourceFileLoader or not spec.origin or not spec.cached:
        return None
    try:
        state, data = written(spec.origin), Path(spec.cached).read_bytes()
    except OSError:
        return None
    told = [int.from_bytes(data[at : at + 4], "little") for at in range(4, HEAD, 4)]
    if told != [0, state[1] // 1_000_000_000 & WORD, state[0] & WORD]:
        return None
    folder = spec.submodule_search_locations is not None
    return Place(spec.origin, spec.cached, state, folder), data[HEAD:]

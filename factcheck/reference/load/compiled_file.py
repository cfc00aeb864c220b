"""The content of a reference kept between runs: each part is read when it is first asked for.

The rows of a shelf are kept as numbers, the places of their cells in a table of all that stands in any cell: most
cells repeat, and a draft asks for a few rows of thousands, so only those are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.cache.branches import Branches, Chunks, branched, chunked
from factcheck.cache.kept import no_collection, read_parts, write_parts
from factcheck.reference.content.content import Content, Plain, Shelf
from factcheck.typed import Any, overload

SUFFIX = ".reference"
SHELVES = ("facts", "ranks", "counts", "errata")
NUMBERS = " numbers"
"""With this behind its name the numbers of a shelf lie beside it, to be read where they lie."""
NOTHING = memoryview(b"")
TABLES = ("aliases", "expansions", "bearers")
"""Parts of which a draft asks for a few words."""


class Rows(Sequence[Plain]):
    """Plain rows of `width` cells each; `numbers` are the places of the cells in `cells`, four bytes each."""

    def __init__(self, cells: tuple[Any, ...], numbers: bytes | memoryview, width: int) -> None:
        self._cells = cells
        self._numbers = memoryview(numbers).cast("I")
        self._width = width

    def __len__(self) -> int:
        return len(self._numbers) // self._width if self._width else 0

    @overload
    def __getitem__(self, place: int) -> Plain: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Plain]: ...

    def __getitem__(self, place: int | slice) -> Plain | Sequence[Plain]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        start = range(len(self))[place] * self._width
        return tuple([self._cells[number] for number in self._numbers[start : start + self._width]])


def packed(rows: Sequence[Plain]) -> tuple[tuple[Any, ...], bytes, int]:
    """What `Rows` makes the rows of; all must be of one width."""
    from array import array

    cells: dict[tuple[type, Any], int] = {}  # 0, False and 0.0 are equal, and three different cells
    numbers = [cells.setdefault((type(cell), cell), len(cells)) for row in rows for cell in row]
    return tuple(cell for _, cell in cells), array("I", numbers).tobytes(), len(rows[0]) if rows else 0


class KeptContent:
    """The content as kept: has the attributes of `Content`, thawed when they are first asked for."""

    def __init__(self, parts: Mapping[str, memoryview]) -> None:
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        import marshal

        if name not in self._parts:
            raise AttributeError(name)
        with no_collection():
            found = _thawed(name, marshal.loads(self._parts[name]), self._parts.get(name + NUMBERS, NOTHING))
        setattr(self, name, found)
        return found


def _thawed(name: str, part: Any, numbers: memoryview) -> Any:
    """A part of the content as `_frozen` gave it; `numbers` are those of a shelf, kept beside it."""
    if name in SHELVES:
        cells, width, places = part
        found: Any = tuple([Branches(each) for each in places])
        return Shelf(Rows(cells, numbers, width), found)
    if name in TABLES:
        return Branches(part)
    if name == "spelt":
        return (Branches(part[0]), Branches(part[1]), Chunks(*part[2]))
    return Chunks(*part) if name == "people" else part


def _frozen(name: str, part: Any) -> Any:
    """A part of the content as it is kept: what a draft asks for little of in branches."""
    if name in SHELVES:
        cells, _, width = packed(part[0])
        return cells, width, tuple([branched(places) for places in part[1]])
    if name in TABLES:
        return branched(part)
    if name == "spelt":
        return branched(part[0]), branched(part[1]), chunked(part[2])
    return chunked(part) if name == "people" else part


def compiled_stamp(cache: Path | None, key: str) -> str:
    """Size and time of the file kept under `key`; empty where there is none."""
    try:
        found = (cache / (key + SUFFIX)).stat() if cache else None
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if found else ""


def read_compiled(cache: Path, key: str) -> KeptContent | None:
    """The content kept under `key`, None where there is none that can be read."""
    parts = read_parts(cache / (key + SUFFIX))
    return None if parts is None else KeptContent(parts)


def write_compiled(cache: Path, key: str, content: Content) -> None:
    """Keeps `content` under `key`."""
    import marshal

    shared = {name: _shared(part) for name, part in content._asdict().items()}
    parts = {name: marshal.dumps(_frozen(name, part)) for name, part in shared.items()}
    numbers = {name + NUMBERS: packed(shared[name][0])[1] for name in SHELVES}
    write_parts(cache / (key + SUFFIX), {**parts, **numbers})


def _shared(value: Any) -> Any:
    """The same value with equal strings made one, so that each is written once."""
    seen: dict[str, str] = {}

    def share(part: Any) -> Any:
        if isinstance(part, str):
            return seen.setdefault(part, part)
        if isinstance(part, tuple):
            return tuple([share(item) for item in part])
        if isinstance(part, dict):
            return {share(name): share(item) for name, item in part.items()}
        return part

    return share(value)

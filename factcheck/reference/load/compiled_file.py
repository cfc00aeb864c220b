"""The content of a reference, from packs on disk or kept between runs: each part is read when it is first
asked for, and of most a little.

The rows of a shelf are kept as numbers, the places of their cells in a table of all that stands in any cell: most
cells repeat, and a draft asks for a few rows of thousands, so only those are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck.cache.branches import CHUNK, Branches, Chunks, branched, chunked
from factcheck.cache.kept import no_collection
from factcheck.cache.pieces import Part, Parts, open_parts, write_parts
from factcheck.model import Problem
from factcheck.reference.content.content import Content, Plain, Shelf
from factcheck.reference.content.content_names import combined
from factcheck.reference.content.folders import Folder, look
from factcheck.typed import Any, overload


def look_now(paths: Sequence[Path], cache: Path | None) -> tuple[tuple[Folder, ...], str]:
    """The packs as they lie at the paths now, and the key that their content has where nothing is wrong with them."""
    folders = look(paths, cache)
    return folders, _key(folders)


def load_content(
    folders: Sequence[Folder], key: str, cache: Path | None
) -> tuple[Content | KeptContent, str, tuple[Problem, ...]]:
    """The content of the sound packs among those in the folders, its key (empty with problems), and every error."""

    def compiled() -> tuple[Content, tuple[Problem, ...]]:
        from factcheck.reference.load.compile import compile_packs

        return compile_packs(folders, cache)

    kept = read_compiled(cache, key, lambda: compiled()[0]) if cache else None
    if kept is not None and _indexed(kept):
        return kept, key, ()
    content, problems = compiled()
    if cache and not problems:
        write_compiled(cache, key, content)
    return content, "" if problems else key, problems


def content_key(paths: Sequence[Path], cache: Path | None = None) -> str:
    """The key that the content of these packs has as they lie now, where nothing is wrong with them."""
    return look_now(paths, cache)[1]


def _key(folders: Sequence[Folder]) -> str:
    return combined([str(folder.path) + folder.name for folder in folders])


def _indexed(content: KeptContent) -> bool:
    """Whether every index that the content speaks of is there."""
    if not content.indexes:
        return True
    from factcheck.reference.index.look_up import is_index

    return all(is_index(Path(path)) for _, path in content.indexes)


SUFFIX = ".reference"
SHELVES = ("facts", "ranks", "counts", "errata")
TABLES = ("aliases", "expansions", "bearers", "editions", "edition_figures")
"""Parts of which a draft asks for a few words."""
LISTS = ("people", "institutions", "laws")
"""Parts of which it asks for a few rows."""
WHOLE = 0
"""What the one piece of a part is called that is read as a whole."""


class Rows(Sequence[Plain]):
    """Plain rows of `width` cells each; `numbers` are the places of the cells in `cells`, four bytes each, in pieces of
    `CHUNK` rows."""

    def __init__(self, width: int, length: int, cells: Part, numbers: Part) -> None:
        self._width = width
        self._length = length
        self._cells = Chunks[Any](cells)
        self._numbers = numbers
        self._read: dict[int, memoryview] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Plain: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Plain]: ...

    def __getitem__(self, place: int | slice) -> Plain | Sequence[Plain]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        piece, at = divmod(range(self._length)[place], CHUNK)
        numbers = self._read.get(piece)
        if numbers is None:
            numbers = self._read[piece] = memoryview(self._numbers[piece]).cast("I")
        own, read = numbers[at * self._width : (at + 1) * self._width], self._cells.read
        for chunk in {number // CHUNK for number in own}.difference(read):
            self._cells.chunk(chunk)
        return tuple([read[number // CHUNK][number % CHUNK] for number in own])


def packed(rows: Sequence[Plain]) -> tuple[int, int, Part, Part]:
    """What `Rows` makes the rows of; all must be of one width."""
    from array import array

    cells: dict[tuple[type, Any], int] = {}  # 0, False and 0.0 are equal, and three different cells
    numbers = [[cells.setdefault((type(cell), cell), len(cells)) for cell in row] for row in rows]
    starts = range(0, len(rows), CHUNK)
    pieces = [array("I", [one for row in numbers[start : start + CHUNK] for one in row]).tobytes() for start in starts]
    width = len(rows[0]) if rows else 0
    return width, len(rows), chunked([cell for _, cell in cells]), dict(enumerate(pieces))


class KeptContent:
    """The content as kept: has the attributes of `Content`, thawed when they are first asked for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        if name not in self._parts:
            raise AttributeError(name)
        with no_collection():
            found = _thawed(name, self._parts)
        setattr(self, name, found)
        return found


def parts_of(content: Content) -> Parts:
    """The content in the parts that it is kept in."""
    return {part: pieces for name, value in content._asdict().items() for part, pieces in _frozen(name, _shared(value))}


def _frozen(name: str, value: Any) -> Iterator[tuple[str, Part]]:
    """The parts that hold what has a name in the content: what a draft asks for little of is in many pieces."""
    import marshal

    if name in SHELVES:
        rows, tables = value
        width, length, cells, numbers = packed(rows)
        yield name, {WHOLE: marshal.dumps((width, length, len(tables)))}
        yield from ((f"{name} cells", cells), (f"{name} numbers", numbers))
        yield from ((f"{name} {number}", branched(table)) for number, table in enumerate(tables))
    elif name == "spelt":
        behind, before, names = value
        yield from ((name, {}), (f"{name} 0", branched(behind)), (f"{name} 1", branched(before)))
        yield f"{name} names", chunked(names)
    elif name in TABLES:
        yield name, branched(value)
    else:
        yield name, chunked(value) if name in LISTS else {WHOLE: marshal.dumps(value)}


def _thawed(name: str, parts: Parts) -> Any:
    """What `_frozen` made the parts of."""
    import marshal

    if name in SHELVES:
        width, length, tables = marshal.loads(parts[name][WHOLE])
        rows = Rows(width, length, parts[f"{name} cells"], parts[f"{name} numbers"])
        found: Any = tuple([Branches(parts[f"{name} {number}"]) for number in range(tables)])
        return Shelf(rows, found)
    if name == "spelt":
        return Branches(parts[f"{name} 0"]), Branches(parts[f"{name} 1"]), Chunks(parts[f"{name} names"])
    if name in TABLES:
        return Branches(parts[name])
    return Chunks(parts[name]) if name in LISTS else marshal.loads(parts[name][WHOLE])


def compiled_stamp(cache: Path | None, key: str) -> str:
    """Size and time of the file kept under `key`; empty where there is none."""
    try:
        found = (cache / (key + SUFFIX)).stat() if cache else None
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if found else ""


def read_compiled(cache: Path, key: str, anew: Callable[[], Content]) -> KeptContent | None:
    """The content kept under `key`, None where there is none that can be read; `anew` gives it where it is damaged."""

    def made() -> Parts:
        content = anew()
        write_compiled(cache, key, content)
        return parts_of(content)

    parts = open_parts(cache / (key + SUFFIX), made)
    return None if parts is None else KeptContent(parts)


def write_compiled(cache: Path, key: str, content: Content) -> None:
    """Keeps `content` under `key`."""
    write_parts(cache / (key + SUFFIX), parts_of(content))


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

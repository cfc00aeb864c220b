"""Large tables kept in branches, each read when something in it is first asked for: a draft asks for a twentieth."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from factcheck.typed import Any, TypeVar

BRANCH = 32
"""Keys of a table that lie in one branch, more or less."""
KEPT = 10_000
"""Keys of which a table has nothing that are known to be such."""
CHUNK = 64
"""Items of a list that are read at once."""
SIZE, ORDER = -1, -2
"""Under these lie how many branches a table or items a list has, and the keys of a table in their order, for whoever
goes through all of it."""
_Key = TypeVar("_Key", str, tuple[str, ...])
_Value = TypeVar("_Value")


class Branches(Mapping[_Key, _Value]):
    """The table that `branched` made the branches of."""

    def __init__(self, frozen: Mapping[int, bytes]) -> None:
        self._frozen = frozen
        self._size: int = marshal.loads(frozen[SIZE])
        self._read: dict[_Key, _Value] = {}
        self._thawed: set[int] = set()
        self._missing: set[_Key] = set()

    def get(self, key: _Key, default: Any = None) -> Any:
        """What stands under a key, `default` where nothing does."""
        if key in self._read:
            return self._read[key]
        return default if key in self._missing else self._look_up(key, default)

    def _look_up(self, key: _Key, default: Any) -> Any:
        """The same of a key that was not asked for before; those of which there is nothing are asked for again."""
        self._thaw(_branch(key, self._size))
        if key not in self._read:
            if len(self._missing) >= KEPT:
                self._missing.clear()
            self._missing.add(key)
        return self._read.get(key, default)

    def __getitem__(self, key: _Key) -> _Value:
        found: _Value | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._read or self.get(key) is not None  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> Sequence[_Key]:
        for branch in range(self._size):
            self._thaw(branch)
        keys: Sequence[_Key] = marshal.loads(self._frozen[ORDER])
        return keys

    def _thaw(self, branch: int) -> None:
        """Two threads may thaw one branch at once: it is read before it is said to be, whoever is first."""
        if branch not in self._thawed:
            self._read.update(marshal.loads(self._frozen[branch]))
            self._thawed.add(branch)


def branched(table: Mapping[_Key, _Value]) -> dict[int, bytes]:
    """The branches of a table whose values are plain data and none is None."""
    size = len(table) // BRANCH + 1
    branches: list[dict[_Key, _Value]] = [{} for _ in range(size)]
    for key, value in table.items():
        branches[_branch(key, size)][key] = value
    pieces = dict(enumerate(map(marshal.dumps, branches)))
    return {**pieces, SIZE: marshal.dumps(size), ORDER: marshal.dumps(tuple(table))}


def _branch(key: _Key, size: int) -> int:
    """The branch of a key among so many, the same in every process."""
    return crc32((key if isinstance(key, str) else "\0".join(key)).encode()) % size


class Chunks(Sequence[_Value]):
    """The list that `chunked` made the chunks of; `read` are those that were read, by number."""

    def __init__(self, frozen: Mapping[int, bytes]) -> None:
        self._frozen = frozen
        self._length: int = marshal.loads(frozen[SIZE])
        self.read: dict[int, Sequence[_Value]] = {}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        chunk, at = divmod(range(self._length)[place], CHUNK)
        return self.chunk(chunk)[at]

    def chunk(self, number: int) -> Sequence[_Value]:
        """All items of a chunk."""
        found = self.read.get(number)
        if found is None:
            found = self.read[number] = marshal.loads(self._frozen[number])
        return found


def chunked(items: Sequence[_Value]) -> dict[int, bytes]:
    """What `Chunks` makes the list of."""
    chunks: Iterator[Any] = (tuple(items[start : start + CHUNK]) for start in range(0, len(items), CHUNK))
    return {**dict(enumerate(map(marshal.dumps, chunks))), SIZE: marshal.dumps(len(items))}

"""Large tables kept in branches, each read when something in it is first asked for: a draft asks for a twentieth."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence

from factcheck.typed import Any, TypeVar

LETTERS = 2
"""Letters of a key by which its branch is found."""
CHUNK = 64
"""Items of a list that are read at once."""
ORDER = "\0order"
"""Under this lie the keys in their order, for whoever goes through the whole table."""
_Key = TypeVar("_Key", str, tuple[str, ...])
_Value = TypeVar("_Value")


class Branches(Mapping[_Key, _Value]):
    """The table that `branched` made the branches of."""

    def __init__(self, frozen: dict[str, bytes]) -> None:
        self._frozen = frozen
        self._read: dict[_Key, _Value] = {}

    def get(self, key: _Key, default: Any = None) -> Any:
        """What stands under a key, `default` where nothing does."""
        found = self._read.get(key)
        if found is None and (branch := _branch(key)) in self._frozen:
            self._thaw(branch)
            found = self._read.get(key)
        return default if found is None else found

    def __getitem__(self, key: _Key) -> _Value:
        if key not in self._read:
            self._thaw(_branch(key))
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> Sequence[_Key]:
        for branch in [*self._frozen]:
            if branch != ORDER:
                self._thaw(branch)
        keys: Sequence[_Key] = marshal.loads(self._frozen[ORDER])
        return keys

    def _thaw(self, branch: str) -> None:
        """Two threads may thaw one branch at once: it is read before it is gone from `frozen`, whoever is first."""
        frozen = self._frozen.get(branch)
        if frozen is not None:
            self._read.update(marshal.loads(frozen))
            self._frozen.pop(branch, None)


def branched(table: Mapping[_Key, _Value]) -> dict[str, bytes]:
    """The branches of a table whose values are plain data and none is None."""
    branches: dict[str, dict[_Key, _Value]] = {}
    for key, value in table.items():
        branches.setdefault(_branch(key), {})[key] = value
    return {**{branch: marshal.dumps(each) for branch, each in branches.items()}, ORDER: marshal.dumps(tuple(table))}


def _branch(key: _Key) -> str:
    return (key if isinstance(key, str) else key[-1] if key else "")[:LETTERS]


class Chunks(Sequence[_Value]):
    """The list that `chunked` made the chunks of."""

    def __init__(self, frozen: Sequence[bytes], length: int) -> None:
        self._frozen = frozen
        self._length = length
        self._read: dict[int, Sequence[_Value]] = {}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        chunk, at = divmod(range(self._length)[place], CHUNK)
        if chunk not in self._read:
            self._read[chunk] = marshal.loads(self._frozen[chunk])
        return self._read[chunk][at]


def chunked(items: Sequence[_Value]) -> tuple[tuple[bytes, ...], int]:
    """What `Chunks` makes the list of."""
    chunks: Iterator[Any] = (tuple(items[start : start + CHUNK]) for start in range(0, len(items), CHUNK))
    return tuple(map(marshal.dumps, chunks)), len(items)

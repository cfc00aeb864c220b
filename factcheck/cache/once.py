"""What is read of a document once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from factcheck.typed import TypeVar, TypeVarTuple

_Given = TypeVarTuple("_Given")
_Read = TypeVar("_Read")


def once(read: Callable[[*_Given], _Read]) -> Callable[[*_Given], _Read]:
    """`read`, which keeps what it gave last for as long as it is asked about the very same objects.

    They are told by identity: what makes two long documents equal need not be looked through.
    """
    kept: list[tuple[list[int], tuple[object, ...], _Read]] = []

    @wraps(read)
    def reader(*given: *_Given) -> _Read:
        last = kept[0] if kept else None  # taken once: another thread may read another document meanwhile
        who = [*map(id, given)]
        if last is None or last[0] != who:
            last = (who, given, read(*given))  # what is held keeps its number
            kept[:] = [last]
        return last[2]

    return reader

"""What is read of a document once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_not
from typing import TypeVar, TypeVarTuple

_Given = TypeVarTuple("_Given")
_Read = TypeVar("_Read")


def once(read: Callable[[*_Given], _Read]) -> Callable[[*_Given], _Read]:
    """`read`, which keeps what it gave last for as long as it is asked about the very same objects.

    They are told by identity: what makes two long documents equal need not be looked through.
    """
    kept: list[tuple[tuple[object, ...], _Read]] = []

    @wraps(read)
    def reader(*given: *_Given) -> _Read:
        last = kept[0] if kept else None  # taken once: another thread may read another document meanwhile
        if last is None or any(map(is_not, last[0], given)):
            last = (given, read(*given))
            kept[:] = [last]
        return last[1]

    return reader

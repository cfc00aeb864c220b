"""What is read of a document once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from operator import is_not

from factcheck.typed import Any, TypeVar, TypeVarTuple

_Given = TypeVarTuple("_Given")
_Read = TypeVar("_Read")
_NOBODY = object()
"""What nobody asks about."""


def once(read: Callable[[*_Given], _Read]) -> Callable[[*_Given], _Read]:
    """`read`, which keeps what it gave last for as long as it is asked about the very same objects.

    They are told by identity: what makes two long documents equal need not be looked through. An article asks so a
    hundred times, mostly about one object or two, for which a third of the time is enough.
    """
    code = getattr(read, "__code__", None)
    keeping: Any = _OF_SO_MANY.get(code.co_argcount, _of_many) if code is not None else _of_many
    reader: Callable[[*_Given], _Read] = keeping(read)
    update_wrapper(reader, read)
    return reader


def _of_one(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    kept: list[tuple[Any, Any]] = [(_NOBODY, None)]

    def reader(one: Any) -> Any:
        last = kept[0]  # taken once: another thread may read another document meanwhile
        if last[0] is not one:
            kept[0] = last = (one, read(one))  # what is held keeps its place in memory
        return last[1]

    return reader


def _of_two(read: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    kept: list[tuple[Any, Any, Any]] = [(_NOBODY, None, None)]

    def reader(one: Any, other: Any) -> Any:
        last = kept[0]
        if last[0] is not one or last[1] is not other:
            kept[0] = last = (one, other, read(one, other))
        return last[2]

    return reader


def _of_many(read: Callable[..., Any]) -> Callable[..., Any]:
    kept: list[tuple[tuple[Any, ...], Any]] = [((), None)]

    def reader(*given: Any) -> Any:
        last = kept[0]
        if len(last[0]) != len(given) or any(map(is_not, last[0], given)):
            kept[0] = last = (given, read(*given))
        return last[1]

    return reader


_OF_SO_MANY: dict[int, Callable[[Callable[..., Any]], Callable[..., Any]]] = {1: _of_one, 2: _of_two}
"""What keeps an answer, by the number of the objects that are asked about."""

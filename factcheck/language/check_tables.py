"""The files of a language held to their tables: an unknown key, a word that stands twice, a value of another type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from factcheck.errors import FactcheckError
from factcheck.language.tables import Lists, Names, Numbers, Pairs, Rows, ShapeRow, Shapes, Words, is_table
from factcheck.messages import Message, message
from factcheck.typed import Any, NamedTuple


class _Slip(NamedTuple):
    """What is wrong, and the words that lead to its line: headings and keys, then maybe the word that stands twice."""

    message: Message
    where: tuple[str, ...]
    word: str = ""


def check(record: Any, table: Mapping[str, Any], text: str, path: str) -> None:
    """Holds the table of a file to its record. Raises FactcheckError with file and line for the first slip."""
    slip = next(_slips(record, table, ()), None)
    if slip is not None:
        raise FactcheckError(slip.message, path, _line(text, slip))


def _slips(record: Any, table: Any, where: tuple[str, ...]) -> Iterator[_Slip]:
    if not isinstance(table, dict):
        yield _Slip(message("“{name}” must be a table.", name=where[-1]), where)
        return
    kinds = {name.rstrip("_"): kind for name, kind in record.__annotations__.items()}
    for key, value in table.items():
        if key not in kinds:
            unknown = message(
                "There is no list “{name}” here; the lists are {lists}.", name=key, lists=", ".join(kinds)
            )
            yield _Slip(unknown, (*where, key))
        else:
            yield from _value_slips(kinds[key], value, (*where, key))


def _value_slips(kind: Any, value: Any, where: tuple[str, ...]) -> Iterator[_Slip]:
    if is_table(kind):
        yield from _slips(kind, value, where)
    elif kind is Shapes:
        for row in value if isinstance(value, list) else [value]:
            yield from _slips(ShapeRow, row, where)
    elif not _FITS[kind](value):
        yield _Slip(message("“{name}” must be {what}.", name=where[-1], what=_MUST_BE[kind]), where)
    else:
        yield from _twice(kind, value, where)


def _twice(kind: Any, value: Any, where: tuple[str, ...]) -> Iterator[_Slip]:
    lists = {"": value} if kind is Words else value if kind is Lists else {}
    for name, words in lists.items():
        seen: set[str] = set()
        for word in words:
            if word in seen:
                twice = message("“{word}” stands twice in “{name}”.", word=word, name=name or where[-1])
                yield _Slip(twice, (*where, *filter(None, [name])), word)
            seen.add(word)


def _words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _mapping(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(map(fits, value.values()))


_FITS: Mapping[Any, Callable[[Any], bool]] = {
    str: lambda value: isinstance(value, str),
    bool: lambda value: isinstance(value, bool),
    Words: _words,
    Numbers: lambda value: _mapping(value, lambda one: isinstance(one, int) and not isinstance(one, bool)),
    Names: lambda value: _mapping(value, lambda one: isinstance(one, str)),
    Lists: lambda value: _mapping(value, _words),
    Pairs: lambda value: isinstance(value, list) and all(isinstance(one, list) and len(one) == 2 for one in value),
    Rows: lambda value: (
        isinstance(value, list) and all(_mapping(one, lambda each: isinstance(each, str)) for one in value)
    ),
}
_MUST_BE: Mapping[Any, Message] = {
    str: message("a word in quotation marks"),
    bool: message("true or false"),
    Words: message("a list of words"),
    Numbers: message("a table of words and whole numbers"),
    Names: message("a table of words and words"),
    Lists: message("a table of lists of words"),
    Pairs: message("a list of pairs of words"),
    Rows: message("a list of tables of words"),
}


def _line(text: str, slip: _Slip) -> int:
    """The line where a slip stands: each key behind the one before it, the word at its second place behind them."""
    at = 0
    for key in slip.where:
        found = re.compile(rf"(?m)^\s*\[*[\w.\"' -]*?[\"']?{re.escape(key)}[\"']?\s*(?:=|\]|\.)").search(text, at)
        at = found.start() if found else at
        at += len(text[at:]) - len(text[at:].lstrip())
    for _ in range(2 if slip.word else 0):
        at = text.find(f'"{slip.word}"', at) + 1
    return text.count("\n", 0, at) + 1
